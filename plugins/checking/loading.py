"""Loads what of `content/` can be read, each part for itself, and the day of the build: the one place with a clock."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sources.problems import Gathering, Place, Problem, ProblemsFound
from sources.records.data_file import DataFile
from sources.result_store import ResultStore, digest, of_code
from sources.theme_colors import read_theme_colors
from sources.words import Words, with_own, words_file, words_in
from sources.yaml.nodes import Node
from subjects import all_subjects, declared_names
from subjects.loaded import Files, Loaded, LoadedFile
from subjects.site.records import SITE

from .page_check import page_readings


def load(content: Path, theme: Path, gathering: Gathering, store: ResultStore, *, production: bool) -> Loaded:
    """Return what can be read; what is wrong with each file alone goes to `gathering`."""
    declared = [one.data for one in all_subjects() if one.data]
    needed = [file for file in declared if file is SITE or (content / file.path).is_file()]
    read = store.each(lambda file: data_reading(file, content), needed, lambda file: _data_key(file, content))
    data = {file.path: reading for file, reading in zip(needed, read, strict=True)}
    gathering.problems.extend(problem for reading in data.values() for problem in reading.problems)
    files = {path: reading.file for path, reading in data.items()}
    site = files[SITE.path]
    readings = list(page_readings(content, store))
    gathering.problems.extend(problem for reading in readings for problem in reading.problems)
    pages = tuple(reading.page for reading in readings if reading.page)
    day = gathering.attempt(today, site.value.time_zone) if site.value else None
    language = site.value.language if site.value else "en"
    pages = tuple(replace(page, waits=_is_to_come(page.front_matter.date, day)) for page in pages)
    words = gathering.attempt(_words, theme, language, store, _language_place(site.nodes), own_words(files))
    loaded = Loaded(content, files, pages, len(pages) == len(readings), words, day, production)
    loaded = replace(loaded, names=declared_names(files))
    made = tuple(chain.from_iterable(one.pages(loaded) for one in all_subjects()))
    there = (one for one in all_subjects() if one.data is None or one.data.path in files)
    files_made = frozenset(chain.from_iterable(one.files(loaded) for one in there))
    loaded = replace(
        loaded, made=made, unread=_unread(loaded), files_made=files_made, theme_colors=read_theme_colors(theme)
    )
    return replace(loaded, moved=tuple(chain.from_iterable(one.moved(loaded) for one in all_subjects())))


def _unread(loaded: Loaded) -> tuple[str, ...]:
    """Return the folders whose pages nobody knows; without data, or with none that is wrong, a subject has no such."""

    def valid(file: DataFile[Any] | None) -> bool:
        return file is None or file.path not in loaded.files or loaded.value(file) is not None

    return tuple(one.below for one in all_subjects() if one.below and not (valid(one.data) and loaded.words))


def _is_to_come(day: date | None, today: date | None) -> bool:
    return bool(day and today and day > today)


def read_data(content: Path) -> Files:
    """Return every data file that is there; raise ProblemsFound if one cannot be read or is not valid."""
    there = [one.data for one in all_subjects() if one.data and (content / one.data.path).is_file()]
    read = {file.path: data_reading(file, content) for file in there}
    if problems := [problem for reading in read.values() for problem in reading.problems]:
        raise ProblemsFound(problems)
    return {path: reading.file for path, reading in read.items()}


@dataclass(frozen=True, slots=True)
class DataReading:
    """One data file as far as it can be read, and what is wrong in it."""

    file: LoadedFile[Any]
    problems: tuple[Problem, ...]


def data_reading(file: DataFile[Any], content: Path) -> DataReading:
    """Return what one data file holds."""
    gathering = Gathering()
    nodes = gathering.attempt(file.nodes, content)
    record = gathering.attempt(file.record, nodes) if nodes else None
    return DataReading(LoadedFile(record, nodes), tuple(gathering.problems))


def _data_key(file: DataFile[Any], content: Path) -> bytes:
    return digest("data", of_code(), content.name, file.path, _held_in(content / file.path))


def _held_in(path: Path) -> object:
    """Return the bytes of a file, or why nobody can read them, which is told by whoever does."""
    try:
        return path.read_bytes()
    except OSError as error:
        return error.errno


def _words(theme: Path, language: str, store: ResultStore, asked_at: Place | None, own: Mapping[str, str]) -> Words:
    """Return the words of the theme and of the organisation, of which the store keeps those of the theme's file."""
    in_file = digest("words", of_code(), theme.name, language, asked_at, _held_in(words_file(theme, language)))
    read = store.each(lambda name: words_in(theme, name, asked_at), [language], lambda _: in_file)
    return with_own(next(iter(read)), own)


def own_words(files: Files) -> dict[str, str]:
    """Return the words of the organisation that take the place of the theme's own."""
    there = ((one, files[one.data.path].value) for one in all_subjects() if one.data and one.data.path in files)
    return {key: word for one, value in there if value for key, word in one.own_words(value).items()}


def _language_place(site: Node | None) -> Place | None:
    language = site.get("language") if site else None
    return language.place if language else None


def today(time_zone: str) -> date:
    """Return today's date in a time zone; at the second of SOURCE_DATE_EPOCH, if that is set, instead of now.

    Raises ProblemsFound for a second that is none. See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    zone = ZoneInfo(time_zone)
    second = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return (datetime.fromtimestamp(int(second), zone) if second else datetime.now(zone)).date()
    except (ValueError, OverflowError, OSError):
        message = f'expected the seconds since 1970, found "{second}".'
        raise ProblemsFound([Problem(Place("SOURCE_DATE_EPOCH", 0), message)]) from None
