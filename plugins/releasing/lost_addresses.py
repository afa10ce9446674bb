"""Tells which addresses of the last published site are gone, and which line of which page would keep each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sources.pages.old_addresses import FIELD, old_addresses, shown
from sources.pages.page import NOT_FOUND, PageSource
from sources.pages.readable_text import readable
from sources.problems import MOST_PROBLEMS, Section, nearest_path
from subjects.loaded import Sources

from . import manifest

PAGE = re.compile(r"[^\x00-\x1f\x7f]+\.html")
WORD = re.compile(r"\w{3,}")
PLAIN = re.compile(r"[\w./-]+")  # what needs no quotation marks in a list of YAML
ALIKE = 0.5  # of all words of two texts, those that stand in both


@dataclass(frozen=True, slots=True)
class OldPage:
    """A page of the last site that is gone, and what is known of it: its title, its words, where it led on to."""

    url: str
    title: str = ""
    words: frozenset[str] = frozenset()
    led_to: str = ""


def lost_addresses(last: Path, sources: Sources) -> str:
    """Return what staff read about pages that the site in the folder `last` has and the new one lacks.

    It is empty where there are none, and where nobody knows what the last site has: this is a remark, never a problem.
    """
    before = manifest.read(last)
    languages = sources.in_every_language
    built = {page.save_as for one in languages for page in one.pages}
    drafts = {page.save_as for one in languages for page in one.drafts}
    kept = built | drafts | {moved.save_as for one in languages for moved in one.moved}
    gone = [_old_page(last, name) for name in sorted(before) if PAGE.fullmatch(name) and name not in kept]
    of_drafts = {url for page in sources.drafts for url, *_ in old_addresses(page, sources.site.address or "")}
    lost = [page for page in gone if page and page.url not in of_drafts]
    successors = _Successors(sources, frozenset(built - before.keys()), {page.url: page for page in lost})
    return "\n".join(_told(lost, last.name, successors)) if lost else ""


def _old_page(last: Path, name: str) -> OldPage | None:
    """Return what is known of an old page; None for one that was not public: a draft in a preview."""
    url, path = name.removesuffix("index.html"), last / name
    if not path.is_file():  # of some sites only the list of their files is at hand
        return OldPage(url)
    from selectolax.lexbor import LexborHTMLParser  # late, as the audit is, for which a check would wait every time

    from .audit.page_facts import page_facts

    html = path.read_text("utf-8", "replace")
    facts = page_facts(name, html)
    if facts.refreshes:
        return OldPage(url, led_to=facts.refreshes[0].partition("=")[2])
    title = next((heading.words for heading in facts.headings if heading.level == 1), "")
    main = LexborHTMLParser(html).css_first("main")
    said = main.text(separator=" ") if main else ""
    return None if "noindex" in facts.metas.get("robots", "") else OldPage(url, title, _words(said))


def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.casefold()))


class _Successors:
    """Guesses which page has taken the place of another; `new` are the files that the last site lacks."""

    def __init__(self, sources: Sources, new: frozenset[str], lost: Mapping[str, OldPage]) -> None:
        languages = sources.in_every_language
        self.pages = [page for one in languages for page in one.written if page.path != NOT_FOUND]
        self.new = {page.url.strip("/"): page for page in self.pages if page.save_as in new}
        moved = {moved.url: moved.page for one in languages for moved in one.moved}
        self.urls = {**moved, **{page.url: page for page in self.pages}}
        self.lost = lost

    def of(self, old: OldPage) -> PageSource | None:
        """Return the page to which it led, that has its title, most of its words, or a name like its own."""
        if old.led_to:
            return self._end_of(old.led_to)
        title = old.title.casefold()
        titled = (page for page in self.pages if title and page.front_matter.title.casefold() == title)
        near = nearest_path(old.url.strip("/"), self.new)
        return next(titled, None) or self._alike(old) or self.new.get(near or "") or self._part(old)

    def _end_of(self, address: str) -> PageSource | None:
        """Return the page at an address, below whatever path the last site was served, or the successor of that."""
        parts = address.strip("/").split("/")
        for url in (f"{'/'.join(parts[skipped:])}/" for skipped in range(len(parts))):
            if url in self.urls:
                return self.urls[url]
            if url in self.lost and not self.lost[url].led_to:
                return self.of(self.lost[url])
        return None

    def _alike(self, old: OldPage) -> PageSource | None:
        shares = [_share(old.words, words) for words in self._said] if old.words else []
        best = max(shares, default=0.0)
        return self.pages[shares.index(best)] if best >= ALIKE else None

    @cached_property
    def _said(self) -> Sequence[frozenset[str]]:
        about = ((page.front_matter, readable(page.body)) for page in self.pages)
        return [_words(f"{front_matter.title} {front_matter.lead or ''} {body}") for front_matter, body in about]

    def _part(self, old: OldPage) -> PageSource | None:
        """Return the page of which the name holds the whole name, as that of two compared tiers holds each of both."""
        name = f"-{old.url.strip('/').rpartition('/')[2]}-"
        within = [page for page in self.pages if f"-{page.path.rpartition('/')[2]}-" in name]
        return max(within, key=lambda page: len(page.path), default=None)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)


def _told(lost: Sequence[OldPage], folder: str, successors: _Successors) -> Iterator[str]:
    by_page: dict[str, list[str]] = {}
    for old in lost[:MOST_PROBLEMS]:
        page = successors.of(old)
        by_page.setdefault(page.file if page else "", []).append(shown(old.url))
    one = (
        f"1 address of the last site in {folder}/ leads nowhere now. The line below it, in that front matter, keeps it:"
    )
    more = (
        f"addresses of the last site in {folder}/ lead nowhere now. The lines below, in that front matter, keep them:"
    )
    yield one if len(lost) == 1 else f"{len(lost)} {more}"
    for file, urls in by_page.items():
        page = next((page for page in successors.pages if page.file == file), None)
        before = [*page.front_matter.formerly] if page else []
        where = f"in {file}" if page else "in the page that has taken over"
        yield f"  - {', '.join(urls)}: {where}{', in place of the line that is there' if before else ''}"
        yield f"    {FIELD}: [{', '.join(_quoted(one) for one in (*before, *urls))}]"
    if len(lost) > MOST_PROBLEMS:
        yield f"  ... and {len(lost) - MOST_PROBLEMS} more."
    yield f'  See GUIDE.md, "{Section.PAGES}".'


def _quoted(address: str) -> str:
    return address if PLAIN.fullmatch(address) else f'"{address}"'
