"""Checks everything in `content/` and tells every problem at once; after a change of some texts, only these pages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path

from components.directive import directives
from components.registry import Registry, directive_problems, registry
from sources.files import MADE, Known, file_problems
from sources.pages.links import link_problems
from sources.pages.page import PageSource, page_set_problems
from sources.pages.targets import Targets
from sources.problems import Gathering, Problem, ProblemsFound, Section
from sources.published import Document, published_paths, same_path_problems
from sources.records.past_days import past_day_problems
from sources.result_store import NoStore, ResultStore
from subjects import all_subjects, present
from subjects.loaded import Loaded, Sources
from subjects.site.records import SITE

from .approvals import approval_problems, unused
from .loading import load
from .page_check import directive_check, file_readings, link_check, page_reading
from .picture_check import picture_readings
from .requires import lacking, requirement_problems


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
    loaded = replace(
        load(content, theme, gathering, store, production=production),
        pictures={file: reading.picture for file, reading in seen.items() if reading.picture},
    )
    gathering.problems.extend(chain.from_iterable(reading.problems for reading in seen.values()))
    known, files = known_files(), file_readings(content, store)
    gathering.problems.extend(file_problems(content, known))
    gathering.problems.extend(same_path_problems(content, {*MADE, *loaded.files_made}))
    gathering.problems.extend(chain.from_iterable(one.problems for one in files.values()))
    gathering.problems.extend(page_set_problems(loaded.pages, content))
    gathering.problems.extend(chain.from_iterable(one.problems(loaded) for one in all_subjects()))
    gathering.problems.extend(requirement_problems(loaded))
    gathering.problems.extend(_past_days(loaded))
    if loaded.names_known:
        gathering.problems.extend(_link_problems(loaded, store))
    gathering.problems.extend(approval_problems(loaded))
    sources = _sources(loaded, store, {file: one.document for file, one in files.items()})
    if sources is None:
        raise ProblemsFound(gathering.problems)
    if not any(one.in_doubt(loaded) for one in all_subjects()):
        gathering.problems.extend(directive_check(sources.pages, components(sources), sources.lacking, store))
    return gathering.settle(sources)


def unchecked(content: Path, theme: Path, store: ResultStore) -> Sources | None:
    """Return the public sources as far as they can be read, whatever is wrong in them; None without every page."""
    gathering = Gathering()
    loaded = gathering.attempt(load, content, theme, gathering, store, production=True)
    return _sources(loaded, store, {}) if loaded and loaded.names_known else None


def _past_days(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for every day that says when somebody did something, and is to come."""
    if loaded.today is None:
        return
    for file in (one.data for one in all_subjects() if one.data):
        value, nodes = loaded.value(file), loaded.nodes(file)
        if value and nodes:
            yield from past_day_problems(value, nodes, loaded.today, file.guide)
    for page in loaded.pages:
        yield from past_day_problems(page.front_matter, page.nodes, loaded.today, Section.FRONT_MATTER)


def components(sources: Sources) -> Registry:
    """Return the components that pages may use."""
    return registry(*(one.components(sources) for one in present(sources)))


def known_files() -> Known:
    """Return the data files that the subjects of this house know."""
    return Known(tuple(one.data.path for one in all_subjects() if one.data), frozenset([SITE.path]))


def data_files(content: Path) -> list[Path]:
    """Return the data files that are there."""
    return [path for name in known_files().data if (path := content / name).is_file()]


def _link_problems(loaded: Loaded, store: ResultStore) -> Iterator[Problem]:
    """Yield a problem for every link that leads nowhere; what a subject could not make is not missed."""
    pages = (*loaded.pages, *loaded.made)
    published = published_paths(loaded.content, loaded.pictures)
    targets = Targets.of(pages, published, production=loaded.production, unread=loaded.unread, moved=loaded.moved)
    return link_check(pages, targets, store)


def _sources(loaded: Loaded, store: ResultStore, documents: Mapping[str, Document]) -> Sources | None:
    """Return the sources if every part of them is there and valid."""
    if not (loaded.words and loaded.today) or any(file.value is None for file in loaded.files.values()):
        return None
    pages = (*loaded.pages, *loaded.made)
    return Sources(
        files=loaded.files,
        pages=tuple(page for page in pages if not (loaded.production and page.draft)),
        made=loaded.made,
        drafts=tuple(page for page in loaded.pages if page.draft),
        words=loaded.words,
        production=loaded.production,
        today=loaded.today,
        documents=documents,
        pictures=loaded.pictures,
        published=published_paths(loaded.content, loaded.pictures),
        moved=tuple(one for one in loaded.moved if not (loaded.production and one.page.draft)),
        unused_approvals=unused(loaded, store),
        lacking=lacking(loaded),
        theme_colors=loaded.theme_colors,
        names=loaded.names,
    )


def rechecked(sources: Sources, content: Path, changed: Collection[Path]) -> Sources | None:
    """Return the sources with the changed pages read anew; None if more than their text has changed.

    When only the text of some pages has changed, nothing else can have gone wrong.
    Raises ProblemsFound with every problem in the changed pages.
    """
    root = content / "pages"
    if not all(path.suffix == ".md" and path.is_relative_to(root) and path.is_file() for path in changed):
        return None
    made = {page.path for page in sources.made}
    known = {page.path: page for page in sources.pages if page.path not in made}
    problems: list[Problem] = []
    new: dict[str, PageSource] = {}
    for path in changed:
        before = known.get(path.relative_to(root).with_suffix("").as_posix())
        if before is None:
            return None
        reading = page_reading(path, root, content.name)
        problems.extend(reading.problems)
        if reading.page:
            if _around(reading.page) != _around(before):
                return None
            new[reading.page.path] = replace(reading.page, waits=before.waits)
    pages = tuple(new.get(page.path, page) for page in sources.pages)
    drafts = tuple(new.get(page.path, page) for page in sources.drafts)
    problems.extend(_text_problems(new.values(), replace(sources, pages=pages)))
    if problems:
        raise ProblemsFound(problems)
    return replace(sources, pages=pages, drafts=drafts)


def _around(page: PageSource) -> object:
    """Return what other pages and rules know of a page besides its text."""
    return page.front_matter, [(one.name, one.arguments) for one in directives(page.body)]


def _text_problems(pages: Collection[PageSource], sources: Sources) -> Iterator[Problem]:
    published, moved = sources.published, sources.moved
    targets = Targets.of(sources.pages, published, production=sources.production, moved=moved)
    known, missing = components(sources), sources.lacking
    return chain.from_iterable(
        chain(link_problems(page, targets), directive_problems(page, known, missing)) for page in pages
    )
