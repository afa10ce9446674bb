"""What of `content/` can be read: each part for itself, so that the problems of all parts are told at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Generic

from membership.compare import pair_pages
from membership.model import MEMBERSHIP, Membership
from safety.help_lines import HELP_LINES, HelpLines
from sources.kept import Kept
from sources.nodes import Node
from sources.pages import PageSource
from sources.problems import Gathering, Place
from sources.site import SITE, Site
from sources.typed import DataFile, R
from sources.words import Words, read_words

from .clock import today
from .page_check import page_readings


@dataclass(frozen=True, slots=True)
class DataRead(Generic[R]):
    """A data file: its value if it is valid, and if it can be read at all, its nodes with their places."""

    value: R | None
    nodes: Node | None


@dataclass(frozen=True, slots=True)
class AsRead:
    """Everything that could be read; `complete` if that is so of every page, `made` the pages that no file holds."""

    content: Path
    site: DataRead[Site]
    membership: DataRead[Membership]
    help_lines: DataRead[HelpLines]
    pages: tuple[PageSource, ...]
    made: tuple[PageSource, ...]
    complete: bool
    words: Words | None
    today: date | None


def read_content(content: Path, theme: Path, gathering: Gathering, kept: Kept) -> AsRead:
    """Return what can be read; what is wrong with each file alone goes to `gathering`."""
    site = _read(gathering, SITE, content)
    membership = _read(gathering, MEMBERSHIP, content)
    help_lines = _read(gathering, HELP_LINES, content)
    readings = list(page_readings(content, kept))
    gathering.problems.extend(problem for reading in readings for problem in reading.problems)
    pages = tuple(reading.page for reading in readings if reading.page)
    day = gathering.attempt(today, site.value.time_zone) if site.value else None
    language = site.value.language if site.value else "en"
    words = gathering.attempt(read_words, theme, language, _language_place(site.nodes))
    made: tuple[PageSource, ...] = ()
    if membership.value and words:
        made = tuple(pair_pages(membership.value, pages, words, MEMBERSHIP.file(content)))
    return AsRead(content, site, membership, help_lines, pages, made, len(pages) == len(readings), words, day)


def _read(gathering: Gathering, source: DataFile[R], content: Path) -> DataRead[R]:
    nodes = gathering.attempt(source.nodes, content)
    return DataRead(gathering.attempt(source.record, nodes) if nodes else None, nodes)


def _language_place(site: Node | None) -> Place | None:
    language = site.get("language") if site else None
    return language.place if language else None
