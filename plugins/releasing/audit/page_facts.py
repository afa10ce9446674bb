"""Reads a page of the output into what the rules ask of it, and into the little that those about all pages ask."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from checking.private import address_words, plain

from .addresses import HOLD_ADDRESSES, Address, addresses_in
from .elements import HEADINGS, Element, elements_of, running_text, stretches, without_other_languages

Attributes = Sequence[tuple[Element, str, str | None]]

RUNS = ("", "module", "text/javascript", "application/javascript")
LABELS = ("alt", "title", "aria-label", "aria-description", "content", "placeholder", "value", "label", "download")
# What runs code, or tells another site of a click or where a visitor came from.
TELLS = frozenset(["style", "ping", "attributionsrc", "referrerpolicy"])
# The attributes of drawings that are properties of CSS and may hold an address.
PAINTS = frozenset("fill stroke filter mask clip-path cursor marker marker-start marker-mid marker-end".split())  # noqa: SIM905
HEADERS = ("content-security-policy", "refresh")


class Outline(NamedTuple):
    """A page as others see it. `links` are its addresses within the site, `headings` the ids of its headings."""

    file: str
    titles: tuple[str, ...]
    descriptions: tuple[str, ...]
    ids: tuple[str, ...]
    headings: tuple[str, ...]
    links: tuple[str, ...]
    weight: int


def outline(page: PageFacts) -> Outline:
    """Return the outline of a page."""
    return Outline(
        page.file,
        page.titles,
        page.descriptions,
        page.ids,
        tuple(heading.id for heading in page.headings if heading.id),
        tuple(one.value for one in page.addresses if not (one.scheme or one.is_canonical or one.is_left_over)),
        page.weight,
    )


class Heading(NamedTuple):
    """A heading of a page, with its id, which links can lead to."""

    level: int
    words: str
    id: str


@dataclass(frozen=True)
class PageFacts:
    """One page of the output; texts are as a browser sees them, after all decoding."""

    file: str
    complete: bool
    language: str
    titles: tuple[str, ...]
    descriptions: tuple[str, ...]
    metas: Mapping[str, str]  # by property or name; of two alike the last
    structured_data: tuple[str, ...]  # what machines read, as JSON-LD; no browser runs it
    headings: tuple[Heading, ...]
    ids: tuple[str, ...]
    addresses: tuple[Address, ...]
    elements: frozenset[str]
    inline_code: tuple[str, ...]  # attributes that have no place here, such as event handlers, with their elements
    styles: tuple[str, ...]
    paints: tuple[str, ...]  # values of attributes that are such of CSS
    scripts: tuple[str, ...]  # those that run, and not data such as JSON
    first_in_head: tuple[tuple[str, str, str], ...]  # two elements, each with its first attribute
    policies: tuple[str, ...]
    referrer_policies: tuple[str, ...]
    refreshes: tuple[str, ...]  # what a browser does by itself after a while, such as going elsewhere
    pictures_without_words: tuple[str, ...]
    labels: tuple[str, ...]  # words in attributes: said aloud, shown on hovering, or read by machines
    days: tuple[str, ...]  # those that the text shows, as machines read them
    text: str
    running: str  # the text as one reads it, each passage on one line
    own: frozenset[str]  # each stretch of text that is not marked as being in another language
    loose_directives: int  # how often ":::" stands in the text, outside of code
    weight: int  # bytes as gzip sends it, which every host can at least

    @cached_property
    def said(self) -> str:
        """Return all that the page tells people and machines in words, without signs that hide some of them."""
        others = (" ".join(words.split()) for words in dict.fromkeys([*self.titles, *self.descriptions, *self.labels]))
        return plain("\n".join([self.running, *others]))

    @cached_property
    def linked(self) -> str:
        """Return what the addresses of the page say, one a line."""
        return "\n".join(dict.fromkeys(address_words(one.value) for one in self.addresses))


def page_facts(file: str, html: str) -> PageFacts:
    """Return the facts of one page of the output."""
    tree = LexborHTMLParser(html)
    tags, elements = elements_of(tree)
    attributes = [(one, name, value) for one in elements for name, value in one.attributes.items()]
    text = tree.body.text(separator=" ") if tree.body else ""
    code = tree.css("code") if "code" in tags else ()
    others = any(name == "lang" for one, name, _ in attributes if one.tag != "html")
    return PageFacts(
        file=file,
        complete=html.rstrip().endswith("</html>"),
        language=(tree.root.attributes.get("lang") if tree.root else "") or "",
        first_in_head=tuple(_first_attribute(node) for node in islice(tree.head.iter(), 2)) if tree.head else (),
        text=text,
        loose_directives=text.count(":::") - sum(one.text().count(":::") for one in code),
        weight=len(zlib.compress(html.encode(), 9, 31)),
        **_about(elements),
        **_read(elements, attributes),
        **_run(tags, elements, attributes),
        own=stretches(without_other_languages(html) if others else tree),
        running=running_text(tree),  # last, as it takes the tree apart
    )


def _about(elements: Sequence[Element]) -> dict[str, Any]:
    """Return what the page says about itself."""
    metas = [one for one in elements if one.tag == "meta"]
    return {
        "titles": tuple(one.node.text().strip() for one in elements if one.tag == "title" and one.in_head),
        "descriptions": _contents(metas, "name", "description"),
        "metas": {one.get("property") or one.get("name"): one.get("content") for one in metas if one.in_head},
        "structured_data": tuple(one.node.text() for one in elements if one.is_structured_data),
        "policies": _contents(metas, "http-equiv", "content-security-policy"),
        "referrer_policies": _contents(metas, "name", "referrer"),
        "refreshes": _contents(metas, "http-equiv", "refresh"),
    }


def _read(elements: Sequence[Element], attributes: Attributes) -> dict[str, Any]:
    """Return what visitors read and follow."""
    return {
        "headings": tuple(
            Heading(HEADINGS[one.tag], one.node.text().strip(), one.get("id"))
            for one in elements
            if one.tag in HEADINGS
        ),
        "ids": tuple(value for _, name, value in attributes if name == "id" and value is not None),
        "addresses": tuple(
            address
            for one, name, value in attributes
            if value is not None and name in HOLD_ADDRESSES
            for address in addresses_in(one, name, value)
        ),
        "pictures_without_words": tuple(one.get("src") for one in elements if one.is_silent_picture),
        "labels": tuple(value for _, name, value in attributes if value and name in LABELS),
        "days": tuple(one.get("datetime") for one in elements if one.tag == "time"),
    }


def _run(tags: frozenset[str], elements: Sequence[Element], attributes: Attributes) -> dict[str, Any]:
    """Return what a browser does with the page."""
    scripts = [one for one in elements if one.tag == "script"]
    ours = all(one.is_structured_data or one.is_exit_script for one in scripts)
    return {
        "elements": tags - {"script"} if ours else tags,
        "inline_code": tuple(
            f"<{one.tag} {name}>"
            for one, name, value in attributes
            if name in TELLS
            or name.startswith("on")
            or (name == "http-equiv" and (value or "").casefold() not in HEADERS)
        ),
        "styles": tuple(one.node.text() for one in elements if one.tag == "style"),
        "paints": tuple(value for _, name, value in attributes if name in PAINTS and value),
        "scripts": tuple(one.node.text() for one in scripts if one.get("type") in RUNS),
    }


def _contents(metas: Iterable[Element], attribute: str, value: str) -> tuple[str, ...]:
    return tuple(one.get("content").strip() for one in metas if one.get(attribute).casefold() == value)


def _first_attribute(node: LexborNode) -> tuple[str, str, str]:
    name, value = next(iter(node.attributes.items()), ("", ""))
    return node.tag or "", name, (value or "").casefold()
