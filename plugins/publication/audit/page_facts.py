"""What a finished page says, read once by an HTML5 parser: all that the rules ask about it."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from selectolax.lexbor import LexborHTMLParser

from .elements import Element, elements_of

ADDRESSES = frozenset(
    "href src srcset action formaction poster cite data background ping xlink:href".split()  # noqa: SIM905
)
RUNS = ("", "module", "text/javascript", "application/javascript")
LABELS = ("alt", "title", "aria-label", "content")
UNSEEN = "".join(map(chr, range(0x21)))
NO_LINE_ENDS = str.maketrans("", "", "\t\n\r")
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


class Address(NamedTuple):
    """An address in a page: on which element, in which attribute."""

    element: str
    attribute: str
    value: str
    rel: str = ""


class Heading(NamedTuple):
    """A heading of a page, with its id, which links can lead to."""

    level: int
    words: str
    id: str


@dataclass(frozen=True, slots=True)
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
    inline_code: tuple[str, ...]  # style attributes and event handlers, as element and attribute
    styles: tuple[str, ...]
    scripts: tuple[str, ...]  # those that run, and not data such as JSON
    first_in_head: tuple[tuple[str, str, str], ...]  # two elements, each with its first attribute
    policies: tuple[str, ...]
    referrer_policies: tuple[str, ...]
    pictures_without_words: tuple[str, ...]
    labels: tuple[str, ...]  # words in attributes: said aloud, shown on hovering, or read by machines
    days: tuple[str, ...]  # those that the text shows, as machines read them
    text: str
    loose_directives: int  # how often ":::" stands in the text, outside of code
    weight: int  # bytes as gzip sends it, which every host can at least


def page_facts(file: str, html: str) -> PageFacts:
    """Return the facts of one page of the output."""
    tree = LexborHTMLParser(html)
    elements = elements_of(tree)
    text = tree.body.text(separator=" ") if tree.body else ""
    return PageFacts(
        file=file,
        complete=html.rstrip().endswith("</html>"),
        language=(tree.root.attributes.get("lang") if tree.root else "") or "",
        text=text,
        loose_directives=text.count(":::") - sum(code.text().count(":::") for code in tree.css("code")),
        weight=len(zlib.compress(html.encode(), 9, 31)),
        **_about(elements),
        **_read(elements),
        **_run(elements),
    )


def _about(elements: Sequence[Element]) -> dict[str, Any]:
    """Return what the page says about itself."""
    metas = [one for one in elements if one.tag == "meta"]
    head = [one for one in elements if one.in_head]
    return {
        "titles": tuple(one.node.text().strip() for one in head if one.tag == "title"),
        "descriptions": _contents(metas, "name", "description"),
        "metas": {one.get("property") or one.get("name"): one.get("content") for one in metas if one.in_head},
        "structured_data": tuple(one.node.text() for one in head if one.is_structured_data),
        "first_in_head": tuple(_first_attribute(one) for one in head[:2]),
        "policies": _contents(metas, "http-equiv", "content-security-policy"),
        "referrer_policies": _contents(metas, "name", "referrer"),
    }


def _read(elements: Sequence[Element]) -> dict[str, Any]:
    """Return what visitors read and follow."""
    return {
        "headings": tuple(
            Heading(HEADINGS[one.tag], one.node.text().strip(), one.get("id"))
            for one in elements
            if one.tag in HEADINGS
        ),
        "ids": tuple(value for one in elements if (value := one.attributes.get("id")) is not None),
        "addresses": tuple(address for one in elements for address in _addresses(one)),
        "pictures_without_words": tuple(one.get("src") for one in elements if one.tag == "img" and not one.get("alt")),
        "labels": tuple(
            value for one in elements for name, value in one.attributes.items() if name in LABELS and value
        ),
        "days": tuple(one.get("datetime") for one in elements if one.tag == "time"),
    }


def _run(elements: Sequence[Element]) -> dict[str, Any]:
    """Return what a browser does with the page."""
    attributes = ((one.tag, name) for one in elements for name in one.attributes)
    return {
        "elements": frozenset(
            one.tag for one in elements if one.tag != "script" or not (one.is_structured_data or one.is_exit_script)
        ),
        "inline_code": tuple(f"<{tag} {name}>" for tag, name in attributes if name == "style" or name.startswith("on")),
        "styles": tuple(one.node.text() for one in elements if one.tag == "style"),
        "scripts": tuple(one.node.text() for one in elements if one.tag == "script" and one.get("type") in RUNS),
    }


def outline(page: PageFacts) -> PageFacts:
    """Return of a page what the rules about the whole site ask, so that ten thousand of them can be kept in mind."""
    return replace(page, structured_data=(), styles=(), scripts=(), policies=(), labels=(), days=(), text="")


def _contents(metas: Iterable[Element], attribute: str, value: str) -> tuple[str, ...]:
    return tuple(one.get("content").strip() for one in metas if one.get(attribute).casefold() == value)


def _first_attribute(element: Element) -> tuple[str, str, str]:
    name, value = next(iter(element.attributes.items()), ("", ""))
    return element.tag, name, (value or "").casefold()


def _addresses(element: Element) -> Iterator[Address]:
    tag, rel = element.tag, element.get("rel")
    for name, value in element.attributes.items():
        if name in ADDRESSES and value is not None:
            parts = [part.split()[0] for part in value.split(",") if part.strip()] if name == "srcset" else [value]
            yield from (Address(tag, name, browser_reads(part), rel) for part in parts)
    if tag == "meta" and element.get("http-equiv").casefold() == "refresh":
        yield Address(tag, "content", browser_reads(element.get("content").partition("=")[2]))


def browser_reads(address: str) -> str:
    """Return an address as a browser takes it: without control characters and surrounding space (URL Standard, 4.4)."""
    return address.strip(UNSEEN).translate(NO_LINE_ENDS)
