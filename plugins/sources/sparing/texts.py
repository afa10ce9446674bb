"""What looks into the texts of blocks, left out where there is nothing to find."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from markdown.extensions.toc import TocTreeprocessor, unique
from markdown.treeprocessors import InlineProcessor
from markdown.util import STX, AtomicString

from .signs import ANYWHERE, SIGNS, any_of

HEADING = re.compile("h[1-6]")
MARKED = re.compile(f"[&{STX}]")  # what is not in the id of a heading as it stands: entities, and what was taken out


class Inline(InlineProcessor):
    """Asks the patterns whose signs the page holds, and of its texts only those that hold such a sign.

    A text comes out of a pattern in pieces, with numbers between them: no sign arises that was not there before.
    """

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Return the tree with what the patterns make of its texts."""
        texts = "\0".join(tree.itertext())
        asked = [(pattern, SIGNS.get(pattern.pattern, ANYWHERE)) for pattern in self.md.inlinePatterns]
        asked = [(pattern, signs) for pattern, signs in asked if any_of(signs, texts)]
        self.inlinePatterns = [pattern for pattern, _ in asked]  # type: ignore[assignment]  # it is but gone through
        signs = {sign for _, some in asked for sign in some}
        for element in tree.iter():
            if element.text and not any_of(signs, element.text):
                element.text = AtomicString(element.text)  # Python-Markdown's word for a text that is done
            if element.tail and not any_of(signs, element.tail):
                element.tail = AtomicString(element.tail)
        return super().run(tree, ancestors)


class HeadingIds(TocTreeprocessor):
    """Gives headings their ids; does what takes much longer only where a table of contents, or more, is asked for."""

    def run(self, doc: Element) -> None:
        """Set the ids."""
        elements = list(doc.iter())
        headings = [element for element in elements if HEADING.fullmatch(element.tag)]
        if self._more_asked_for(elements) or any(len(each) or MARKED.search(each.text or "") for each in headings):
            super().run(doc)
            return
        taken: set[str] = set()
        counters: dict[str, int] = {}
        for heading in headings:
            words = " ".join((heading.text or "").split())
            new = unique(self.slugify(words, self.sep), taken, counters)  # type: ignore[call-arg]  # new in 3.11
            heading.set("id", new)

    def _more_asked_for(self, elements: Iterable[Element]) -> bool:
        options = self.base_level or self.use_anchors or self.use_permalinks
        return bool(options) or any(self.marker in (each.text or "") or "id" in each.attrib for each in elements)
