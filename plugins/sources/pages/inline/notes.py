"""Footnotes: Python-Markdown's own, with marks in the place of words, which are the theme's.

`<said of="..." number="..."></said>` is where the theme says something.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.footnotes import NBSP_PLACEHOLDER, FootnoteExtension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from ..masking import without_notes

BACK, NOTE = "footnote-backref", "footnote-ref"  # the classes that Python-Markdown gives to its links


class Footnotes(FootnoteExtension):
    """Numbers notes as they are referred to; their ids hold no more than digits, whatever they are called."""

    def __init__(self) -> None:
        super().__init__(USE_DEFINITION_ORDER=False)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register also what puts the marks in, behind all that Python-Markdown does to notes (15)."""
        super().extendMarkdown(md)
        md.treeprocessors.register(SaidInNotes(self), "footnote-said", 14)

    def makeFootnoteId(self, id: str) -> str:  # noqa: A002, N802
        """Return the id of a note."""
        return super().makeFootnoteId(self._number(id))

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:  # noqa: A002, N802
        """Return the id of a reference to a note."""
        return super().makeFootnoteRefId(self._number(id), found)

    def _number(self, name: str) -> str:
        return str([*self.footnotes].index(name) + 1)

    @property
    def unused(self) -> list[str]:
        """Return the names of the notes that nothing refers to."""
        return [name for name in self.footnotes if name not in self.footnote_order]


class SaidInNotes(Treeprocessor):
    """Puts marks into references to notes, into the links back, and before the list of notes."""

    def __init__(self, notes: Footnotes) -> None:
        super().__init__(notes.md)
        self.notes = notes

    def run(self, root: Element) -> None:
        """Change the tree of a page that has notes."""
        if not self.notes.footnotes:
            return
        for link in root.iter("a"):
            if link.get("class") == NOTE:
                _say(link, "note", link.text or "")
        for parent in [*root.iter()]:
            for place, child in enumerate(parent):
                if child.get("class") == "footnote" and child.tag == "div":
                    self._finish(child)
                    parent[place] = child

    def _finish(self, div: Element) -> None:
        """Make of what Python-Markdown puts at the end of a page a list under words of the theme."""
        entries = [*div[1]]
        div.clear()
        div.tag = "section"
        div.set("class", "footnotes")
        div.set("role", "doc-endnotes")
        SubElement(div, "said", {"of": "notes"})
        listed = SubElement(div, "ol")
        for entry in entries:
            listed.append(entry)
            for element in entry.iter():
                element.text = (element.text or "").replace(NBSP_PLACEHOLDER, " ") or None
                element.tail = (element.tail or "").replace(NBSP_PLACEHOLDER, " ") or None
            for number, link in enumerate([one for one in entry.iter("a") if one.get("class") == BACK], start=1):
                link.attrib.pop("title")
                _say(link, "back", str(number) if number > 1 else "")


def _say(link: Element, what: str, number: str) -> None:
    link.text = None
    SubElement(link, "said", {"of": what, "number": number})


class WithoutNotes(Preprocessor):
    """Takes out what staff note for themselves: comments of HTML."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines without them."""
        text = "\n".join(lines)
        return without_notes(text).split("\n") if "<!--" in text else lines
