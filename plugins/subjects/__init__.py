"""The list of subjects: one folder for each thing that the site knows about, such as membership or help lines.

To take one out, delete its folder and its two lines here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sources.records.data_file import DataFile

from .events.subject import SUBJECT as EVENTS
from .form import Collection, Form
from .help_lines.subject import SUBJECT as HELP_LINES
from .history.subject import SUBJECT as HISTORY
from .loaded import Files, LoadedFile, Names, Sources
from .membership.subject import SUBJECT as MEMBERSHIP
from .moved_pages.subject import SUBJECT as MOVED_PAGES
from .news.subject import SUBJECT as NEWS
from .people.subject import MEMBERS_SUBJECT as MEMBERS
from .people.subject import PEOPLE_SUBJECT as PEOPLE
from .pictures.subject import SUBJECT as PICTURES
from .resources.subject import SUBJECT as RESOURCES
from .site.subject import SUBJECT as SITE
from .subject import Address, Block, Subject

SUBJECTS: tuple[Subject, ...] = (
    *(SITE, HISTORY, MEMBERSHIP, MEMBERS, PEOPLE, EVENTS, NEWS, RESOURCES),
    *(HELP_LINES, PICTURES, MOVED_PAGES),
)


def all_subjects() -> tuple[Subject, ...]:
    """Return all subjects of the software, whether a site has data for them or not."""
    return SUBJECTS


def data_files() -> tuple[DataFile[Any], ...]:
    """Return the data file of each subject that has one."""
    return tuple(one.data for one in all_subjects() if one.data)


def present(sources: Sources) -> tuple[Subject, ...]:
    """Return the subjects of a site: those without a data file, and those whose file is there."""
    return tuple(one for one in all_subjects() if one.data is None or sources.has(one.data))


def forms() -> Mapping[str, tuple[DataFile[Any], Form]]:
    """Return every data file that has a form in the editor, with that, by its path below the content."""
    return {one.data.path: (one.data, one.form) for one in all_subjects() if one.data and one.form}


def collections() -> Mapping[str, Collection]:
    """Return the collections of pages in the editor, by their folder below the pages."""
    return {one.collection.folder: one.collection for one in all_subjects() if one.collection}


def people_named(sources: Sources) -> tuple[str, ...]:
    """Return the names of people who agreed to be named."""
    return tuple(name for one in present(sources) for name in one.may_be_named(sources))


def declared_names(files: Files) -> Names:
    """Return the names that the data files declare, by the field that takes them, each with how visitors know it."""
    known: dict[str, Mapping[str, str]] = {}
    for file, form in forms().values():
        value = files.get(file.path, LoadedFile()).value
        known |= form.choices(value) if value else {}
    return known


def made_files(sources: Sources, address: Address) -> Mapping[str, bytes | Block]:
    """Return what each file holds that a subject makes, or what draws it, by its path in the output."""
    there = (one for one in present(sources) if sources.speaks(one.data))
    made = ((sources.root + name, make(sources, address)) for one in there for name, make in one.files(sources).items())
    return {name: held for name, held in made if held is not None}
