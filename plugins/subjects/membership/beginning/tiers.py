"""What a new site begins with of membership: tiers that answer nothing yet, their pages, and how people apply."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sources.file_names import plain

from ...beginning import Beginning, Begun, Further, NewSite, fields_text, joined, page_text
from ..answers.items import NOT_STATED
from ..called import named
from ..records import MEMBERSHIP
from .applying import APPLY, PAGE, Applying, applying

INDEX = "membership/index"
CRITERIA = ("who", "cost", "brings", "how")
TAKEN = ("", *(Path(path).name for path in (INDEX, PAGE)))
LINKED = "how"  # the criterion that also shows the links to apply


def begin(site: NewSite) -> Begun:
    """Return membership.yaml, a page for each tier and one for all, and what is to be given."""
    titles = list(site.named.get("tiers") or [site.words["membership_tier"]])
    ids = _ids(titles)
    way: Applying = site.told.get(APPLY) or applying("")
    tiers = dict(zip(ids, titles, strict=True))
    data = f"# {site.words['membership_note']}\n\n{fields_text(_data(site, tiers, way))}"
    files = {
        MEMBERSHIP.path: data.encode(),
        f"pages/{INDEX}.md": site.page("membership", _overview(site, len(tiers))),
        **{f"pages/membership/{one}.md": _page(site, one, title, len(tiers)) for one, title in tiers.items()},
        **({f"pages/{way.page}.md": site.page("join")} if way.page else {}),
        **way.files,
    }
    fields = {"navigation": [{"page": INDEX}], "not_yet_given": site.missing("membership", *way.missing)}
    home = f"## {site.words['membership_home']}\n\n::: ways\n\n{site.words['membership_more']}"
    return Begun(files, fields, home)


def _ids(titles: Sequence[str]) -> list[str]:
    """Return a name for files and directives for each tier: a number where its title gives none, or that of a page."""
    ids = [plain(title) for title in titles]
    return [f"tier-{number}" if one in TAKEN else one for number, one in enumerate(ids, start=1)]


def _data(site: NewSite, titles: Mapping[str, str], way: Applying) -> dict[str, Any]:
    criteria = [
        {"id": one, "title": site.words[f"membership_{one}"], **({"application_link": "yes"} if one == LINKED else {})}
        for one in CRITERIA
    ]
    tiers = [
        {
            "id": one,
            "title": title,
            "summary": site.text("membership_summary"),
            "requirements": dict.fromkeys(CRITERIA, NOT_STATED),
        }
        for one, title in titles.items()
    ]
    hosts = {"application_hosts": list(way.hosts)} if way.hosts else {}
    application = {"application": dict(way.fields)} if way.fields else {}
    groups = [{"id": "joining", "title": site.words["membership_group"], "criteria": criteria}]
    return joined([{"groups": groups}, hosts, application, {"tiers": tiers}])


def _overview(site: NewSite, tiers: int) -> str:
    return f"## {site.words['membership_ways']}\n\n::: {'tiers' if tiers > 1 else 'ways'}"


def _page(site: NewSite, tier: str, title: str, tiers: int) -> bytes:
    words = site.theme_words
    parts = [
        site.prose("membership_summary"),
        f"## {words['new_tier_requirements']}\n\n::: requirements {tier}",
        f"## {words['new_tier_application']}\n\n::: apply {tier}",
        *([f"## {words['new_tier_others']}\n\n::: pairs {tier}"] if tiers > 1 else []),
    ]
    description = words["new_tier_description"].format(site=site.name, tier=named(title, words))
    return page_text(title, description, "\n\n".join(parts), tier=tier)


BEGINNING = Beginning(
    "tiers",
    begin,
    ("membership", "members", "levels", "plans", "circles"),
    names=True,
    further=Further(
        APPLY,
        "How do people apply: the address of a form or an e-mail address, a PDF, a page, by invitation, talk to us",
        applying,
    ),
)
