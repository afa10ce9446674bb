"""What the YAML parser says of a mistake, and what that usually means."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .mistakes import BULLET, BULLETS, HASH, LIST_BELOW, NAME, QUOTE_LEFT_OPEN, RESERVED, SPOT, TIGHT_HYPHEN

NO_COLON = 'a line without ": ". Each field is written "name: value"; text that goes on is indented.'
NO_HYPHEN = 'this line stands among the entries of a list. Write "- " before it.'
MISPLACED = "this line, or one above it, does not line up. Fields that belong together start below each other."
COLON_INSIDE = (
    'a ": " inside the text. A new field starts on a new line; if it belongs to the text, put that in "quotes".'
)
STRAY_ENTRY = (
    'a list entry without a list. Line it up with the other entries; the first one needs its "- " too, and the line '
    "above it the name of the list."
)
BELOW_NOTHING = 'the field above says "{}". Delete that there if this belongs to it, else line this up with the field.'
BELOW_BRACES = (
    "the field above has its value in brackets. Put this into them, behind a comma, or line it up with the field."
)
BROKEN_BRACKET = (
    "something is wrong inside the bracket that opens here: a comma or its closing bracket is missing, or text with "
    '": " needs "quotes".'
)


@dataclass(frozen=True, slots=True)
class ParserMessage:
    """What the parser says, what it usually means, how the lines then look, and whether to look where it began."""

    says: str
    meaning: str
    looks: str = SPOT
    began_earlier: bool = False


# The first that fits in both decides.
PARSER_MESSAGES = (
    ParserMessage("", BULLET, rf"^[ -]*\0?(?P<here>[{BULLETS}]|--+)\0?\s"),
    *(
        ParserMessage(
            "",
            BELOW_NOTHING.replace("{}", sign),
            rf"^( *){NAME}: *{re.escape(sign)} *\n(?:\1 +\0?|\1\0?(?=- ))(?P<here>\S)",
        )
        for sign in ("null", "[]")
    ),
    ParserMessage("", BELOW_BRACES, rf"^( *){NAME}: *\{{.*\}} *\n\1 +\0?(?P<here>[^\s\0-])"),
    ParserMessage(r"found character '\\t'", "a tab. Use spaces instead."),
    ParserMessage("scanning a quoted scalar", QUOTE_LEFT_OPEN, began_earlier=True),
    ParserMessage("a double-quoted scalar", "a backslash inside \"double quotes\". Put the value in 'single quotes'."),
    ParserMessage("", TIGHT_HYPHEN, r"^ *\0?(?P<here>-)\0?[^\s-]"),
    ParserMessage("", HASH, r"^(?! *#).*?[^\s:\"'\]}] +(?P<here>#)"),
    ParserMessage("", 'a space is missing behind "{}".', rf"^[ -]*\0?(?P<here>{NAME}:)[^\s/\0]"),
    ParserMessage("parsing a flow node.*found ','", "a comma with nothing before it. Delete it."),
    ParserMessage("parsing a flow", BROKEN_BRACKET, began_earlier=True),
    ParserMessage(r"found '[\]}]'", "a closing bracket too many. Delete it."),
    ParserMessage(
        "(<block end>|node content), but found ','",
        'a comma behind the value. Delete it, or put the whole value in "quotes".',
    ),
    ParserMessage(
        "found '<scalar>'", 'text stands behind a closing bracket. Put the whole value in "quotes".', r"[\]}] *\0"
    ),
    ParserMessage("found '<scalar>'", "a comment inside a text. Put it above the field.", r"^ *(?P<here>#).*\n *\0"),
    ParserMessage("found ':'", "a colon with no name before it.", r"^[ -]*\0(?P<here>:)"),
    ParserMessage("sequence entries", 'a "- " behind a colon. Start a list on the line below; put text in "quotes".'),
    ParserMessage(
        "found character|alias|anchor|tag|block scalar|mapping keys|block node",
        RESERVED,
        r"\0(?P<here>\S)",
        began_earlier=True,
    ),
    ParserMessage(
        "another document|document start", 'a line "{}" splits the file in two. Delete it.', r"^\0?(?P<here>---|\.\.\.)"
    ),
    ParserMessage("mapping values", COLON_INSIDE, r": .*\0"),
    ParserMessage(
        "mapping values|block", NO_COLON, r"^( *)(- )?(?P<here>[^\s:#-][^:\n]*)\n(?: *#.*\n)*\1(?(2)  )\0?\S.*"
    ),
    ParserMessage("mapping values", MISPLACED, r"^ *(?P<here>\S).*\0"),
    ParserMessage("could not find expected ':'", NO_HYPHEN, r"^( *)- .*\n\1\0", began_earlier=True),
    ParserMessage("could not find expected ':'", NO_COLON, began_earlier=True),
    ParserMessage("found '-'", LIST_BELOW, rf"^( *){NAME}: \S.*\n\1\0"),
    ParserMessage("parsing a block", STRAY_ENTRY, r"\0- "),
    ParserMessage("parsing a block", MISPLACED),
)
