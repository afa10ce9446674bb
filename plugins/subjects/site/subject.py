"""The organization as a subject: statements, menus, exit link, colors, pictures, page for mistyped links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from components.registry import Call, Component
from sources.pages.front_matter import FrontMatter
from sources.pages.page import NOT_FOUND, PageSource, made_page
from sources.problems import Problem, quoted
from sources.published import offered_files
from sources.records.web_addresses import https_address
from sources.yaml.nodes import Node, Scalar

from ..form import Form
from ..loaded import Loaded, Sources
from ..subject import Part, Subject
from .beginning import BEGINNINGS
from .colors import color_problems, palette
from .navigation import by_path, exit_page_problems, grouped, menu, menu_problems, next_step_problems, target
from .pictures import logo_problems, share_image_problems, shared_picture, shown_logo
from .records import SITE, Site
from .statements import Statements

# Sites that greet people by name, show what they looked at, or are blocked at work: no place to be found on.
PERSONAL = frozenset(
    f"{name}.com"
    for name in (
        *("aol", "amazon", "bing", "duckduckgo", "ebay", "facebook", "google", "instagram", "linkedin", "live", "msn"),
        *("netflix", "office", "outlook", "pinterest", "reddit", "snapchat", "tiktok", "twitter", "x", "yahoo"),
        "youtube",
    )
)
# What site.yaml may hold, with what staff read where it does not; then the same of its statements.
FACTS = {
    "place": "there is no place",
    "description": "there is no description",
    "navigation": "there is no menu at the top",
    "footer_navigation": "there is no menu at the foot",
    "exit_link": "there is no exit link",
    "share_image": "there is no picture for shared links",
    "contact": "there is no contact",
}
STATEMENTS = {
    "vision": ("there is no vision", "statement vision"),
    "mission": ("there is no mission", "statement mission"),
    "values": ("there are no values", "values"),
}


def exit_problems(site: Node) -> Iterator[Problem]:
    """Yield a problem when the exit link of site.yaml leads to this site itself, or to one that knows its visitors."""
    link = site.get("exit_link")
    url = link.get("url") if link else None
    if not (isinstance(url, Scalar) and url.text):
        return
    host, own = (urlsplit(https_address(text)).hostname or "" for text in (url.text, site.text_of("address") or ""))
    if host and host == own:
        yield Problem(url.place, "exit_link, url: this is the site itself. Choose another one.")
    elif ".".join(host.split(".")[-2:]) in PERSONAL:
        message = f'exit_link, url: "{host}" knows who visits it. Choose a plain site, such as a weather service.'
        yield Problem(url.place, message)


def language_problems(site: Node, languages: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a problem for a language that stands twice, and for a main language that is not the first of all."""
    declared, main = site.get("languages"), site.get("language")
    seen = set()
    for node, language in zip(declared.scalars() if declared else (), languages, strict=False):
        if language in seen:
            yield Problem(node.place, f"languages: {quoted(language)} stands here twice. Keep one.")
        seen.add(language)
    said = (site.text_of("language") or "").casefold()
    if main and declared and said and languages and said != languages[0].casefold():
        first = ", ".join((said, *(one for one in languages if one.casefold() != said)))
        message = (
            f"language: the main language is {quoted(said)} here, and {quoted(languages[0])} in languages, which begin "
            f"with it. Take this line out, or write languages: [{first}]"
        )
        yield Problem(main.place, message)


def not_found_page(loaded: Loaded) -> Iterator[PageSource]:
    """Yield the page for addresses that lead nowhere, unless a file holds it, or holds what cannot be read."""
    words, file = loaded.words, SITE.file(loaded.content)
    file_of_staff = f"{NOT_FOUND}.{loaded.language}".rstrip(".")
    if words is None or (loaded.content / "pages" / f"{file_of_staff}.md").is_file():
        return
    front_matter = FrontMatter.model_construct(
        title=words["not_found"], description=words["not_found_told"], lead=words["not_found_lead"]
    )
    body = f"[{words['not_found_home']}]({{filename}}/pages/index.md)\n"
    yield made_page(file, NOT_FOUND, front_matter, body)


def parts(loaded: Loaded) -> Iterator[Part]:
    """Yield what a site may have of these; while site.yaml is wrong, nobody can say that one of them is missing."""
    site, file = loaded.value(SITE), SITE.file(loaded.content)
    for field, none in FACTS.items():
        yield Part(field.replace("_", "-"), f"{none}: {file} has no {field}" if _lacks(site, field) else "")
    for field, (none, call) in STATEMENTS.items():
        lack = f"{none} in {file}, statements" if _lacks(site and site.statements, field) else ""
        yield Part(field, lack, (call,))


def _lacks(holds: Site | Statements | None, field: str) -> bool:
    return holds is not None and not getattr(holds, field)


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
