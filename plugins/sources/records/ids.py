"""The short names by which records of a file name each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as Titles

from sources.file_names import plain
from sources.problems import Problem, quoted
from sources.yaml.nodes import Mapping, Node

from .fields import ID


def named(noun: str, record: Node) -> str:
    """Return how a problem names a record: `tier "ally-network"`."""
    return f"{noun} {quoted(record.text_of('id') or '?')}"


def repeated_ids(noun: str, records: Iterable[Node]) -> Iterator[Problem]:
    """Yield a problem for every record whose id is taken by one before it."""
    first: dict[str, Node] = {}
    for record in records:
        known, node = record.text_of("id"), record.get("id")
        alone = isinstance(record, Mapping) and len(record.entries) == 1  # a line too many, and all else is missing
        if known and node and not alone and first.setdefault(known, node) is not node:
            message = f"{named(noun, record)}: this id is taken, see line {first[known].place.line}."
            yield Problem(node.place, f"{message} Each {noun} has its own.")


def ids_of(records: Iterable[Node]) -> list[str]:
    """Return the ids of records, in order, of those that have one."""
    return [known for record in records if (known := record.text_of("id"))]


def certain_ids(records: Sequence[Node]) -> list[str] | None:
    """Return the ids of all records, in order; None when one is missing, wrong or taken: who knows what is meant."""
    ids = [record.text_of("id") or "" for record in records]
    return ids if ids and all(ID.fullmatch(each) for each in ids) and len(set(ids)) == len(ids) else None


def id_meant(name: str, titles: Titles[str, str]) -> str | None:
    """Return the id that a name means, which may be the title of what has it; None if it means none, or several."""
    if name in titles:
        return name
    key = _key(name)
    found = [known for known, title in titles.items() if key in (known, _key(title))]
    return found[0] if len(found) == 1 else None


def _key(name: str) -> str:
    """Return a name without what makes no other of it: capitals, spaces, signs."""
    return plain(name) or name.strip().casefold()


def ids_meant(name: str, titles: Titles[str, str]) -> tuple[str, ...]:
    """Return the ids that a text means: one, or several with commas between them; none if one of them means none."""
    if alone := id_meant(name, titles):
        return (alone,)
    several = [id_meant(part, titles) for part in re.split(r",? and |, ?| & ", name)]
    return tuple(filter(None, several)) if all(several) else ()
