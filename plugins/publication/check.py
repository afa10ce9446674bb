"""Reads everything in `content/` and tells every problem at once; without Pelican and Markdown, so it is quick."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from components.registry import Registry, directive_problems, registry
from components.statements import components as site_components
from components.statements import timeline_problems
from membership.components import Shown, tier_pages
from membership.components import components as membership_components
from membership.model import Membership, membership_file, read_membership
from membership.references import page_problems, reference_problems
from safety.help_lines import HelpLines, read_help_lines
from sources.navigation import menu_problems, next_step_problems
from sources.pages import PageSource, read_pages
from sources.problems import Gathering, Problem, ProblemsFound
from sources.site import Site, read_site
from sources.words import Words, read_words


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything a build is made from, checked: only valid values get past this point."""

    site: Site
    pages: tuple[PageSource, ...]
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
    site = gathering.attempt(read_site, content)
    pages = gathering.attempt(read_pages, content)
    membership = gathering.attempt(read_membership, content)
    help_lines = gathering.attempt(read_help_lines, content)
    words = gathering.attempt(read_words, theme, site[0].language if site else "en")
    if pages:
        gathering.problems.extend(next_step_problems(pages))
        gathering.problems.extend(problem for page in pages for problem in timeline_problems(page))
    if site and pages:
        gathering.problems.extend(menu_problems(site[1], f"{content.name}/data/site.yaml", pages))
    if membership:
        gathering.problems.extend(reference_problems(membership[1]))
    if membership and pages:
        gathering.problems.extend(page_problems(membership[0], pages, membership_file(content)))
    if not (site and pages and membership and help_lines and words) or gathering.problems:
        raise ProblemsFound(gathering.problems)
    sources = Sources(site[0], pages, membership[0], help_lines, words, production)
    problems = list(_directive_problems(sources))
    if problems:
        raise ProblemsFound(problems)
    return sources


def _directive_problems(sources: Sources) -> Iterator[Problem]:
    known = sources.components
    for page in sources.pages:
        yield from directive_problems(page, known)
