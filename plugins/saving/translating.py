"""Translations in the making: the draft of a page, and the texts of a data file, each beside its original."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from checking.parity import TEXTS, page_texts
from sources.page_edits import fields_of, page_text, page_with
from sources.pages.page import PageSource
from sources.records.data_file import plain
from sources.records.fields import Record
from sources.records.level import FIELD, Level, level_with
from sources.records.walk import texts_in
from sources.yaml import nodes
from sources.yaml.document import parse
from sources.yaml.edit import edited
from sources.yaml.nodes import Node
from sources.yaml.overlay import named_by
from sources.yaml.spans import plain_lines

NAMED_BY = ("title", "name")  # how people know an entry of a list
Names = Mapping[str, Mapping[str, str]]  # by the field that holds them: what takes an id as its name, with its title


@dataclass(frozen=True, slots=True)
class Text:
    """One text that visitors read: the way to it by ids, which tells it apart, and by the words of the original."""

    key: str
    where: tuple[str, ...]
    original: str


def begun_translation(page: PageSource, day: date) -> bytes:
    """Return the translation of a page that nobody has made yet: its texts as they are, as a draft, level as of now."""
    texts = {name: value for name, value in plain(page.nodes).items() if name in TEXTS}
    level = str(level_with(page_texts(page), day))
    return page_text({**texts, "status": "draft", FIELD: level}, page.body.strip("\n"))


def noted_level(file: str, held: bytes, level: Level) -> bytes:
    """Return the translation of a page or a data file that notes from what it was made, and is as it was otherwise."""
    text = held.decode()
    if file.endswith(".md"):
        return page_with(text, file, {**fields_of(text, file), FIELD: str(level)}).encode()
    said = plain(parse(plain_lines(text.removeprefix("\ufeff")), file)) or {}
    return edited(text, {**said, FIELD: str(level)}).encode()


def texts_of(record: Record, facts: Node, names: Names) -> list[Text]:
    """Return the texts of a data file that can be translated, in order; a list of texts is one, line by line."""
    shown = {text.place for text in texts_in(record, facts)}
    return [
        Text(key, where, lines)
        for key, where, node in _ends(facts, "", (), names)
        if any(one.place in shown for one in node.scalars()) and (lines := as_lines(plain(node)))
    ]


def said_in(facts: Node, own: Any, key: str = "") -> dict[str, str]:
    """Return what a translation says so far, by the key of each text."""
    found: dict[str, str] = {}
    _laid(facts, own, {}, key, found)
    return found


def with_texts(facts: Node, own: Any, said: Mapping[str, str]) -> Any:
    """Return what a translation says once some of its texts are others; one that is empty is not said."""
    return _laid(facts, own, said, "", {})


def as_lines(value: Any) -> str:
    """Return a text, or a list of texts with each in a line of its own."""
    return "\n".join(str(one) for one in value if one) if isinstance(value, list) else str(value or "")


def _ends(node: Node, key: str, where: tuple[str, ...], names: Names) -> Iterator[tuple[str, tuple[str, ...], Node]]:
    """Yield the texts and lists of texts below a node, each with the two ways to it."""
    if isinstance(node, nodes.Mapping):
        known = names.get(where[-1], {}) if where else {}
        below = [(name, known.get(name, name), one) for name, one in node.entries.items()]
    elif isinstance(node, nodes.Sequence) and any(isinstance(one, nodes.Mapping) for one in node.items):
        below = [(name, _known_as(one, name), one) for name, one in _entries(node)]
    else:
        yield key, where, node
        return
    for name, words, one in below:
        yield from _ends(one, f"{key}/{name}", (*where, words), names)


def _known_as(entry: Node, name: str) -> str:
    return next((words for field in NAMED_BY if (words := entry.text_of(field))), name)


def _entries(node: nodes.Sequence) -> list[tuple[str, Node]]:
    name = named_by(node)
    return [((one.text_of(name) if name else None) or str(number + 1), one) for number, one in enumerate(node.items)]


def _laid(node: Node, own: Any, said: Mapping[str, str], key: str, found: dict[str, str]) -> Any:
    """Return what a translation says at one place; what it said before is noted in `found`."""
    match node:
        case nodes.Mapping():
            own = own if isinstance(own, dict) else {}
            below = {
                name: _laid(one, own.get(name), said, f"{key}/{name}", found) for name, one in node.entries.items()
            }
            return {name: value for name, value in {**own, **below}.items() if value not in (None, "", [], {})}
        case nodes.Sequence() if any(isinstance(one, nodes.Mapping) for one in node.items):
            return _list_laid(node, own if isinstance(own, list) else [], said, key, found)
    found[key] = before = as_lines(own)
    if (text := said.get(key, before)) == before:
        return own
    return [line for line in text.split("\n") if line.strip()] if isinstance(node, nodes.Sequence) else text.strip()


def _list_laid(node: nodes.Sequence, own: list[Any], said: Mapping[str, str], key: str, found: dict[str, str]) -> Any:
    named = named_by(node)
    if not named:
        some = [*own, *[None] * len(node.items)]
        all_of_them = [_laid(one, some[n], said, f"{key}/{n + 1}", found) or None for n, one in enumerate(node.items)]
        return all_of_them if any(all_of_them) else []
    before = {str(one.get(named)): one for one in own if isinstance(one, dict)}
    entries = {name: _laid(one, before.get(name), said, f"{key}/{name}", found) for name, one in _entries(node)}
    there = [{named: name, **one} for name, one in entries.items() if {*one} - {named}]
    return there + [one for name, one in before.items() if name not in entries]
