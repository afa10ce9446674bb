"""Reads everything in `content/` and tells every problem at once; without Pelican and Markdown, so it is quick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from components.registry import Registry, registry
from components.statements import components as site_components
from membership.application_problems import application_problems, length_problems
from membership.compare import FOLDER as PAIR_PAGES
from membership.compare import pair_pages
from membership.components import components as membership_components
from membership.guide_problems import guide_page_problems, guide_problems
from membership.model import MEMBERSHIP, Membership
from membership.references import reference_problems
from membership.shown import Shown, tier_pages
from membership.tier_pages import page_problems, renamed_tier
from safety.components import components as safety_components
from safety.exit_link import exit_problems
from safety.help_lines import HELP_LINES, HelpLines, help_line_problems, overdue_problems
from safety.pictures import picture_problems
from sources.files import file_problems, static_files
from sources.kept import Fresh, Kept
from sources.navigation import exit_page_problems, menu_problems, next_step_problems
from sources.nodes import Node
from sources.pages import PageSource, page_set_problems
from sources.pictures import share_image_problems
from sources.problems import Gathering, Place, Problem, ProblemsFound
from sources.prose.targets import Targets
from sources.site import SITE, Site
from sources.typed import DataFile, R
from sources.words import Words, read_words

from .clock import today
from .page_check import directive_check, link_check, page_readings


@dataclass(frozen=True, slots=True)
class DataNodes:
    """The data files as they were typed, with the place of everything in them."""

    site: Node
    membership: Node
    help_lines: Node


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything a build is made from, checked: only valid values get past this point.

    `pages` are the ones that are built, `made` those among them that no file holds, `drafts` all drafts; in production
    no page is built that is a draft. `today` is the day of the build where the coalition is.
    """

    site: Site
    pages: tuple[PageSource, ...]
    made: tuple[PageSource, ...]
    drafts: tuple[PageSource, ...]
    membership: Membership
    help_lines: HelpLines
    words: Words
    production: bool
    today: date
    nodes: DataNodes

    @property
    def components(self) -> Registry:
        """Return the components that pages may use."""
        shown = Shown(self.membership, tier_pages(self.pages), self.words, self.production, self.today)
        return registry(site_components(self.site), membership_components(shown), safety_components(self.help_lines))


def check(content: Path, theme: Path, *, production: bool, kept: Kept | None = None) -> Sources:
    """Return the checked sources; raise ProblemsFound with every problem in them."""
    kept = kept or Fresh()
    gathering = Gathering()
    site, site_nodes = _read(gathering, SITE, content)
    membership, membership_nodes = _read(gathering, MEMBERSHIP, content)
    help_lines, help_line_nodes = _read(gathering, HELP_LINES, content)
    readings = list(page_readings(content, kept))
    pages = tuple(reading.page for reading in readings if reading.page)
    day = gathering.attempt(today, site.time_zone) if site else None
    words = gathering.attempt(read_words, theme, site.language if site else "en", _language_place(site_nodes))
    made: tuple[PageSource, ...] = ()
    if membership and words:
        made = tuple(pair_pages(membership, pages, words, MEMBERSHIP.file(content)))
    wrong_names = list(reference_problems(membership_nodes)) if membership_nodes else []
    gathering.problems.extend([*file_problems(content), *wrong_names, *page_set_problems(pages, content)])
    gathering.problems.extend(problem for reading in readings for problem in reading.problems)
    gathering.problems.extend(help_line_problems(help_line_nodes) if help_line_nodes else ())
    if production and help_lines and help_line_nodes and day:
        gathering.problems.extend(overdue_problems(help_line_nodes, help_lines, day))
    if site_nodes:
        gathering.problems.extend(share_image_problems(site_nodes, static_files(content)))
        gathering.problems.extend(exit_problems(site_nodes))
    gathering.problems.extend(picture_problems(content, static_files(content)))
    if membership_nodes:
        gathering.problems.extend(_membership_problems(membership, membership_nodes, pages))
    if pages and len(pages) == len(readings):  # names of pages that could not be read would seem to be wrong
        unread = None if membership and words else f"pages/{PAIR_PAGES}"
        targets = Targets.of((*pages, *made), static_files(content), production=production, unread=unread)
        gathering.problems.extend(link_check((*pages, *made), targets, kept))
        gathering.problems.extend(next_step_problems((*pages, *made), production=production))
        gathering.problems.extend(_site_page_problems(site_nodes, (*pages, *made)) if site_nodes else ())
        if membership and membership_nodes:
            gathering.problems.extend(page_problems(membership_nodes, pages, production=production))
    if not (
        site and membership and help_lines and words and day and site_nodes and membership_nodes and help_line_nodes
    ):
        raise ProblemsFound(gathering.problems)
    nodes = DataNodes(site_nodes, membership_nodes, help_line_nodes)
    drafts = tuple(page for page in pages if page.draft)
    built = tuple(page for page in (*pages, *made) if not (production and page.draft))
    sources = Sources(site, built, made, drafts, membership, help_lines, words, production, day, nodes)
    if not (wrong_names or renamed_tier(membership_nodes, pages)):  # names that directives use would seem to be wrong
        gathering.problems.extend(directive_check(sources.pages, sources.components, kept))
    return gathering.settle(sources)


def _read(gathering: Gathering, source: DataFile[R], content: Path) -> tuple[R | None, Node | None]:
    nodes = gathering.attempt(source.nodes, content)
    return (gathering.attempt(source.record, nodes) if nodes else None), nodes


def _language_place(site: Node | None) -> Place | None:
    language = site.get("language") if site else None
    return language.place if language else None


def _membership_problems(membership: Membership | None, nodes: Node, pages: Sequence[PageSource]) -> Iterator[Problem]:
    yield from application_problems(nodes)
    if membership:
        yield from length_problems(membership, nodes)
    if not renamed_tier(nodes, pages):
        yield from guide_problems(nodes, membership)
    if pages:
        yield from guide_page_problems(nodes, pages)


def _site_page_problems(nodes: Node, pages: Sequence[PageSource]) -> Iterator[Problem]:
    yield from menu_problems(nodes, pages)
    yield from exit_page_problems(nodes, pages)
