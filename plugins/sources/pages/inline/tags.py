"""Tags of HTML that can do no harm, as people type them in Markdown, become the elements that they name."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor

from .harmless import WITHIN, harmless

DEEPEST = 5  # tags in tags
OPENING = re.compile(rf"<(?:{'|'.join(sorted(WITHIN))})\s*>", re.IGNORECASE)


class HarmlessTags(InlineProcessor):
    """Takes the place of Python-Markdown's own processor of tags, and finds them as that one does.

    It makes elements of the innermost tags, and is asked as often as tags may stand in each other.
    """

    signs = ("<",)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # noqa: N802
        """Return the element, which holds all up to the tag that closes it."""
        name = harmless(m[1])
        if name == "br":
            return Element("br"), m.start(), m.end()
        if name in WITHIN and not m[1].startswith("</") and (closing := _closing(name, data, m.end())):
            within = data[m.end() : closing.start()]
            if not OPENING.search(within):
                element = Element("del" if name in ("s", "strike") else name)
                element.text = within
                return element, m.start(), closing.end()
        return None, None, None


def _closing(name: str, data: str, start: int) -> re.Match[str] | None:
    """Return the tag that closes one of this name; those of the same name within close one another."""
    depth = 1
    for found in re.compile(rf"<(/?){name}\s*>", re.IGNORECASE).finditer(data, start):
        depth += -1 if found[1] else 1
        if not depth:
            return found
    return None
