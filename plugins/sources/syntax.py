"""What the YAML parser says, in words for people who do not know YAML."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.tokens import ScalarToken

from .sentences import NOT_FIELDS
from .slips import (
    BULLET,
    BULLETS,
    HASH,
    LIST_BELOW,
    NAME,
    QUOTE_LEFT_OPEN,
    RESERVED,
    SPOT,
    TIGHT_HYPHEN,
    Slip,
    first_slip,
)

NO_COLON = 'a line without ": ". Each field is written "name: value"; text that goes on is indented.'
NO_HYPHEN = 'this line stands among the entries of a list. Write "- " before it.'
MISPLACED = "this line, or one above it, does not line up. Fields that belong together start below each other."
COLON_INSIDE = 'a ": " inside the text. Put the text in "quotes"; a new field starts on a new line.'
STRAY_ENTRY = (
    'a list entry without a list. Line it up with the other entries; the first one needs its "- " too, and the line '
    "above it the name of the list."
)
HEADLESS = "the fields of a file start at the left edge. This one does not, or the line above that names it is missing."
BEHIND_QUOTE = "text stands behind a closing quote. Put the whole value in {}."
BOTH_QUOTES = (
    "text stands behind a closing quote. Write the quotes inside the text as \u201cthese\u201d, and none around it."
)
BELOW_NOTHING = 'the field above says "{}". Delete that there if this belongs to it, else line this up with the field.'
BELOW_BRACES = (
    "the field above has its value in brackets. Put this into them, behind a comma, or line it up with the field."
)
OTHER_QUOTES = {'"': "'single quotes'", "'": '"double quotes"'}
BROKEN_BRACKET = (
    "something is wrong inside the bracket that opens here: a comma or its closing bracket is missing, or text with "
    '": " needs "quotes".'
)
QUOTED = re.compile(r"(?<![^\s\[{,:])([\"'])(?:(?!\1)[^\n\0])*\1")


@dataclass(frozen=True, slots=True)
class _Saying:
    """What the parser says, what it usually means, how the lines then look, and whether to look where it began."""

    says: str
    meaning: str
    looks: str = SPOT
    began_earlier: bool = False


# The first that fits in both decides.
SAYINGS = (
    _Saying("", BULLET, rf"^[ -]*\0?(?P<here>[{BULLETS}]|--+)\0?\s"),
    *(
        _Saying(
            "",
            BELOW_NOTHING.replace("{}", sign),
            rf"^( *){NAME}: *{re.escape(sign)} *\n(?:\1 +\0?|\1\0?(?=- ))(?P<here>\S)",
        )
        for sign in ("null", "[]")
    ),
    _Saying("", BELOW_BRACES, rf"^( *){NAME}: *\{{.*\}} *\n\1 +\0?(?P<here>[^\s\0-])"),
    _Saying(r"found character '\\t'", "a tab. Use spaces instead."),
    _Saying("scanning a quoted scalar", QUOTE_LEFT_OPEN, began_earlier=True),
    _Saying("a double-quoted scalar", "a backslash inside \"double quotes\". Put the value in 'single quotes'."),
    _Saying("", TIGHT_HYPHEN, r"^ *\0?(?P<here>-)\0?[^\s-]"),
    _Saying("", HASH, r"^(?! *#).*?[^\s:\"'\]}] +(?P<here>#)"),
    _Saying("", 'a space is missing behind "{}".', rf"^[ -]*\0?(?P<here>{NAME}:)[^\s/\0]"),
    _Saying("parsing a flow node.*found ','", "a comma with nothing before it. Delete it."),
    _Saying("parsing a flow", BROKEN_BRACKET, began_earlier=True),
    _Saying(r"found '[\]}]'", "a closing bracket too many. Delete it."),
    _Saying("found ','", 'a comma behind the value. Delete it, or put the whole value in "quotes".'),
    _Saying("found '<scalar>'", 'text stands behind a closing bracket. Put the whole value in "quotes".', r"[\]}] *\0"),
    _Saying("found '<scalar>'", "a comment inside a text. Put it above the field.", r"^ *(?P<here>#).*\n *\0"),
    _Saying("sequence entries", 'a "- " behind a colon. Start a list on the line below; put text in "quotes".'),
    _Saying(
        "found character|alias|anchor|tag|block scalar|mapping keys|block node",
        RESERVED,
        r"\0(?P<here>\S)",
        began_earlier=True,
    ),
    _Saying("another document", 'a line "{}" splits the file in two. Delete it.', r"^\0?(?P<here>---|\.\.\.)"),
    _Saying("mapping values", COLON_INSIDE, r": .*\0"),
    _Saying("mapping values|block", NO_COLON, r"^( *)(- )?(?P<here>[^\s:#-][^:\n]*)\n(?: *#.*\n)*\1(?(2)  )\0?\S.*"),
    _Saying("mapping values", MISPLACED, r"^ *(?P<here>\S).*\0"),
    _Saying("could not find expected ':'", NO_HYPHEN, r"^( *)- .*\n\1\0", began_earlier=True),
    _Saying("could not find expected ':'", NO_COLON, began_earlier=True),
    _Saying("found '-'", LIST_BELOW, rf"^( *){NAME}: \S.*\n\1\0"),
    _Saying("parsing a block", STRAY_ENTRY, r"\0- "),
    _Saying("parsing a block", MISPLACED),
)


def syntax_slip(error: MarkedYAMLError, text: str) -> tuple[int, str]:
    """Return where in the text to look, and what the parser says in words for people who do not know YAML."""
    said = f"{error.context or ''} {error.problem or ''}"
    late = (error.problem_mark or error.context_mark).index
    early = error.context_mark.index if error.context_mark else late
    if "'<scalar>'" in said and (slip := _quote_slip(text, late)):
        return slip
    for saying in SAYINGS:
        if re.search(saying.says, said):
            begin, shown = _lines(text, early if saying.began_earlier else late, late)
            if found := first_slip([Slip(saying.looks, saying.meaning)], shown):
                place = begin + found[0]
                return place - (SPOT in shown[: found[0]]), found[1]
    first = re.search(r"^ *[^\s#]", text, re.MULTILINE)
    return first.end() - 1 if first else 0, HEADLESS if "'<block" in said else NOT_FIELDS


def _lines(text: str, spot: int, last: int) -> tuple[int, str]:
    """Return the lines from the one above the spot to the last place, texts in quotes blank, and where they begin.

    The one above is the last that is neither empty nor a comment.
    """
    above = text[: text.rfind("\n", 0, spot) + 1].split("\n")[:-1]
    while above and re.fullmatch(" *(#.*)?", above[-1]):
        above.pop()
    begin = sum(len(line) + 1 for line in above[:-1])
    end = text.find("\n", last)
    shown = f"{text[begin:spot]}{SPOT}{text[spot : end if end >= 0 else len(text)]}"
    return begin, QUOTED.sub(lambda quote: quote[1] + "_" * (len(quote[0]) - 2) + quote[1], shown)


def _quote_slip(text: str, index: int) -> tuple[int, str] | None:
    """Tell of the quoted text that ends just before a text where none can stand: closed too early, or too late."""
    quote = _quoted_before(text, index)
    if quote is None:
        return None
    start, end = quote.start_mark.index, quote.end_mark.index
    if "\n" in text[start:end]:
        return start, QUOTE_LEFT_OPEN
    if re.match(rf"{NAME}: ", text[index:]):
        return None  # a field of its own: only the comma is missing
    other = OTHER_QUOTES[text[start]]
    line = text[start:].partition("\n")[0]
    return index, BOTH_QUOTES if other[0] in line else BEHIND_QUOTE.replace("{}", other)


def _quoted_before(text: str, index: int) -> ScalarToken | None:
    last = None
    try:
        for token in YAML(typ="safe", pure=True).scan(text):
            if token.start_mark.index >= index:
                break
            last = token
    except YAMLError:
        pass
    quoted = (
        isinstance(last, ScalarToken) and last.style in OTHER_QUOTES and not text[last.end_mark.index : index].strip()
    )
    return last if quoted else None
