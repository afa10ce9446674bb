"""Problems as the editor shows them: each at its field, with words for where that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sources.pages.front_matter import read_front_matter
from sources.problems import Place, Problem, ProblemsFound
from sources.yaml import nodes
from sources.yaml.nodes import Node, Steps, starts
from sources.yaml.spans import plain_lines
from subjects import forms

from .entries import BODY
from .merging import labelled


def told(problems: Iterable[Problem], files: Mapping[str, bytes | None], folder: str) -> list[dict[str, Any]]:
    """Return problems as JSON; `files` is what was to be written, by path below the content, of which they speak."""
    return [_told(problem, files, folder) for problem in problems]


def _told(problem: Problem, files: Mapping[str, bytes | None], folder: str) -> dict[str, Any]:
    name = problem.place.file.removeprefix(f"{folder}/")
    steps, where = _field(name, files.get(name), problem.place)
    return {"text": problem.message, "file": name, "line": problem.place.line, "field": list(steps), "where": where}


def _field(name: str, held: bytes | None, place: Place) -> tuple[Steps, str]:
    """Return the way to the field in which a place is, and how people know it; nothing where it cannot be told."""
    if held is None or not place.line:
        return (), ""
    try:
        text = plain_lines(held.decode("utf-8-sig"))
        if name in forms():
            found, body_line = forms()[name][0].parsed(text, name), 0
        else:
            found, body_line = read_front_matter(text, name)
    except (ProblemsFound, UnicodeDecodeError):
        return (), ""
    if body_line and place.line >= body_line:
        return (BODY,), f"{labelled((BODY,))}, line {place.line - body_line + 1}"
    steps = _way(found, (place.line, place.column))
    return steps, labelled(_known(found, steps))


def _way(root: Node, place: tuple[int, int]) -> Steps:
    """Return the way to the value that begins last before a place, the innermost of those that begin together."""
    before = [(start[1:], len(way), way) for start, way in starts(root) if start[1:] <= place]
    return max(before, default=((0, 0), 0, ()))[2]


def _below(node: Node) -> Iterable[tuple[str | int, Node]]:
    if isinstance(node, nodes.Mapping):
        return node.entries.items()
    return enumerate(node.items) if isinstance(node, nodes.Sequence) else ()


def _known(node: Node, steps: Steps) -> Iterator[str]:
    """Yield the steps as people know them: an entry of a list by its title."""
    for step in steps:
        below = dict(_below(node))[step]
        names = (below.text_of(name) for name in ("title", "name", "id"))
        yield step if isinstance(step, str) else next((name for name in names if name), f"entry {step + 1}")
        node = below
