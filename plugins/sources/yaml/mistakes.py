r"""Common mistakes in YAML, known by their looks, and those that the parser lets pass.

A mistake is looked for in a few lines of the file, in which `\0` marks the spot, and for a text also its end. The first
one of a table that fits decides. Its place is the group `here` of its pattern, or else the spot; `{}` in its meaning
stands for what that group holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from yaml.nodes import MappingNode, Node, ScalarNode

from sources.problems import count, quoted
from sources.text import FORBIDDEN, unseen

SPOT = "\0"
RESERVED = 'the text begins with "{}", a sign that YAML keeps for itself. Put the value in "quotes".'
HASH = '" #" begins a comment here. Put it on a line of its own; if it belongs to the text, put the value in "quotes".'
BULLET = 'a list entry starts with "- " alone, not with "{}".'
TIGHT_HYPHEN = 'a space is missing behind the hyphen. A list entry starts with "- ".'
QUOTE_LEFT_OPEN = "a quote that opens here is never closed."
SEVERAL_LINES = 'several lines below a name: write "- " before each entry of a list, or "quotes" around a text.'
SECOND_LINE = (
    'a second line in a list entry: write "- " before it if it is an entry too, else "quotes" around the text.'
)
FIRST_HYPHEN = 'a list begins here: write "- " before this entry too.'
LIST_BELOW = (
    "a list stands below a field that has a value already. Is the name of the list missing above it? "
    "Else write that value as an entry too, or delete it."
)
LISTS_TOO_DEEP = "lists within lists, too deep to read. Nothing here needs more than three."
TOO_DEEP = "brackets within brackets, too deep to read. Nothing here needs more than three."
FIELDS_TOO_DEEP = "fields within fields, too deep to read. Nothing here needs more than three."

# What word processors put before the entries of a list, and the dashes that they make of a hyphen.
DOTS = "\xb7\u2022\u2023\u2043\u25aa\u25ab\u25cb\u25cf\u25e6\uf0a7\uf0b7"  # the last two as Word pastes them
BULLETS = rf"*{DOTS}\u2010-\u2015\u2212"
NAME = "[a-z_][a-z0-9_-]*"


@dataclass(frozen=True)
class Mistake:
    """How a mistake looks, and what it is in words for people who do not know YAML."""

    looks: str
    meaning: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return how the mistake looks, made ready when it is first looked for."""
        return re.compile(self.looks, re.MULTILINE)


# Wherever it stands, and whatever the parser makes of it.
LINES = (
    Mistake(r"^(?P<here>%)", 'a line that begins with "%". Delete it.'),
    Mistake(r"^ *(?P<here>```)", 'a line of "{}", as it surrounds code elsewhere. Delete it.'),
    Mistake(
        r"\A\s*(?P<here>1)\b\W*\s\S.*\n\s*2\b\W*\s\S.*\n\s*3\b",
        "numbers stand before the lines. Copy the text again without them.",
    ),
    Mistake(r"(?P<here>[\[{](?: ?[\[{]){9,})", TOO_DEEP),
    Mistake(r"^ *(?P<here>(?:[-?] +){10,})", LISTS_TOO_DEEP),  # the parser would follow them without end
)

# In a text without quotes; the rest of its line follows the second mark.
PLAIN_TEXTS = (
    Mistake(r"\0(?P<here><<)\0", RESERVED),
    Mistake(r"\0:? +(?P<here>#)[^\0]*\Z", HASH),
    Mistake(rf"(?:^[ -]*\0|\n *)(?P<here>[{BULLETS}]|--+)\s", BULLET),
    Mistake(rf"\0(?P<here>[{DOTS}])\s", BULLET),
    Mistake(rf"^[ -]*{NAME}: *\0[^\0]*?\n *(?P<here>-) ", LIST_BELOW),
    Mistake(r"^( +)\0(?P<here>-)[^\s-][^\0\n]*\n\1- ", TIGHT_HYPHEN),
    Mistake(r"^( +)\0[^\0\n]+\n\1- ", FIRST_HYPHEN),
    Mistake(r"\n *(?P<here>-) ", 'this "- " stands too far right and goes on with the text above. Line it up.'),
    Mistake(r"(?:^ *\0|\n *)(?P<here>-)[^\s-]", TIGHT_HYPHEN),
    Mistake(r"^ +\0[^\0\n]+\n", SEVERAL_LINES),
    Mistake(r"^ *- *\0[^\0\n]+\n *(?P<here>\S)", SECOND_LINE),
    Mistake(r'\0[^"\0]*(?<![0-9])(?P<here>")[^"\0]*\0', 'a " without its partner. Add the other one, or delete it.'),
)

# In a text between quotes: a line that looks like a field of its own.
QUOTED_TEXTS = (Mistake(rf"\n *(?:- )?{NAME}:(?:[ \n]|\Z)", QUOTE_LEFT_OPEN),)


