"""Tags of HTML that can do no harm, as people type them in Markdown, become the elements that they name."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import InlineProcessor

from .harmless import WITHIN, harmless

DETAILS = re.compile(r"<(?P<end>/?)details\s*>", re.IGNORECASE)
OPENING = re.compile(r"^ {0,3}<details\s*>", re.IGNORECASE | re.MULTILINE)
SUMMARY = re.compile(r"\s*<summary\s*>(?P<words>.*?)</summary\s*>", re.IGNORECASE | re.DOTALL)


class HarmlessTags(InlineProcessor):
    """Takes the place of Python-Markdown's own processor of tags, and finds them as that one does."""

    signs = ("<",)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # noqa: N802
        """Return the element, which holds all up to the tag that closes it."""
        name = harmless(m[1])
        if name == "br":
            return Element("br"), m.start(), m.end()
        if name in WITHIN and not m[1].startswith("</") and (closing := _closing(name, data, m.end())):
            element = Element("del" if name in ("s", "strike") else name)
            element.text = data[m.end() : closing.start()]
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


class Details(BlockProcessor):
    """Makes of <details> what can be opened, with Markdown in it."""

    signs = ("<details", "<DETAILS", "<Details")

    def test(self, parent: Element, block: str) -> bool:
        """Return whether one begins in a block."""
        return "<" in block and bool(OPENING.search(block))

    def run(self, parent: Element, blocks: list[str]) -> bool:
        """Take what belongs to it from the blocks; False where its end or its summary is missing."""
        text = "\n\n".join(blocks)
        begins = OPENING.search(text)
        ends = _end(text, begins.end()) if begins else None
        summary = SUMMARY.match(text, begins.end(), ends.start()) if begins and ends else None
        if not (begins and ends and summary):
            return False
        if before := text[: begins.start()].strip("\n"):
            self.parser.parseBlocks(parent, [before])
        element = SubElement(parent, "details", {"class": "more"})
        SubElement(element, "summary").text = " ".join(summary["words"].split())
        self.parser.parseChunk(element, text[summary.end() : ends.start()].strip("\n"))
        after = text[ends.end() :].strip("\n")
        blocks[:] = after.split("\n\n") if after.strip() else []
        return True


def _end(text: str, start: int) -> re.Match[str] | None:
    depth = 1
    for found in DETAILS.finditer(text, start):
        depth += -1 if found["end"] else 1
        if not depth:
            return found
    return None
