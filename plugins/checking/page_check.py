"""What is checked page by page, on all processors, and not again for a page on which nothing has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path

from components.registry import Registry, directive_problems
from sources.files import static_files
from sources.formats.kinds import published_problems
from sources.pages.brackets import unclosed_brackets
from sources.pages.links import link_problems
from sources.pages.mistakes import text_problems
from sources.pages.page import PageSource, page_files, read_page
from sources.pages.targets import Targets
from sources.problems import MOST_PROBLEMS, Problem, ProblemsFound
from sources.result_store import ResultStore, digest, in_batches, of_code


@dataclass(frozen=True, slots=True)
class PageReading:
    """One page, if it can be read, and what is wrong with it alone."""

    page: PageSource | None
    problems: tuple[Problem, ...]


def page_readings(content: Path, store: ResultStore) -> Iterator[PageReading]:
    """Yield what every file below `content/pages` says, by path."""
    root = content / "pages"

    def key(name: str) -> bytes:
        try:
            with open(f"{root}/{name}", "rb") as file:
                return digest("reading", of_code(), content.name, name, file.read())
        except PermissionError:  # told by whoever reads the page
            return digest("closed", of_code(), content.name, name)

    return store.each(lambda name: page_reading(root / name, root, content.name), page_files(root), key)


def page_reading(path: Path, root: Path, content_name: str) -> PageReading:
    """Return what one file below `root` says; raise ProblemsFound when it takes too long, which may be so just now."""
    from sources.pages.markdown import convert

    try:
        page = read_page(path, root, content_name)
    except ProblemsFound as found:
        return PageReading(None, found.problems)
    if problem := unclosed_brackets(page):
        return PageReading(page, (problem,))
    becomes = convert(page)
    problems = text_problems(page, becomes)
    return PageReading(replace(page, rendered=becomes.rendered), tuple(islice(problems, MOST_PROBLEMS)))


def file_check(content: Path, names: tuple[str, ...], store: ResultStore) -> Iterator[Problem]:
    """Yield a problem for whatever in a file besides the pages could run, fetch or tell something."""
    files = sorted(static_files(content).values())

    def key(path: Path) -> bytes:
        return digest("file", of_code(), content.name, path.relative_to(content), names, path.read_bytes())

    def problems(path: Path) -> tuple[Problem, ...]:
        return published_problems(path, f"{content.name}/{path.relative_to(content).as_posix()}", names)

    return chain.from_iterable(store.each(problems, files, key))


def link_check(pages: Sequence[PageSource], targets: Targets, store: ResultStore) -> Iterator[Problem]:
    """Yield a problem for every link that leads nowhere."""
    there = sorted(
        (file, page.url, page.front_matter.title, page.name, page.draft, page.needed)
        for file, page in targets.pages.items()
    )
    others = (sorted(targets.files.items()), sorted(targets.moved.items()))
    known = digest("links", of_code(), targets.production, targets.unread, there, *others)
    return _each(lambda page: link_problems(page, targets), pages, known, store)


def directive_check(pages: Sequence[PageSource], components: Registry, store: ResultStore) -> Iterator[Problem]:
    """Yield a problem for every directive that means nothing."""
    known = digest("directives", of_code(), [(one.name, one.choices, one.optional) for one in components.values()])
    return _each(lambda page: directive_problems(page, components), pages, known, store)


def _each(
    problems: Callable[[PageSource], Iterator[Problem]], pages: Sequence[PageSource], known: bytes, store: ResultStore
) -> Iterator[Problem]:
    return in_batches(store, lambda page: islice(problems(page), MOST_PROBLEMS), pages, known, lambda page: page.digest)
