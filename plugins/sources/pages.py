"""Markdown files become pages: front matter, body, and an address that is the file's own path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .files import DROPPINGS, MARKDOWN_LIMIT
from .front_matter import FrontMatter
from .kinds import ID
from .nodes import Mapping, parse
from .problems import Gathering, Place, Problem, ProblemsFound
from .text import read_text
from .typed import typed

GUIDE = "Front matter"
NEEDED = {"index.md": "it is the home page", "404.md": "it is shown when somebody follows an old or mistyped link"}
FENCE = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PageSource:
    """One page as its author wrote it."""

    file: str  # as problems name it: content/pages/about.md
    path: str  # as other files name it: about, membership/index
    url: str  # below the site's own, without leading slash: membership/; empty for the home page
    front_matter: FrontMatter
    body: str
    body_line: int  # the line of the file on which the body begins

    @property
    def save_as(self) -> str:
        """Return the output file, relative to the output directory."""
        return self.url if self.url.endswith(".html") else f"{self.url}index.html"

    @property
    def name(self) -> str:
        """Return the short name, for menus and breadcrumbs."""
        return self.front_matter.nav_title or self.front_matter.title

    @property
    def draft(self) -> bool:
        """Tell whether the page is kept off the public site."""
        return self.front_matter.status == "draft"

    @property
    def listed(self) -> bool:
        """Tell whether search engines may list the page: not a draft, and not the page for mistyped links."""
        return not self.draft and self.path != "404"


def read_pages(content: Path) -> tuple[PageSource, ...]:
    """Return every page below `content/pages`, by path; raise ProblemsFound with the problems of all of them."""
    root = content / "pages"
    gathering = Gathering()
    found = [gathering.attempt(read_page, path, root, content.name) for path in sorted(_files(root))]
    pages = tuple(page for page in found if page)
    gathering.problems.extend(
        [*_same_address(pages), *_same_words(pages), *_missing(root, content.name), *_needed_drafts(pages)]
    )
    return gathering.settle(pages)


def read_page(path: Path, root: Path, content_name: str = "content") -> PageSource:
    """Return one page; raise ProblemsFound with everything wrong in its name and its front matter."""
    relative = path.relative_to(root).as_posix()
    file = f"{content_name}/{root.name}/{relative}"
    if path.suffix != ".md":
        message = f'"{path.name}" is not a page. Pages end in ".md"; pictures go to content/images.'
        raise ProblemsFound([Problem(Place(file, 0), message, "Adding a page")])
    for part in relative.removesuffix(".md").split("/"):
        if not ID.fullmatch(part):
            message = f'the name "{part}" becomes part of an address: use small letters, digits and single hyphens.'
            raise ProblemsFound([Problem(Place(file, 0), message, "Adding a page")])
    text = read_text(path, file, MARKDOWN_LIMIT)
    fence = FENCE.match(text)
    if not fence:
        message = 'expected the page to begin with a line "---", its fields, and another line "---".'
        raise ProblemsFound([Problem(Place(file), message, GUIDE)])
    node = parse(fence[1], file, first_line=2)
    if isinstance(node, Mapping):
        node = Mapping(Place(file, 2), Place(file, 2), node.entries)
    front_matter = typed(node, FrontMatter, GUIDE)
    body_line = text[: fence.end()].count("\n") + 1
    name = relative.removesuffix(".md")
    return PageSource(file, name, _address(name), front_matter, text[fence.end() :], body_line)


def _address(name: str) -> str:
    if name == "404":
        return "404.html"
    return name.removesuffix("index") if name == "index" or name.endswith("/index") else f"{name}/"


def _files(root: Path) -> Iterator[Path]:
    return (path for path in root.rglob("*") if path.is_file() and path.name not in DROPPINGS)


def _missing(root: Path, content_name: str) -> Iterator[Problem]:
    for name, reason in NEEDED.items():
        if not (root / name).is_file():
            yield Problem(
                Place(f"{content_name}/{root.name}/{name}", 0), f"this page is missing: {reason}.", "Adding a page"
            )


def _needed_drafts(pages: Iterable[PageSource]) -> Iterator[Problem]:
    for page in pages:
        if page.draft and (reason := NEEDED.get(f"{page.path}.md")):
            yield Problem(Place(page.file, 2), f"status: this page cannot be a draft: {reason}.", GUIDE)


def _same_address(pages: Iterable[PageSource]) -> Iterator[Problem]:
    by_address: dict[str, PageSource] = {}
    for page in pages:
        other = by_address.setdefault(page.url, page)
        if other is not page:
            message = f'this page has the same address as {other.file}: "/{page.url}". Rename one of them.'
            yield Problem(Place(page.file, 0), message, "Adding a page")


def _same_words(pages: Iterable[PageSource]) -> Iterator[Problem]:
    for field in ("title", "description"):
        seen: dict[str, PageSource] = {}
        for page in pages:
            other = seen.setdefault(getattr(page.front_matter, field).casefold(), page)
            if other is not page:
                yield Problem(
                    Place(page.file, 2), f"{field}: the same as in {other.file}. Give each page its own.", GUIDE
                )
