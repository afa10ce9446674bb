"""Rules about what search engines and link previews are told: all public pages, and of each only what it shows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import unquote
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

from building.search_engines import listed
from building.typography import alike
from sources.files import ROBOTS, SITEMAP
from sources.formats.words import strings_in
from sources.pages.page import PageSource
from sources.problems import Section

from .findings import Finding
from .page_facts import PageFacts
from .site import BuiltSite

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
# Names of the vocabulary and codes, not words of the page.
NOT_SHOWN = ("@context", "@type", "priceCurrency", "unitCode")
ADDRESSES = ("url", "item")
SCHEMA = "https://schema.org/"  # states of the vocabulary, such as EventCancelled
TOLD = ("og:title", "og:description")  # without them link previews take the title and the description of the page
PICTURED = ("og:image", "og:image:alt", "twitter:image")


def the_sitemap_names_every_public_page_and_no_other(site: BuiltSite) -> Iterator[Finding]:
    """Find public pages that the sitemap leaves out, others that it names, and days that no page gives."""
    if not site.canonical:
        return
    wanted = {_own_address(page, site): _day(page) for page in listed(site.page_sources.values())}
    try:
        found = _sitemap((site.folder / SITEMAP).read_bytes())
    except (OSError, ElementTree.ParseError) as error:
        yield Finding(SITEMAP, f"cannot be read: {error}.")
        return
    for address in sorted(wanted.keys() ^ found.keys()):
        yield Finding(SITEMAP, f'"{address}" is {"missing" if address in wanted else "no public page"}.')
    for address in sorted(wanted.keys() & found.keys()):
        if wanted[address] != found[address]:
            day = wanted[address] or "no day"
            yield Finding(SITEMAP, f'"{address}": expected {day}, found {found[address] or "none"}.')


def _sitemap(text: bytes) -> dict[str, str]:
    urls = ElementTree.fromstring(text).iter(f"{NAMESPACE}url")
    return {url.findtext(f"{NAMESPACE}loc", ""): url.findtext(f"{NAMESPACE}lastmod", "") for url in urls}


def _day(page: PageSource) -> str:
    return str(page.front_matter.last_reviewed or "")


def _own_address(page: PageSource, site: BuiltSite) -> str:
    return f"{site.canonical}/{page.url}"


def search_engines_may_read_the_public_site_and_no_preview(site: BuiltSite) -> Iterator[Finding]:
    """Find a robots.txt that keeps search engines off public pages, or lets them read a preview."""
    path = site.folder / ROBOTS
    robots = RobotFileParser()
    robots.parse(path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else [])
    for page in listed(site.page_sources.values()):
        open_to_all = robots.can_fetch("*", f"{site.prefix}/{page.url}")
        if open_to_all != site.sources.production:
            yield Finding(ROBOTS, f'"/{page.url}" is {"open to" if open_to_all else "kept from"} search engines.')
    wanted = f"{site.canonical}/{SITEMAP}" if site.canonical else "no sitemap"
    named = ", ".join(robots.site_maps() or ["no sitemap"])
    if named != wanted:
        yield Finding(ROBOTS, f"expected {wanted}, found {named}.")


def pages_are_listed_under_their_own_address_or_not_at_all(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Find pages that name another address as theirs, and drafts and the like that do not ask to be left out."""
    source = site.page_sources.get(page.file)
    if source is None and page.file not in site.moved:
        return
    listed = source is not None and source.listed and not site.shared
    if ("noindex" in page.metas.get("robots", "")) == listed:
        told = "told" if listed else "not told"
        yield Finding(page.file, f"search engines are {told} to leave this page out.")
    url = site.moved.get(page.file, source.url if source and listed else None)
    own = f"{site.canonical}/{url}" if site.canonical and url is not None else ""
    canonical = next((address.value for address in page.addresses if address.rel == "canonical"), "")
    card = "" if page.file in site.moved else own
    for what, wanted, found in (("canonical link", own, canonical), ("og:url", card, page.metas.get("og:url", ""))):
        if found != wanted:
            yield Finding(page.file, f"{what}: expected {wanted or 'none'}, found {found or 'none'}.")


def link_previews_show_a_picture_of_this_site(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Find pictures for link previews that are not on the site, or whose address is not whole."""
    image = page.metas.get("og:image")
    start, own, name = (image or "").partition(f"{site.canonical}/")
    if image and (start or not own or unquote(name) not in site.names):
        yield Finding(page.file, f'og:image: no picture "{image}".')


def link_previews_of_discreet_pages_tell_nothing(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Find discreet pages whose links would show a picture, their name or what they are about."""
    source = site.page_sources.get(page.file)
    if source is not None and source.listed and source.front_matter.discreet:
        about = source.front_matter
        own = {about.title, about.nav_title, about.description, about.lead, site.sources_of(source).site.name}
        for name in (*TOLD, "og:site_name", *PICTURED):
            if (shown := page.metas.get(name)) and (name in PICTURED or shown in own):
                yield Finding(
                    page.file, f'{name}: a link to this discreet page would show "{shown}".', guide=Section.FRONT_MATTER
                )
        for name in TOLD:
            if not page.metas.get(name):
                yield Finding(page.file, f"{name}: missing; a link to this discreet page would tell its own.")


def structured_data_say_what_the_page_shows(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Find JSON-LD that cannot be read, and words in it that no visitor of the page reads."""
    for text in page.structured_data:
        for complaint in _complaints(text, page, site):
            yield Finding(page.file, f"structured data: {complaint}")


def _complaints(text: str, page: PageFacts, site: BuiltSite) -> Iterator[str]:
    if "<" in text:
        yield 'a "<", which could end them early.'
    try:
        said = [(name, value) for name, value in strings_in(json.loads(text)) if name not in NOT_SHOWN]
    except ValueError as error:
        yield f"cannot be read: {error}."
        return
    linked = {address.value for address in page.addresses}
    for name, value in said:
        if value.startswith(SCHEMA) or value in linked:
            continue
        if name in ADDRESSES:
            if f"{value.removeprefix(f'{site.canonical}/')}index.html" not in site.names:
                yield f'no page "{value}".'
        elif value not in page.days and not shows(page, " ".join(value.split())):
            yield f'{name}: the page does not show "{value}".'


def shows(page: PageFacts, words: str) -> bool:
    """Tell whether words with single spaces stand in the text; only if not so, in it with plain spaces and signs."""
    if words in page.text or words in page.running:
        return True
    texts = (
        " ".join(page.text.split()),
        page.running,
    )  # in the second, a word with a mark or a link is one with others
    return any(alike(words) in alike(text) for text in texts)
