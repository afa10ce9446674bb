"""What single pages are given besides their own text: menus, ways, versions, what they say to machines."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from checking.parity import late
from sources.pages.page import PageSource
from subjects.loaded import Sources
from subjects.site.navigation import breadcrumb, by_path, menu, menu_on, target
from subjects.site.records import Repository

from .search_engines import structured_data, terms_of, versions_of

# How the services write the address of a file to edit, behind that of the repository.
WAYS = {"github": "edit", "gitlab": "-/edit", "gitea": "_edit"}


def edit_address(page: PageSource, repository: Repository | None, *, production: bool) -> str | None:
    """Return where the file of a page can be edited, or None where no link should stand."""
    if repository is None or (production and not repository.public_links):
        return None
    parts = (repository.url.rstrip("/"), WAYS[repository.style], quote(repository.branch), quote(page.file))
    return "/".join(parts)


class PageValues:
    """What single pages are given besides their own text."""

    def __init__(self, sources: Sources, main: Sources, canonical: str) -> None:
        self._sources, self._canonical = sources, canonical
        self._by_path = by_path(sources.findable)
        self._by_url = {page.url: page for page in sources.pages}
        self._menu = menu(sources.site.navigation, sources.findable)
        self._terms = terms_of(sources)
        self._late = late(main, sources) if sources.language else {}

    def of(self, page: PageSource) -> dict[str, Any]:
        """Return a page's menu, breadcrumb, the addresses of its file and its next steps, and its words to machines."""
        trail, versions = breadcrumb(page, self._by_url), versions_of(page, self._sources.versions)
        terms = structured_data(page, self._sources.site, self._terms(page), trail, self._canonical)
        return {
            "navigation": menu_on(page, self._menu),
            "breadcrumb": trail,
            "edit_address": edit_address(page, self._sources.site.repository, production=self._sources.production),
            "newer": self._late[page.path].url if page.path in self._late else None,
            "versions": versions,
            "structured_data": terms | {"inLanguage": self._sources.site.language} if terms and versions else terms,
            "next_steps": tuple(
                {"audience": step.audience, "text": step.text, "link": step.link, "url": self._target(step.page)}
                for step in page.front_matter.next_steps
            ),
        }

    def _target(self, reference: str) -> str | None:
        return target(reference, self._by_path)
