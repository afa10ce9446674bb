"""The audit of one page of the live site, so that what only the audit finds is told before anybody publishes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

from publication.audit import BuiltSite, problems_of
from publication.audit.address_rules import links_within_the_site_lead_somewhere
from publication.audit.audit import page_audit
from publication.audit.page_facts import PageFacts, page_facts
from sources.problems import Problem


def problems_in(name: str, site: BuiltSite, text_of: Callable[[str], str], content: Path) -> Iterator[Problem]:
    """Yield what the audit finds in a page of the site, and in where its links lead; `text_of` makes other pages."""
    audited = page_audit(site, name)
    page = site.page(name)
    linked = {other: page_facts(other, text_of(other)) for other in _with_places(page, site) if other != name}
    known = site.of({name: page, **linked})
    lost = (finding for finding in links_within_the_site_lead_somewhere(known) if finding.file == name)
    yield from problems_of((*audited.findings, *lost), site, content)


def _with_places(page: PageFacts, site: BuiltSite) -> Iterator[str]:
    """Yield the pages to places of which this page links."""
    for address in page.addresses:
        path, mark, _ = unquote(address.value).partition("#")
        name = f"{path.lstrip('/')}index.html" if path.endswith("/") else path.lstrip("/")
        if mark and path.startswith("/") and name in site.names and name.endswith(".html"):
            yield name
