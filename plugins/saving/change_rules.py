"""What is asked of a change before it is written, besides what `make check` asks of all files together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Files
from collections.abc import Sequence as Names
from dataclasses import replace
from datetime import date
from html import escape
from pathlib import Path
from types import MappingProxyType
from typing import Any

from markdown import markdown

from checking.loading import read_data, today
from checking.private import digits
from releasing.audit import TEXT_RULES, BuiltSite, problems_of
from releasing.audit.page_facts import page_facts
from sources.pages.inline.extension import PlainMarkdown
from sources.pages.page import PageSource, read_page
from sources.problems import Problem, ProblemsFound
from sources.records.data_file import DataFile
from sources.records.days import known_day
from sources.records.fields import PublicNumber
from sources.records.upkeep import Reviewed
from sources.records.walk import PlacedRecord, marked, records_in
from sources.yaml.nodes import Mapping, Node, Sequence
from subjects import data_files, present
from subjects.loaded import Sources

UNSEEN = (
    "{}, {}: another number needs another look. Call it or compare it with its source, and say when you checked it in "
    "last_reviewed."
)
# What stands in data files so that it may be published, so that it never is, or for staff alone.
NOT_SHOWN = ("contact", "approved_people", "approved_phrases", "forbidden_words", "wording", "images")


def people_problems(content: Path, files: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for what tells too much about people in some files, by their path below `content`."""
    there = [name for name in files if (content / name).is_file()]
    pages = tuple(page for name in there if name.startswith("pages/") and (page := _page(name, content)))
    try:
        sources = _sources(content, pages)
    except ProblemsFound:  # which `check` tells
        return
    texts = {page.save_as: _read_aloud(page) for page in pages if not page.draft}
    texts |= {file.path: _values_of(file, content) for file in _data_files(sources.site.every_language, there)}
    statics = {f"images/{name}": content / "images" / name for name in _inside("images", there)}
    facts = {name: page_facts(name, html) for name, html in texts.items()}
    site = BuiltSite(content, (), statics, sources, pages=facts)
    yield from problems_of((found for rule in TEXT_RULES for found in rule(site)), site, content)


def unreviewed_numbers(content: Path, held: Files[str, bytes | None]) -> Iterator[Problem]:
    """Yield a problem for every record with another public number than before and the same day of its last review.

    `held` is what the changed files held before. A number that is put right on the very day of its review has that day.
    """
    try:
        sources = _sources(content, ())
        for file in (one.data for one in present(sources) if one.data and held.get(one.data.path)):
            before = file.parsed((held[file.path] or b"").decode("utf-8-sig").replace("\r\n", "\n"))
            for found in records_in(sources.of(file), sources.nodes(file)):
                if isinstance(found.record, Reviewed) and found.record.last_reviewed != sources.today:
                    yield from _renewed(found, before, file.guide)
    except (ProblemsFound, UnicodeDecodeError):  # which `check` tells, or which was so before
        return


def _sources(content: Path, pages: tuple[PageSource, ...]) -> Sources:
    """Return what the rules about people ask: the data, and the pages that change."""
    sources = Sources(
        files=read_data(content), pages=pages, words=MappingProxyType({}), production=True, today=date.min
    )
    return replace(sources, today=today(sources.site.time_zone))


def _renewed(found: PlacedRecord, before: Node, guide: str) -> Iterator[Problem]:
    """Yield a problem for each number that is another one, however it is written; one that is gone is none."""
    was = next((old for old in _entries(before, found.field) if old.text_of("id") == found.node.text_of("id")), None)
    days = [known_day(one.text_of("last_reviewed")) for one in (was, found.node) if one]
    if was and days[0] == days[1]:
        for name, number, _, place in marked(found, PublicNumber):
            if digits(number) != digits(was.text_of(name) or ""):
                yield Problem(place, UNSEEN.format(found.name, name), guide)


def _entries(node: Node, field: str) -> Iterator[Node]:
    """Yield the entries of every list of that name."""
    if isinstance(node, Mapping):
        yield from node.each(field)
    below = node.entries.values() if isinstance(node, Mapping) else node.items if isinstance(node, Sequence) else ()
    for one in below:
        yield from _entries(one, field)


def _page(name: str, content: Path) -> PageSource | None:
    try:
        return read_page(content / name, content / "pages", content.name)
    except ProblemsFound:
        return None


def _read_aloud(page: PageSource) -> str:
    """Return a page in the words that visitors read, without what its components add."""
    fields = _paragraphs(one.text for one in page.nodes.scalars())
    return fields + markdown(page.body, extensions=[PlainMarkdown(), "tables"])


def _data_files(languages: tuple[str, ...], there: Names[str]) -> Iterator[DataFile[Any]]:
    """Yield those of the files that are data files, or hold the texts of one in a further language."""
    further = (file.in_language(language) for language in languages[1:] for file in data_files())
    yield from (file for file in (*data_files(), *further) if file.path in there)


def _values_of(file: DataFile[Any], content: Path) -> str:
    try:
        fields = file.parsed((content / file.path).read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))
    except (ProblemsFound, UnicodeDecodeError):
        return ""
    shown = (
        [field for key, field in fields.entries.items() if key not in NOT_SHOWN] if isinstance(fields, Mapping) else []
    )
    return _paragraphs(one.text for field in shown for one in field.scalars())


def _paragraphs(texts: Iterable[str | None]) -> str:
    """Return texts as a page holds them; what an address says is no text."""
    return "".join(f"<p>{escape(text)}</p>" for text in texts if text and not text.startswith("https://"))


def _inside(folder: str, names: Iterable[str]) -> Iterator[str]:
    return (name.removeprefix(f"{folder}/") for name in names if name.startswith(f"{folder}/"))
