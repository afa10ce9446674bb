"""Checks pages of which only the text has changed, which takes a hundredth of the time that a whole check does."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path

from components.directive import directives
from components.registry import directive_problems
from sources.pages.links import link_problems
from sources.pages.page import PageSource, in_language
from sources.problems import Problem, ProblemsFound
from subjects.loaded import Sources

from .check import components
from .page_check import page_reading
from .translations import translated_pages


def rechecked(sources: Sources, content: Path, changed: Collection[Path]) -> Sources | None:
    """Return the sources with the changed pages read anew; None if more than their text has changed.

    When only the text of some pages has changed, nothing else can have gone wrong.
    Raises ProblemsFound with every problem in the changed pages.
    """
    root = content / "pages"
    if not all(path.suffix == ".md" and path.is_relative_to(root) and path.is_file() for path in changed):
        return None
    known = {page.file: page for one in sources.in_every_language for page in one.written}
    problems: list[Problem] = []
    new: dict[str, PageSource] = {}
    for path in changed:
        before = known.get(f"{content.name}/{path.relative_to(content).as_posix()}")
        if before is None:
            return None
        reading = page_reading(path, root, content.name)
        problems.extend(reading.problems)
        if reading.value:
            (page,) = translated_pages(
                [in_language(replace(reading.value, path=before.path), before.language)], sources.pages
            )
            if _around(page) != _around(before):
                return None
            new[before.file] = replace(page, waits=before.waits)
    changed_in = [_with_pages(one, new) for one in sources.in_every_language]
    for one in changed_in:
        problems.extend(_text_problems([page for page in one.pages if page in new.values()], one))
    if problems:
        raise ProblemsFound(problems)
    return replace(changed_in[0], translations=tuple(changed_in[1:]))


def _with_pages(sources: Sources, new: Mapping[str, PageSource]) -> Sources:
    """Return sources with new pages by their files in the place of those that they had."""
    pages, drafts = (tuple(new.get(page.file, page) for page in some) for some in (sources.pages, sources.drafts))
    return replace(sources, pages=pages, drafts=drafts)


def _around(page: PageSource) -> object:
    """Return what other pages and rules know of a page besides its text."""
    return page.front_matter, [(one.name, one.arguments) for one in directives(page.body)]


def _text_problems(pages: Collection[PageSource], sources: Sources) -> Iterator[Problem]:
    targets, known, missing = sources.targets, components(sources), sources.lacking
    return chain.from_iterable(
        chain(link_problems(page, targets), directive_problems(page, known, missing)) for page in pages
    )
