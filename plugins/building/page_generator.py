"""Pelican's pages, from the checked sources instead of from the disk, each made when somebody asks for it.

A page costs nothing until a template asks for its content, so that the preview can render the one that is looked at,
and a full build can share the rendering among processes and leave out what it has made before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import Any

from pelican import signals
from pelican.contents import Page
from pelican.generators import PagesGenerator

from components.markdown import with_components
from sources.pages.markdown import convert
from sources.pages.page import PageSource
from sources.pages.targets import Targets, resolved
from subjects.loaded import Sources

from .body import suffix, with_addresses, with_documents, with_words
from .deferred_writer import DeferredWriter, of_site
from .page_values import PageValues
from .pictures import PagePictures

AROUND = ("navigation", "breadcrumb", "versions", "newer", "edit_address", "structured_data", "next_steps", "leads_to")


class DeferredPage(Page):  # type: ignore[misc]
    """A page whose HTML, and what stands around it, is made when it is asked for: in a preview, few pages ever are."""

    def __init__(self, html: Callable[[], str], around: Callable[[], Mapping[str, Any]], *args: Any) -> None:
        super().__init__("", *args)
        self._get_content = html  # Pelican asks for the content here (contents.py, get_content)
        self._around = around

    def __getattr__(self, name: str) -> Any:
        """Return what is not there yet: what stands around the page."""
        if name in AROUND:
            self.__dict__ |= self._around()
            return self.__dict__[name]
        raise AttributeError(name)

    def get_relative_source_path(self, source_path: str | None = None) -> str:
        """Return where the page stands in the content, which Pelican would ask the system for, twice a page."""
        return str(super().get_relative_source_path(source_path)) if source_path else f"pages/{self.source.path}.md"


class PageGenerator(PagesGenerator):  # type: ignore[misc]
    """Generates a page for every source, whether a file holds it or it was made from facts.

    Pelican's own generator of pages, which is told to look nowhere, runs beside it and sends the signal
    `page_writer_finalized`, once.
    """

    def generate_context(self) -> None:
        """Make the pages, and let links find them; the builder finds this generator in the settings."""
        self.settings["GENERATORS"][self.sources.language] = self
        self.pages = [self.page(source) for source in self.sources.pages]
        own = {source.path for source in self.sources.pages}
        others = (self.page(source) for source in self.sources.findable if source.path not in own)
        for page in (*self.pages, *others):
            self.add_source_path(page)
        signals.page_generator_finalized.send(self)

    def generate_output(self, writer: DeferredWriter) -> None:
        """Write the pages, and with them what other generators have noted before; the preview writes nothing."""
        for page in self.pages:
            self.note(page, writer)
        if store := self.settings["STORE"]:
            writer.write_all(store, of_site(self.sources, self.settings))

    def note(self, page: DeferredPage, writer: DeferredWriter) -> None:
        """Tell the writer about a page."""
        signals.page_generator_write_page.send(self, content=page)
        writer.write_file(page.save_as, self.get_template(page.template), self.context, page=page)

    def page(self, source: PageSource) -> DeferredPage:
        """Return the page of a source."""
        path = f"{self.path}/pages/{source.path}.md"  # as Pelican names sources: whole, and as text
        about = metadata(source, production=self.sources.production)
        html, around = partial(self.html, source), partial(self.around, source)
        return DeferredPage(html, around, about, self.settings, path, self.context)

    def around(self, source: PageSource) -> Mapping[str, Any]:
        """Return what stands around the text of a page, and where that leads."""
        leads_to = (
            resolved(link.address, source, self.targets, self.settings["SITEURL"]) for link in source.rendered.links
        )
        documents = self.documents
        return {**self.values.of(source), "leads_to": tuple((one, documents.get(one)) for one in leads_to)}

    def html(self, source: PageSource) -> str:
        """Return the body of a page, with its components in place."""
        rendered = source.rendered.html or convert(source).rendered.html  # once is enough
        html = with_addresses(rendered, source, self.targets, self.settings["SITEURL"])
        html = with_words(html, self.context["once"], self.sources.words)
        html = with_components(html, source, self.context, self.get_template)
        return self.pictures.shown(with_documents(html, self.documents, self.sources.words))

    @cached_property
    def documents(self) -> Mapping[str, tuple[str, int]]:
        """Return the ending and the bytes of every file that pages can link to, by its address."""
        prefix, known = self.settings["SITEURL"], self.sources.documents
        return {f"{prefix}{self.targets.address(file)}": (suffix(file), one.size) for file, one in known.items()}

    @cached_property
    def pictures(self) -> PagePictures:
        """Return what puts pictures into pages."""

        def rendered(name: str, **given: object) -> str:
            return str(self.env.get_template(name).render({**self.context, **given}))

        return PagePictures(self.sources, self.settings["SITEURL"], rendered)

    @cached_property
    def targets(self) -> Targets:
        """Return all that links can lead to."""
        return self.sources.targets

    @cached_property
    def sources(self) -> Sources:
        """Return what the site is made from."""
        checked: Sources = self.settings["SOURCES"]
        return checked

    @cached_property
    def values(self) -> PageValues:
        """Return what the pages are given besides their own text."""
        return PageValues(self.sources, self.settings["MAIN_SOURCES"], self.settings["CANONICAL"])


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


def get_generator(_: object) -> type[PagesGenerator]:
    """Give Pelican the generator."""
    return PageGenerator
