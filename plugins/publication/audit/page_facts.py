"""What a finished page says, read once by an HTML5 parser: all that the rules ask about it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

ADDRESSES = frozenset(
    "href src srcset action formaction poster cite data background ping xlink:href".split()  # noqa: SIM905
)
RUNS = ("", "module", "text/javascript", "application/javascript")
LABELS = ("alt", "title", "aria-label", "content")
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


@dataclass(frozen=True, slots=True)
class Address:
    """An address in a page: on which element, in which attribute."""

    element: str
    attribute: str
    value: str
    rel: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
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
    elements = [node for node in tree.root.traverse(include_text=False) if node.tag] if tree.root else []
    root = tree.root.attributes if tree.root else {}
    text = tree.body.text(separator=" ") if tree.body else ""
    head = list(tree.head.iter()) if tree.head else []
    return PageFacts(
        file=file,
        complete=html.rstrip().endswith("</html>"),
        language=root.get("lang") or "",
        titles=tuple(node.text().strip() for node in elements if node.tag == "title" and _in_head(node)),
        descriptions=_contents(elements, "name", "description"),
        metas={
            node.attributes.get("property") or node.attributes.get("name") or "": node.attributes.get("content") or ""
            for node in head
            if node.tag == "meta"
        },
        structured_data=tuple(node.text() for node in head if _is_structured_data(node)),
        headings=tuple(
            Heading(HEADINGS[node.tag], node.text().strip(), node.attributes.get("id") or "")
            for node in elements
            if node.tag in HEADINGS
        ),
        ids=tuple(value for node in elements if (value := node.attributes.get("id")) is not None),
        addresses=tuple(address for node in elements for address in _addresses(node)),
        elements=frozenset(
            tag
            for node in elements
            if (tag := node.tag or "") != "script" or not (_is_structured_data(node) or _is_exit_script(node))
        ),
        inline_code=tuple(
            f"<{node.tag} {name}>"
            for node in elements
            for name in node.attributes
            if name == "style" or name.startswith("on")
        ),
        styles=tuple(node.text() for node in elements if node.tag == "style"),
        scripts=tuple(
            node.text() for node in elements if node.tag == "script" and (node.attributes.get("type") or "") in RUNS
        ),
        first_in_head=tuple(_first_attribute(node) for node in _children(tree.head)[:2]),
        policies=_contents(elements, "http-equiv", "content-security-policy"),
        referrer_policies=_contents(elements, "name", "referrer"),
        pictures_without_words=tuple(
            node.attributes.get("src") or ""
            for node in elements
            if node.tag == "img" and not node.attributes.get("alt")
        ),
        labels=tuple(value for node in elements for name, value in node.attributes.items() if name in LABELS and value),
        days=tuple(node.attributes.get("datetime") or "" for node in elements if node.tag == "time"),
        text=text,
        loose_directives=text.count(":::") - sum(code.text().count(":::") for code in tree.css("code")),
        weight=len(zlib.compress(html.encode(), 9, 31)),
    )


def outline(page: PageFacts) -> PageFacts:
    """Return of a page what the rules about the whole site ask, so that ten thousand of them can be kept in mind."""
    return replace(page, structured_data=(), styles=(), scripts=(), policies=(), labels=(), days=(), text="")


def _is_structured_data(node: LexborNode) -> bool:
    return node.tag == "script" and node.attributes == {"type": "application/ld+json"} and _in_head(node)


def _is_exit_script(node: LexborNode) -> bool:
    """Tell whether a script is the one at the end of the page, whose text the policy names."""
    last = node.next
    while last is not None and not (last.text() or "").strip() and last.tag == "-text":
        last = last.next
    return last is None and not node.attributes and node.parent is not None and node.parent.tag == "body"


def _contents(elements: list[LexborNode], attribute: str, value: str) -> tuple[str, ...]:
    return tuple(
        (node.attributes.get("content") or "").strip()
        for node in elements
        if node.tag == "meta" and (node.attributes.get(attribute) or "").casefold() == value
    )


def _children(node: LexborNode | None) -> list[LexborNode]:
    return list(node.iter(include_text=False)) if node else []


def _first_attribute(node: LexborNode) -> tuple[str, str, str]:
    name, value = next(iter(node.attributes.items()), ("", ""))
    return node.tag or "", name, (value or "").casefold()


def _in_head(node: LexborNode) -> bool:
    parent = node.parent
    return parent is not None and parent.tag == "head"


def _addresses(node: LexborNode) -> list[Address]:
    tag, attributes = node.tag or "", node.attributes
    found: list[Address] = []
    for name, value in attributes.items():
        if name not in ADDRESSES or value is None:
            continue
        values = [part.split()[0] for part in value.split(",") if part.strip()] if name == "srcset" else [value]
        found.extend(Address(tag, name, browser_reads(one), attributes.get("rel") or "") for one in values)
    if tag == "meta" and (attributes.get("http-equiv") or "").casefold() == "refresh":
        found.append(Address(tag, "content", browser_reads((attributes.get("content") or "").partition("=")[2])))
    return found


def browser_reads(address: str) -> str:
    """Return an address as a browser takes it: without control characters and surrounding space (URL Standard, 4.4)."""
    return re.sub(r"[\t\n\r]", "", address.strip("".join(map(chr, range(0x21)))))
