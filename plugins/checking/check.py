"""Checks everything in `content/` and tells every problem at once; after a change of some texts, only these pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from itertools import chain
from pathlib import Path
from typing import Any

from components.registry import Registry, registry
from sources.files import MADE, Known, file_problems
from sources.pages.page import PageSource
from sources.pages.page_set import page_set_problems
from sources.problems import Gathering, Problem, ProblemsFound, Section
from sources.published import Document, published_paths, same_path_problems
from sources.records.walk import past_day_problems
from sources.result_store import NoStore, ResultStore
from subjects import all_subjects, data_files, present
from subjects.loaded import InLanguage, Loaded, Sources
from subjects.site.records import SITE

from .approvals import approval_problems, unused
from .inputs import Inputs
from .loading import load
from .page_check import directive_check, file_readings, link_check
from .picture_check import picture_readings
from .requires import lacking, requirement_problems
from .site_words import FILE
from .translations import with_translations


def check(
    content: Path,
    theme: Path,
    *,
    production: bool,
    store: ResultStore | None = None,
    pictures: ResultStore | None = None,
) -> Sources:
    """Return the checked sources; raise ProblemsFound with every problem in them.

    `pictures` is another store for what takes long to look at.
    """
    store = store or NoStore()
    gathering = Gathering()
    seen = picture_readings(content, pictures or store)
    shown = {file: reading.value for file, reading in seen.items() if reading.value}
    loaded = load(Inputs(content, theme, gathering, store), production=production)
    further = tuple(replace(one, pictures=shown) for one in loaded.translations)
    loaded = replace(loaded, pictures=shown, translations=further)
    gathering.problems.extend(chain.from_iterable(reading.problems for reading in seen.values()))
    known, files = known_files(loaded.languages), file_readings(content, store)
    gathering.problems += file_problems(content, known)
    gathering.problems += same_path_problems(content, {*MADE, *loaded.files_made})
    gathering.problems += chain.from_iterable(one.problems for one in files.values())
    gathering.problems += (*requirement_problems(loaded), *approval_problems(loaded))
    documents = {file: one.value for file, one in files.items()}
    found = [_checked(one, gathering, store, documents) for one in (loaded, *loaded.translations)]
    there = [one for one in found if one]
    if len(there) < len(found):
        raise ProblemsFound(gathering.problems)
    return gathering.settle(with_translations(there))


def _checked(
    loaded: Loaded, gathering: Gathering, store: ResultStore, documents: Mapping[str, Document]
) -> Sources | None:
    """Return the sources of one language, if every part is there; what is wrong with them goes to `gathering`.

    Of a further language that is only what stands in its own files: facts are those of the main one.
    """
    problems = Gathering()
    problems.problems.extend(page_set_problems(loaded.pages, loaded.content))
    problems.problems.extend(chain.from_iterable(one.problems(loaded) for one in all_subjects()))
    problems.problems.extend(_past_days(loaded))
    if loaded.names_known:
        problems.problems.extend(link_check((*loaded.pages, *loaded.made), loaded.targets, store))
    sources = _sources(loaded, store, documents)
    if sources and not any(one.in_doubt(loaded) for one in all_subjects()):
        problems.problems.extend(directive_check(sources.pages, components(sources), sources.lacking, store))
    own = f".{loaded.language}."
    told = (one for one in problems.problems if not loaded.language or own in one.place.file)
    gathering.problems.extend(_guided(one, loaded) for one in told)
    return sources


def unchecked(content: Path, theme: Path, store: ResultStore) -> Sources | None:
    """Return the public sources as far as they can be read, whatever is wrong in them; None without every page."""
    gathering = Gathering()
    loaded = gathering.attempt(load, Inputs(content, theme, gathering, store), production=True)
    if not (loaded and loaded.names_known):
        return None
    sources = _sources(loaded, store, {})
    further = (_sources(one, store, {}) for one in loaded.translations)
    return with_translations([sources, *(one for one in further if one)]) if sources else None


def _past_days(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for every day that says when somebody did something, and is to come."""
    if loaded.today is None:
        return
    for file in data_files():
        value, nodes = loaded.value(file), loaded.nodes(file)
        if value and nodes:
            yield from past_day_problems(value, nodes, loaded.today)
    for page in loaded.pages:
        for problem in past_day_problems(page.front_matter, page.nodes, loaded.today):
            yield replace(problem, guide=Section.FRONT_MATTER)


def _guided(problem: Problem, loaded: Loaded) -> Problem:
    """Return a problem with the section of the guide that tells of its place, if that is in a data file."""
    for file in (one.data for one in all_subjects() if one.data) if problem.guide == Section.MESSAGES else ():
        known = {file.file(loaded.content), file.in_language(loaded.language).file(loaded.content)}
        if problem.place.file in known and (nodes := loaded.nodes(file)):
            return replace(problem, guide=file.section(nodes, problem.place))
    return problem


def components(sources: Sources) -> Registry:
    """Return the components that pages may use."""
    return registry(*(one.components(sources) for one in present(sources)))


def known_files(languages: tuple[str, ...] = ()) -> Known:
    """Return the data files that the subjects of this house know, with those of their texts in these languages."""
    texts = (file.in_language(language).path for language in languages[1:] for file in data_files())
    words = (FILE.format(language=language) for language in languages)
    return Known(tuple(file.path for file in data_files()), frozenset([SITE.path]), frozenset([*texts, *words]))


def present_data_files(content: Path, languages: tuple[str, ...] = ()) -> list[Path]:
    """Return the data files that are there, with those of their texts in these languages."""
    known = known_files(languages)
    return [path for name in (*known.data, *sorted(known.texts)) if (path := content / name).is_file()]


def _sources(loaded: Loaded, store: ResultStore, documents: Mapping[str, Document]) -> Sources | None:
    """Return the sources if every part of them is there and valid."""
    if not (loaded.words and loaded.today) or any(file.value is None for file in loaded.files.values()):
        return None

    def built(pages: Iterable[PageSource]) -> tuple[PageSource, ...]:
        return tuple(page for page in pages if not (loaded.production and page.draft))

    shared = {one.name: getattr(loaded, one.name) for one in fields(InLanguage)}
    changed: dict[str, Any] = {
        "pages": built((*loaded.pages, *loaded.made)),
        "moved": tuple(one for one in loaded.moved if not (loaded.production and one.page.draft)),
        "fallback": built(loaded.fallback),
    }
    return Sources(
        **shared | changed,
        words=loaded.words,
        today=loaded.today,
        drafts=tuple(page for page in loaded.pages if page.draft),
        documents=documents,
        published=published_paths(loaded.content, loaded.pictures),
        unused_approvals=unused(loaded, store),
        lacking=lacking(loaded),
    )
