"""What is checked page by page, on all processors, and not again for a page on which nothing has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path

from components.registry import Registry, directive_problems
from components.statements import timeline_problems
from safety.published_files import published_problems
from sources.files import static_files
from sources.kept import Kept, digest, in_batches
from sources.pages import PageSource, page_files, read_page
from sources.problems import MOST_PROBLEMS, Problem, ProblemsFound
from sources.prose.brackets import hopeless
from sources.prose.links import link_problems
from sources.prose.marks import mark_problems
from sources.prose.targets import Targets
from sources.site import Site

from .versions import of_code


@dataclass(frozen=True, slots=True)
class PageReading:
    """One page, if it can be read, and what is wrong with it alone."""

    page: PageSource | None
    problems: tuple[Problem, ...]


def page_readings(content: Path, kept: Kept) -> Iterator[PageReading]:
    """Yield what every file below `content/pages` says, by path."""
    root = content / "pages"

    def key(name: str) -> bytes:
        try:
            with open(f"{root}/{name}", "rb") as file:
                return digest("reading", of_code(), content.name, name, file.read())
        except PermissionError:  # told by whoever reads the page
            return digest("closed", of_code(), content.name, name)

    return kept.each(lambda name: page_reading(root / name, root, content.name), page_files(root), key)


def page_reading(path: Path, root: Path, content_name: str) -> PageReading:
    """Return what one file below `root` says; raise ProblemsFound when it takes too long, which may be so just now."""
    from sources.prose.looking import look  # and with it Markdown, which a page that is kept does without

    try:
        page = read_page(path, root, content_name)
    except ProblemsFound as found:
        return PageReading(None, found.problems)
    if problem := hopeless(page):
        return PageReading(page, (problem,))
    looked = look(page)
    slips = chain(mark_problems(page, looked), timeline_problems(page))
    return PageReading(replace(page, rendered=looked.rendered), tuple(islice(slips, MOST_PROBLEMS)))


def file_check(content: Path, site: Site | None, kept: Kept) -> Iterator[Problem]:
    """Yield a problem for whatever in a file besides the pages could run, fetch or tell something."""
    known = (site.name, site.short_name, *(person.name for person in site.approved_people)) if site else ()
    files = sorted(static_files(content).values())

    def key(path: Path) -> bytes:
        return digest("file", of_code(), content.name, path.relative_to(content), known, path.read_bytes())

    def problems(path: Path) -> tuple[Problem, ...]:
        return published_problems(path, f"{content.name}/{path.relative_to(content).as_posix()}", known)

    return chain.from_iterable(kept.each(problems, files, key))


def link_check(pages: Sequence[PageSource], targets: Targets, kept: Kept) -> Iterator[Problem]:
    """Yield a problem for every link that leads nowhere."""
    there = sorted((file, page.url, page.draft, page.needed) for file, page in targets.pages.items())
    known = digest("links", of_code(), targets.production, targets.unread, there, sorted(targets.files.items()))
    return _each(lambda page: link_problems(page, targets), pages, known, kept)


def directive_check(pages: Sequence[PageSource], components: Registry, kept: Kept) -> Iterator[Problem]:
    """Yield a problem for every directive that means nothing."""
    known = digest("directives", of_code(), [(one.name, one.choices, one.optional) for one in components.values()])
    return _each(lambda page: directive_problems(page, components), pages, known, kept)


def _each(
    problems: Callable[[PageSource], Iterator[Problem]], pages: Sequence[PageSource], known: bytes, kept: Kept
) -> Iterator[Problem]:
    return in_batches(kept, lambda page: islice(problems(page), MOST_PROBLEMS), pages, known, lambda page: page.digest)
