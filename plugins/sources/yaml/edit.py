"""A YAML file made to say something else, with as few changes as that takes.

Every line that says the same afterward stays, byte for byte: comments, order and quotes too. New entries and fields
stand where they belong; what is in brackets is written anew as a whole, since it is one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from sources.records.data_file import plain
from sources.records.errors import Path_

from .changes import changes
from .document import parse
from .meant import as_meant
from .parser import compose
from .spans import Found, TextEdit, plain_lines, with_edits
from .write import field

Value = str | tuple[str, ...]


def edited(text: str, wanted: Any, model: type[BaseModel] | None = None) -> str:
    """Return the text, changed to hold `wanted`: dicts, lists, texts and None, as `data_file.plain` reads them.

    The text must be empty, or one that `nodes.parse` reads with that model, and hold fields. Raises ValueError for what
    cannot be written.
    """
    if not text:
        return "".join(f"{field(name, value, 0)}\n" for name, value in wanted.items())
    mark, bare = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    read = plain_lines(bare)
    before = plain(parse(read, "", model=model))
    if before == wanted:
        return text
    meant = as_meant(read, model)
    found = _joined(changes(meant.text, Found(compose(meant.text)), before, wanted))
    at_their_place = (TextEdit(meant.typed(one.start), meant.typed(one.end), one.text) for one in found)
    result = with_edits(bare, at_their_place)
    if plain(parse(plain_lines(result), "", model=model)) != wanted:
        raise ValueError(f"cannot be written: {wanted}")
    return mark + result


def replaced(text: str, values: Mapping[Path_, Value], model: type[BaseModel] | None = None) -> str:
    """Return the text with other values at some paths, such as ("tiers", 0, "title"), all of which are there."""
    wanted = plain(parse(plain_lines(text.removeprefix("\ufeff")), "", model=model))
    for (*above, name), value in values.items():
        here = wanted
        for step in above:
            here = here[step]
        here[name] = value if isinstance(value, str) else list(value)
    return edited(text, wanted, model)


def _joined(edits: Iterable[TextEdit]) -> Iterator[TextEdit]:
    """Yield the edits, of which those that add something at one place are one: what is further within comes first."""
    added: dict[int, str] = {}
    for edit in edits:
        if edit.start < edit.end:
            yield edit
        else:
            added[edit.start] = added.get(edit.start, "") + edit.text
    yield from (TextEdit(place, place, text) for place, text in added.items())
