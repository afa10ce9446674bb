"""Addresses that stand alone in a sentence, and names of pages between two brackets, become links.

pymdownx's magiclink was weighed: it takes the last bracket of an address for text, and makes http of www.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import ImageInlineProcessor, InlineProcessor, LinkInlineProcessor
from markdown.util import AtomicString

# What may stand in an address: anything seen, also a sign that stood behind a backslash (\x02 to \x03), but no entity
# such as &nbsp;. The last alternative is what must not follow.
SIGN = r"(?:\x02\d+\x03|(?!&(?:nbsp|lt|gt|quot);)[^\s<>\"\u201c\u201d\u201e\u00ab\u00bb\x00-\x1f])"
HOST = r"[\w-]+(?:\.[\w-]+)*"
BARE = (
    rf"(?i:(?<![\w@/.:-])(?P<open><)?(?P<address>(?:https?://|www\.(?=[\w-]+\.\w)){HOST}(?:[:/?#]{SIGN}*)?)(?(open)>))"
)
E_MAIL = r"(?<![\w.+/@:-])[\w.+-]*\w@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}(?![\w@-])"
CALL = r"(?i:<((?:tel|sms|mailto):[^<>\s]+)>)"
NAME = r"\[\[(?P<name>[^\[\]|\n]+)(?:\|(?P<words>[^\[\]|\n]+))?\]\]"
CURLY = re.compile(r"(?P<address>\S+)\s+[\u201c\u201d\u201e\u00ab\u2018](?P<title>.+)[\u201c\u201d\u00bb\u2019]")
BRACKETS = {")": "(", "]": "[", "}": "{"}
AFTERWARD = "?!.,:;*_~'\u2018\u2019\u2026|"  # signs that end a sentence, or what an address stands in


class _OutsideOfLinks(InlineProcessor):
    ANCESTOR_EXCLUDES = ("a",)


class _CurlyTitle(LinkInlineProcessor):
    """Reads a title in curly quotes, as word processors type them, as one in straight quotes."""

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802
        """Return address, title, where they end, and whether there is a link."""
        address, title, index, handled = super().getLink(data, index)
        curly = None if title else CURLY.fullmatch(address)
        return (curly["address"], curly["title"], index, handled) if curly else (address, title, index, handled)


class Link(_CurlyTitle):
    """A link, with such a title."""


class Picture(_CurlyTitle, ImageInlineProcessor):
    """A picture, with such a title."""


class BareAddress(_OutsideOfLinks):
    """Makes a link of an address such as https://www.mo.gov or www.mo.gov."""

    signs = ("://", "www.", "WWW.", "Www.")
    needs = re.compile(r"://(?<!\]\(https://)|[wW]ww\.|WWW\.")  # most addresses are those of links

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # noqa: N802
        """Return the link; what ends the sentence is not part of the address."""
        address = m["address"] if m["open"] else trimmed(m["address"])
        if not re.search(r"\w\.?\w", address.partition("//")[2] or address):
            return None, None, None
        return _link(address, address), m.start(), m.end() if m["open"] else m.start() + len(address)


class BareMail(_OutsideOfLinks):
    """Makes a link of an e-mail address."""

    signs = ("@",)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # noqa: N802
        """Return the link."""
        return _link(m[0], m[0]), m.start(), m.end()


class BareCall(_OutsideOfLinks):
    """Makes a link of a telephone number as in <tel:+1-314-555-0100>."""

    signs = ("<",)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # noqa: N802
        """Return the link, in the words of its number."""
        return _link(m[1], m[1].partition(":")[2]), m.start(), m.end()


class NamedPage(_OutsideOfLinks):
    """Makes a link of [[history]] and [[history|our past]]; which page is so called, targets.py finds."""

    signs = ("[[",)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # noqa: N802
        """Return the link."""
        link = _link(m["name"].strip(), "")
        link.text = (m["words"] or m["name"].partition("#")[0] or m["name"]).strip()
        return link, m.start(), m.end()


def trimmed(address: str) -> str:
    """Return an address without the signs behind it that belong to the sentence; brackets that it opens stay."""
    while address:
        last = address[-1]
        if address.endswith("=="):
            address = address[:-2]
        elif last in AFTERWARD or (last in BRACKETS and address.count(BRACKETS[last]) < address.count(last)):
            address = address[:-1]
        else:
            break
    return address


def _link(address: str, words: str) -> Element:
    link = Element("a", {"href": address})
    link.text = AtomicString(words)
    return link
