"""Checks of the addresses of application forms: one problem for each, which names the cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from sources.problems import Problem, nearest, quoted
from sources.records.fields import is_yes
from sources.records.ids import named
from sources.records.web_addresses import HOST, host_name, https_address, https_host, is_https, is_reserved
from sources.yaml.nodes import Mapping, Node, Scalar, Sequence

from ..records import Membership, Section
from .prefill_problems import first_prefill
from .records import WAY
from .services import service_of
from .window_problems import first_of

FIELDS_OF_FILE = {info.alias or name for name, info in Membership.model_fields.items()}


def form_address_problems(root: Node, tiers: Iterable[Node]) -> Iterator[Problem]:
    """Yield a problem for every address whose host is not allowed, or confirmed though it can only be an example."""
    shared, hosts = root.get("application"), root.get("application_hosts")
    if hosts is None and isinstance(root, Mapping) and set(root.entries) - FIELDS_OF_FILE:
        return  # the list may be there, misspelt
    told: list[Node] = []
    for tier in tiers:
        own = tier.get("application")
        others = None if any(first_of(name, own) for name in WAY) else shared
        url, confirmed = _first_given("url", own, others), _first_given("confirmed", own, shared)
        address = https_address(url.text) if isinstance(url, Scalar) and url.text else ""
        if url is None or url in told or not is_https(address):
            continue
        prefill = first_prefill(own, shared)
        by_path = _for_its_makers(address) or _shortened(address, prefill)
        if complaint := by_path or _complaint(https_host(address), confirmed, hosts):
            told.append(url)  # one that tiers share is one problem
            subject = f"{named('tier', tier)}, application url" if own and own.get("url") else "application url"
            yield Problem(url.place, f"{subject}: {complaint}", Section.FORM)


def _for_its_makers(url: str) -> str | None:
    """Return what is wrong with the address at which a form is made, not filled in: visitors would be turned away."""
    if https_host(url) == "docs.google.com" and urlsplit(url).path.rstrip("/").endswith("/edit"):
        return 'there the form is edited, and visitors cannot open it. Press "Send" in the form, and copy its link.'
    return None


def _shortened(url: str, prefill: Node | None) -> str | None:
    """Return what is wrong with a short address: nobody can tell which form it stands for, and what that takes."""
    service = service_of(url)
    if not (prefill and service and service.shortened):
        return None
    message = "expected the address of the form itself, which a prefill needs, found a short one. Open it, and copy"
    return f"{message} the address that the browser then shows."


def _complaint(host: str, confirmed: Node | None, hosts: Node | None) -> str | None:
    if is_reserved(host) and isinstance(confirmed, Scalar) and is_yes(confirmed.text):
        return f"confirmed, but {quoted(host)} is kept for examples. Put in the real address."
    items = hosts.items if isinstance(hosts, Sequence) else ()
    names = [host_name(item.text) for item in items if isinstance(item, Scalar) and item.text]
    allowed = [name for name in names if HOST.fullmatch(name)]
    if host in allowed or len(allowed) < len(items) or (hosts and not items):
        return None  # or the list itself is wrong, which is told there
    near = nearest(host, (host for host in allowed if not is_reserved(host)))
    hint = f" Did you mean {quoted(near)}?" if near else ""
    return f"{quoted(host)} is not in application_hosts.{hint} If it is right, add it to application_hosts."


def _first_given(key: str, *records: Node | None) -> Node | None:
    return next((found for record in records if record and (found := record.get(key))), None)
