"""Python-Markdown, asked only where it can find something: whatever it looks for begins with a sign or holds one.

Each processor does what it did, but is left out for a text without the signs that its regular expression needs to
match, and most texts have none. So the HTML is the same, for less than half of the work.
"""

from __future__ import annotations

from typing import TypeVar

from markdown import Markdown
from markdown.extensions import Extension
from markdown.util import Registry

from .blocks import Fences, Headings, Quotations, References, Rules, Tables, UnderlinedHeadings, Whitespace
from .texts import HeadingIds, Inline

T = TypeVar("T")


class Sparing(Extension):
    """Put the processors of this package in the place of those that they are derived from.

    What another extension has put there stays.

    | replaced | registry |
    |---|---|
    | normalize_whitespace, fenced_code_block | preprocessors |
    | table, hashheader, setextheader, hr, quote, reference | parser.blockprocessors |
    | inline, toc | treeprocessors |
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register them, each under the name and with the priority of the one before."""
        blocks = md.parser.blockprocessors
        _replace(md.preprocessors, "normalize_whitespace", 30, Whitespace)
        _replace(md.preprocessors, "fenced_code_block", 25, Fences)
        _replace(blocks, "table", 75, Tables)
        _replace(blocks, "hashheader", 70, Headings)
        _replace(blocks, "setextheader", 60, UnderlinedHeadings)
        _replace(blocks, "hr", 50, Rules)
        _replace(blocks, "quote", 20, Quotations)
        _replace(blocks, "reference", 15, References)
        _replace(md.treeprocessors, "inline", 20, Inline)
        _replace(md.treeprocessors, "toc", 5, HeadingIds)
        # Every element is looked for in them, most often in vain.
        md.block_level_elements = frozenset(md.block_level_elements)  # type: ignore[assignment]


def _replace(registry: Registry[T], name: str, priority: float, kind: type[T]) -> None:
    if name in registry and type(registry[name]) is kind.__bases__[-1]:
        own = object.__new__(kind)
        vars(own).update(vars(registry[name]))  # with all that its extension told it
        registry.register(own, name, priority)
