"""What a site says, fact by fact: each in the words of the editor's forms, with a sum that tells whether it changed.

What visitors do not see is left out, and nobody is named whom a list shows only because they agreed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from sources.languages import own_name
from sources.problems import visible
from sources.records.fields import Record
from sources.records.shapes import label
from sources.result_store import digest
from subjects import present
from subjects.loaded import Names, Sources

from .record import Fact, Facts

IN_LANGUAGE = "{}, {}"
PAGES, FILES = "Pages: {}", "Files: {}"
CALLED_BY = ("title", "name")  # the fields by which visitors know an entry of a list
CONSENT = ("consent", "agreed")  # fields of what is shown only because somebody agreed
OF_A_SUM = 8  # of its digits


@dataclass(frozen=True, slots=True)
class _Where:
    """Where in a data file a value stands: its name among the facts, its form, its fields, the entry it belongs to."""

    key: str
    form: str
    names: Names
    fields: tuple[str, ...] = ()
    owner: str = ""

    def at(self, name: str, *fields: str) -> _Where:
        return replace(self, key=f"{self.key}/{name}", fields=fields)

    def said(self) -> str:
        first, *others = self.fields
        path = ", ".join((first, *(one[:1].lower() + one[1:] for one in others)))
        return f"{self.form}: {path}{f' of {self.owner}' if self.owner else ''}"


def facts_of(sources: Sources, sums: Mapping[str, str]) -> Facts:
    """Return what a site says that visitors can see; `sums` are those of its files, by their paths in the output."""
    main = dict(_found(sources, sums))
    found = main | dict(chain.from_iterable(_in_language(one, main) for one in sources.translations))
    return {key: Fact(visible(said), sum_) for key, (said, sum_) in sorted(found.items())}


def _in_language(sources: Sources, main: Facts) -> Iterator[tuple[str, Fact]]:
    """Yield what is said in a further language; what is as in the main one is told there."""
    name = own_name(sources.language)
    yield sources.language, Fact(name)
    for key, fact in _found(sources, {}):
        if key not in main or fact.sum != main[key].sum:
            yield f"{sources.language}/{key}", Fact(IN_LANGUAGE.format(name, fact.said), fact.sum)


def _found(sources: Sources, sums: Mapping[str, str]) -> Iterator[tuple[str, Fact]]:
    for one in present(sources):
        if one.data and one.form:
            yield one.data.path, Fact(one.form.label)
            yield from _of_record(sources.of(one.data), _Where(one.data.path, one.form.label, sources.names))
    for page in sources.pages:
        if page not in sources.made:
            yield f"pages/{page.path}", Fact(PAGES.format(page.front_matter.title), page.digest.hex()[:OF_A_SUM])
    for file, path in sources.published.items():
        if path in sums:
            yield file, Fact(FILES.format(file), sums[path][:OF_A_SUM])


def _of_record(record: Record, where: _Where) -> Iterator[tuple[str, Fact]]:
    """Yield the facts of a record that somebody typed; what an id is called by is no fact."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name in record.model_fields_set and name != "id" and value not in (None, "", ()):
            yield from _of_value(value, name, where.at(name, *where.fields, label(name)))


def _of_value(value: Any, name: str, where: _Where) -> Iterator[tuple[str, Fact]]:
    match value:
        case Record():
            yield from _of_record(value, where)
        case (Record(), *_) if all(map(_called, value)):
            for entry in value:
                if getattr(entry, "shown", True):
                    yield from _of_entry(entry, where)
        case Mapping():
            for key, one in value.items():
                known = where.names.get(name, {}).get(key, key)
                yield from _of_value(one, name, where.at(key, *where.fields[:-1], known))
        case _:
            yield where.key, Fact(where.said(), digest(value).hex()[:OF_A_SUM])


def _called(entry: Record) -> str:
    return next((str(getattr(entry, known)) for known in CALLED_BY if getattr(entry, known, None)), "")


def _of_entry(entry: Record, where: _Where) -> Iterator[tuple[str, Fact]]:
    called = _called(entry)
    key = getattr(entry, "id", None) or digest(called).hex()[:OF_A_SUM]
    if any(hasattr(entry, field) for field in CONSENT):
        called = f"one {entry.called or 'person'}"
    below = replace(where.at(key), owner=called)
    yield below.key, Fact(f"{where.form}: {called}")
    yield from _of_record(entry, below)
