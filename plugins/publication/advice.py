"""What staff may think about, at its line: wording and short forms; printed below the to-do list, never fatal."""

from __future__ import annotations

from collections.abc import Iterator

from safety.wording import abbreviation_remarks, wording_remarks
from sources.pages import PageSource
from sources.problems import Place, Problem, count

from .check import Sources

GUIDE = "Plain words"


def advice(sources: Sources) -> tuple[Problem, ...]:
    """Return all remarks, by file and line; in `verbatim` pages only short forms are looked at."""
    written = [page for page in sources.pages if page not in sources.made]
    return tuple(sorted({remark for page in written for remark in _of_page(page, sources)}))


def advice_list(sources: Sources) -> str:
    """Return the remarks as text; empty when there are none."""
    found = advice(sources)
    if not found:
        return ""
    places = f"Wording, {count(len(found), 'place')} to think about:"
    return "\n".join([places, *(f"  - {remark}" for remark in found), f'  See content/README.md, "{GUIDE}".'])


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
