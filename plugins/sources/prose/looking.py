"""Converts a page, and notes for its check what is in it."""

from __future__ import annotations

import re
from functools import cache

from markdown import Markdown
from markdown.extensions import Extension

from sources.pages.markdown import EXTENSIONS, converter
from sources.pages.page import PageSource
from sources.problems import Place, Problem, ProblemsFound
from sources.time_limit import time_limit

from .rendered import Looked, Rendered
from .signs import BLANK
from .tree import LAST_BUT_ONE, TreeReader

READING_SECONDS = 5
TOO_SLOW = f"this page takes more than {READING_SECONDS} seconds to read. Look for long rows of the same signs."
TOO_DEEP = "lists within lists, or quotations within quotations, too deep to read."
HIDDEN = re.compile("\x13[^\x14]*\x14")


def look(page: PageSource) -> Looked:
    """Return what becomes of a page, with what is in it; raise ProblemsFound when it cannot be read."""
    whole = Place(page.file, page.body_line)
    with time_limit(READING_SECONDS, Problem(whole, TOO_SLOW)):
        try:
            return looked(page.body)
        except ProblemsFound:
            _converter.cache_clear()  # it has stopped halfway
            raise
        except RecursionError:
            _converter.cache_clear()
            raise ProblemsFound([Problem(whole, TOO_DEEP)]) from None


def looked(body: str) -> Looked:
    """Return what becomes of a body, with what is in it."""
    markdown, reader = _converter()
    reader.forget()
    # A first line of nothing but spaces would count as text, were there none before it.
    html = markdown.reset().convert(f"\n{body}")
    rendered = Rendered(html, tuple(reader.links), tuple(reader.headings))
    used = frozenset(reader.names.used)
    text = HIDDEN.sub(BLANK, reader.text)
    return Looked(body, rendered, reader.text, text, used, frozenset(reader.names) - used)


class _Looking(Extension):
    """Add the reader of the tree.

    | added | registry | priority | why there |
    |---|---|---|---|
    | look | treeprocessors | 1 | before unescape (0), which makes escaped signs look like others |
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register it."""
        md.treeprocessors.register(TreeReader(md), "look", LAST_BUT_ONE)


@cache
def _converter() -> tuple[Markdown, TreeReader]:
    markdown = converter({"extensions": [*EXTENSIONS, _Looking()]})
    reader = markdown.treeprocessors["look"]
    assert isinstance(reader, TreeReader)
    return markdown, reader
