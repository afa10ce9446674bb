"""Reads everything in `content/` and tells every problem at once; without Pelican and Markdown, so it is quick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from components.registry import Registry, directive_problems, registry
from components.statements import components as site_components
from components.statements import timeline_problems
from membership.components import Shown, tier_pages
from membership.components import components as membership_components
from membership.model import MEMBERSHIP, Membership
from membership.references import reference_problems
from membership.tier_pages import page_problems
from safety.help_lines import HELP_LINES, HelpLines
from sources.files import file_problems, static_files
from sources.navigation import menu_problems, next_step_problems
from sources.nodes import Node
from sources.pages import PageSource, page_set_problems, read_pages
from sources.problems import MOST_PROBLEMS, Gathering, Problem, ProblemsFound
from sources.prose.headings import heading_problems
from sources.prose.links import link_problems
from sources.prose.marks import mark_problems
from sources.site import SITE, Site
from sources.typed import DataFile, R
from sources.words import Words, read_words


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything a build is made from, checked: only valid values get past this point.

    `pages` are the ones that are built, `drafts` all drafts; in production no page is both.
    """

    site: Site
    pages: tuple[PageSource, ...]
    drafts: tuple[PageSource, ...]
    membership: Membership
    help_lines: HelpLines
    words: Words
    production: bool

    @property
    def components(self) -> Registry:
        """Return the components that pages may use."""
        shown = Shown(self.membership, tier_pages(self.pages), self.words, self.production)
        return registry(site_components(self.site), membership_components(shown))


def check(content: Path, theme: Path, *, production: bool) -> Sources:
    """Return the checked sources; raise ProblemsFound with every problem in them."""
    gathering = Gathering()
    site, site_nodes = _read(gathering, SITE, content)
    membership, membership_nodes = _read(gathering, MEMBERSHIP, content)
    help_lines, _ = _read(gathering, HELP_LINES, content)
    pages, unread = read_pages(content)
    words = gathering.attempt(read_words, theme, site.language if site else "en")
    wrong_names = list(reference_problems(membership_nodes)) if membership_nodes else []
    gathering.problems.extend([*file_problems(content), *wrong_names, *unread, *_page_problems(pages, content)])
    if not unread:  # names of pages that could not be read would seem to be wrong
        gathering.problems.extend(link_problems(pages, static_files(content), production=production))
        gathering.problems.extend(next_step_problems(pages, production=production))
        gathering.problems.extend(menu_problems(site_nodes, pages) if site_nodes else ())
        if membership and membership_nodes:
            gathering.problems.extend(page_problems(membership_nodes, pages, production=production))
    if not (site and membership and help_lines and words):
        raise ProblemsFound(gathering.problems)
    drafts = tuple(page for page in pages if page.draft)
    built = tuple(page for page in pages if not (production and page.draft))
    sources = Sources(site, built, drafts, membership, help_lines, words, production)
    if not wrong_names:  # names that directives use would seem to be wrong
        gathering.problems.extend(_directive_problems(sources))
    return gathering.settle(sources)


def _read(gathering: Gathering, source: DataFile[R], content: Path) -> tuple[R | None, Node | None]:
    nodes = gathering.attempt(source.nodes, content)
    return (gathering.attempt(source.record, nodes) if nodes else None), nodes


def _page_problems(pages: Sequence[PageSource], content: Path) -> Iterator[Problem]:
    yield from page_set_problems(pages, content)
    for page in pages:
        yield from islice(chain(mark_problems(page), heading_problems(page), timeline_problems(page)), MOST_PROBLEMS)


def _directive_problems(sources: Sources) -> Iterator[Problem]:
    known = sources.components
    for page in sources.pages:
        yield from directive_problems(page, known)
