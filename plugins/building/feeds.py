"""Feeds of pages (Atom, RFC 4287): whole texts, in which every address is whole too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from io import StringIO
from urllib.parse import urljoin

from feedgenerator import Atom1Feed
from selectolax.lexbor import LexborHTMLParser

from sources.pages.page import PageSource
from subjects import present
from subjects.loaded import Sources
from subjects.subject import Feed

ADDRESSES = ("href", "src", "poster")


def feeds(sources: Sources) -> tuple[Feed, ...]:
    """Return the feeds of a site."""
    return tuple(feed for one in present(sources) for feed in one.feeds(sources))


def feed_paths(sources: Sources, canonical: str) -> tuple[str, ...]:
    """Return the paths of the feeds that are written: none while nobody knows the address of the site."""
    return tuple(feed.path for feed in feeds(sources)) if canonical else ()


def feed_files(sources: Sources, canonical: str, html: Callable[[PageSource], str]) -> Iterator[tuple[str, bytes]]:
    """Yield the path of each feed and what it holds; none while nobody knows the address of the site."""
    for feed in feeds(sources) if canonical else ():
        yield feed.path, _atom(feed, sources, canonical, html)


def _atom(feed: Feed, sources: Sources, canonical: str, html: Callable[[PageSource], str]) -> bytes:
    site = sources.site
    title = sources.words["page_title"].format(title=feed.title, site=site.name)
    own = f"{canonical}/{feed.path}"
    made = Atom1Feed(
        title, f"{canonical}/{feed.below}", None, site.language, author_name=site.name, feed_url=own, feed_guid=own
    )
    for entry in feed.entries:
        address = f"{canonical}/{entry.page.url}"
        made.add_item(
            entry.page.front_matter.title,
            address,
            None,
            unique_id=address,
            pubdate=_moment(entry.published),
            updateddate=_moment(entry.updated),
            content=with_whole_addresses(html(entry.page), address),
        )
    written = StringIO()
    made.write(written, "utf-8")
    return written.getvalue().encode()


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def with_whole_addresses(html: str, address: str) -> str:
    """Return the HTML of a page at an address as other sites can show it."""
    tree = LexborHTMLParser(html, is_fragment=True)
    for node in tree.css(",".join(f"[{name}]" for name in (*ADDRESSES, "srcset"))):
        for name in ADDRESSES:
            if typed := node.attributes.get(name):
                node.attrs[name] = urljoin(address, typed)
        if several := node.attributes.get("srcset"):
            parts = (one.strip().partition(" ") for one in several.split(","))
            node.attrs["srcset"] = ", ".join(f"{urljoin(address, one)}{space}{width}" for one, space, width in parts)
    return tree.html or ""
