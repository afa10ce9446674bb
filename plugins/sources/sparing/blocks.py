"""What makes blocks of the lines of a page: each processor of Python-Markdown, left out where its signs are not."""

from __future__ import annotations

from typing import ClassVar
from xml.etree.ElementTree import Element

from markdown.blockprocessors import (
    BlockProcessor,
    BlockQuoteProcessor,
    HashHeaderProcessor,
    HRProcessor,
    ReferenceProcessor,
    SetextHeaderProcessor,
)
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.tables import TableProcessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.util import ETX, STX

from .signs import any_of


class Whitespace(NormalizeWhitespace):
    """Cleans up lines; those with nothing to clean up get their two empty ones at the end, and no more."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines without characters that mean something to Python-Markdown alone, tabs and lonely spaces."""
        dirty = any_of((STX, ETX, "\r", "\t", " \n"), "\n".join([*lines, ""]))
        return super().run(lines) if dirty else [*lines, "", ""]


class Fences(FencedBlockPreprocessor):
    """Takes code between fences out."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with what stands for the code."""
        text = "\n".join(lines)
        return super().run(lines) if any_of(("```", "~~~"), text) else text.split("\n")


class Signed(BlockProcessor):
    """Looks into the blocks that hold one of its signs."""

    signs: ClassVar[tuple[str, ...]]

    def test(self, parent: Element, block: str) -> bool:
        """Return whether the block is for this processor."""
        return any_of(self.signs, block) and super().test(parent, block)


class Tables(Signed, TableProcessor):
    """Rows of cells."""

    signs = ("|",)


class Headings(Signed, HashHeaderProcessor):
    """Headings after `#`."""

    signs = ("#",)


class UnderlinedHeadings(Signed, SetextHeaderProcessor):
    """Headings that a line of `=` or `-` makes."""

    signs = ("\n=", "\n-")


class Rules(Signed, HRProcessor):
    """Lines across the page."""

    signs = ("-", "_", "*")


class Quotations(Signed, BlockQuoteProcessor):
    """Quotations after `>`."""

    signs = (">",)


class References(Signed, ReferenceProcessor):
    """Addresses that links name."""

    signs = ("]:",)
