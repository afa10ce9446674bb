"""What comes and goes with tiers in the editor: pages, and what membership.yaml must say besides so that all fits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from components.directive import page_with as page_that_shows
from sources.page_edits import fields_of, free_page, leading_here, page_text, page_with
from sources.pages.page import PageSource, read_page
from sources.problems import ProblemsFound
from sources.words import Words, read_words

from ..form import Edit
from ..site.records import SITE, Site
from .application.records import WAY
from .called import named, own_words
from .category import around, line
from .compare import pairs
from .records import MEMBERSHIP, Membership, Tier
from .references import with_every_answer

EXAMPLE_HOST = "forms.example.org"  # reserved for examples: RFC 2606
FOLDER = "membership"  # below the pages, for those of new tiers
OVERVIEW = "tiers"  # the directive that shows all of them


def fitting(now: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    """Return what membership.yaml holds, as plain values, with all that tiers and criteria ask for which are new.

    A new tier answers nothing yet. It is applied for as all others are, if these share a way; else its form has an
    example address. The guide leaves it out until a rule names it, and forgets a tier that is gone.
    """
    tiers = now.get("tiers")
    if not isinstance(tiers, list) or not all(isinstance(one, dict) for one in tiers):
        return now
    new, gone = changed_tiers(before, now)
    shared = any((now.get("application") or {}).get(way) for way in WAY)
    found = {**now, "tiers": [_begun(one, shared=shared) if one.get("id") in new else one for one in tiers]}
    hosts = now.get("application_hosts") or []
    if EXAMPLE_HOST not in hosts and any(EXAMPLE_HOST in str(one.get("application")) for one in found["tiers"]):
        found["application_hosts"] = [*hosts, EXAMPLE_HOST]
    if isinstance(guide := now.get("guide"), dict):
        found["guide"] = _guiding(guide, new, gone)
    return with_every_answer(found)


def _begun(tier: dict[str, Any], *, shared: bool) -> dict[str, Any]:
    """Return a new tier with what is asked of every tier, as far as nobody has said it."""
    own = any((tier.get("application") or {}).get(way) for way in WAY)
    example = {} if shared or own else {"url": f"https://{EXAMPLE_HOST}/{tier['id']}", "confirmed": "no"}
    said = {name: value for name, value in tier.items() if name not in ("application", "requirements")}
    application = {**(tier.get("application") or {}), **example}
    return {
        **said,
        **({"application": application} if application else {}),
        "requirements": tier.get("requirements") or {},
    }


def _guiding(guide: dict[str, Any], new: list[str], gone: list[str]) -> dict[str, Any]:
    rules = [one for one in guide.get("rules") or [] if not (isinstance(one, dict) and one.get("tier") in gone)]
    named_by_rule = [one.get("tier") for one in rules if isinstance(one, dict)]
    before = guide.get("left_out") or []
    left_out = [one for one in before if one not in gone]
    left_out += [one for one in new if one not in (*named_by_rule, *left_out)]
    return {**guide, "rules": rules, **({"left_out": left_out} if left_out or "left_out" in guide else {})}


def changed_tiers(before: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Return the ids of the tiers that are new, and of those that are gone."""
    was, are = ids_of(before), ids_of(now)
    return [one for one in are if one not in was], [one for one in was if one not in are]


def ids_of(values: Mapping[str, Any]) -> list[str]:
    """Return the ids of all tiers."""
    tiers = values.get("tiers")
    found = (one.get("id") for one in tiers if isinstance(one, dict)) if isinstance(tiers, list) else ()
    return [one for one in found if isinstance(one, str) and one]


def pages_along(edit: Edit) -> dict[str, bytes | None]:
    """Return the pages that come and go with tiers, by their path below the content; None for one that is deleted.

    The page with all tiers takes over the address of one that goes. A tier whose id is another one keeps its page.
    Where tiers change places, what leads to the page of two follows their order.
    """
    new, gone = changed_tiers(edit.before, edit.now)
    if not new and not gone:
        return _turned(ids_of(edit.before), ids_of(edit.now), edit.content)
    pages = list(_pages(edit.content))
    if len(new) == len(gone) == 1 and len(ids_of(edit.before)) == len(ids_of(edit.now)):
        return _renamed(gone[0], new[0], pages, edit.content)
    return _left(gone, pages, edit.content) | _made(new, pages, edit)


