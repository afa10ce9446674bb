"""What a new site begins with of help lines: a page to be written, since no number is ever made up."""

from __future__ import annotations

from ..beginning import Beginning, Begun, NewSite

PAGE = "get-help"


def begin(site: NewSite) -> Begun:
    """Return the page, as a draft, and what is to be given."""
    fields = {"navigation": [{"page": PAGE}], "not_yet_given": site.missing("help")}
    return Begun({f"pages/{PAGE}.md": site.page("help", status="draft")}, fields)


BEGINNING = Beginning("help lines", begin)
