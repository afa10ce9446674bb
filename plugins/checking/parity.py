"""Whether translations are level with their originals: what has changed since, what is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from components.directive import directives
from sources.languages import own_name
from sources.pages.page import PageSource
from sources.problems import Place, command, count, quoted
from sources.records.data_file import DataFile
from sources.records.days import months_after
from sources.records.fields import Record
from sources.records.level import FIELD, Changed, Level, changes
from sources.records.upkeep import Reviewed
from sources.records.walk import records_in, texts_in
from sources.yaml.nodes import Node
from subjects import present
from subjects.loaded import Sources
from subjects.site.records import SITE
from subjects.subject import Subject, ToDo

BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+>|]|\d+\.)\s)")
TEXTS = ("title", "description", "nav_title", "lead", "next_steps", "timeline", "corrected")  # of the front matter
MOST = 3  # changes that one entry of the to-do list shows
LONGEST = 60  # letters of a text there


@dataclass(frozen=True, slots=True)
class Behind:
    """A translation whose original has changed since, and what there has."""

    file: str  # of the translation, as problems name it
    original: str
    level: Level
    changed: tuple[Changed, ...]
    place: Place
    since: date  # at the earliest: nobody knows the day of a change
    of: PageSource | Subject


def page_texts(page: PageSource) -> list[str]:
    """Return the texts of a page in order: those of its front matter, and the blocks of its body."""
    fields = (page.nodes.get(name) for name in TEXTS)
    said = (one.text for field in fields if field for one in field.scalars() if one.text)
    return [*said, *(" ".join(block.split()) for block in BLOCK.split(page.body) if block.strip())]


def file_texts(sources: Sources, file: DataFile[Any]) -> list[str]:
    """Return the texts of a data file that visitors read, in order."""
    value, nodes = sources.value(file), sources.nodes(file)
    return data_texts(value, nodes) if value else []


def data_texts(record: Record, node: Node) -> list[str]:
    """Return the same of a record and its node."""
    return [one.text for one in texts_in(record, node) if one.text]


def behind(main: Sources, sources: Sources) -> Iterator[Behind]:
    """Yield every translation of a language that is no longer level."""
    originals = main.by_path
    for page in sources.by_path.values():
        original, level = originals.get(page.path), page.front_matter.translated
        if original and level and (changed := changes(level, page_texts(original), page_texts(page))):
            since = max(level.day, original.front_matter.last_reviewed or level.day)
            yield Behind(page.file, original.file, level, changed, page.place(FIELD), since, page)
    for one in present(sources):
        level = sources.levels.get(one.data.path) if one.data else None
        if one.data is None or level is None:
            continue
        if changed := changes(level, file_texts(main, one.data), file_texts(sources, one.data)):
            facts = sources.nodes(one.data).place.file
            name = f"{facts.partition('/')[0]}/{one.data.in_language(sources.language).path}"
            since = max([level.day, *_reviews(main, one.data)])
            yield Behind(name, facts, level, changed, Place(name, 1), since, one)


def _reviews(sources: Sources, file: DataFile[Any]) -> Iterator[date]:
    """Yield the days on which somebody last looked at what a data file says."""
    for found in records_in(sources.of(file), sources.nodes(file)):
        if isinstance(found.record, Reviewed) and found.record.last_reviewed:
            yield found.record.last_reviewed


def late(main: Sources, sources: Sources) -> Mapping[str, PageSource]:
    """Return the pages, by path, that must say that they are being brought up to date; each with its original.

    Those are the translations that have been behind for too long, and the pages that show texts of such a data file.
    """
    grace = main.site.translation_grace
    overdue = [one.of for one in behind(main, sources) if main.today > months_after(one.since, grace)]
    own = {one.path for one in overdue if isinstance(one, PageSource)}
    show = [_shown_by(one, sources) for one in overdue if isinstance(one, Subject)]
    originals = {page.path: page for page in main.pages} if overdue else {}
    pages = (page for page in sources.pages if page.path in own or any(shows(page) for shows in show))
    return {page.path: originals[page.path] for page in pages if page.path in originals}


def _shown_by(subject: Subject, sources: Sources) -> Callable[[PageSource], bool]:
    """Return what tells which pages show the texts of a subject besides what all pages do; for that the first page."""
    names = {one.name for one in subject.components(sources)}
    blocks = (subject.opening(sources), subject.closing(sources))

    def shows(page: PageSource) -> bool:
        called = any(one.name in names for one in directives(page.body))
        return called or any(block(page) for block in blocks) or (subject.data is SITE and page.url == page.root)

    return shows


def translation_to_do(main: Sources) -> Iterator[ToDo]:
    """Yield what is left to translate, to bring level and to confirm, language by language."""
    for sources in main.in_all_further:
        yield from (_behind(one) for one in behind(main, sources))
        yield from _unknown(sources, main.by_path)
        yield from _missing(main, sources)


def _behind(one: Behind) -> ToDo:
    shown = "; ".join(map(_side_by_side, one.changed[:MOST]))
    more = f"; and {len(one.changed) - MOST} more" if len(one.changed) > MOST else ""
    where = count(len(one.changed), "place")
    text = f"{one.file} is behind: {one.original} has changed in {where} since {one.level.day}. {shown}{more}"
    return ToDo(text, one.place)


def _side_by_side(one: Changed) -> str:
    if not one.now:
        return f"taken out, here still {quoted(one.beside or '', LONGEST)}"
    beside = f", here {quoted(one.beside, LONGEST)}" if one.beside else ""
    return f"now {quoted(one.now, LONGEST)}{beside}"


def _unknown(sources: Sources, originals: Mapping[str, PageSource]) -> Iterator[ToDo]:
    """Yield an entry for each translation of which nobody said that it is level."""
    for page in sources.by_path.values():
        if page.path in originals and page.front_matter.translated is None:
            told = command(f"translated PAGE={page.path} LANGUAGE={sources.language}")
            text = f"{page.file} does not say from which text it was made."
            yield ToDo(f"{text} Once it is level, press “Note as level” in the editor, or: {told}", Place(page.file, 1))


def _missing(main: Sources, sources: Sources) -> Iterator[ToDo]:
    """Yield an entry for each page that is in the main language only, and for each data file with texts that are."""
    name, there = own_name(sources.site.language), sources.by_path
    for page in main.written:
        if page.path not in there and not page.draft:
            beside = f"{page.file.removesuffix('.md')}.{sources.language}.md"
            yield ToDo(f"{page.file} is not translated into {name}. Its place: {beside}", Place(page.file, 0))
    for file in (one.data for one in present(sources) if one.data):
        value, nodes, own = sources.value(file), sources.nodes(file), f".{sources.language}.yaml"
        texts = list(texts_in(value, nodes)) if value else []
        left = [one for one in texts if not one.place.file.endswith(own)]
        if left:
            where = f"{nodes.place.file.partition('/')[0]}/{file.in_language(sources.language).path}"
            text = f"{where}: {len(left)} of {count(len(texts), 'text')} not in {name}"
            yield ToDo(f"{text}, first {quoted(left[0].text or '', LONGEST)}", left[0].place)
