"""What every new site begins with, and what one does that has statements or an exit link."""

from __future__ import annotations

from ..beginning import Beginning, Begun, NewSite

ABOUT, SAFE, PRIVACY = "about", "staying-safe", "privacy"
NEUTRAL = "https://www.wikipedia.org/"  # plain, known everywhere, and in every language


def first_pages(site: NewSite, place: str | None, sections: tuple[str, ...]) -> dict[str, bytes]:
    """Return the pages that every site has: the home page with these sections, and what the site keeps of visitors."""
    lead = {"lead": site.text("home_lead", place=place)} if place else {}
    body = "\n\n".join([site.prose("home_text"), *sections])
    home = {"nav_title": site.words["home_nav"], "template": "home", **lead}
    return {"pages/index.md": site.page("home", body, **home), f"pages/{PRIVACY}.md": site.page("privacy")}


def _statement(called: str, *also_called: str) -> Beginning:
    def begin(site: NewSite) -> Begun:
        fields = {"navigation": [{"page": ABOUT}], "not_yet_given": site.missing(called)}
        return Begun({f"pages/{ABOUT}.md": site.page("about", status="draft")}, fields)

    return Beginning(called, begin, also_called)


def _exit_link(site: NewSite) -> Begun:
    page = site.page("safe", nav_title=site.words["safe_nav"])
    fields = {
        "exit_link": {"url": NEUTRAL, "page": SAFE},
        "requires": ["exit-link"],
        "footer_navigation": [{"page": SAFE}],
        "not_yet_given": site.missing("exit"),
    }
    return Begun({f"pages/{SAFE}.md": page}, fields)


BEGINNINGS = (
    _statement("vision"),
    _statement("mission"),
    _statement("values", "core values"),
    Beginning("exit link", _exit_link, ("exit",)),
)
