"""The record of one publication: what changed, what will change by itself, and the facts for the next to compare with.

It is written into `.cache/published/`, never into the published folder: sums of what a page leaves out are nobody's
business. A deploy puts it beside the release, where no visitor gets to, or its words alone into a commit. What the
facts of a site are, `facts` knows.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from sources.problems import visible
from sources.records.days import known_day

from . import manifest
from .manifest import Sums, difference

NEW, GONE = "{} (new)", "{} (gone)"
CACHE = ".cache"
FOLDER = "published"  # below the cache
KEPT = 100  # records on this computer
MOST_CHANGES = 20  # in one record
FIRST = "The first release here."
UNKNOWN = "What changed is not known: the release before was published from another computer."
NOT_IN_CONTENT = "No field and no page: an order, the look, the software or the day."
CHANGE, BY_ITSELF = "- ", "By itself on "
SAID_BY_ITSELF = re.compile(rf"{BY_ITSELF}(\d{{4}}-\d\d-\d\d): (.+)")


class Fact(NamedTuple):
    """One fact: what staff call it, and a sum of what it says; that an entry of a list is there has none."""

    said: str
    sum: str = ""


Facts = Mapping[str, Fact]  # by names that stay the same as long as ids do


def changes(before: Facts, after: Facts) -> tuple[str, ...]:
    """Return what changed between two sites in words, each once; what is new or gone as a whole is told as a whole."""
    new, gone = after.keys() - before.keys(), before.keys() - after.keys()
    said = [
        *(after[key].said for key in after if key in before and after[key].sum != before[key].sum),
        *(NEW.format(after[key].said) for key in after if key in new and not _within(key, new)),
        *(GONE.format(before[key].said) for key in before if key in gone and not _within(key, gone)),
    ]
    return tuple(dict.fromkeys(said))


def changes_by_address(before: Sums, after: Sums) -> tuple[str, ...]:
    """Return which pages changed, by address, where only the sums of two sites are known."""
    found = difference(before, after)
    kinds = (("{}", found.changed), (NEW, found.added), (GONE, found.missing))
    pages = ((said, name) for said, names in kinds for name in names if name.endswith(".html"))
    return tuple(said.format(f"Page /{visible(name.removesuffix('index.html'))}") for said, name in pages)


def _within(key: str, others: set[str]) -> bool:
    """Tell whether something of which a fact is part is among others."""
    parts = key.split("/")
    return any("/".join(parts[:end]) in others for end in range(1, len(parts)))


@dataclass(frozen=True, slots=True)
class Coming:
    """What a site will say otherwise by itself, and from which day."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of one publication; `files` is how many it has, `moment` when it was made."""

    files: int
    moment: datetime
    changed: tuple[str, ...] = ()
    coming: tuple[Coming, ...] = ()
    facts: Facts = field(default_factory=dict)

    def since(self, before: Record | None, *, first: bool, by_address: Sequence[str] = ()) -> Record:
        """Return the record with what changed since another one; of one that is not known, `by_address` is what is."""
        if first:
            return replace(self, changed=(FIRST,))
        if before and before.facts and self.facts:
            said = changes(before.facts, self.facts) or (NOT_IN_CONTENT,)
        else:
            said = (UNKNOWN, *by_address)
        more = (f"and {len(said) - MOST_CHANGES} more",) if len(said) > MOST_CHANGES else ()
        return replace(self, changed=(*said[:MOST_CHANGES], *more))

    def told(self) -> Iterator[str]:
        """Yield what whoever published reads of it: what changed, if that is known."""
        if self.changed and self.changed[0] not in (FIRST, UNKNOWN, NOT_IN_CONTENT):
            yield "What changed since the last time:"
            yield from (f"  {one}" for one in self.changed)

    def words(self) -> str:
        """Return what anybody may read of it, as lines of text."""
        lines = [f"{CHANGE}{one}" for one in self.changed]
        return "\n".join((*lines, *(f"{BY_ITSELF}{one.day}: {one.text}" for one in self.coming)))


def from_words(text: str, files: int, moment: datetime) -> Record:
    """Return the record that its words tell of; whatever else stands between them is passed over."""
    lines = text.splitlines()
    changed = (visible(line.removeprefix(CHANGE)) for line in lines if line.startswith(CHANGE))
    found = ((known_day(said[1]), said[2]) for said in map(SAID_BY_ITSELF.fullmatch, lines) if said)
    coming = (Coming(day, visible(words)) for day, words in found if day)
    return Record(files, moment, tuple(changed), tuple(coming))


def written(record: Record) -> str:
    """Return a record as one line of plain letters."""
    return json.dumps(
        {
            "files": record.files,
            "moment": record.moment.isoformat(),
            "changed": record.changed,
            "coming": [(str(one.day), one.text) for one in record.coming],
            "facts": record.facts,
        }
    )


def parsed(text: str) -> Record | None:
    """Return the record that a line holds; None for what is none, whoever put it there."""
    with suppress(ValueError, TypeError, KeyError, AttributeError):
        held = json.loads(text)
        return Record(
            int(held["files"]),
            datetime.fromisoformat(held["moment"]).astimezone(UTC),
            tuple(visible(str(one)) for one in held["changed"]),
            tuple(Coming(date.fromisoformat(day), visible(str(said))) for day, said in held["coming"]),
            {key: Fact(visible(str(said)), str(sum_)) for key, (said, sum_) in held.get("facts", {}).items()},
        )
    return None


def moment() -> datetime:
    """Return now, or the second of SOURCE_DATE_EPOCH, which was checked when the sources were."""
    second = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(second), UTC) if second else datetime.now(UTC)


def keep(record: Record, sums: manifest.Sums, cache: Path) -> None:
    """Keep the record of a site with these sums on this computer; where nothing can be written, nothing is kept."""
    with suppress(OSError):
        path = _path(manifest.digest_of(sums), cache)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}")
        part.write_text(written(record), "utf-8")
        part.replace(path)
        for old in _newest_first(path.parent)[KEPT:]:
            old.unlink()


def kept(digest: str, cache: Path = Path(CACHE)) -> Record | None:
    """Return the record of the site whose list of sums has this digest, if it was published on this computer."""
    path = _path(digest, cache)
    return parsed(path.read_text("utf-8", "replace")) if path.is_file() else None


def all_kept(cache: Path = Path(CACHE)) -> Iterator[tuple[str, Record]]:
    """Yield the digests and records of what was published on this computer, the newest first."""
    for path in _newest_first(cache / FOLDER):
        if record := kept(path.stem, cache):
            yield path.stem, record


def _path(digest: str, cache: Path) -> Path:
    return cache / FOLDER / f"{digest}.json"


def _newest_first(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
