"""What is known of the content while it is checked, and what a build is made from once it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from sources.colors import ThemeColors
from sources.formats.raster import Picture
from sources.pages.old_addresses import Moved
from sources.pages.page import PageSource
from sources.pages.targets import Targets
from sources.published import Document, published_paths
from sources.records.data_file import DataFile
from sources.records.fields import Record
from sources.records.level import Level
from sources.records.walk import PlacedRecord, records_in
from sources.words import Words
from sources.yaml.nodes import Node

from .in_language import InLanguage
from .site.records import SITE, Site

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class LoadedFile(Generic[R]):
    """A data file: its value if it is valid, and if it can be read at all, its nodes with their places."""

    value: R | None = None
    nodes: Node | None = None


Files = Mapping[str, LoadedFile[Any]]  # by their path below the content
Names = Mapping[str, Mapping[str, str]]  # that one subject declares and others use: such as "tier", ids with titles
Versions = Mapping[str, Mapping[str, PageSource]]  # by its language, the main one first, each page by its path


@dataclass(frozen=True, slots=True)
class Loaded(InLanguage):
    """What of the content could be read; `complete` if that is every page, `made` the pages that no file holds.

    `translations` are the same in each further language of the site: the facts with their texts in that language, and
    its own pages. There, `language` is it, `translated` are the data files that have texts in it, and `others` the
    pages of the main language, to which links lead where it has none.
    """

    content: Path
    files: Files
    pages: tuple[PageSource, ...]
    complete: bool
    words: Words | None
    today: date | None
    production: bool
    made: tuple[PageSource, ...] = ()
    unread: tuple[str, ...] = ()  # folders of pages that are made from data which could not be read
    pictures: Mapping[str, Picture] = field(default_factory=dict)  # by their files below content
    files_made: frozenset[str] = frozenset()  # those that subjects make, by their paths in the output
    moved: tuple[Moved, ...] = ()
    theme_colors: ThemeColors = field(default_factory=dict)
    names: Names = field(default_factory=dict)
    language: str = ""
    translated: frozenset[str] = frozenset()
    levels: Mapping[str, Level] = field(default_factory=dict)  # from what the texts of data files were translated
    others: tuple[PageSource, ...] = ()  # in other languages
    translations: tuple[Loaded, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """Return all languages of the site, the main one first, as far as that is known."""
        site = self.value(SITE)
        return site.every_language if site else ()

    @property
    def targets(self) -> Targets:
        """Return all that links can lead to."""
        files = published_paths(self.content, self.pictures)
        targets = Targets.of(
            (*self.pages, *self.made), files, self.others, production=self.production, moved=self.moved
        )
        return replace(targets, unread=self.unread)

    @property
    def names_known(self) -> bool:
        """Tell whether all pages could be read: names of the others would seem to be wrong."""
        return bool(self.pages) and self.complete

    def value(self, file: DataFile[R]) -> R | None:
        """Return what a data file holds, if it is there and valid."""
        return cast("R | None", self.files.get(file.path, LoadedFile()).value)

    def nodes(self, file: DataFile[Any]) -> Node | None:
        """Return a data file as it was typed, if it can be read."""
        return self.files.get(file.path, LoadedFile()).nodes


@dataclass(frozen=True, slots=True)
class Sources(InLanguage):
    """Everything a build is made from, checked: only valid values get past this point.

    `pages` are built, `made` are those that no file holds; in production none of the `drafts` is built or led to.
    `translations` and what belongs to them are as above.
    """

    files: Files
    pages: tuple[PageSource, ...]
    made: tuple[PageSource, ...]
    drafts: tuple[PageSource, ...]
    words: Words
    production: bool
    today: date  # where the organisation is
    pictures: Mapping[str, Picture] = field(default_factory=dict)  # by their files below content
    documents: Mapping[str, Document] = field(default_factory=dict)  # all other files besides the pages
    published: Mapping[str, str] = field(default_factory=dict)  # both, with their paths in the output
    moved: tuple[Moved, ...] = ()
    unused_approvals: tuple[str, ...] = ()
    lacking: Mapping[str, str] = field(default_factory=dict)  # why directives draw nothing, by their words
    theme_colors: ThemeColors = field(default_factory=dict)
    names: Names = field(default_factory=dict)
    language: str = ""
    translated: frozenset[str] = frozenset()
    others: tuple[PageSource, ...] = ()
    translations: tuple[Sources, ...] = ()
    unconfirmed: tuple[Sources, ...] = ()  # further languages that are not public, since nobody answers for their words
    versions: Versions = field(default_factory=dict)
    levels: Mapping[str, Level] = field(default_factory=dict)
    unspoken: frozenset[str] = frozenset()  # words of the theme that are those of the main language

    @property
    def in_every_language(self) -> tuple[Sources, ...]:
        """Return these sources and those of all further languages."""
        return (self, *self.translations)

    @property
    def in_all_further(self) -> tuple[Sources, ...]:
        """Return the sources of all further languages, also of those that are not public."""
        return (*self.translations, *self.unconfirmed)

    @property
    def written(self) -> tuple[PageSource, ...]:
        """Return the pages that a file holds."""
        made = {page.path for page in self.made}
        return tuple(page for page in self.pages if page.path not in made)

    @property
    def by_path(self) -> dict[str, PageSource]:
        """Return every page that a file holds, drafts too, by its path."""
        return {page.path: page for page in (*self.drafts, *self.written)}

    @property
    def targets(self) -> Targets:
        """Return all that links can lead to."""
        return Targets.of(self.pages, self.published, self.others, production=self.production, moved=self.moved)

    @property
    def site(self) -> Site:
        """Return the facts about the organisation, on which every subject may draw."""
        return self.of(SITE)

    def has(self, file: DataFile[Any]) -> bool:
        """Tell whether a data file is there."""
        return file.path in self.files

    def value(self, file: DataFile[R]) -> R | None:
        """Return what a data file holds, if it is there."""
        return self.of(file) if self.has(file) else None

    def of(self, file: DataFile[R]) -> R:
        """Return what a data file holds; the subject of a file that is missing is never asked."""
        return cast("R", self.files[file.path].value)

    def nodes(self, file: DataFile[Any]) -> Node:
        """Return a data file as it was typed, with the place of everything in it."""
        return cast("Node", self.files[file.path].nodes)

    def records(self) -> Iterator[PlacedRecord]:
        """Yield every record of every data file, with the place where it was typed."""
        for file in self.files.values():
            if file.value and file.nodes:
                yield from records_in(file.value, file.nodes)
