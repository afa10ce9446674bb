"""The reader that Pelican uses for pages; the only module of this room that imports Pelican."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import signals
from pelican.readers import BaseReader, Readers

from sources.pages.markdown import convert
from sources.pages.page import PageSource, read_page


class PageReader(BaseReader):  # type: ignore[misc]
    """Reads a page through the same layer as everything else; what is checked already is not converted again."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the HTML of a page and its metadata; raise ProblemsFound when it cannot be read."""
        root = Path(self.settings["PATH"]) / "pages"
        page = read_page(Path(source_path), root, root.parent.name)
        return self.html(page), metadata(page, production=self.settings["PRODUCTION"])

    def html(self, page: PageSource) -> str:
        """Return the HTML of a page's body; raise ProblemsFound when it cannot be read."""
        return page.rendered.html or convert(page).rendered.html


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
