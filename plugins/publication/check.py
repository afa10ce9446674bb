"""Reads everything in `content/` and tells every problem at once; without Pelican and Markdown, so it is quick."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from components.registry import Registry, directive_problems, registry
from components.statements import components as site_components
from components.statements import timeline_problems
from membership.application_problems import application_problems, length_problems
from membership.compare import pair_pages
from membership.components import components as membership_components
from membership.guide_problems import guide_page_problems, guide_problems
from membership.model import MEMBERSHIP, Membership
from membership.references import page_problems, reference_problems
from membership.shown import Shown, tier_pages
from safety.components import components as safety_components
from safety.exit_link import exit_problems
from safety.help_lines import HELP_LINES, HelpLines, help_line_problems
from safety.pictures import picture_problems
from sources.files import file_problems, static_files
from sources.links import link_problems
from sources.navigation import exit_page_problems, menu_problems, next_step_problems
from sources.nodes import Node
from sources.pages import PageSource, read_pages
from sources.pictures import share_image_problems
from sources.problems import Gathering, Place, Problem, ProblemsFound
from sources.site import SITE, Site
from sources.typed import DataFile, R
from sources.words import Words, read_words

from .clock import today


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

    @property
    def components(self) -> Registry:
        """Return the components that pages may use."""
        shown = Shown(self.membership, tier_pages(self.pages), self.words, self.production, self.today)
        return registry(site_components(self.site), membership_components(shown), safety_components(self.help_lines))


def check(content: Path, theme: Path, *, production: bool) -> Sources:
    """Return the checked sources; raise ProblemsFound with every problem in them."""
    gathering = Gathering()
    site, site_nodes = _read(gathering, SITE, content)
    membership, membership_nodes = _read(gathering, MEMBERSHIP, content)
    help_lines, help_line_nodes = _read(gathering, HELP_LINES, content)
    pages = gathering.attempt(read_pages, content)
    day = gathering.attempt(today, site.time_zone) if site else None
    words = gathering.attempt(read_words, theme, site.language if site else "en", _language_place(site_nodes))
    made: tuple[PageSource, ...] = ()
    if membership and pages and words:
        made = tuple(pair_pages(membership, pages, words, MEMBERSHIP.file(content)))
    gathering.problems.extend(file_problems(content))
    if site_nodes:
        gathering.problems.extend(share_image_problems(site_nodes, static_files(content)))
        gathering.problems.extend(exit_problems(site_nodes))
    gathering.problems.extend(picture_problems(content, static_files(content)))
    if membership_nodes:
        gathering.problems.extend(reference_problems(membership_nodes))
        gathering.problems.extend(application_problems(membership_nodes))
        if membership:
            gathering.problems.extend(length_problems(membership, membership_nodes))
        gathering.problems.extend(guide_problems(membership_nodes, membership))
    if help_line_nodes:
        gathering.problems.extend(help_line_problems(help_line_nodes))
    if pages:
        gathering.problems.extend(link_problems((*pages, *made), static_files(content), production=production))
        gathering.problems.extend(next_step_problems((*pages, *made), production=production))
        gathering.problems.extend(problem for page in pages for problem in timeline_problems(page))
        if membership_nodes:
            gathering.problems.extend(guide_page_problems(membership_nodes, pages))
        if site_nodes:
            gathering.problems.extend(menu_problems(site_nodes, (*pages, *made)))
            gathering.problems.extend(exit_page_problems(site_nodes, pages))
        if membership and membership_nodes:
            gathering.problems.extend(page_problems(membership_nodes, pages, production=production))
    if not (site and pages and membership and help_lines and words and day) or gathering.problems:
        raise ProblemsFound(gathering.problems)
    drafts = tuple(page for page in pages if page.draft)
    built = tuple(page for page in (*pages, *made) if not (production and page.draft))
    sources = Sources(site, built, made, drafts, membership, help_lines, words, production, day)
    problems = list(_directive_problems(sources))
    if problems:
        raise ProblemsFound(problems)
    return sources


def _read(gathering: Gathering, source: DataFile[R], content: Path) -> tuple[R | None, Node | None]:
    nodes = gathering.attempt(source.nodes, content)
    return (gathering.attempt(source.record, nodes) if nodes else None), nodes


def _language_place(site: Node | None) -> Place | None:
    language = site.get("language") if site else None
    return language.place if language else None


def _directive_problems(sources: Sources) -> Iterator[Problem]:
    known = sources.components
    for page in sources.pages:
        yield from directive_problems(page, known)
