"""Values as YAML text: scalars that read back as they are, and blocks of fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sources.problems import ProblemsFound
from sources.records.data_file import plain

from .document import parse
from .loose_values import without_curly_quotes

WIDTH = 120  # of the lines of folded text, as far as words allow
SPACE_BETWEEN_WORDS = re.compile(r"(?<=\S) (?=\S)")
SIGN_OF_YAML = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`]")  # at the start of a text; not every one means something there
SIGN_WITHIN_BRACKETS = re.compile(r"[?:,\[\]{}]")
# Control characters and what YAML 1.1 takes for line ends: written by their codes, which double quotes alone allow.
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
ESCAPED = re.compile(rf'[\\"\n\t]|{UNSEEN.pattern}')
SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
STEP = 2  # columns by which what belongs to a field or an entry stands further right


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a scalar is to stand.

    `style` is the parser's sign for the one before it: none for plain text, a quote, ">" or "|". `indent` is the column
    at which the lines of a folded or literal text begin; none can stand in brackets, or where one line is all there is.
    """

    style: str | None = None
    indent: int = 0
    brackets: bool = False
    one_line: bool = False


def scalar(text: str, spot: Spot) -> str:
    """Return `text` as a scalar that reads back as just that."""
    candidates = () if UNSEEN.search(text) else _candidates(text, spot)
    return next((one for one in candidates if _reads_back(one, text, spot)), _double(text))


def _candidates(text: str, spot: Spot) -> Iterator[str]:
    if not (spot.brackets or spot.one_line):
        if spot.style == ">" and "\n" not in text:
            yield _block(">-", _folded(text, WIDTH - spot.indent), spot)
        if spot.style == "|" or "\n" in text:
            yield _block("|-", text.split("\n"), spot)
    if spot.style == '"':
        yield _double(text)
    if spot.style == "'":
        yield _single(text)
    curly = without_curly_quotes(text) != text
    if not (curly or SIGN_OF_YAML.match(text) or (spot.brackets and SIGN_WITHIN_BRACKETS.search(text))):
        yield text
    if '"' in text or "\\" in text:
        yield _single(text)


def _reads_back(candidate: str, text: str, spot: Spot) -> bool:
    try:
        found = plain(parse(f"value: [{candidate}]" if spot.brackets else f"value: {candidate}", ""))
    except ProblemsFound:
        return False
    return bool(found == {"value": [text] if spot.brackets else text})


def _double(text: str) -> str:
    return '"' + ESCAPED.sub(lambda sign: SHORT.get(sign[0], f"\\u{ord(sign[0]):04x}"), text) + '"'


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _block(header: str, lines: list[str], spot: Spot) -> str:
    return "\n".join([header, *(" " * spot.indent + line if line else "" for line in lines)])


def _folded(text: str, width: int) -> list[str]:
    first, *others = SPACE_BETWEEN_WORDS.split(text)
    lines = [first]
    for word in others:
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] += f" {word}"
    return lines


def field(name: str, value: Any, column: int) -> str:
    """Return a field with its value, its name at `column`; further lines are indented, the first is not."""
    return f"{scalar(name, Spot(one_line=True))}:{behind_colon(value, column)}"


def behind_colon(value: Any, column: int) -> str:
    """Return what stands behind the colon of a field whose name is at `column`."""
    inner = column + STEP
    if isinstance(value, dict) and value:
        lines = [field(name, below, inner) for name, below in value.items()]
    elif isinstance(value, list) and value:
        lines = [f"- {entry(item, inner)}" for item in value]
    else:
        return f" {_single_line(value, column)}"
    return "".join(f"\n{' ' * inner}{line}" for line in lines)


def entry(value: Any, column: int) -> str:
    """Return what stands behind the hyphen at `column`."""
    if isinstance(value, dict) and value:
        inner = column + STEP
        return f"\n{' ' * inner}".join(field(key, below, inner) for key, below in value.items())
    return _single_line(value, column)


def in_brackets(value: Any, as_typed: Callable[[Any], str | None] = lambda _: None) -> str:
    """Return a value on one line; `as_typed` gives a text in the spelling that it had before, if it had one."""
    if isinstance(value, dict):
        fields = (f"{in_brackets(key)}: {in_brackets(below, as_typed)}" for key, below in value.items())
        return "{" + ", ".join(fields) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(in_brackets(item, as_typed) for item in value) + "]"
    if value is None:
        return "null"
    return as_typed(value) or scalar(value, Spot(brackets=True))


def _single_line(value: Any, column: int) -> str:
    if isinstance(value, str):
        return scalar(value, Spot(indent=column + STEP))
    return in_brackets(value)
