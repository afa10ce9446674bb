"""What a site must never lose, as `requires` in site.yaml names it, and what else it lacks that pages may ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from sources.files import names_below
from sources.problems import Problem, Section, guess, quoted
from sources.yaml.nodes import Scalar
from subjects import all_subjects, data_files
from subjects.loaded import Loaded
from subjects.site.records import SITE
from subjects.subject import Part

FIELD = "requires"
BETWEEN = re.compile(r"[\s_-]+")


def requirement_problems(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for everything that site.yaml demands and that is missing, and for what no part is called."""
    parts = _parts(loaded)
    for node in _demands(loaded):
        part = parts.get(_name(node))
        if part is None:
            yield Problem(node.place, f"{FIELD}: unknown {quoted(node.text)}.{guess(_name(node), parts)}", Section.SITE)
        elif part.lack:
            message = f"{FIELD}: {part.lack}. Bring it back, or take the word out here."
            yield Problem(node.place, message, Section.SITE)


def lacking(loaded: Loaded) -> Mapping[str, str]:
    """Return why a directive draws nothing, by its words: what it draws is not there.

    That is empty where it is told already, or may be: at a data file of another name than any is known by.
    """
    told = {_name(node) for node in _demands(loaded)}
    missing = [part for part in _parts(loaded).values() if part.lack]
    renamed = _is_a_file_renamed(loaded.content)
    return {call: "" if renamed or part.name in told else part.lack for part in missing for call in part.calls}


def _is_a_file_renamed(content: Path) -> bool:
    known = {file.path for file in data_files()}
    return any(f"data/{name}" not in known for name in names_below(content / "data"))


def _parts(loaded: Loaded) -> Mapping[str, Part]:
    return {part.name: part for part in chain.from_iterable(one.parts(loaded) for one in all_subjects())}


def _demands(loaded: Loaded) -> Iterator[Scalar]:
    """Yield the words in `requires`, be they a list or a single one."""
    site = loaded.nodes(SITE)
    named = site.get(FIELD) if site else None
    yield from (one for one in (named.scalars() if named else ()) if one.text)


def _name(node: Scalar) -> str:
    """Return the word as parts are called, whether it is written like the field, like the file, or like people say."""
    return BETWEEN.sub("-", (node.text or "").strip().casefold())
