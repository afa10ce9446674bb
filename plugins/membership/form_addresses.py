"""Checks of the addresses of application forms: one problem for each, which names the cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from sources.ids import named
from sources.nodes import Mapping, Node, Scalar, Sequence
from sources.problems import Problem, nearest, quoted
from sources.web_addresses import HOST, https_host, is_https, is_reserved

from .model import Membership

GUIDE = "The application form"


def form_address_problems(root: Node, tiers: Iterable[Node]) -> Iterator[Problem]:
    """Yield a problem for every address whose host is not allowed, or confirmed though it can only be an example."""
    shared, hosts = root.get("application"), root.get("application_hosts")
    if hosts is None and isinstance(root, Mapping) and set(root.entries) - set(Membership.model_fields):
        return  # the list may be there, misspelt
    told: list[Node] = []
    for tier in tiers:
        own = tier.get("application")
        url, confirmed = (_first(name, own, shared) for name in ("url", "confirmed"))
        if not (isinstance(url, Scalar) and url.text and is_https(url.text)) or url in told:
            continue
        if complaint := _for_its_makers(url.text) or _complaint(https_host(url.text), confirmed, hosts):
            told.append(url)  # one that tiers share is one problem
            subject = f"{named('tier', tier)}, application url" if own and own.get("url") else "application url"
            yield Problem(url.place, f"{subject}: {complaint}", GUIDE)


def _for_its_makers(url: str) -> str | None:
    """Return what is wrong with the address at which a form is made, not filled in: visitors would be turned away."""
    if https_host(url) == "docs.google.com" and urlsplit(url).path.rstrip("/").endswith("/edit"):
        return 'there the form is edited, and visitors cannot open it. Press "Send" in the form, and copy its link.'
    return None


def _complaint(host: str, confirmed: Node | None, hosts: Node | None) -> str | None:
    if is_reserved(host) and isinstance(confirmed, Scalar) and (confirmed.text or "").casefold() in ("yes", "true"):
        return f"confirmed, but {quoted(host)} is kept for examples. Put in the real address."
    items = hosts.items if isinstance(hosts, Sequence) else ()
    allowed = [item.text for item in items if isinstance(item, Scalar) and item.text and HOST.fullmatch(item.text)]
    if host in allowed or len(allowed) < len(items) or (hosts and not items):
        return None  # or the list itself is wrong, which is told there
    near = nearest(host, (host for host in allowed if not is_reserved(host)))
    hint = f" Did you mean {quoted(near)}?" if near else ""
    return f"{quoted(host)} is not in application_hosts.{hint} If it is right, add it to application_hosts."


def _first(key: str, *records: Node | None) -> Node | None:
    return next((found for record in records if record and (found := record.get(key))), None)
