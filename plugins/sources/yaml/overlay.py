"""Lays the texts of another language over a data file, entry by entry, so that its facts stand in one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sources.problems import Place, guess, quoted

from .nodes import Mapping, Node, Scalar, Sequence

NAMES = ("id", "page", "file", "name", "fact")  # what tells the entries of a list apart; the first that all have
Tell = Callable[[Place, str], None]


def overlaid(facts: Node, texts: Node, tell: Tell, field: str = "") -> Node:
    """Return the facts with the texts that take the place of others; what is empty takes that of none.

    What of the texts belongs to nothing goes to `tell`, with its place.
    """
    match facts, texts:
        case Mapping(), Mapping():
            both = {
                name: overlaid(value, texts.entries[name], tell, name) if name in texts.entries else value
                for name, value in facts.entries.items()
            }
            return replace(facts, entries=both | {k: v for k, v in texts.entries.items() if k not in both})
        case Sequence(), Sequence() if any(isinstance(one, Mapping) for one in facts.items):
            return replace(facts, items=_entries(facts, texts, tell, field))
        case _, Scalar(text=None):
            return facts
    return texts


def named_by(facts: Sequence) -> str | None:
    """Return the field that tells the entries of a list apart; None where their places do."""
    return next((name for name in NAMES if all(one.text_of(name) for one in facts.items)), None)


def _entries(facts: Sequence, texts: Sequence, tell: Tell, field: str) -> tuple[Node, ...]:
    """Return the entries of a list, each with the texts that say its name, or stand at its place."""
    name = named_by(facts)
    said = _by_name(facts, texts, name, tell, field) if name else _by_place(facts, texts, tell, field)
    return tuple(
        overlaid(one, said[number], tell, field) if number in said else one for number, one in enumerate(facts.items)
    )


def _by_name(facts: Sequence, texts: Sequence, name: str, tell: Tell, field: str) -> dict[int, Node]:
    known = {one.text_of(name) or "": number for number, one in enumerate(facts.items)}
    said: dict[int, Node] = {}
    for one in texts.items:
        called = one.text_of(name)
        if called is None:
            tell(one.place, f"{field}: which entry is this the translation of? Add its {quoted(name)}.")
        elif called not in known:
            file = facts.place.file.rpartition("/")[2]
            message = f"{field}: {file} has no entry whose {name} is {quoted(called)}.{guess(called, known)}"
            tell((one.get(name) or one).place, message)
        elif isinstance(one, Mapping):
            said[known[called]] = replace(one, entries={key: text for key, text in one.entries.items() if key != name})
    return said


def _by_place(facts: Sequence, texts: Sequence, tell: Tell, field: str) -> dict[int, Node]:
    if len(texts.items) > len(facts.items):
        found = f"expected at most {len(facts.items)} entries, as the main language has, found {len(texts.items)}."
        tell(texts.items[len(facts.items)].place, f"{field}: {found}")
    return dict(enumerate(texts.items[: len(facts.items)]))