def _pages(content: Path) -> Iterator[PageSource]:
    for path in sorted((content / "pages").rglob("*.md")):
        try:
            yield read_page(path, content / "pages", content.name)
        except ProblemsFound:  # which the check tells
            continue


def _turned(old: Sequence[str], new: Sequence[str], content: Path) -> dict[str, bytes | None]:
    """Return the pages that name two tiers, such as friend-and-partner, which stand in another order now."""
    pairs_now = {
        f"{one}-and-{other}": f"{other}-and-{one}"
        for one, other in combinations(old, 2)
        if new.index(one) > new.index(other)
    }
    named_pair = re.compile(rf"(?<=compare[/ ])({'|'.join(map(re.escape, pairs_now))})(?![a-z0-9-])")
    found: dict[str, bytes | None] = {}
    for path in sorted((content / "pages").rglob("*.md")) if pairs_now else ():
        text = path.read_bytes()
        changed = named_pair.sub(lambda one: pairs_now[one[1]], text.decode("utf-8", "surrogateescape"))
        if (written := changed.encode("utf-8", "surrogateescape")) != text:
            found[path.relative_to(content).as_posix()] = written
    return found


def _renamed(old: str, new: str, pages: list[PageSource], content: Path) -> dict[str, bytes | None]:
    """Return the page of a tier under its other id, and the directives that name it."""
    found: dict[str, bytes | None] = {}
    for page in pages:
        name = f"pages/{page.path}.md"
        text = (content / name).read_bytes().decode()
        changed = re.sub(rf"(?m)^(::: .*?)(?<=[ ]){re.escape(old)}(?=[ \r]*$)", rf"\g<1>{new}", text)
        if page.front_matter.tier == old:
            changed = page_with(changed, page.file, {**fields_of(changed, page.file), "tier": new})
        if changed != text:
            found[name] = changed.encode()
    return found


def _left(gone: list[str], pages: list[PageSource], content: Path) -> dict[str, bytes | None]:
    going = [page for page in pages if page.front_matter.tier in gone]
    found: dict[str, bytes | None] = {f"pages/{page.path}.md": None for page in going}
    staying = [page for page in pages if page not in going]
    overview = page_that_shows(OVERVIEW, staying)
    left = [url for page in going if not page.draft for url in (page.url, *page.front_matter.formerly)]
    if overview and left:
        name = f"pages/{overview.path}.md"
        text = (content / name).read_bytes().decode()
        found[name] = leading_here(text, overview.file, left, overview.url).encode()
    return found


def _made(new: list[str], pages: list[PageSource], edit: Edit) -> dict[str, bytes | None]:
    """Return a page for each new tier that has none."""
    owned = [page.front_matter.tier for page in pages]
    lacking = [one for one in new if one not in owned]
    if not lacking:
        return {}
    files = {one: free_page(f"{FOLDER}/{one}", edit.content) for one in lacking}
    site = SITE.record(SITE.nodes(edit.content))
    membership = MEMBERSHIP.record(edit.nodes)
    words = read_words(edit.theme, site.language, own=own_words(membership.tiers_called))
    return {file: _page(membership.tier(one), membership, site, words) for one, file in files.items()}


def _page(tier: Tier, membership: Membership, site: Site, words: Words) -> bytes:
    compared = any(tier in (pair.one, pair.other) for pair in pairs(membership))
    line_of = line(around(membership.categories), tier.category)
    asking = next((one for one in line_of if membership.category(one).standards), None)
    text = page_body(tier.id, tier.summary, words, standards=asking, compared=compared)
    description = words["new_tier_description"].format(site=site.short_name, tier=named(tier.title, words))
    return page_text({"title": tier.title, "description": description, "tier": tier.id}, text)


def page_body(tier: str, summary: str, words: Mapping[str, str], *, standards: str | None, compared: bool) -> str:
    """Return the text of the page of a tier; `standards` is the category that asks some of everyone in it."""
    sections = [
        ("requirements", f"requirements {tier}"),
        *([("standards", f"standards {standards}")] if standards else []),
        ("application", f"apply {tier}"),
        *([("others", f"pairs {tier}")] if compared else []),
    ]
    return "\n\n".join([summary, *(f"## {words[f'new_tier_{name}']}\n\n::: {call}" for name, call in sections)])
