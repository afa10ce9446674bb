r"""Slips of the hand in YAML, known by their looks.

A slip is looked for in a few lines of the file, in which `\0` marks the spot, and for a text also its end. The first
one of a table that fits decides. Its place is the group `here` of its pattern, or else the spot; `{}` in its meaning
stands for what that group holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

SPOT = "\0"
RESERVED = 'the text begins with "{}", a sign that YAML keeps for itself. Put the value in "quotes".'
HASH = '" #" ends the text here. Put the value in "quotes"; a comment has a line of its own.'
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
ODD_SPACE = "a space that is not a plain one ({}). Type it anew."

# What word processors put before the entries of a list, and the dashes that they make of a hyphen.
DOTS = "\xb7\u2022\u2023\u2043\u25aa\u25ab\u25cb\u25cf\u25e6\uf0a7\uf0b7"  # the last two as Word pastes them
BULLETS = rf"*{DOTS}\u2010-\u2015\u2212"
ODD = "[\xa0\u2000-\u200a\u202f\u205f\u3000]"
NAME = "[a-z_][a-z0-9_-]*"


@dataclass(frozen=True)
class Slip:
    """How a mistake looks, and what it is in words for people who do not know YAML."""

    looks: str
    meaning: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return how the mistake looks, made ready when it is first looked for."""
        return re.compile(self.looks, re.MULTILINE)


# Wherever it stands, and whatever the parser makes of it.
LINES = (
    Slip(r"^(?P<here>%)", 'a line that begins with "%". Delete it.'),
    Slip(r"^ *(?P<here>```)", 'a line of "{}", as it surrounds code elsewhere. Delete it.'),
    Slip(
        r"\A\s*(?P<here>1)\b\W*\s\S.*\n\s*2\b\W*\s\S.*\n\s*3\b",
        "numbers stand before the lines. Copy the text again without them.",
    ),
    Slip(r"(?P<here>[\[{](?: ?[\[{]){9,})", TOO_DEEP),
    Slip(r"^ *(?P<here>(?:[-?] +){10,})", LISTS_TOO_DEEP),  # the parser would follow them without end
    Slip(rf"^[ -]*(?:{NAME}: *)?(?P<here>{ODD})", ODD_SPACE),
    Slip(rf"(?:^[ -]*|\{{ *){NAME}(?P<here>{ODD}) *:(?: |$)", ODD_SPACE),
    Slip(rf"[{{,] *{NAME}:(?P<here>{ODD})", ODD_SPACE),
)

# In a text without quotes; the rest of its line follows the second mark.
PLAIN_TEXTS = (
    Slip(r"\0(?P<here><<)\0", RESERVED),
    Slip(r"\0:? +(?P<here>#)[^\0]*\Z", HASH),
    Slip(rf"(?:^[ -]*\0|\n *)(?P<here>[{BULLETS}]|--+)\s", BULLET),
    Slip(rf"\0(?P<here>[{DOTS}])\s", BULLET),
    Slip(rf"^[ -]*{NAME}: *\0[^\0]*?\n *(?P<here>-) ", LIST_BELOW),
    Slip(r"^( +)\0(?P<here>-)[^\s-][^\0\n]*\n\1- ", TIGHT_HYPHEN),
    Slip(r"^( +)\0[^\0\n]+\n\1- ", FIRST_HYPHEN),
    Slip(r"\n *(?P<here>-) ", 'this "- " stands too far right and goes on with the text above. Line it up.'),
    Slip(r"(?:^ *\0|\n *)(?P<here>-)[^\s-]", TIGHT_HYPHEN),
    Slip(r"^ +\0[^\0\n]+\n", SEVERAL_LINES),
    Slip(r"^ *- *\0[^\0\n]+\n *(?P<here>\S)", SECOND_LINE),
    Slip(r'\0[^"\0]*(?P<here>")[^"\0]*\0', 'a " without its partner. Add the other one, or delete it.'),
)

# In a text between quotes: a line that looks like a field of its own.
QUOTED_TEXTS = (Slip(rf"\n *(?:- )?{NAME}:(?:[ \n]|\Z)", QUOTE_LEFT_OPEN),)


def first_slip(slips: Iterable[Slip], shown: str) -> tuple[int, str] | None:
    """Return where in `shown` the first slip of the table that fits is, and what it is; None where none fits."""
    for slip in slips:
        if found := slip.pattern.search(shown):
            return _told(slip, found, shown)
    return None


def line_slips(text: str) -> Iterator[tuple[int, str]]:
    """Yield where in a whole file each slip is that its lines alone give away, and what it is."""
    for slip in LINES:
        yield from (_told(slip, found, text) for found in slip.pattern.finditer(text))


def _told(slip: Slip, found: re.Match[str], shown: str) -> tuple[int, str]:
    if "here" not in found.re.groupindex:
        return shown.index(SPOT), slip.meaning
    here = "".join(sign if sign.isprintable() else f"U+{ord(sign):04X}" for sign in found["here"])
    return found.start("here"), slip.meaning.replace("{}", here)
