"""The interface of subjects: what a subject may provide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from components.registry import Component
from sources.pages.old_addresses import Moved
from sources.pages.page import PageSource
from sources.problems import Place, Problem
from sources.records.data_file import DataFile

from .beginning import Beginning
from .form import Collection, Form
from .loaded import Loaded, Sources


@dataclass(frozen=True, slots=True)
class ToDo:
    """One fact that is missing, not confirmed or overdue for review, and where it would be given."""

    text: str
    place: Place
    overdue: bool = False

    def __str__(self) -> str:
        return f"Overdue: {self.place}: {self.text}" if self.overdue else self.text


@dataclass(frozen=True, slots=True)
class Part:
    """Something that a site may do without: what `requires` calls it, and why it is not there; empty where it is.

    `calls` are the words of the directives that draw it.
    """

    name: str
    lack: str = ""
    calls: tuple[str, ...] = ()


def of_file(name: str, none: str, file: DataFile[Any], loaded: Loaded, calls: tuple[str, ...] = ()) -> Part:
    """Return the part that is there if its data file is; `none` says that there is none of it."""
    lack = "" if file.path in loaded.files else f"{none}: {file.file(loaded.content)} is missing"
    return Part(name, lack, calls)


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which the site will say something else by itself, what changes then, and where that was typed."""

    day: date
    text: str
    place: Place | None = None

    def __str__(self) -> str:
        return f"{self.day}: {self.text}{f' ({self.place.file}, line {self.place.line})' if self.place else ''}"


@dataclass(frozen=True, slots=True)
class Block:
    """What a subject adds to a page beside its text: the template that draws it, and what that shows as `block`."""

    template: str  # below theme/templates
    shows: object


Blocks = Callable[[PageSource], Block | None]
Terms = Callable[[PageSource], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Address:
    """Where the site will be: its public address, or nothing, and the path below which it is served, such as /repo."""

    canonical: str
    prefix: str

    @property
    def root(self) -> str:
        """Return what addresses within the site begin with, whole where that is known."""
        return self.canonical or self.prefix


# By their paths in the output: what they hold, or the template that draws them; None where there is none as yet.
FilesMade = Mapping[str, Callable[[Sources, Address], bytes | Block | None]]


def _no_block(_: PageSource) -> None:
    return None


def _no_terms(_: PageSource) -> Mapping[str, object]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One thing that the site knows about, with what it answers; it may leave out everything but its name.

    | field | asked by | what it is |
    |---|---|---|
    | data, form | checking, editor, schemas | its data file, and how that looks in the editor |
    | collection | editor | pages that it makes something of, which staff write in one folder |
    | parts | checking | what a site may have of it, and may demand |
    | own_words | checking | words of the organisation, from that file, that take the place of the theme's own |
    | pages, below | checking | pages that it makes of its data, all in the folder `below` |
    | moved | checking | addresses that lead to a page which has another |
    | problems | checking | what is wrong with its data, or with pages because of them |
    | in_doubt | checking | whether its names are wrong, so that whoever uses them cannot be blamed |
    | components, depends_on | components | what `:::` may call, and what that draws on besides data, words and day |
    | values, files | building | what every template is given; files by their path, with what makes each |
    | opening, closing | building | what a page shows below its title and at its end, of the first subject that knows |
    | structured_data | building | what a page says of it, in the terms of schema.org |
    | may_be_named | releasing | names of people who agreed to be named |
    | on_every_page | releasing | addresses to which every page leads |
    | said_later | releasing | texts that no page shows today, and one may on another day |
    | remarks | checking | what of its data to think about, though nothing is wrong |
    | to_do, changes | checking | what is still to be given; the days on which it will say something else |
    | beginnings | commands | what a new site may begin with of it |

    A subject whose data file is missing is asked for `problems` and `parts` only.
    """

    name: str
    data: DataFile[Any] | None = None
    form: Form | None = None
    collection: Collection | None = None
    parts: Callable[[Loaded], Iterable[Part]] = lambda _: ()
    own_words: Callable[[Any], Mapping[str, str]] = lambda _: {}
    pages: Callable[[Loaded], Iterable[PageSource]] = lambda _: ()
    below: str | None = None
    moved: Callable[[Loaded], Iterable[Moved]] = lambda _: ()
    problems: Callable[[Loaded], Iterable[Problem]] = lambda _: ()
    in_doubt: Callable[[Loaded], bool] = lambda _: False
    components: Callable[[Sources], Iterable[Component]] = lambda _: ()
    depends_on: Callable[[Sources], object] = lambda _: None
    values: Callable[[Sources], Mapping[str, object]] = lambda _: {}
    files: Callable[[Loaded | Sources], FilesMade] = lambda _: {}
    opening: Callable[[Sources], Blocks] = lambda _: _no_block
    closing: Callable[[Sources], Blocks] = lambda _: _no_block
    structured_data: Callable[[Sources], Terms] = lambda _: _no_terms
    may_be_named: Callable[[Sources], Iterable[str]] = lambda _: ()
    on_every_page: Callable[[Sources], Iterable[str]] = lambda _: ()
    said_later: Callable[[Sources], Iterable[str]] = lambda _: ()
    remarks: Callable[[Sources], Iterable[Problem]] = lambda _: ()
    to_do: Callable[[Sources], Iterable[ToDo]] = lambda _: ()
    changes: Callable[[Sources], Iterable[Change]] = lambda _: ()
    beginnings: tuple[Beginning, ...] = ()
