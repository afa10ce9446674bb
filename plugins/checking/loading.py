"""Loads what of `content/` can be read, each part for itself, and the day of the build: the one place with a clock."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sources.colors import read_theme_colors
from sources.pages.page import PageSource
from sources.problems import Gathering, Place, ProblemsFound, refusal
from sources.records.data_file import DataFile
from sources.result_store import digest, of_code
from sources.yaml.nodes import Node
from subjects import all_subjects, data_files, declared_names
from subjects.loaded import Files, Loaded, LoadedFile
from subjects.site.records import SITE

from .inputs import Inputs, Reading, held_in
from .page_check import page_readings
from .site_words import SiteWords, site_words
from .translations import by_language, in_their_language, translated_files, translated_pages


def load(inputs: Inputs, *, production: bool) -> Loaded:
    """Return what can be read, in every language; what is wrong with each file alone is gathered."""
    content, theme, gathering = inputs.content, inputs.theme, inputs.gathering
    files = _data(inputs)
    site = files[SITE.path]
    readings = list(page_readings(content, inputs.store))
    gathering.problems.extend(problem for reading in readings for problem in reading.problems)
    day = gathering.attempt(today, site.value.time_zone) if site.value else None
    read = tuple(reading.value for reading in readings if reading.value)
    languages = site.value.every_language if site.value else ("en",)
    waiting = {page.file for page in read if day and page.front_matter.date and page.front_matter.date > day}
    pages = by_language((replace(page, waits=page.file in waiting) for page in read), languages)
    if site.value:
        gathering.problems.extend(in_their_language(read, languages))
    asked_at = _language_place(site.nodes)
    found = gathering.attempt(site_words, inputs, languages[0], asked_at, own_words(files))
    loaded = Loaded(
        content=content,
        files=files,
        pages=pages[""],
        complete=len(read) == len(readings),
        words=found.words if found else None,
        today=day,
        production=production,
        theme_colors=read_theme_colors(theme),
    )
    loaded = _completed(loaded)
    return replace(loaded, translations=tuple(_translation(loaded, one, pages[one], inputs) for one in languages[1:]))


def _translation(main: Loaded, language: str, pages: tuple[PageSource, ...], inputs: Inputs) -> Loaded:
    """Return the site in a further language."""
    loaded = translated_files(main, language, inputs)
    asked_at, own = _language_place(main.nodes(SITE)), own_words(loaded.files)
    own = own if own != own_words(main.files) else {}  # of which nobody has said what they are in this language
    found = inputs.gathering.attempt(site_words, inputs, language, asked_at, own, main.words) or SiteWords(None)
    there, fallback = translated_pages(pages, main.pages), (*main.pages, *main.made)
    loaded = replace(loaded, pages=there, words=found.words, unspoken=found.lent, made=(), moved=(), fallback=fallback)
    loaded = _completed(loaded)
    shown = (page for page in (*loaded.pages, *loaded.made) if not (loaded.production and page.draft))
    own_paths = {page.path for page in shown}
    return replace(loaded, fallback=tuple(page for page in fallback if page.path not in own_paths))


def _completed(loaded: Loaded) -> Loaded:
    """Return what was read with all that subjects make of it."""
    loaded = replace(loaded, names=declared_names(loaded.files))
    speaking = [one for one in all_subjects() if loaded.speaks(one.data)]
    made = tuple(
        replace(page, language=loaded.language, url=loaded.root + page.url)
        for page in chain.from_iterable(one.pages(loaded) for one in speaking)
    )
    there = (one for one in speaking if one.data is None or one.data.path in loaded.files)
    files_made = frozenset(loaded.root + name for one in there for name in one.files(loaded))
    loaded = replace(loaded, made=made, unread=_unread(loaded), files_made=files_made)
    return replace(loaded, moved=tuple(chain.from_iterable(one.moved(loaded) for one in all_subjects())))


def _unread(loaded: Loaded) -> tuple[str, ...]:
    """Return the folders whose pages nobody knows; without data, or with none that is wrong, a subject has no such."""

    def valid(file: DataFile[Any] | None) -> bool:
        return file is None or file.path not in loaded.files or loaded.value(file) is not None

    return tuple(one.below for one in all_subjects() if one.below and not (valid(one.data) and loaded.words))


def _data(inputs: Inputs) -> dict[str, LoadedFile[Any]]:
    """Return every data file that is there, and the one that must be, as far as it can be read."""
    content = inputs.content
    needed = [file for file in data_files() if file is SITE or (content / file.path).is_file()]
    read = inputs.store.each(lambda file: data_reading(file, content), needed, lambda file: _data_key(file, content))
    data = {file.path: reading for file, reading in zip(needed, read, strict=True)}
    inputs.gathering.problems.extend(problem for reading in data.values() for problem in reading.problems)
    return {path: reading.value for path, reading in data.items()}


def read_data(content: Path) -> Files:
    """Return every data file that is there; raise ProblemsFound if one cannot be read or is not valid."""
    read = {file.path: data_reading(file, content) for file in data_files() if (content / file.path).is_file()}
    if problems := [problem for reading in read.values() for problem in reading.problems]:
        raise ProblemsFound(problems)
    return {path: reading.value for path, reading in read.items()}


def data_reading(file: DataFile[Any], content: Path) -> Reading[LoadedFile[Any]]:
    """Return what one data file holds."""
    gathering = Gathering()
    nodes = gathering.attempt(file.nodes, content)
    record = gathering.attempt(file.record, nodes) if nodes else None
    return Reading(LoadedFile(record, nodes), tuple(gathering.problems))


def _data_key(file: DataFile[Any], content: Path) -> bytes:
    return digest("data", of_code(), content.name, file.path, held_in(content / file.path))


def own_words(files: Files) -> dict[str, str]:
    """Return the words of the organisation that take the place of the theme's own."""
    there = ((one, files[one.data.path].value) for one in all_subjects() if one.data and one.data.path in files)
    return {key: word for one, value in there if value for key, word in one.own_words(value).items()}


def _language_place(site: Node | None) -> Place | None:
    language = (site.get("language") or site.get("languages")) if site else None
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
        raise refusal("SOURCE_DATE_EPOCH", message) from None
