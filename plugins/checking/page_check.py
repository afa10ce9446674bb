"""What is checked page by page and file by file, on all processors, and not again for one that has not changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import file_digest
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from components.registry import Registry, directive_problems
from sources.files import names_below
from sources.formats.raster import is_raster
from sources.pages.links import link_problems
from sources.pages.page import PageSource, read_page
from sources.pages.targets import Targets
from sources.parallel import WORTH_A_FORK
from sources.problems import MOST_PROBLEMS, Problem, ProblemsFound
from sources.published import Document, offered_files
from sources.result_store import ResultStore, digest, in_batches, of_code

from .inputs import Reading

T = TypeVar("T")
PageReading = Reading[PageSource | None]


def page_readings(content: Path, store: ResultStore) -> Iterator[PageReading]:
    """Yield what every file below `content/pages` says, by path."""
    root = content / "pages"

    def key(name: str) -> bytes:
        try:
            with open(f"{root}/{name}", "rb") as file:
                return digest("reading", of_code(), content.name, name, file.read())
        except PermissionError:  # told by whoever reads the page
            return digest("closed", of_code(), content.name, name)

    return store.each(lambda name: page_reading(root / name, root, content.name), names_below(root), key)


def page_reading(path: Path, root: Path, content_name: str) -> PageReading:
    """Return what one file below `root` says; raise ProblemsFound when it takes too long, which may be so just now."""
    from sources.pages.brackets import unclosed_brackets  # late: most checks have every page from the store
    from sources.pages.markdown import convert
    from sources.pages.mistakes import text_problems

    try:
        page = read_page(path, root, content_name)
    except ProblemsFound as found:
        return Reading(None, found.problems)
    if problem := unclosed_brackets(page):
        return Reading(page, (problem,))
    becomes = convert(page)
    problems = text_problems(page, becomes)
    return Reading(replace(page, rendered=becomes.rendered), tuple(islice(problems, MOST_PROBLEMS)))


def file_readings(content: Path, store: ResultStore) -> Mapping[str, Reading[Document]]:
    """Return what every file besides pages and pictures is, by its path below content, and what in it runs or tells."""
    files = {file: path for file, path in offered_files(content).items() if not is_raster(file)}

    def reading(file: str) -> Reading[Document]:
        from sources.formats.drawings import drawing_of  # late: most checks have every file from the store
        from sources.formats.kinds import authors_of, published_problems

        path, held = files[file], files[file].read_bytes()
        shown = f"{content.name}/{path.relative_to(content).as_posix()}"
        document = Document(shown, len(held), authors_of(file, held), drawing_of(file, held))
        return Reading(document, published_problems(path, shown))

    return readings(reading, files, content, store)


_known: dict[bytes, Any] = {}  # in this process, for the editor, which checks all files at every save


def readings(
    reading: Callable[[str], Reading[T]],
    files: Mapping[str, Path],
    content: Path,
    store: ResultStore,
    at_least: int = WORTH_A_FORK,
) -> Mapping[str, Reading[T]]:
    """Return the reading of each file, looked at once as long as it holds the same."""

    def key(file: str) -> bytes:
        with files[file].open("rb") as opened:
            held = file_digest(opened, "sha256").digest()
        return digest("file", of_code(), content.name, file, files[file].name, held)

    keys = {file: key(file) for file in files}
    new = [file for file in files if keys[file] not in _known]
    _known.update(zip(map(keys.__getitem__, new), store.each(reading, new, keys.__getitem__, at_least), strict=True))
    return {file: _known[keys[file]] for file in files}


def link_check(pages: Sequence[PageSource], targets: Targets, store: ResultStore) -> Iterator[Problem]:
    """Yield a problem for every link that leads nowhere."""
    there = sorted(
        (file, page.url, page.front_matter.title, page.name, page.draft, page.needed, str(page.front_matter.date))
        for file, page in targets.pages.items()
    )
    others = (sorted(targets.files.items()), sorted(targets.moved.items()))
    known = digest("links", of_code(), targets.production, targets.unread, there, *others)
    return _each(lambda page: link_problems(page, targets), pages, known, store)


def directive_check(
    pages: Sequence[PageSource], components: Registry, lacking: Mapping[str, str], store: ResultStore
) -> Iterator[Problem]:
    """Yield a problem for every directive that means nothing; `lacking` says why some draw nothing, by their words."""
    taken = [(one.name, one.choices, one.optional) for one in components.values()]
    known = digest("directives", of_code(), taken, sorted(lacking.items()))
    return _each(lambda page: directive_problems(page, components, lacking), pages, known, store)


def _each(
    problems: Callable[[PageSource], Iterator[Problem]], pages: Sequence[PageSource], known: bytes, store: ResultStore
) -> Iterator[Problem]:
    return in_batches(store, lambda page: islice(problems(page), MOST_PROBLEMS), pages, known, lambda page: page.digest)
