"""The organization as a subject: statements, menus, exit link, colors, pictures, page for mistyped links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from components.registry import Call, Component
from sources.problems import Problem
from sources.published import offered_files

from ..form import Form
from ..loaded import Loaded, Sources
from ..subject import Subject
from .beginning import BEGINNINGS
from .colors import color_problems, palette
from .exit_link import exit_problems
from .languages import language_problems
from .logo import logo_problems, shown_logo
from .navigation import by_path, exit_page_problems, grouped, menu, menu_problems, next_step_problems, target
from .not_found import not_found_page
from .parts import parts
from .records import SITE
from .share_image import share_image_problems, shared_picture


def components(sources: Sources) -> Iterator[Component]:
    """Yield the components that show the formal statements, as far as there are any."""
    statements = sources.site.statements
    formal = tuple(name for name in ("vision", "mission") if getattr(statements, name))

    def statement(call: Call) -> dict[str, Any]:
        name = str(call.argument)
        found = getattr(statements, name)
        return {"statement": {"name": name, "text": found.text, "plain": found.in_plain_words}}

    def values(_: Call) -> dict[str, Any]:
        return {"values": statements.values}

    if formal:
        yield Component("statement", statement, choices=formal)
    if statements.values:
        yield Component("values", values)


def values(sources: Sources) -> dict[str, object]:
    """Return the facts about the organisation, the menu at the foot of pages, and the page about the exit link."""
    site, page = sources.site, sources.site.exit_link and sources.site.exit_link.page
    return {
        "site": site,
        "shared_picture": shared_picture(sources),
        "colors": palette(site.colors, sources.theme_colors) if site.colors else None,
        "logo": shown_logo(sources),
        "footer_navigation": grouped(menu(site.footer_navigation, sources.findable), sources.root),
        "exit_page": target(page, by_path(sources.findable)) if page else None,
    }


def problems(loaded: Loaded) -> Iterator[Problem]:
    """Yield what is wrong with the site's own facts, and with every name of a page in menus and next steps."""
    nodes, pages = loaded.nodes(SITE), loaded.findable
    if nodes:
        files = offered_files(loaded.content)
        yield from share_image_problems(nodes, loaded, files)
        yield from logo_problems(nodes, loaded, files)
        yield from color_problems(nodes, loaded.theme_colors)
        yield from exit_problems(nodes)
        if not loaded.language:
            yield from language_problems(nodes, loaded.languages)
    if loaded.names_known:
        yield from next_step_problems(pages, production=loaded.production)
    if nodes and loaded.names_known:
        yield from menu_problems(nodes, pages, loaded.unread)
        yield from exit_page_problems(nodes, pages)


def shared(sources: Sources) -> object:
    """Return what every page shows of others: the menus, and the logo, which is a file."""
    site, pages = sources.site, sources.findable
    return menu(site.navigation, pages), menu(site.footer_navigation, pages), shown_logo(sources)


SUBJECT = Subject(
    name="site",
    data=SITE,
    form=Form("Site settings"),
    parts=parts,
    pages=not_found_page,
    problems=problems,
    components=components,
    depends_on=shared,
    values=values,
    beginnings=BEGINNINGS,
    may_be_named=lambda sources: (one.name for one in sources.site.approved_people),
    on_every_page=lambda sources: (sources.site.exit_link.url,) if sources.site.exit_link else (),
)
