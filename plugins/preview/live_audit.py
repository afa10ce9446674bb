"""The audit of one page of the live site, so that what only the audit finds is told before anybody publishes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

from releasing.audit import BuiltSite, page_audit, problems_of
from releasing.audit.address_rules import links_within_the_site_lead_somewhere
from releasing.audit.page_facts import Outline, outline, page_facts
from sources.problems import Problem


def problems_in(name: str, site: BuiltSite, text_of: Callable[[str], str], content: Path) -> Iterator[Problem]:
    """Yield what the audit finds in a page of the site, and in where its links lead; `text_of` makes other pages."""
    audited = page_audit(site, name)
    others = {*_with_places(audited.page, site)} - {name}
    known = site.of([audited.page, *(outline(page_facts(other, text_of(other))) for other in others)])
    lost = (finding for finding in links_within_the_site_lead_somewhere(known) if finding.file == name)
    yield from problems_of((*audited.findings, *lost), site, content)


def _with_places(page: Outline, site: BuiltSite) -> Iterator[str]:
    """Yield the pages to places of which this page links."""
    for link in page.links:
        path, mark, _ = unquote(link).partition("#")
        name = f"{path.lstrip('/')}index.html" if path.endswith("/") else path.lstrip("/")
        if mark and path.startswith("/") and name in site.names and name.endswith(".html"):
            yield name
