"""The finished site as the rules see it: all files, all pages, and the sources they came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

from checking.private import digits, emails, phone_numbers, plain
from releasing import manifest
from sources.formats.kinds import words_of
from sources.pages.page import PageSource
from sources.published import static_files
from sources.records.fields import PublicAddress, PublicNumber
from sources.records.walk import marked
from subjects import made_files, people_named
from subjects.loaded import Sources
from subjects.subject import Address, Block

from .page_facts import Outline, PageFacts, page_facts
from .theme_sentences import Told, by_language

# Found once, and true of every part.
OF_THE_WHOLE = (
    *("names", "page_sources", "moved", "contact", "emails", "listed_numbers", "approved_phrases"),
    *("people", "theme_sentences", "theme_words"),
)


@dataclass(frozen=True, eq=False)
class BuiltSite:
    """A finished site, or a part of it: `pages` and `files` are those that a rule is asked about.

    `symlinks` are the files that are links, `sums` tells what all hold, `outlines` what all pages do, and
    `words` what all other files say, once audited.
    `prefix` is the path below which it is served, such as /repo, or empty; `canonical` its public address, or empty.
    `shared` is a preview that others open, of which search engines keep nothing.
    """

    folder: Path
    files: tuple[str, ...]
    statics: Mapping[str, Path]
    sources: Sources
    prefix: str = ""
    canonical: str = ""
    symlinks: frozenset[str] = frozenset()
    sums: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, PageFacts] = field(default_factory=dict)
    outlines: Mapping[str, Outline] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    shared: bool = False

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the paths of all files, to look one up."""
        return frozenset(self.files)

    @cached_property
    def page_sources(self) -> Mapping[str, PageSource]:
        """Return the sources of all pages, by their files."""
        return {page.save_as: page for one in self.sources.in_every_language for page in one.pages}

    @cached_property
    def moved(self) -> Mapping[str, str]:
        """Return the files that lead on from old addresses, each with the address to which it does."""
        return {moved.save_as: moved.page.url for one in self.sources.in_every_language for moved in one.moved}

    @cached_property
    def made(self) -> Mapping[str, bytes | Block]:
        """Return what the files hold that the site makes itself, or what draws them, by path."""
        address, found = Address(self.canonical, self.prefix), dict[str, bytes | Block]()
        for one in self.sources.in_every_language:
            found |= made_files(one, address)
        return found

    @cached_property
    def contact(self) -> str:
        """Return how visitors may reach the organization, in plain letters and on one line."""
        languages = self.sources.in_every_language
        marks = (mark for one in languages for found in one.records() for mark in marked(found, PublicAddress))
        given = (*(one.site.contact or "" for one in languages), *(address for _, address, _, _ in marks))
        return " ".join(plain("\n".join(given)).split())

    @cached_property
    def emails(self) -> frozenset[str]:
        """Return the e-mail addresses that may be given, in small letters."""
        return frozenset(email.casefold() for email in emails(self.contact))

    @cached_property
    def listed_numbers(self) -> frozenset[str]:
        """Return the digits of the telephone numbers that may be given: of help lines, and of the contact."""
        languages = self.sources.in_every_language
        marks = (mark for one in languages for found in one.records() for mark in marked(found, PublicNumber))
        return frozenset(
            map(
                digits,
                chain((found.words for found in phone_numbers(self.contact)), (number for _, number, _, _ in marks)),
            )
        )

    @cached_property
    def approved_phrases(self) -> tuple[str, ...]:
        """Return what only looks as if it told something about people, in plain letters and on one line."""
        phrases = (phrase for one in self.sources.in_every_language for phrase in one.site.approved_phrases)
        return tuple(" ".join(plain(phrase).split()) for phrase in phrases)

    @cached_property
    def people(self) -> str:
        """Return the names of those who agreed to be named, in plain letters and on one line."""
        return plain(" ".join(name for one in self.sources.in_every_language for name in people_named(one)))

    @cached_property
    def theme_sentences(self) -> Mapping[str, Told]:
        """Return what the theme says in each language, and in others only."""
        return by_language(self.sources.in_every_language)

    @cached_property
    def theme_words(self) -> str:
        """Return all that the theme says, in plain letters."""
        return plain("\n".join(words for one in self.sources.in_every_language for words in one.words.values()))

    def sources_of(self, page: PageSource) -> Sources:
        """Return the sources in the language of a page."""
        return next(one for one in self.sources.in_every_language if one.language == page.language)

    def sources_at(self, file: str) -> Sources:
        """Return the sources in whose folder a file of the output stands."""
        there = (one for one in self.sources.translations if file.startswith(one.root))
        return next(there, self.sources)

    @property
    def html_files(self) -> list[str]:
        """Return the files that are pages."""
        others = self.symlinks.union(self.statics)
        return [name for name in self.files if name.endswith(".html") and name not in others]

    def page(self, name: str) -> PageFacts:
        """Return what a page says."""
        with open(f"{self.folder}/{name}", encoding="utf-8", errors="replace") as file:
            return page_facts(name, file.read())

    def words_in(self, name: str) -> str:
        """Return what another file says in words."""
        return words_of(name, (self.folder / name).read_bytes())

    def of(self, outlines: Iterable[Outline], words: Mapping[str, str] | None = None) -> BuiltSite:
        """Return the whole site, of which these are all pages, and these what other files say."""
        return self._with(outlines={page.file: page for page in outlines}, words=words or {})

    def only(self, page: PageFacts) -> BuiltSite:
        """Return the part of the site that is this page; what is known of the whole is known of it."""
        return self._with(pages={page.file: page}, files=(), statics={}, words={})

    def _with(self, **changed: Any) -> BuiltSite:
        part = copy(self)
        part.__dict__.update({**{fact: getattr(self, fact) for fact in OF_THE_WHOLE}, **changed})
        return part


def read_site(folder: Path, content: Path, sources: Sources, prefix: str, canonical: str) -> BuiltSite:
    """Return the site in `folder`, of which no page is audited yet."""
    files = dict(sorted(manifest.files_below(folder)))
    symlinks = frozenset(name for name, file in files.items() if file.is_symlink())
    sums = manifest.sums_of(files)
    return BuiltSite(folder, tuple(files), static_files(content), sources, prefix, canonical, symlinks, sums)
