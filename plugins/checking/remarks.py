"""Remarks on wording and short forms, each at its line, and on names in files; below the to-do list, never fatal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial

from sources.pages.page import PageSource
from sources.pages.places import link_places
from sources.pages.readable_text import readable
from sources.pages.typed_addresses import UNSAFE
from sources.problems import Place, Problem, Section, count, quoted
from sources.result_store import ResultStore, digest, in_batches, of_code
from sources.text import in_one_case
from subjects import people_named, present
from subjects.loaded import Sources
from subjects.site.records import Site, Wording

from .differences import differences

ABBREVIATION = re.compile(r"[A-Z](?=[A-Z&])(?<!\w.)[A-Z&]*[A-Z](?=s?\b)")
# What programs write where nobody has said who the author is.
NOBODY = re.compile(
    r"(?:\(?(?:author|user|admin|administrator|owner|unknown|anonymous|microsoft|office|windows|benutzer|usuario|student"
    r"|account|default|guest|hp|localadmin|none|pc|scanner|staff|test|un-named|unspecified|computer|libreoffice|openoffice|google|docs|python-docx|openpyxl|python-pptx|canva)\b\W*)+",
    re.IGNORECASE,
)
NAMED = (
    "its properties, comments or changes name {}, which everybody can read who has the file. If this is not meant, "
    "take the name out and save it again."
)
HTTPS = (
    "{} leads to https on the site, which nobody can listen to. Open it once to see that it is there, and write it so."
)
# Roman numerals, as in "Title IX", are numbers.
NUMERAL = re.compile(r"[IVXLC]+")


def wording_remarks(text: str, wording: Iterable[Wording]) -> Iterator[tuple[int, str]]:
    """Yield where each word of a Markdown text stands that has a better one, and what to say of it."""
    said = readable(text)
    folded = in_one_case(said)
    for words in wording:
        if any(all(part in folded for part in form) for form in _parts(words.avoid)):
            for found in _search(words.avoid).finditer(said):
                shown = " ".join(found[0].split())
                yield found.start(), f'"{shown}": think of {words.instead}.'


@lru_cache
def _search(forms: tuple[str, ...]) -> re.Pattern[str]:
    any_form = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"(?<!\w)(?:{any_form})(?!\w)", re.IGNORECASE)


@lru_cache
def _parts(forms: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the words of each form in one case: a text that, in that case, lacks one of them does not hold it."""
    return tuple(tuple(in_one_case(form).split()) for form in forms)


def abbreviation_remarks(text: str, known: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield the same of each short form of a Markdown text that it explains nowhere as "Its Long Name (ILN)"."""
    said, seen = readable(text), set(known)
    for found in ABBREVIATION.finditer(said):
        if found[0] in seen:
            continue
        seen.add(found[0])
        if f"({found[0]})" not in said and not NUMERAL.fullmatch(found[0]):
            message = f'"{found[0]}" is explained nowhere on the page: write its long name and ({found[0]}), once.'
            yield found.start(), message


def all_remarks(sources: Sources, store: ResultStore) -> tuple[Problem, ...]:
    """Return all remarks, by file and line."""
    of_pages = (
        *_wording(sources, store),
        *link_remarks(page for one in sources.in_every_language for page in one.pages),
    )
    return tuple(sorted({*of_pages, *author_remarks(sources), *fact_remarks(sources), *differences(sources)}))


def fact_remarks(sources: Sources) -> Iterator[Problem]:
    """Yield what the subjects have to say of their data."""
    for subject in present(sources):
        yield from subject.remarks(sources)


def link_remarks(pages: Iterable[PageSource]) -> Iterator[Problem]:
    """Yield a remark for each link that was typed without https."""
    for page in pages:
        if any(UNSAFE.match(link.address) for link in page.rendered.links):
            unsafe = ((link, place) for link, place in link_places(page) if UNSAFE.match(link.address))
            yield from (Problem(place, HTTPS.format(quoted(link.address)), Section.SENTENCES) for link, place in unsafe)


def author_remarks(sources: Sources) -> Iterator[Problem]:
    """Yield a remark for each file that names people as its authors of whom nobody said that they may be named."""
    site = sources.site
    known = {name.casefold() for name in (site.name, site.short_name, *people_named(sources))}
    for document in sources.documents.values():
        named = [name for name in document.authors if name.casefold() not in known and not NOBODY.fullmatch(name)]
        if named:
            message = NAMED.format(" and ".join(map(quoted, named[:2])))
            yield Problem(Place(document.shown, 0), message, Section.SITE)


def _wording(sources: Sources, store: ResultStore) -> Iterator[Problem]:
    """Yield the remarks on texts; in `verbatim` pages only short forms are looked at."""
    for one in sources.in_every_language:
        site = one.site
        known = digest("advice", of_code(), site.short_name, site.abbreviations, site.wording)
        yield from in_batches(store, partial(_of_page, site=site), one.written, known, lambda page: page.digest)


def remarks_list(sources: Sources, store: ResultStore) -> str:
    """Return the remarks as text; empty when there are none."""
    found = all_remarks(sources, store)
    parts = (
        ("Wording", "place", Section.PLAIN_WORDS),
        ("Links", "place", Section.SENTENCES),
        ("Names in files", "file", Section.SITE),
        ("Translations", "place", Section.TRANSLATIONS),
        *(("Facts", "place", guide) for guide in dict.fromkeys(one.guide for one in fact_remarks(sources))),
    )
    return "\n".join(
        _list(title, what, [one for one in found if one.guide == guide], guide)
        for title, what, guide in parts
        if any(one.guide == guide for one in found)
    )


def _list(title: str, what: str, found: Sequence[Problem], guide: str) -> str:
    lines = [f"{title}, {count(len(found), what)} to think about:", *(f"  - {remark}" for remark in found)]
    return "\n".join([*lines, f'  See GUIDE.md, "{guide}".'])


def _of_page(page: PageSource, site: Site) -> Iterator[Problem]:
    about, guide = page.front_matter, Section.PLAIN_WORDS
    remarks = [*abbreviation_remarks(page.body, (*site.short_name.split(), *site.abbreviations))]
    if not about.verbatim:
        remarks += wording_remarks(page.body, site.wording)
        for _, message in wording_remarks(f"{about.title}\n{about.lead or ''}", site.wording):
            yield Problem(Place(page.file, 2), message, guide)
    yield from (Problem(page.at(offset), message, guide) for offset, message in remarks)
