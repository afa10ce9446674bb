"""A three-way merge: what a form changed is brought into what the file holds by now; conflicts are left to people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from json import dumps
from typing import Any

from merge3 import Merge3

from sources.yaml.write import entry

Where = tuple[str, ...]
NAMED_BY = ("title", "name", "id")  # how people know an entry of a list
LABELS = {"body": "Text"}  # of fields which the forms call by another name


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that the file and the form both changed, each in its own way."""

    where: Where
    file: Any
    form: Any

    def told(self) -> dict[str, str]:
        """Return it as the editor shows it."""
        return {"where": labelled(self.where), "file": _as_text(self.file), "form": _as_text(self.form)}


def labelled(where: Iterable[str]) -> str:
    """Return the way to a field as its form shows it."""
    return ", ".join(LABELS.get(part, f"{part[:1].upper()}{part[1:]}".replace("_", " ")) for part in where)


class Merging:
    """Merges three states of a file; `conflicts` are what only people can decide, where the form's value is taken."""

    def __init__(self) -> None:
        self.conflicts: list[Conflict] = []

    def of(self, base: Any, sent: Any, now: Any, where: Where = ()) -> Any:
        """Return what is shown `now` with the changes that lead from `base`, which the form showed, to what it sent."""
        if same(base, sent):
            return now
        if same(base, now) or same(sent, now):
            return sent
        match _alike(base, sent, now):
            case dict() as base, dict() as sent, dict() as now:
                return self._fields(base, sent, now, where)
            case list() as base, list() as sent, list() as now:
                return self._entries(base, sent, now, where)
            case str() as base, str() as sent, str() as now if "\n" in base + sent + now:
                return self._lines(base, sent, now, where)
        return self._both(sent, now, where)

    def _both(self, sent: Any, now: Any, where: Where) -> Any:
        self.conflicts.append(Conflict(where, now, sent))
        return sent

    def _fields(self, base: dict[str, Any], sent: dict[str, Any], now: dict[str, Any], where: Where) -> dict[str, Any]:
        names = [*now, *(name for name in sent if name not in now)]
        found = {name: self.of(base.get(name), sent.get(name), now.get(name), (*where, name)) for name in names}
        return {name: value for name, value in found.items() if name in now or value is not None}

    def _lines(self, base: str, sent: str, now: str, where: Where) -> str:
        lines = joined(base.split("\n"), sent.split("\n"), now.split("\n"))
        return self._both(sent, now, where) if lines is None else "\n".join(lines)

    def _entries(self, base: list[Any], sent: list[Any], now: list[Any], where: Where) -> list[Any]:
        if _one_side_each(base, sent, now):
            return [self.of(*three) for three in zip(base, sent, now, strict=True)]
        was, mine, theirs = ({_name(one): one for one in entries} for entries in (base, sent, now))
        order = joined(*([_name(one) for one in entries] for entries in (base, sent, now)), both_added=True)
        if order is None or len(order) != len({*order}):
            return list(self._both(sent, now, where))
        for name in [name for name in was if name not in order]:  # one side took it out
            if not same(was[name], mine.get(name, theirs.get(name, was[name]))):
                self._both(mine.get(name), theirs.get(name), (*where, _known_as(was[name])))
                order += [name] if name in mine else []
        known = {**mine, **theirs, **was}
        three = [(was.get(name), mine.get(name), theirs.get(name)) for name in order]
        return [
            self.of(*states, (*where, _known_as(known[name]))) if (name in theirs or name not in was) else mine[name]
            for name, states in zip(order, three, strict=True)
        ]


def same(one: Any, other: Any) -> bool:
    """Tell whether the editor shows two values alike."""
    if isinstance(one, dict) and isinstance(other, dict):
        return all(same(one.get(name), other.get(name)) for name in {*one, *other})
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other or (empty(one) and empty(other))


def empty(value: Any) -> bool:
    """Tell whether the editor shows a value as nothing at all."""
    if isinstance(value, dict):
        return all(map(empty, value.values()))
    return value is None or value in ("", [])


def _alike(*three: Any) -> tuple[Any, ...]:
    """Return the three with nothing at all as an empty one of what the others are."""
    kind = next((type(one) for one in three if not empty(one)), str)
    return tuple(kind() if empty(one) else one for one in three)


def _one_side_each(base: list[Any], sent: list[Any], now: list[Any]) -> bool:
    """Tell whether the entries are still the same ones, each changed on one side at most."""
    if not len(base) == len(sent) == len(now) or any(isinstance(one, dict) and "id" in one for one in base):
        return False
    return all(same(old, one) or same(old, other) for old, one, other in zip(base, sent, now, strict=True))


def joined(base: list[str], sent: list[str], now: list[str], *, both_added: bool = False) -> list[str] | None:
    """Return the lines of three states merged; None where both sides changed the same ones.

    With `both_added`, what both sides added at one place stands there one after the other.
    """
    found: list[str] = []
    for kind, *parts in Merge3(base, sent, now).merge_groups():
        if kind != "conflict":
            found += parts[0]
        elif both_added and not parts[0]:
            found += [*parts[2], *(line for line in parts[1] if line not in parts[2])]
        else:
            return None
    return found


def _name(one: Any) -> str:
    return str(one["id"]) if isinstance(one, dict) and one.get("id") else dumps(one, sort_keys=True)


def _known_as(one: Any) -> str:
    names = (one.get(field) for field in NAMED_BY) if isinstance(one, dict) else ()
    return next((str(words) for words in names if words), "entry")


def _as_text(value: Any) -> str:
    """Return a value as the file would have it, at the left edge."""
    if isinstance(value, list):
        return "\n".join(f"- {entry(one, 0)}" for one in value)
    if empty(value):
        return ""
    return value if isinstance(value, str) else entry(value, -2)
