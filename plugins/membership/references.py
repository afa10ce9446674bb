"""Checks across fields: every name that is used is declared, every criterion is answered.

They walk the nodes, not the records, so that they report even when other fields of the file are wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from sources.nodes import Mapping, Node, Scalar
from sources.problems import Problem, guess

from .application import is_reserved
from .model import GUIDE


def reference_problems(root: Node) -> Iterator[Problem]:
    """Yield a problem for every name in membership.yaml that does not fit the others."""
    criteria = [criterion for group in root.each("groups") for criterion in group.each("criteria")]
    yield from _repeated("group", root.each("groups"))
    yield from _repeated("criterion", criteria)
    yield from _repeated("category", root.each("categories"))
    yield from _repeated("tier", root.each("tiers"))
    for tier in root.each("tiers"):
        subject = f'tier "{tier.text_of("id") or "?"}"'
        yield from _category_problems(subject, tier, _ids(root.each("categories")))
        yield from _requirement_problems(subject, tier, _ids(criteria))
        yield from _address_problems(subject, tier, root)
    yield from _empty_categories(root)


def _ids(records: Iterable[Node]) -> list[str]:
    return [known for record in records if (known := record.text_of("id"))]


def _repeated(noun: str, records: Iterable[Node]) -> Iterator[Problem]:
    first: dict[str, Node] = {}
    for record in records:
        known, node = record.text_of("id"), record.get("id")
        if known and node and first.setdefault(known, node) is not node:
            message = (
                f'{noun} "{known}": this id is taken, see line {first[known].place.line}. Each {noun} has its own.'
            )
            yield Problem(node.place, message, GUIDE)


def _category_problems(subject: str, tier: Node, known: list[str]) -> Iterator[Problem]:
    category = tier.get("category")
    if isinstance(category, Scalar) and category.text and category.text not in known:
        message = f'{subject}: unknown category "{category.text}".{guess(category.text, known)}'
        yield Problem(category.place, message, GUIDE)


def _requirement_problems(subject: str, tier: Node, known: list[str]) -> Iterator[Problem]:
    requirements = tier.get("requirements")
    if not isinstance(requirements, Mapping):
        return
    for name, node in requirements.entries.items():
        if name not in known:
            yield Problem(node.key_place, f'{subject}: unknown requirement "{name}".{guess(name, known)}', GUIDE)
    for name in known:
        if name not in requirements.entries:
            message = f'{subject}: no answer for "{name}". Write it down, or write "not stated".'
            yield Problem(requirements.key_place, message, GUIDE)


def _address_problems(subject: str, tier: Node, root: Node) -> Iterator[Problem]:
    shared = root.get("application")
    allowed = [host.text for host in root.each("application_hosts") if isinstance(host, Scalar) and host.text]
    found = _first("url", tier.get("application"), shared)
    if not (isinstance(found, Scalar) and found.text and found.text.startswith("https://")):
        return
    host = urlsplit(found.text).netloc
    if host not in allowed:
        message = f'{subject}, application url: "{host}" is not in application_hosts.{guess(host, allowed)}'
        yield Problem(found.place, message, "The application form")
    confirmed = _first("confirmed", tier.get("application"), shared)
    if isinstance(confirmed, Scalar) and (confirmed.text or "").casefold() in ("yes", "true") and is_reserved(host):
        message = f'{subject}: confirmed, but "{host}" is an address kept for examples. Put in the real one.'
        yield Problem(confirmed.place, message, "The application form")


def _first(key: str, *records: Node | None) -> Node | None:
    return next((found for record in records if record and (found := record.get(key))), None)


def _empty_categories(root: Node) -> Iterator[Problem]:
    used = {tier.text_of("category") for tier in root.each("tiers")}
    if not used or used - set(_ids(root.each("categories"))):
        return  # some tier's category is misspelt or lost: which one is empty, nobody knows yet
    for category in root.each("categories"):
        known = category.text_of("id")
        if known and known not in used:
            yield Problem(
                category.place, f'category "{known}": no tier is in it. Add one, or delete the category.', GUIDE
            )
