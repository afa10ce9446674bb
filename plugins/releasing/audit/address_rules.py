"""Rules about addresses: where links lead, and that nothing is fetched from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from sources.formats.styles import fetches
from sources.problems import Section, guess
from sources.records.web_addresses import is_reserved

from .addresses import unwrapped
from .findings import Finding
from .page_facts import Outline, PageFacts
from .site import BuiltSite

LINK_SCHEMES = ("https", "mailto", "tel", "sms")


def addresses_are_of_known_schemes(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Find addresses that would run code, or that no visitor's device should open."""
    for address in page.addresses:
        scheme = address.scheme
        icon = address.element == "link" and scheme == "data" and "icon" in address.rel
        if scheme and scheme not in LINK_SCHEMES and not icon:
            message = f'the address "{address.value[:80]}": expected https, mailto, tel, sms or a page of this site.'
            yield Finding(page.file, message, address.value, guide=Section.SENTENCES)


def nothing_comes_from_elsewhere(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Find whatever a browser would fetch from another site, which would learn of the visit."""
    for address in page.addresses:
        if address.is_fetched and (address.scheme in ("http", "https") or address.value.startswith(("//", "\\\\"))):
            message = f'"{address.value}" would be fetched from another site. Put the file into content/images.'
            yield Finding(page.file, message, address.value, guide=Section.SENTENCES)
    for fetching in (fetching for style in (*page.styles, *page.paints) for fetching in fetches(style)):
        yield Finding(page.file, f'the style fetches something: "{fetching}".')


def links_within_the_site_lead_somewhere(site: BuiltSite) -> Iterator[Finding]:
    """Find links, pictures and fragments of this site that lead nowhere, letter for letter."""
    for page in site.outlines.values():
        for link in page.links:
            if message := _nowhere(page, link, site):
                yield Finding(page.file, message, link, guide=Section.SENTENCES)


def _nowhere(page: Outline, address: str, site: BuiltSite) -> str | None:
    path, _, fragment = address.partition("#")
    path = unquote(path.partition("?")[0])
    if path.startswith(("//", "\\")):
        return f'the address "{address}" leads to another site. Write https:// before it.'
    if path.startswith("/") and not f"{path}/".startswith(f"{site.prefix}/"):
        return f'the address "{address}" leaves the site, which is served below {site.prefix}/.'
    target = _file(page, path, site.prefix)
    if target not in site.names:
        return f'no page "{address}".{_nearest(path, page, site)}'
    if fragment and target in site.outlines and unquote(fragment) not in site.outlines[target].ids:
        return f'"{address}": no place "#{fragment}" in that page.{guess(fragment, site.outlines[target].headings)}'
    return None


def _file(page: Outline, path: str, prefix: str) -> str:
    if not path:
        return page.file
    whole = path.removeprefix(prefix) if path.startswith("/") else f"/{page.file.rpartition('/')[0]}/{path}"
    name = normpath(whole).lstrip("/")
    return f"{name}/index.html".lstrip("/") if path.endswith("/") else name


def _nearest(path: str, page: Outline, site: BuiltSite) -> str:
    others = sorted(site.names - {page.file} - site.moved.keys())
    near = guess(path, [f"{site.prefix}/{name.removesuffix('index.html')}" for name in others])
    return near if near.startswith(" Did") else ""


def links_lead_straight_to_their_targets(site: BuiltSite) -> Iterator[Finding]:
    """Find links that a mail program or a search engine has wrapped, often with the address of who received them."""
    for page in site.pages.values():
        for address in page.addresses:
            if target := unwrapped(address.value):
                host = urlsplit(address.value).hostname
                message = f"the link leads through {host}, which learns who follows it. Write where it ends: {target}"
                yield Finding(page.file, message, address.value, guide=Section.SENTENCES)


def no_example_address_is_public(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Find links to hosts kept for examples in the public site."""
    if not site.sources.production:
        return
    if _is_example(site.canonical):
        yield Finding("SITEURL", f'"{site.canonical}" is only an example address.', site.canonical, guide=Section.SITE)
    for address in page.addresses:
        if address.rel != "canonical" and address.scheme == "https" and _is_example(address.value):
            message = f'"{address.value}" is only an example address.'
            yield Finding(page.file, message, address.value, guide=Section.SENTENCES)


@lru_cache(maxsize=4096)
def _is_example(address: str) -> bool:
    return is_reserved(urlsplit(address).hostname or "")
