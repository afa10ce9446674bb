"""Reads links, headings and text from the tree that Python-Markdown makes of a page, before it is written as HTML."""

from __future__ import annotations

import re
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor

from . import rendered as signs
from .inline.notes import BACK, Footnotes
from .inline.tags import WITHIN
from .rendered import CONTROL, Heading, Link

KINDS = {
    **dict.fromkeys(("p", "dt", "dd", "summary"), signs.PARAGRAPH),
    "li": signs.ENTRY,
    **dict.fromkeys(("td", "th"), signs.CELL),
}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
MARKS = {"em": signs.EM, "strong": signs.STRONG}
# What Python-Markdown has put aside: escaped signs, and raw text (util.py).
ASIDE = re.compile("\x02(?:(?P<sign>[0-9]+)|wzxhzdk:(?P<raw>[0-9]+))\x03")
MAIL = "\x02amp\x03"


class Names(dict[str, tuple[str, str]]):
    """Addresses by the names that links have for them; `used` are those that were looked up."""

    def __init__(self) -> None:
        super().__init__()
        self.used: set[str] = set()

    def __getitem__(self, name: str) -> tuple[str, str]:
        self.used.add(name)
        return super().__getitem__(name)


class TreeReader(Treeprocessor):
    """Notes the links, the headings and the text of a page; changes nothing."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        md.references = self.names = Names()
        self.notes = next(one for one in md.registeredExtensions if isinstance(one, Footnotes))
        self.unescaped = UnescapeTreeprocessor(md).unescape
        self.forget()

    def forget(self) -> None:
        """Begin a new page."""
        self.names.used.clear()
        self.text = ""
        self.links: list[Link] = []
        self.headings: list[Heading] = []

    def run(self, root: Element) -> None:
        """Read the tree of a page."""
        parts: list[str] = []
        self._read(root, parts)
        self.text = self._restored("".join(parts))

    def _read(self, parent: Element, parts: list[str]) -> None:
        """Add what stands in an element, but not the sign of the element itself."""
        if parent.text and parent.text != "\n":
            parts.append(parent.text)
        for number, child in enumerate(parent):
            block = KINDS.get(child.tag)
            if child.tag == "pre" and len(child):  # between fences; without them it may be text
                parts.append(signs.OTHER)
                self._code(child, parts)
            elif block or child.tag in HEADINGS or child.tag == "pre":
                self._block(child, block or signs.CODE, parts, entry=not number and parent.tag == "li")
            elif child.tag in INLINE:
                INLINE[child.tag](self, child, parts)
                parts.append(child.tail or "")
                continue
            elif child.get("class") != "toc":
                self._read(child, parts)
            if child.tail and child.tail != "\n":
                parts += [signs.OTHER, child.tail]

    def _block(self, element: Element, sign: str, parts: list[str], *, entry: bool) -> None:
        level = HEADINGS.get(element.tag)
        if level:
            sign = signs.HEADING
            words = self._restored(self.unescaped("".join(element.itertext())))
            self.headings.append(Heading(level, " ".join(unescape(CONTROL.sub("", words)).split())))
        elif element.tag == "p" and entry:
            sign = signs.ENTRY
        parts.append(sign)
        if element.tag == "pre":
            parts.append(unescape("".join(element.itertext())))
        else:
            self._read(element, parts)

    def _link(self, element: Element, parts: list[str]) -> None:
        if element.get("class") == BACK:
            return
        address = element.get("href", "")
        parts.append(signs.LINK)
        if MAIL in address:  # each letter is written as a number
            address = unescape(address.replace(MAIL, "&"))
            parts.append(address.removeprefix("mailto:"))
        else:
            self._read(element, parts)
        self.links.append(Link(self.unescaped(address)))
        parts += [signs.LINK_END, signs.HIDDEN, address, " ", element.get("title", ""), signs.HIDDEN_END]

    def _picture(self, element: Element, parts: list[str]) -> None:
        address, words = element.get("src", ""), element.get("alt", "").strip()
        self.links.append(Link(self.unescaped(address), picture=True))
        parts.append("" if words else signs.PICTURE)
        parts += [signs.HIDDEN, words, " ", address, " ", element.get("title", ""), signs.HIDDEN_END]

    def _mark(self, element: Element, parts: list[str]) -> None:
        parts.append(MARKS[element.tag])
        self._read(element, parts)
        parts.append(MARKS[element.tag])

    def _otherwise(self, element: Element, parts: list[str]) -> None:
        """Add what is marked, and what an abbreviation stands for; a footnote's number is no part of the text."""
        parts.append(signs.MARK)
        if not element.get("id"):
            self._read(element, parts)
            parts.append(signs.MARK)
            if title := element.get("title"):
                parts += [signs.HIDDEN, title, signs.HIDDEN_END]

    def _code(self, element: Element, parts: list[str]) -> None:
        parts += [signs.HIDDEN, "".join(element.itertext()), signs.HIDDEN_END]

    def _restored(self, text: str) -> str:
        """Return a text with what Python-Markdown has put aside."""
        return ASIDE.sub(self._put_back, text) if "\x02" in text else text

    def _put_back(self, aside: re.Match[str]) -> str:
        if aside["raw"]:
            return f"{signs.HIDDEN}{self.md.htmlStash.rawHtmlBlocks[int(aside['raw'])]}{signs.HIDDEN_END}"
        return signs.ESCAPED


INLINE = {
    **dict.fromkeys(WITHIN, TreeReader._otherwise),
    "a": TreeReader._link,
    "img": TreeReader._picture,
    "em": TreeReader._mark,
    "strong": TreeReader._mark,
    "code": TreeReader._code,
    "br": lambda *_: None,
    **dict.fromkeys(("said", "word"), lambda *_: None),  # the theme's
}
