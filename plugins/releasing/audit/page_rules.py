"""Rules about what stands in a page, for readers and for browsers: its words, its parts, its policy."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache

from sources.problems import Section, quoted
from subjects import present

from .findings import Finding
from .page_facts import Outline, PageFacts
from .site import BuiltSite

# What would run, embed another site, send what visitors type, or change where links lead.
REFUSED = frozenset(
    "script noscript template iframe frame frameset object embed applet portal form base audio video".split()  # noqa: SIM905
)
LEFTOVER = re.compile(r"[{|][^{}|]*[}|]")  # what Pelican takes for a word that it knows, such as {filename}
# What stands for a finished part of a text while Python-Markdown works on the rest (util.py); with `_x __*_[a](b)` it
# forgets to put the part back.
FORGOTTEN = re.compile(r"klzzwxh:\d|wzxhzdk:\d")

CHARSET = ("meta", "charset", "utf-8")
POLICY = ("meta", "http-equiv", "content-security-policy")


def pages_have_language_title_and_description(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Find pages that screen readers and search engines could not announce."""
    own = page.language == site.sources_at(page.file).site.language
    if not own and not (page.file in site.moved and page.language in site.sources.site.every_language):
        yield Finding(page.file, "the page does not say its language.")
    if len(page.titles) != 1 or not page.titles[0]:
        yield Finding(page.file, f"expected one title, found {len(page.titles)}.")
    if len(page.descriptions) != 1 or not page.descriptions[0]:
        yield Finding(page.file, f"expected one description, found {len(page.descriptions)}.")


def titles_and_descriptions_differ(site: BuiltSite) -> Iterator[Finding]:
    """Find two pages that look like one in a list of tabs or of search results."""
    yield from _twins(site, "title", lambda page: page.titles)
    yield from _twins(site, "description", lambda page: page.descriptions)


def _twins(site: BuiltSite, what: str, texts: Callable[[Outline], tuple[str, ...]]) -> Iterator[Finding]:
    seen: dict[tuple[str, str], str] = {}  # names are the same in every language
    for page in site.outlines.values():
        for text in texts(page) if page.file not in site.moved else ():
            other = seen.setdefault((site.sources_at(page.file).language, text.casefold()), page.file)
            if other != page.file:
                message = f'the {what} is the same as in "{other}": "{text}".'
                yield Finding(page.file, message, text, guide=Section.FRONT_MATTER)


