"""Checks of the ways to apply: one for each tier, which leads to a page, a file or an address that there is.

Of each address of a form there is one problem, which names the cause.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from urllib.parse import urlsplit

from sources.pages.links import complaint
from sources.pages.targets import Targets
from sources.pages.typed_addresses import elsewhere, finished
from sources.problems import Problem, guess, nearest, quoted
from sources.records.fields import is_yes
from sources.records.ids import named
from sources.records.web_addresses import (
    E_MAIL,
    HOST,
    email_address,
    host_name,
    https_address,
    https_host,
    is_https,
    is_reserved,
    mail_host,
)
from sources.yaml.nodes import Mapping, Node, Scalar, Sequence

from ...loaded import Loaded
from ..records import Membership
from .lead import HERE
from .prefill_problems import first_prefill
from .records import PLACES, WAY
from .services import service_of
from .window_problems import first_of

OTHERS = ("wait_list", "interest_form", "renew")
FIELDS_OF_FILE = {info.alias or name for name, info in Membership.model_fields.items()}


def way_problems(root: Node, loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for every tier with two ways to apply, and every way that leads nowhere."""
    shared = root.get("application")
    targets = cache(lambda: loaded.targets) if loaded.names_known else None  # names of others would seem to be wrong
    for tier in (None, *root.each("tiers")):
        own = tier.get("application") if tier else shared
        subject = f'tier "{tier.text_of("id") or "?"}", application' if tier else "application"
        if own is None:
            continue
        yield from _several(subject, own)
        yield from _unsent(subject, own, None if tier is None else shared)
        yield from _nowhere(subject, own, targets)
        for name in OTHERS:
            if other := own.get(name):
                yield from _several(f"{subject} {name}", other, needed=True)
                yield from _nowhere(f"{subject} {name}", other, targets)
                yield from _strange(f"{subject} {name}", other, root)


def _several(subject: str, own: Node, *, needed: bool = False) -> Iterator[Problem]:
    given = [(name, node) for name in PLACES if (node := first_of(name, own))]
    for name, node in given[1:]:
        before = given[0][0]
        both = f"{before} {quoted(given[0][1].text or '')} and {name} {quoted(node.text or '')}"
        yield Problem(node.place, f"{subject}: expected one way, found {both}. Keep one.")
    if needed and not given:
        message = f"expected one of {', '.join(PLACES)}, found none."
        yield Problem(own.place, f"{subject}: {message}")


def _unsent(subject: str, own: Node, shared: Node | None) -> Iterator[Problem]:
    send_to = first_of("send_to", own)
    mine = any(first_of(name, own) for name in WAY)
    if send_to and not first_of("document", own, None if mine else shared):
        message = 'there is no document to send. Add "document", or take this out.'
        yield Problem(send_to.place, f"{subject} send_to: {message}")


def _nowhere(subject: str, own: Node, targets: Callable[[], Targets] | None) -> Iterator[Problem]:
    for name in ("page", "document") if targets else ():
        node = first_of(name, own)
        if targets and node and (message := _complaint(node.text or "", targets)):
            yield Problem(node.place, f"{subject} {name}: {message}")


def _complaint(named: str, targets: Callable[[], Targets]) -> str | None:
    """Return what is wrong with the name of a page or file."""
    if E_MAIL.fullmatch(named.strip()):
        return None  # it is understood
    if elsewhere(finished(named)):
        return f'expected a page or file of this site, found {quoted(named)}. A form elsewhere stands behind "url".'
    return complaint(named, HERE, targets(), picture=False)


def _strange(subject: str, other: Node, root: Node) -> Iterator[Problem]:
    """Yield a problem for an address whose host is not allowed, or kept for examples: nothing confirms this one."""
    url, email = other.get("url"), other.get("email")
    address = https_address(url.text) if isinstance(url, Scalar) and url.text else ""
    if url and address.startswith("https://"):
        host = urlsplit(address).netloc
        known = (one.text for one in root.each("application_hosts") if isinstance(one, Scalar))
        allowed = [host_name(text) for text in known if text]
        if host not in allowed:
            message = f"{quoted(host)} is not in application_hosts.{guess(host, allowed)}"
            yield Problem(url.place, f"{subject} url: {message}")
        elif is_reserved(host):
            yield Problem(url.place, f"{subject} url: {_kept(host)}")
    if email and (host := _mail_host(other.text_of("email"))) and is_reserved(host):
        yield Problem(email.place, f"{subject} email: {_kept(host)}")


def _kept(host: str) -> str:
    return f"{quoted(host)} is an address kept for examples. Put in the real one."


def _mail_host(text: str | None) -> str:
    try:
        return mail_host(email_address(text or ""))
    except ValueError:
        return ""


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
        if message := by_path or _of_host(https_host(address), confirmed, hosts):
            told.append(url)  # one that tiers share is one problem
            subject = f"{named('tier', tier)}, application url" if own and own.get("url") else "application url"
            yield Problem(url.place, f"{subject}: {message}")


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


def _of_host(host: str, confirmed: Node | None, hosts: Node | None) -> str | None:
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
