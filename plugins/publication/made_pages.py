"""Pages that no file holds: made from facts, such as the comparison of two tiers, and built like all the others."""

from __future__ import annotations

from pathlib import Path

from pelican import signals
from pelican.contents import Page
from pelican.generators import PagesGenerator

from .check import Sources


class MadePages(PagesGenerator):  # type: ignore[misc]
    """Pelican's own generator of pages, for those among the sources that are not on disk."""

    def generate_context(self) -> None:
        """Read the made pages as if their files were there (Pelican itself would ask for the dates of the files)."""
        sources: Sources = self.settings["SOURCES"]
        for source in sources.made:
            path = str(Path(self.path) / "pages" / f"{source.path}.md")
            html, metadata = self.readers.readers["md"].read(path)
            page = Page(html, metadata, self.settings, path, self.context)
            self.pages.append(page)
            self.add_source_path(page)
        signals.page_generator_finalized.send(self)


def made_pages(_: object) -> type[PagesGenerator]:
    """Give Pelican the generator."""
    return MadePages


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(made_pages)
