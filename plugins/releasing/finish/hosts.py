"""Where the site can be published to, and what each host wants to find among the pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import quote

from sources.problems import Section, guess, refusal

from .headers import (
    EVERYWHERE,
    FOR_NO_SEARCH_ENGINE,
    KEPT_FOR_EVER,
    PICTURE_POLICY,
    PICTURES,
    SHOWN_AS_PAGES,
    Header,
    Served,
)


@dataclass(frozen=True, slots=True)
class Host:
    """Files of a host's own, by name, each made for the site (None: it needs none); endings of siblings."""

    files: Mapping[str, Callable[[Served], str | None]] = field(default_factory=dict)
    siblings: tuple[str, ...] = ()


def headers_file(served: Served) -> str:
    """Return the file `_headers` of Netlify and Cloudflare Pages.

    Both join the values of a header that two rules give, so that both policies hold; and both by themselves let pages
    be kept until asked about, so only pictures have a rule for that. At most 100 rules and 2,000 characters a line
    (https://developers.cloudflare.com/pages/configuration/headers/, https://docs.netlify.com/routing/headers/).
    """
    prefix = served.prefix
    alone = Header("Content-Security-Policy", PICTURE_POLICY)
    rules = (
        (f"{prefix}/*", (*EVERYWHERE, *((FOR_NO_SEARCH_ENGINE,) if served.shared else ()))),
        (f"{prefix}{PICTURES}*", (KEPT_FOR_EVER, alone)),
        *((f"{prefix}/*{ending}", (alone,)) for ending in SHOWN_AS_PAGES),
    )
    return "".join(f"{path}\n" + "".join(f"  {one.name}: {one.value}\n" for one in some) for path, some in rules)


def redirects_file(status: str, served: Served) -> str | None:
    """Return the file `_redirects` of Netlify and Cloudflare Pages: old path, new path, status; None without any.

    Cloudflare redirects whether or not there is a file of that path, Netlify only where the status ends in `!`. At
    most 2,000 lines of 1,000 characters (https://developers.cloudflare.com/pages/configuration/redirects/).
    """
    lines = [f"{quote(old)} {new} {status}\n" for old, new in served.redirects]
    if status.endswith("!"):  # Cloudflare takes the nearest page of that name by itself
        lines += [f"{served.prefix}/{folder}* {served.prefix}/{folder}404.html 404\n" for folder in served.folders]
    return "".join(lines) or None


HOSTS: Mapping[str, Host] = {
    "github-pages": Host({".nojekyll": lambda _: ""}),  # publish the files as they are, without Jekyll
    "netlify": Host({"_headers": headers_file, "_redirects": partial(redirects_file, "301!")}),
    "cloudflare-pages": Host({"_headers": headers_file, "_redirects": partial(redirects_file, "301")}),
    "nginx": Host(siblings=(".br", ".gz")),
    "caddy": Host(siblings=(".br", ".gz")),
}
ANY = Host()


def host_called(name: str) -> Host:
    """Return the host of this name, or for an empty one what suits any host; raise ProblemsFound for another."""
    if name and name not in HOSTS:
        message = f'unknown host "{name}".{guess(name, HOSTS)}'
        raise refusal("HOST", message, Section.PUBLISHING)
    return HOSTS[name] if name else ANY
