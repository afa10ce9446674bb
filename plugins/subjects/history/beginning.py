"""What a new site begins with of its history: a page to be written."""

from __future__ import annotations

from ..beginning import Beginning, Begun, NewSite

PAGE = "history"


def begin(site: NewSite) -> Begun:
    """Return the page, as a draft, and its place in the menu."""
    page = site.page("history", status="draft")
    return Begun({f"pages/{PAGE}.md": page}, {"navigation": [{"page": PAGE}]})


BEGINNING = Beginning("history", begin)
