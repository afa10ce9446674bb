"""The interface of subjects: what a subject may provide, and the values that it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from components.registry import Component
from sources.formats.raster import Picture
from sources.pages.page import PageSource
from sources.problems import Place, Problem
from sources.published import Document
from sources.records.data_file import DataFile
from sources.records.fields import Record
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


@dataclass(frozen=True, slots=True)
class Loaded:
    """What of the content could be read; `complete` if that is every page, `made` the pages that no file holds."""

    content: Path
    files: Files
    pages: tuple[PageSource, ...]
    complete: bool
    words: Words | None
    today: date | None
    production: bool
    made: tuple[PageSource, ...] = ()
    pictures: Mapping[str, Picture] = field(default_factory=dict)  # by their files below content

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
class Sources:
    """Everything a build is made from, checked: only valid values get past this point.

    `pages` are the ones that are built, `made` those among them that no file holds, `drafts` all drafts; in production
    no page is built that is a draft. `today` is the day of the build where the organisation is.
    """

    files: Files
    pages: tuple[PageSource, ...]
    made: tuple[PageSource, ...]
    drafts: tuple[PageSource, ...]
    words: Words
    production: bool
    today: date
    pictures: Mapping[str, Picture] = field(default_factory=dict)  # by their files below content
    documents: Mapping[str, Document] = field(default_factory=dict)  # all other files besides the pages
    published: Mapping[str, str] = field(default_factory=dict)  # both, with their paths in the output

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


@dataclass(frozen=True, slots=True)
class ToDo:
    """One fact that is missing, not confirmed or overdue for review, and where it would be given."""

    text: str
    place: Place
    overdue: bool = False

    def __str__(self) -> str:
        return f"Overdue: {self.place}: {self.text}" if self.overdue else self.text


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which the site will say something else by itself, and what."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Address:
    """Where the site will be: its public address, or nothing, and the path below which it is served, such as /repo."""

    canonical: str
    prefix: str

    @property
    def root(self) -> str:
        """Return what addresses within the site begin with, whole where that is known."""
        return self.canonical or self.prefix


@dataclass(frozen=True, slots=True)
class Form:
    """A subject in the editor: what staff call it, the page that shows it, and what its fields may name.

    `choices` are the names by the field that takes one, each with its title; `below` the same for one of these names.
    `added_elsewhere` tells, by list, how an entry is added that needs more than this form. `hints` tell how to
    fill in what is asked once for each name; `complete` adds to plain values what other values of them ask for;
    `mended_later` tells of problems that only the next save can mend; `of_picture` adds to plain values what somebody
    says of a picture, by its path below the content, while uploading it.
    """

    label: str
    shown_on: str = ""
    choices: Callable[[Any], Mapping[str, Mapping[str, str]]] = lambda _: {}
    below: Callable[[Any], Mapping[str, Mapping[str, str]]] = lambda _: {}
    added_elsewhere: Mapping[str, str] = field(default_factory=dict)
    hints: Mapping[str, str] = field(default_factory=dict)
    complete: Callable[[dict[str, Any]], dict[str, Any]] = dict
    mended_later: Callable[[Problem], bool] = lambda _: False
    of_picture: Callable[[dict[str, Any], str, Mapping[str, str]], dict[str, Any]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One thing that the site knows about, with what it answers; it may leave out everything but its name.

    | field | asked by | what it is |
    |---|---|---|
    | data, form | checking, editor, schemas | its data file, and how that looks in the editor |
    | pages, below | checking | pages that it makes of its data, all in the folder `below` |
    | problems | checking | what is wrong with its data, or with pages because of them |
    | in_doubt | checking | whether its names are wrong, so that whoever uses them cannot be blamed |
    | components, depends_on | components | what `:::` may call, and what that draws on besides data, words and day |
    | values, files | building | what every template is given; files by their path, and what makes each |
    | structured_data | building | what a page says of it, in the terms of schema.org |
    | said_later | releasing | texts that no page shows today, and one may on another day |
    | to_do, changes | checking | what is still to be given; the days on which it will say something else |

    A subject whose data file is missing is asked for `problems` only.
    """

    name: str
    data: DataFile[Any] | None = None
    form: Form | None = None
    pages: Callable[[Loaded], Iterable[PageSource]] = lambda _: ()
    below: str | None = None
    problems: Callable[[Loaded], Iterable[Problem]] = lambda _: ()
    in_doubt: Callable[[Loaded], bool] = lambda _: False
    components: Callable[[Sources], Iterable[Component]] = lambda _: ()
    depends_on: Callable[[Sources], object] = lambda _: None
    values: Callable[[Sources], Mapping[str, object]] = lambda _: {}
    files: Mapping[str, Callable[[Sources, Address], bytes]] = field(default_factory=dict)
    structured_data: Callable[[PageSource, Sources], Mapping[str, object]] = lambda *_: {}
    said_later: Callable[[Sources], Iterable[str]] = lambda _: ()
    to_do: Callable[[Sources], Iterable[ToDo]] = lambda _: ()
    changes: Callable[[Sources], Iterable[Change]] = lambda _: ()
