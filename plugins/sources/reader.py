"""The reader that Pelican uses for pages; the only module of this room that imports Pelican."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

from markdown import Markdown
from pelican import signals
from pelican.readers import BaseReader, Readers

from .markdown import converter
from .pages import PageSource, read_page
from .problems import Place, Problem, ProblemsFound
from .watchdog import time_limit

READING_SECONDS = 5
TOO_SLOW = f"this page takes more than {READING_SECONDS} seconds to read. Look for long rows of the same signs."
TOO_DEEP = "lists within lists, or quotations within quotations, too deep to read."


class PageReader(BaseReader):  # type: ignore[misc]
    """Reads a page through the same layer as everything else; one Markdown converter serves all pages."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the HTML of a page and its metadata; raise ProblemsFound when it cannot be read."""
        root = Path(self.settings["PATH"]) / "pages"
        page = read_page(Path(source_path), root, root.parent.name)
        return self.html(page), metadata(page, production=self.settings["PRODUCTION"])

    @cached_property
    def _markdown(self) -> Markdown:
        """Return the converter, made for the first page: Pelican has a reader for each of its generators."""
        return converter(self.settings["MARKDOWN"])

    def html(self, page: PageSource) -> str:
        """Return the HTML of a page's body; raise ProblemsFound when it cannot be read."""
        with time_limit(READING_SECONDS, Problem(Place(page.file, page.body_line), TOO_SLOW)):
            try:
                # A first line of nothing but spaces would count as text, were there none before it.
                return str(self._markdown.reset().convert(f"\n{page.body}"))
            except RecursionError:
                raise ProblemsFound([Problem(Place(page.file, page.body_line), TOO_DEEP)]) from None


def metadata(page: PageSource, *, production: bool) -> dict[str, Any]:
    """Return a page's front matter in Pelican's terms; `skip` is Pelican's own word for a file to leave out."""
    status = page.front_matter.status
    return {
        "title": page.front_matter.title,
        "slug": page.path,
        "url": page.url,
        "save_as": page.save_as,
        "template": page.front_matter.template,
        "status": "skip" if page.draft and production else status,
        "source": page,
        "front_matter": page.front_matter,
        "draft": page.draft,
    }


def put_reader(readers: Readers) -> None:
    """Make `PageReader` the reader of every Markdown file."""
    readers.reader_classes["md"] = PageReader


def register() -> None:
    """Connect to Pelican."""
    signals.readers_init.connect(put_reader)
