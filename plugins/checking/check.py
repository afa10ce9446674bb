"""Reads everything in `content/` and tells every problem at once; without Pelican, and Markdown for new pages only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from components.registry import Registry, registry
from sources.files import file_problems, static_files
from sources.pages.page import PageSource, page_set_problems
from sources.problems import Gathering, Problem, ProblemsFound, Section
from sources.prose.targets import Targets
from sources.records.past_days import past_day_problems
from sources.result_store import NoStore, ResultStore
from sources.words import Words
from sources.yaml.nodes import Node
from subjects.help_lines.components import components as safety_components
from subjects.help_lines.records import HELP_LINES, HelpLines, help_line_problems
from subjects.membership.application_problems import application_problems, length_problems
from subjects.membership.compare import FOLDER as PAIR_PAGES
from subjects.membership.components import components as membership_components
from subjects.membership.guide_problems import guide_page_problems, guide_problems
from subjects.membership.records import MEMBERSHIP, Membership
from subjects.membership.references import reference_problems
from subjects.membership.tier_context import TierContext, tier_pages
from subjects.membership.tier_pages import page_problems, renamed_tier
from subjects.pictures.records import consent_problems, picture_problems
from subjects.pictures.share_image import share_image_problems
from subjects.site.exit_link import exit_problems
from subjects.site.navigation import exit_page_problems, menu_problems, next_step_problems
from subjects.site.records import SITE, Site
from subjects.site.statements import components as site_components

from .loading import Loaded, read_content
from .page_check import directive_check, file_check, link_check


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
        shown = TierContext(self.membership, tier_pages(self.pages), self.words, self.production, self.today)
        return registry(site_components(self.site), membership_components(shown), safety_components(self.help_lines))


def check(content: Path, theme: Path, *, production: bool, store: ResultStore | None = None) -> Sources:
    """Return the checked sources; raise ProblemsFound with every problem in them."""
    store = store or NoStore()
    gathering = Gathering()
    found = read_content(content, theme, gathering, store)
    wrong_names = tuple(reference_problems(found.membership.nodes)) if found.membership.nodes else ()
    file_findings = _file_problems(found, store)
    gathering.problems.extend(chain(wrong_names, file_findings, _past_days(found), _data_problems(found)))
    if found.pages and found.complete:  # names of pages that could not be read would seem to be wrong
        gathering.problems.extend(_name_problems(found, store, production=production))
    sources = _sources(found, production=production)
    if sources is None:
        raise ProblemsFound(gathering.problems)
    if not (wrong_names or renamed_tier(sources.nodes.membership, found.pages)):  # names in directives would seem wrong
        gathering.problems.extend(directive_check(sources.pages, sources.components, store))
    return gathering.settle(sources)


def _file_problems(found: Loaded, store: ResultStore) -> Iterator[Problem]:
    yield from file_problems(found.content)
    yield from page_set_problems(found.pages, found.content)
    yield from picture_problems(found.content, static_files(found.content))
    yield from file_check(found.content, found.site.value, store)


def _past_days(found: Loaded) -> Iterator[Problem]:
    """Yield a problem for every day that says when somebody did something, and is to come."""
    if found.today is None:
        return
    for file, read in ((SITE, found.site), (MEMBERSHIP, found.membership), (HELP_LINES, found.help_lines)):
        if read.value and read.nodes:
            yield from past_day_problems(read.value, read.nodes, found.today, file.guide)
    for page in found.pages:
        yield from past_day_problems(page.front_matter, page.nodes, found.today, Section.FRONT_MATTER)
    yield from consent_problems(found.content, found.today)


def _data_problems(found: Loaded) -> Iterator[Problem]:
    site, membership, help_lines = found.site, found.membership, found.help_lines
    if site.nodes:
        yield from share_image_problems(site.nodes, static_files(found.content))
        yield from exit_problems(site.nodes)
    if membership.nodes:
        yield from application_problems(membership.nodes)
        yield from length_problems(membership.value, membership.nodes) if membership.value else ()
        if not renamed_tier(membership.nodes, found.pages):
            yield from guide_problems(membership.nodes, membership.value)
        if found.pages:
            yield from guide_page_problems(membership.nodes, found.pages)
    if help_lines.nodes:
        yield from help_line_problems(help_lines.nodes)


def _name_problems(found: Loaded, store: ResultStore, *, production: bool) -> Iterator[Problem]:
    """Yield a problem for every name of a page, in links, menus and fields, that is none."""
    pages = (*found.pages, *found.made)
    unread = None if found.membership.value and found.words else f"pages/{PAIR_PAGES}"
    targets = Targets.of(pages, static_files(found.content), production=production, unread=unread)
    yield from link_check(pages, targets, store)
    yield from next_step_problems(pages, production=production)
    if found.site.nodes:
        yield from menu_problems(found.site.nodes, pages)
        yield from exit_page_problems(found.site.nodes, pages)
    if found.membership.value and found.membership.nodes:
        yield from page_problems(found.membership.nodes, found.pages, production=production)


def _sources(found: Loaded, *, production: bool) -> Sources | None:
    """Return the sources if every part of them is there."""
    site, membership, help_lines = found.site, found.membership, found.help_lines
    if not (site.nodes and membership.nodes and help_lines.nodes and found.words and found.today):
        return None
    if not (site.value and membership.value and help_lines.value):
        return None
    return Sources(
        site=site.value,
        pages=tuple(page for page in (*found.pages, *found.made) if not (production and page.draft)),
        made=found.made,
        drafts=tuple(page for page in found.pages if page.draft),
        membership=membership.value,
        help_lines=help_lines.value,
        words=found.words,
        production=production,
        today=found.today,
        nodes=DataNodes(site.nodes, membership.nodes, help_lines.nodes),
    )