def first_mistake(mistakes: Iterable[Mistake], shown: str) -> tuple[int, str] | None:
    """Return where in `shown` the first mistake of the table that fits is, and what it is; None where none fits."""
    for mistake in mistakes:
        if found := mistake.pattern.search(shown):
            return _told(mistake, found, shown)
    return None


def line_mistakes(text: str) -> Iterator[tuple[int, str]]:
    """Yield where in a whole file each mistake is that its lines alone give away, and what it is."""
    for mistake in LINES:
        yield from (_told(mistake, found, text) for found in mistake.pattern.finditer(text))


def _told(mistake: Mistake, found: re.Match[str], shown: str) -> tuple[int, str]:
    if "here" not in found.re.groupindex:
        return shown.index(SPOT), mistake.meaning
    here = "".join(sign if sign.isprintable() else f"U+{ord(sign):04X}" for sign in found["here"])
    return found.start("here"), mistake.meaning.replace("{}", here)


Found = tuple[int, str]  # where in the text, and what is wrong there

NO_NAME = 'expected the name of a field, found brackets. If "{" or "[" is meant as text, use quotes.'
NEAR = 200  # characters beside a text that tell what it is; more would take long where a line holds thousands of texts
COMMA = 'a comma inside { } starts a new field. Put the text in "quotes".'
BY_QUOTES = {"": PLAIN_TEXTS, '"': QUOTED_TEXTS, "'": QUOTED_TEXTS}


def value_mistakes(raw: Node, text: str) -> Iterator[Found]:
    """Yield what is wrong with the looks of a value."""
    start, end = raw.start_mark.index, raw.end_mark.index
    stop = text.find("\n", end)
    yield from _slips(raw, text, start, end, stop if stop >= 0 else len(text))


def field_mistakes(raw: MappingNode, text: str, first_line: int, *, entry: bool) -> Iterator[Found]:
    """Yield what is wrong with the names of the fields of a mapping; `entry` tells whether it is one of a list."""
    for key, value in raw.value:
        start, end = key.start_mark.index, key.end_mark.index
        if not isinstance(key, ScalarNode):
            yield start, NO_NAME
        elif raw.flow_style and ":" not in text[end : value.end_mark.index + 1]:
            yield _lost_field(text, raw.start_mark.index, start, end)
        else:
            yield from _slips(key, text, start, end, end)
    yield from _repeated(raw, first_line, entry=entry)


def _slips(raw: Node, text: str, start: int, end: int, stop: int) -> Iterator[Found]:
    if start < end and text[start] in "&*!":  # anchors, aliases and tags
        yield start, RESERVED.replace("{}", text[start])
    elif isinstance(raw, ScalarNode):
        if hidden := FORBIDDEN.search(raw.value):
            yield start, f"{unseen(hidden[0])} Write the text without it."
        begin = max(text.rfind("\n", 0, start) + 1, start - NEAR)
        shown = f"{text[begin:start]}{SPOT}{text[start:end]}{SPOT}{text[end : min(stop, end + NEAR)]}"
        if found := _mistake_in(raw.style or "", shown):
            yield begin + found[0] - shown[: found[0]].count(SPOT), found[1]


@lru_cache(maxsize=65536)  # most values of a list that grows are those of the last time
def _mistake_in(quote: str, shown: str) -> Found | None:
    return first_mistake(BY_QUOTES.get(quote, ()), shown)


def _lost_field(text: str, bracket: int, start: int, end: int) -> Found:
    name, colon, value = text[start:end].partition(":")
    if colon and value:
        return start, f'a space is missing behind "{name}:".'
    comma = text.rfind(",", bracket, start)
    return (comma, COMMA) if comma >= 0 else (bracket, RESERVED.replace("{}", text[bracket]))


def _repeated(raw: MappingNode, first_line: int, *, entry: bool) -> Iterator[Found]:
    first: dict[str, ScalarNode] = {}
    keys = [key for key, _ in raw.value if isinstance(key, ScalarNode)]
    again = [key for key in keys if first.setdefault(key.value, key) is not key]
    if not again:
        return
    here, name = again[0].start_mark.index, quoted(again[0].value)
    if entry and not raw.flow_style and again[0].value == keys[0].value and len(keys) > len(again) + 1:
        yield here, f'a new entry begins here: write "- " before {name}.'
        return
    line = first[again[0].value].start_mark.line + first_line
    if len(again) == 1:
        yield here, f"{name} stands here twice, first in line {line}. Keep one of them."
    else:
        more = count(len(again) - 1, "field")
        hint = f' If a new entry begins here, write "- {keys[0].value}: ..." above it.' if entry else ""
        yield here, f"{name} and {more} below it stand here twice, {name} first in line {line}. Keep one of each.{hint}"
