"""Whether translations are level with their originals: what has changed since, what is missing, what differs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from components.directive import directives
from sources.languages import own_name
from sources.pages.page import PageSource
from sources.pages.readable_text import readable
from sources.pages.typed_addresses import elsewhere
from sources.problems import Place, Problem, Section, command, count, quoted
from sources.records.data_file import DataFile
from sources.records.days import months_after
from sources.records.fields import Record
from sources.records.level import FIELD, Changed, Level, changes
from sources.records.walk import records_in, texts_in
from sources.yaml.nodes import Node
from subjects import present
from subjects.loaded import Sources
from subjects.subject import ToDo

BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+>|]|\d+\.)\s)")
NUMBER = re.compile(r"\d+(?:[.,\u066b\u066c]\d+)*")
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
    page: PageSource | None = None


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
    return [one.text for found in records_in(record, node) for one in texts_in(found) if one.text]


def behind(main: Sources, sources: Sources) -> Iterator[Behind]:
    """Yield every translation of a language that is no longer level."""
    originals = main.by_path
    for page in sources.by_path.values():
        original, level = originals.get(page.path), page.front_matter.translated
        if original and level and (changed := changes(level, page_texts(original), page_texts(page))):
            yield Behind(page.file, original.file, level, changed, page.place(FIELD), page=page)
    for file in (one.data for one in present(sources) if one.data and one.data.path in sources.translated):
        if (level := sources.levels.get(file.path)) is None:
            continue
        changed = changes(level, file_texts(main, file), file_texts(sources, file))
        if changed:
            facts = sources.nodes(file).place.file
            name = f"{facts.partition('/')[0]}/{file.in_language(sources.language).path}"
            yield Behind(name, facts, level, changed, Place(name, 1))


def late(main: Sources, sources: Sources) -> Mapping[str, PageSource]:
    """Return the pages, by path, that must say that they are being brought up to date; each with its original.

    Nobody knows the day of a change: it counts from the last review of the original, or else from the translation.
    """
    pages, grace = {page.path: page for page in main.pages}, main.site.translation_grace
    found: dict[str, PageSource] = {}
    for one in behind(main, sources):
        if one.page:
            reviewed = pages[one.page.path].front_matter.last_reviewed if one.page.path in pages else None
            since = max(one.level.day, reviewed or one.level.day)
            if one.page.path in pages and main.today > months_after(since, grace):
                found[one.page.path] = pages[one.page.path]
    return found


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
            text = f"{page.file} does not say from which text it was made. Once it is level: {told}"
            yield ToDo(text, Place(page.file, 1))


def _missing(main: Sources, sources: Sources) -> Iterator[ToDo]:
    """Yield an entry for each page that is in the main language only, and for each data file with texts that are."""
    name, there = own_name(sources.site.language), sources.by_path
    for page in main.written:
        if page.path not in there and not page.draft:
            beside = f"{page.file.removesuffix('.md')}.{sources.language}.md"
            yield ToDo(f"{page.file} is not translated into {name}. Its place: {beside}", Place(page.file, 0))
    for file in (one.data for one in present(sources) if one.data):
        value, nodes, own = sources.value(file), sources.nodes(file), f".{sources.language}.yaml"
        texts = [text for record in records_in(value, nodes) for text in texts_in(record)] if value else []
        left = [one for one in texts if not one.place.file.endswith(own)]
        if left:
            where = f"{nodes.place.file.partition('/')[0]}/{file.in_language(sources.language).path}"
            text = f"{where}: {len(left)} of {count(len(texts), 'text')} not in {name}"
            yield ToDo(f"{text}, first {quoted(left[0].text or '', LONGEST)}", left[0].place)


def parity_remarks(main: Sources) -> Iterator[Problem]:
    """Yield a remark for each translation whose headings, components, links or numbers differ from the original's."""
    originals = main.by_path
    for sources in main.in_all_further:
        for page in sources.by_path.values():
            if original := originals.get(page.path):
                for message in _differences(original, page):
                    yield Problem(Place(page.file, page.body_line), message, Section.TRANSLATIONS)


def _differences(original: PageSource, page: PageSource) -> Iterator[str]:
    file = original.file.rpartition("/")[2]
    levels = [[heading.level for heading in one.rendered.headings] for one in (original, page)]
    if levels[0] != levels[1]:
        yield f"{count(len(levels[1]), 'heading')} here, {len(levels[0])} in {file}, or at other levels."
    within = [sum(not elsewhere(link.address) for link in one.rendered.links) for one in (original, page)]
    if within[0] != within[1]:
        yield f"{count(within[1], 'link')} within the site here, {within[0]} in {file}."
    for found in (_components, _links, _numbers):
        yield from _lacks(found(original), found(page), file)


def _components(page: PageSource) -> Counter[str]:
    return Counter(f"::: {' '.join((one.name, *one.arguments))}" for one in directives(page.body))


def _links(page: PageSource) -> Counter[str]:
    return Counter(link.address for link in page.rendered.links if elsewhere(link.address) and link.address[:1] != "#")


def _numbers(page: PageSource) -> Counter[str]:
    return Counter(map(_plain, NUMBER.findall(readable(page.body))))


def _lacks(there: Counter[str], here: Counter[str], file: str) -> Iterator[str]:
    if lost := there - here:
        yield f"{_listed(lost)} of {file} {'is' if len(lost) == 1 else 'are'} not here."
    if more := here - there:
        yield f"{_listed(more)} {'is' if len(more) == 1 else 'are'} here, and not in {file}."


def _listed(found: Counter[str]) -> str:
    names = [quoted(one, LONGEST) for one in found][:MOST]
    return ", ".join(names) + (f" and {len(found) - MOST} more" if len(found) > MOST else "")


def _plain(number: str) -> str:
    """Return a number by its digits alone, whichever digits and signs a language has for them."""
    return "".join(str(int(sign)) for sign in number if sign.isdigit())
