"""What staff may think about, at its line: wording and short forms; listed below what is to do, never fatal."""

from __future__ import annotations

from collections.abc import Iterator

from safety.wording import abbreviation_remarks, wording_remarks
from sources.kept import Kept, digest, in_batches
from sources.pages import PageSource
from sources.problems import Place, Problem, count

from .check import Sources
from .versions import of_code

GUIDE = "Plain words"


def advice(sources: Sources, kept: Kept) -> tuple[Problem, ...]:
    """Return all remarks, by file and line; in `verbatim` pages only short forms are looked at."""
    made = {page.path for page in sources.made}
    written = [page for page in sources.pages if page.path not in made]
    site = sources.site
    known = digest("advice", of_code(), site.short_name, site.abbreviations, site.wording)
    found = in_batches(kept, lambda page: _of_page(page, sources), written, known, lambda page: page.digest)
    return tuple(sorted(set(found)))


def advice_list(sources: Sources, kept: Kept) -> str:
    """Return the remarks as text; empty when there are none."""
    found = advice(sources, kept)
    if not found:
        return ""
    places = f"Wording, {count(len(found), 'place')} to think about:"
    return "\n".join([places, *(f"  - {remark}" for remark in found), f'  See GUIDE.md, "{GUIDE}".'])


def _of_page(page: PageSource, sources: Sources) -> Iterator[Problem]:
    site, lead = sources.site, page.front_matter.lead or ""
    known = (*site.short_name.split(), *site.abbreviations)
    remarks = [*abbreviation_remarks(page.body, known)]
    if not page.front_matter.verbatim:
        remarks += wording_remarks(page.body, site.wording)
        for remark in wording_remarks(f"{page.front_matter.title}\n{lead}", site.wording):
            yield Problem(Place(page.file, 2), remark.message, GUIDE)
    for remark in remarks:
        yield Problem(Place(page.file, page.body_line + remark.line - 1, remark.column), remark.message, GUIDE)
