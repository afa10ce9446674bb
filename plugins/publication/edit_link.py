"""The way from a page to its file where the repository lives on the web, for staff who edit there."""

from __future__ import annotations

from urllib.parse import quote

from sources.pages import PageSource
from sources.site import Repository

# How the services write the address of a file to edit, behind that of the repository.
WAYS = {"github": "edit", "gitlab": "-/edit", "gitea": "_edit"}


def edit_address(page: PageSource, repository: Repository | None, *, production: bool) -> str | None:
    """Return where the file of a page can be edited, or None where no link should stand."""
    if repository is None or (production and not repository.public_links):
        return None
    parts = (repository.url.rstrip("/"), WAYS[repository.style], quote(repository.branch), quote(page.file))
    return "/".join(parts)
