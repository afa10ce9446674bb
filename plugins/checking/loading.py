"""Loads what of `content/` can be read: each part for itself, so that the problems of all are told at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Generic

from sources.pages.page import PageSource
from sources.problems import Gathering, Place
from sources.records.data_file import DataFile, R
from sources.result_store import ResultStore
from sources.words import Words, read_words
from sources.yaml.nodes import Node
from subjects.help_lines.records import HELP_LINES, HelpLines
from subjects.membership.compare import pair_pages
from subjects.membership.records import MEMBERSHIP, Membership
from subjects.site.records import SITE, Site

from .day import today
from .page_check import page_readings


@dataclass(frozen=True, slots=True)
class LoadedFile(Generic[R]):
    """A data file: its value if it is valid, and if it can be read at all, its nodes with their places."""

    value: R | None
    nodes: Node | None


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything that could be read; `complete` if that is so of every page, `made` the pages that no file holds."""

    content: Path
    site: LoadedFile[Site]
    membership: LoadedFile[Membership]
    help_lines: LoadedFile[HelpLines]
    pages: tuple[PageSource, ...]
    made: tuple[PageSource, ...]
    complete: bool
    words: Words | None
    today: date | None


def read_content(content: Path, theme: Path, gathering: Gathering, store: ResultStore) -> Loaded:
    """Return what can be read; what is wrong with each file alone goes to `gathering`."""
    site = _read(gathering, SITE, content)
    membership = _read(gathering, MEMBERSHIP, content)
    help_lines = _read(gathering, HELP_LINES, content)
    readings = list(page_readings(content, store))
    gathering.problems.extend(problem for reading in readings for problem in reading.problems)
    pages = tuple(reading.page for reading in readings if reading.page)
    day = gathering.attempt(today, site.value.time_zone) if site.value else None
    language = site.value.language if site.value else "en"
    words = gathering.attempt(read_words, theme, language, _language_place(site.nodes))
    made: tuple[PageSource, ...] = ()
    if membership.value and words:
        made = tuple(pair_pages(membership.value, pages, words, MEMBERSHIP.file(content)))
    return Loaded(content, site, membership, help_lines, pages, made, len(pages) == len(readings), words, day)


def _read(gathering: Gathering, source: DataFile[R], content: Path) -> LoadedFile[R]:
    nodes = gathering.attempt(source.nodes, content)
    return LoadedFile(gathering.attempt(source.record, nodes) if nodes else None, nodes)


def _language_place(site: Node | None) -> Place | None:
    language = site.get("language") if site else None
    return language.place if language else None
