"""Names of pages become links: the menus, the breadcrumb, and any other place where a file names a page."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sources.pages.old_addresses import Moved, old_addresses
from sources.pages.page import PageSource, place_of
from sources.problems import Place, Problem, Section, nearest_path, quoted
from sources.yaml.nodes import Node

from .records import MenuEntry


@dataclass(frozen=True, slots=True)
class Link:
    """A link within the site; `url` has no leading slash."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class MenuLink(Link):
    """A link as the menu of one page shows it; `current`, as in ARIA, is "page" there, "true" in its section, or ""."""

    current: str


def menu(entries: Iterable[MenuEntry], pages: Iterable[PageSource]) -> tuple[Link, ...]:
    """Return the links of a menu, in order; drafts that are not built have none."""
    known = by_path(pages)
    return tuple(
        Link(entry.title or known[entry.page].name, known[entry.page].url) for entry in entries if entry.page in known
    )


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """A link, and those of the links after it that lead to pages below its own."""

    first: Link
    within: tuple[Link, ...]


def grouped(links: Iterable[Link], home: str = "") -> tuple[LinkGroup, ...]:
    """Return links in their order, those to pages below the page of an earlier one, but `home`, as its group."""
    groups: list[LinkGroup] = []
    for link in links:
        last = groups[-1] if groups else None
        if last and last.first.url not in ("", home) and link.url.startswith(last.first.url):
            groups[-1] = LinkGroup(last.first, (*last.within, link))
        else:
            groups.append(LinkGroup(link, ()))
    return tuple(groups)


def menu_on(page: PageSource, links: Iterable[Link]) -> tuple[MenuLink, ...]:
    """Return the links of a menu as `page` shows them."""
    section = _section(page.url, page.root)
    return tuple(
        MenuLink(link.title, link.url, "page" if link.url == page.url else "true" if there else "")
        for link in links
        for there in [_section(link.url, page.root) == section]
    )


def _section(url: str, root: str) -> str:
    """Return the first part of an address in a language, which tells to which menu entry a page belongs."""
    return url.removeprefix(root).partition("/")[0]


def breadcrumb(page: PageSource, by_url: Mapping[str, PageSource]) -> tuple[Link, ...]:
    """Return the way from the home page to `page`, both included; empty if no page stands between them.

    Home is what the name in the header leads to, and the title says where one is.
    """
    root = page.root
    parts = page.url.removeprefix(root).removesuffix("/").split("/")
    urls = [root, *(root + "/".join(parts[: depth + 1]) + "/" for depth in range(len(parts) - 1)), page.url]
    trail = tuple(Link(by_url[url].name, url) for url in urls if url in by_url)
    return trail if len(trail) > len(("home", "page")) else ()


def by_path(pages: Iterable[PageSource]) -> Mapping[str, PageSource]:
    """Return the pages by the path that other files name them by, or did before they moved."""
    known = {page.path: page for page in pages}
    moved = (Moved(url, page) for page in known.values() for url, *_ in old_addresses(page))
    return {**{name: one.page for one in moved for name in one.names}, **known}


def target(reference: str, pages: Mapping[str, PageSource]) -> str | None:
    """Return the address for a reference such as `about#who-leads`; None when none of the pages, by path, is meant."""
    path, mark, anchor = reference.partition("#")
    found = pages.get(path)
    return f"{found.url}{mark}{anchor}" if found else None


def menu_problems(site: Node, pages: Sequence[PageSource], unread: tuple[str, ...] = ()) -> Iterator[Problem]:
    """Yield a problem for every menu entry of site.yaml that names no page, unless it is in a folder `unread`."""
    known = by_path(pages)
    for list_name in ("navigation", "footer_navigation"):
        first: dict[str, Place] = {}
        for number, entry in enumerate(site.each(list_name), start=1):
            page = entry.get("page")
            reference = entry.text_of("page")
            if page and reference is not None:
                subject = f"{list_name.replace('_', ' ')} item {number}, page"
                if (earlier := first.setdefault(reference, page.place)) is not page.place:
                    message = f"{subject}: {quoted(reference)} stands in this menu already, see line {earlier.line}."
                    yield Problem(page.place, f"{message} Keep one.", Section.SITE)
                if not f"pages/{reference}".startswith(unread or "\0"):
                    yield from _reference_problems(subject, reference, page.place, known, Section.SITE)


def exit_page_problems(site: Node, pages: Sequence[PageSource]) -> Iterator[Problem]:
    """Yield a problem when the page that the exit link names is none."""
    link = site.get("exit_link")
    page, reference = (link.get("page"), link.text_of("page")) if link else (None, None)
    if page and reference is not None:
        yield from _reference_problems("exit_link, page", reference, page.place, by_path(pages), Section.SITE)


def next_step_problems(pages: Sequence[PageSource], *, production: bool) -> Iterator[Problem]:
    """Yield a problem for every next step of a page that leads to no page, or in production to a draft."""
    there = [page for page in pages if not (production and page.draft)]
    known = by_path(there)
    for page in there:
        for number, step in enumerate(page.nodes.each("next_steps"), start=1):
            subject, place = f"next step {number}, page", place_of(step, "page")
            yield from _reference_problems(subject, step.text_of("page") or "", place, known, Section.FRONT_MATTER)


def _reference_problems(
    subject: str, reference: str, place: Place, pages: Mapping[str, PageSource], guide: str
) -> Iterator[Problem]:
    if guide == Section.SITE and "#" in reference:
        message = f"{subject}: a menu leads to whole pages. Leave out {quoted('#' + reference.partition('#')[2])}."
        yield Problem(place, message, guide)
    elif target(reference, pages) is None:
        path = reference.partition("#")[0]
        yield Problem(place, f'{subject}: no page "{path}". {_hint(path, pages.values())}', guide)


def _hint(named: str, pages: Collection[PageSource]) -> str:
    """Return the sentence that helps with a name that no page has: which was meant, or how pages are named."""
    bare = re.sub("^(content/)?(pages/)?|(/index)?(\\.md)?$", "", named.casefold().strip("/"))
    paths = {name: page.path for page in pages for name in (page.path, page.path.removesuffix("/index"))}
    name = named.casefold()
    titled = [page.path for page in pages if name in (page.name.casefold(), page.front_matter.title.casefold())]
    namesakes = [path for short, path in paths.items() if short.rpartition("/")[2] == bare.rpartition("/")[2]]
    near = nearest_path(bare, paths)
    meant = next(iter([*titled, *namesakes, *([paths[near]] if near else [])]), None)
    return f"Did you mean {quoted(meant)}?" if meant else 'Take it out, or name a file below pages/, without ".md".'
