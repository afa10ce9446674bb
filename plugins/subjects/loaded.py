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
from sources.pages.page import PageSource, root_of
from sources.pages.targets import Targets
from sources.published import Document, published_paths
from sources.records.data_file import DataFile
from sources.records.fields import Record
from sources.records.level import Level
from sources.records.walk import PlacedRecord, records_in
from sources.words import Words
from sources.yaml.nodes import Node

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


@dataclass(frozen=True, slots=True, kw_only=True)
class InLanguage:
    """What is known of a site in one of its languages, while it is checked and after; "" stands for the main one.

    Of a further language, that is the facts with their texts in it, as far as the `translated` files hold some, and its
    own pages; where it lacks one of the main language, links lead to that: its `fallback`.
    """

    files: Files
    pages: tuple[PageSource, ...]
    production: bool
    made: tuple[PageSource, ...] = ()  # the pages that no file holds
    pictures: Mapping[str, Picture] = field(default_factory=dict)  # by their files below content
    moved: tuple[Moved, ...] = ()
    theme_colors: ThemeColors = field(default_factory=dict)
    names: Names = field(default_factory=dict)
    language: str = ""
    translated: frozenset[str] = frozenset()
    levels: Mapping[str, Level] = field(default_factory=dict)  # from what the texts of data files were translated
    unspoken: frozenset[str] = frozenset()  # words of the theme that are those of the main language
    fallback: tuple[PageSource, ...] = ()

    @property
    def root(self) -> str:
        """Return the folder of this language in the output, such as es/; empty for the main one."""
        return root_of(self.language)

    @property
    def findable(self) -> tuple[PageSource, ...]:
        """Return the pages that names in files can mean: all of this language, and of the main one what it lacks."""
        own = {page.path: page for page in (*self.pages, *self.made)}
        return (*own.values(), *(page for page in self.fallback if page.path not in own))

    def speaks(self, file: DataFile[Any] | None) -> bool:
        """Tell whether what is made from a data file is made in this language."""
        return not (self.language and file) or file.path in self.translated

    def root_of(self, file: DataFile[Any]) -> str:
        """Return the folder of what is made from a data file: that of the main language as long as it has no other."""
        return self.root if self.speaks(file) else ""

    def value(self, file: DataFile[R]) -> R | None:
        """Return what a data file holds, if it is there and valid."""
        return cast("R | None", self.files.get(file.path, LoadedFile()).value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded(InLanguage):
    """What of the content could be read: `pages` are those that files hold, `complete` if that is every one.

    `translations` are the same in each further language of the site.
    """

    content: Path
    complete: bool
    words: Words | None
    today: date | None
    unread: tuple[str, ...] = ()  # folders of pages that are made from data which could not be read
    files_made: frozenset[str] = frozenset()  # those that subjects make, by their paths in the output
    translations: tuple[Loaded, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """Return all languages of the site, the main one first, as far as that is known."""
        site = self.value(SITE)
        return site.every_language if site else ()

    @property
    def targets(self) -> Targets:
        """Return all that links can lead to."""
        own, files = (*self.pages, *self.made), published_paths(self.content, self.pictures)
        further = (page for one in self.translations for page in (*one.pages, *one.made))
        others = (*self.fallback, *further)
        return replace(Targets.of(own, files, others, production=self.production, moved=self.moved), unread=self.unread)

    @property
    def names_known(self) -> bool:
        """Tell whether all pages could be read: names of the others would seem to be wrong."""
        return bool(self.pages) and self.complete

    def nodes(self, file: DataFile[Any]) -> Node | None:
        """Return a data file as it was typed, if it can be read."""
        return self.files.get(file.path, LoadedFile()).nodes


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources(InLanguage):
    """Everything a build is made from, checked: only valid values get past this point.

    `pages` are built, be they held by files or `made`; in production none of the `drafts` is built or led to.
    `translations` are the same in each further language that visitors may see.
    """

    words: Words
    today: date  # where the organisation is
    drafts: tuple[PageSource, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)  # all files besides pages and pictures
    published: Mapping[str, str] = field(default_factory=dict)  # pictures and documents, with their paths in the output
    unused_approvals: tuple[str, ...] = ()
    lacking: Mapping[str, str] = field(default_factory=dict)  # why directives draw nothing, by their words
    translations: tuple[Sources, ...] = ()
    unconfirmed: tuple[Sources, ...] = ()  # further languages that are not public, since nobody answers for their words
    versions: Versions = field(default_factory=dict)

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
    def in_others(self) -> tuple[PageSource, ...]:
        """Return the pages in other languages to which links of this one can lead."""
        return (*self.fallback, *(page for one in self.translations for page in one.pages))

    @property
    def targets(self) -> Targets:
        """Return all that links can lead to."""
        return Targets.of(self.pages, self.published, self.in_others, production=self.production, moved=self.moved)

    @property
    def site(self) -> Site:
        """Return the facts about the organisation, on which every subject may draw."""
        return self.of(SITE)

    def has(self, file: DataFile[Any]) -> bool:
        """Tell whether a data file is there."""
        return file.path in self.files

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