def headings_are_in_order(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Find pages without exactly one first heading, and headings that skip a level."""
    levels = [heading.level for heading in page.headings]
    if levels.count(1) != 1:
        clue = next((heading.words for heading in page.headings[1:] if heading.level == 1), "")
        yield Finding(
            page.file,
            f"expected one first heading (the title), found {levels.count(1)}.",
            clue,
            guide=Section.SENTENCES,
        )
    for before, heading in zip([0, *levels], page.headings, strict=False):
        if heading.level > before + 1:
            marks = "#" * (before + 1)
            message = f'the heading "{heading.words}" is two levels below the one before it. Use {marks}.'
            yield Finding(page.file, message, heading.words, guide=Section.SENTENCES)


def ids_are_unique(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Find ids that stand twice in a page, where links and tables would take the wrong one."""
    for name, times in Counter(page.ids).items():
        if times > 1:
            clue = next((heading.words for heading in page.headings if heading.id == name), "")
            message = f'"{name}" marks {times} places of the page. Rename a heading.'
            yield Finding(page.file, message, clue, guide=Section.SENTENCES)


def pictures_have_words(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Find pictures that say nothing to those who do not see them."""
    for address in page.pictures_without_words:
        name = address.rpartition("/")[2]
        message = f'the picture "{name}" has no words: ![what it shows](...).'
        yield Finding(page.file, message, address, guide=Section.PICTURES)


def nothing_runs_and_nothing_is_embedded(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Find elements and attributes that the site promises not to have."""
    leftover = {"script"} if page.scripts and not site.sources.site.exit_link else set()
    for element in sorted(page.elements & REFUSED | leftover):
        yield Finding(page.file, f"<{element}> has no place on this site.")
    for code in page.inline_code:
        yield Finding(page.file, f"{code} has no place on this site.")


def pages_offer_what_every_page_must(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Find pages without a link that the site has on every page, such as that to a help line."""
    sources, found = site.sources_at(page.file), {one.value for one in page.addresses if one.element == "a"}
    wanted = (address for one in present(sources) for address in one.on_every_page(sources))
    for address in wanted if page.file in site.page_sources else ():
        if address not in found:
            yield Finding(page.file, f'no link leads to "{address}", which stands on every page of this site.')


def only_old_addresses_lead_on(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Find pages that take their visitors elsewhere, and old addresses that do not lead to where their page is now."""
    new = f"{site.prefix}/{site.moved[page.file]}" if page.file in site.moved else ""
    if page.refreshes != ((f"0; url={new}",) if new else ()):
        said = ", ".join(map(quoted, page.refreshes)) or "nothing"
        yield Finding(page.file, f"expected {quoted(f'0; url={new}') if new else 'no refresh'}, found {said}.")
    if new and new not in [one.value for one in page.addresses if one.element == "a"]:
        yield Finding(page.file, f'no link leads to "{new}", for browsers that do not go there by themselves.')


def the_policy_stands_first_and_allows_only_what_the_page_holds(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Find pages without a policy right after the charset (before it, a script would run), or with another one."""
    if page.first_in_head != (CHARSET, POLICY):
        yield Finding(page.file, "the content security policy does not stand right after the charset.")
    elif len(page.policies) != 1:
        yield Finding(page.file, f"expected one content security policy, found {len(page.policies)}.")
    else:
        yield from _differences(page, page.policies[0])


def nothing_tells_where_a_visitor_came_from(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Find pages that would tell the next site of this one."""
    if page.referrer_policies != ("no-referrer",):
        said = ", ".join(f'"{policy}"' for policy in page.referrer_policies) or "nothing"
        yield Finding(page.file, f'expected the referrer policy "no-referrer", found {said}.')


def _differences(page: PageFacts, policy: str) -> Iterator[Finding]:
    parts = [directive.split() for directive in policy.split(";") if directive.strip()]
    found = {name: sorted(values) for name, *values in reversed(parts)}  # browsers keep to the first of two alike
    wanted = {
        "default-src": ["'none'"],
        "style-src": sorted(map(_sum, page.styles)),
        **({"script-src": sorted(map(_sum, page.scripts))} if page.scripts else {}),
        "img-src": ["'self'", "data:"],
        "form-action": ["'none'"],
        "base-uri": ["'none'"],
    }
    for name in [*wanted, *(found.keys() - wanted.keys())]:
        if found.get(name) != wanted.get(name):
            expected, said = (" ".join(some.get(name, ["nothing"])) for some in (wanted, found))
            yield Finding(page.file, f"the content security policy, {name}: expected {expected}, found {said}.")


@lru_cache(maxsize=64)
def _sum(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def nothing_is_left_unfinished(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Find directives and links that nobody replaced by what they stand for."""
    for address in page.addresses:
        if found := LEFTOVER.match(address.value):
            yield Finding(page.file, f'"{found[0]}" was not replaced by what it stands for.', address.value)
    if page.loose_directives:
        message = 'a directive (":::") is shown as text. Put it on a line of its own, at the left edge.'
        yield Finding(page.file, message, guide=Section.DIRECTIVES)
    if lost := FORGOTTEN.search(page.text):
        words = " ".join(page.text[: lost.start()].split()[-5:])
        message = f"a part of the text is lost behind {quoted(words)}. Write \\ before each * and _ there."
        yield Finding(page.file, message, guide=Section.SENTENCES)
    if "component" in page.elements:
        yield Finding(page.file, "a directive was not replaced by what it stands for.")


def no_draft_is_public(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Find drafts in the public site, as files or by the mark that the preview gives them."""
    if not site.sources.production:
        return
    drafts = {page.save_as for one in site.sources.in_every_language for page in one.drafts}
    mark = site.sources_at(page.file).words.get("draft_mark", "")
    if page.file in drafts or (mark and mark in page.text):
        yield Finding(page.file, "a draft would be public.")
