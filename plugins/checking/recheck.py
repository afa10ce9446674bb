"""The short way of checking again: when only the text of some pages has changed, nothing else can have gone wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from components.directive import directives
from components.registry import directive_problems
from sources.files import static_files
from sources.pages.links import link_problems
from sources.pages.page import PageSource
from sources.pages.targets import Targets
from sources.problems import Problem, ProblemsFound
from subjects.subject import Sources

from .check import components
from .page_check import page_reading


def rechecked(sources: Sources, content: Path, changed: Collection[Path]) -> Sources | None:
    """Return the sources with the changed pages read anew; None if more than their text has changed.

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
            new[reading.page.path] = reading.page
    pages = tuple(new.get(page.path, page) for page in sources.pages)
    drafts = tuple(new.get(page.path, page) for page in sources.drafts)
    problems.extend(_problems(new.values(), replace(sources, pages=pages), content))
    if problems:
        raise ProblemsFound(problems)
    return replace(sources, pages=pages, drafts=drafts)


def _around(page: PageSource) -> object:
    """Return what other pages and rules know of a page besides its text."""
    return page.front_matter, [(one.name, one.arguments) for one in directives(page.body)]


def _problems(pages: Collection[PageSource], sources: Sources, content: Path) -> Iterator[Problem]:
    targets = Targets.of(sources.pages, static_files(content), production=sources.production)
    known = components(sources)
    return chain.from_iterable(chain(link_problems(page, targets), directive_problems(page, known)) for page in pages)
