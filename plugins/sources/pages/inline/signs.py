"""Signs within a line that Python-Markdown alone leaves as they are, or reads otherwise than people mean them."""

from __future__ import annotations

import re
from functools import cache
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor, SubstituteTagInlineProcessor

# A word, a sign before it at most: x^2^ and H~2~O, but neither 2^3+3^ nor from ~20-~30.
LOW = r"(?<=[\w)\]])(~)([+\u2212-]?\w{1,20})~(?!~)"
HIGH = r"(?<=[\w)\]])(\^)([+\u2212-]?\w{1,20})\^"
LINE_END = r"\\\n"
LOOSE = r"(?<!\*)\*\*(?!\*)(?P<words>[^*]+)\*\*(?!\*)"
LOOSE_LOW = r"(?<!\w)__(?!_)(?P<words>[^_]+)__(?!_)"
# What other programs read as attributes, behind a link, a picture or what is bold: {target=_blank}, {: .wide}.
ATTRIBUTES = r"(?<=[\x03)\]*_`~>])\{:?[ ]*(?:(?:[.#][\w-]+|[\w-]+=(?:\"[^\"{}]*\"|'[^'{}]*'|[^\s{}\"']+))[ ]*)+\}"
SHORTCODE = r"(?<![\w:])(:(?:[a-z][a-z0-9_+-]*|\+1|-1|100):)(?![\w:])"


class Low(SimpleTagInlineProcessor):
    """Makes of H~2~O what stands low."""

    signs = ("~",)


class High(SimpleTagInlineProcessor):
    """Makes of x^2^ what stands high."""

    signs = ("^",)


class LineEnd(SubstituteTagInlineProcessor):
    """Ends a line where a backslash stands at its end."""

    signs = ("\\\n",)


class LooseBold(InlineProcessor):
    """Makes words bold that have a space at one of their stars, as in **so **and; at both, where they are no sum."""

    signs: tuple[str, ...] = ("**",)
    needs = re.compile(r"\*\*(?:\s[^*\0]*|[^*\0]*\s)\*\*")

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # noqa: N802
        """Return the words; those that stand close are left to Python-Markdown."""
        words: str = m["words"]
        if words == words.strip() or not re.search(r"[^\W\d_]{2}", words):
            return None, None, None
        bold = Element("strong")
        bold.text = words
        return bold, m.start(), m.end()


class LooseBoldLow(LooseBold):
    """The same between two low lines."""

    signs = ("__",)
    needs = re.compile(r"__(?:\s[^_\0]*|[^_\0]*\s)__")


class Attributes(InlineProcessor):
    """Leaves out what has no meaning here."""

    signs = ("{",)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # noqa: N802
        """Return nothing in its place."""
        return "", m.start(), m.end()


class Shortcode(InlineProcessor):
    """Puts the sign in the place of its name, as in :tada:."""

    signs = (":",)
    needs = re.compile(r":[a-z\d+-][\w+-]*:")

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str | None, int | None, int | None]:  # noqa: N802
        """Return the sign that has this name."""
        sign = _emoji().get(m[1])
        return (sign, m.start(), m.end()) if sign else (None, None, None)


@cache
def _emoji() -> dict[str, str]:
    """Return signs by their names, those that GitHub knows."""
    from pymdownx import gemoji_db  # thousands, which hardly a page asks for

    known = {name: about["unicode"] for name, about in gemoji_db.emoji.items() if "unicode" in about}
    known |= {alias: known[name] for alias, name in gemoji_db.aliases.items() if name in known}
    return {name: "".join(chr(int(code, 16)) for code in codes.split("-")) for name, codes in known.items()}
