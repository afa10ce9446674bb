"""Where the site can be published to, and what each host wants to find among the pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sources.problems import Place, Problem, ProblemsFound, guess

from .headers import headers_file


@dataclass(frozen=True, slots=True)
class Host:
    """Files of a host's own, by name, each made for the path below which the site is served; endings of siblings."""

    files: Mapping[str, Callable[[str], str]] = field(default_factory=dict)
    siblings: tuple[str, ...] = ()


HOSTS: Mapping[str, Host] = {
    "github-pages": Host({".nojekyll": lambda _: ""}),  # publish the files as they are, without Jekyll
    "netlify": Host({"_headers": headers_file}),
    "cloudflare-pages": Host({"_headers": headers_file}),
    "nginx": Host(siblings=(".br", ".gz")),
    "caddy": Host(siblings=(".br", ".gz")),
}
ANY = Host()


def host_called(name: str) -> Host:
    """Return the host of this name, or for an empty one what suits any host; raise ProblemsFound for another."""
    if name and name not in HOSTS:
        raise ProblemsFound([Problem(Place("HOST", 0), f'unknown host "{name}".{guess(name, HOSTS)}')])
    return HOSTS[name] if name else ANY
