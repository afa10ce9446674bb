"""What a line begins with: the sign of a list, a quotation, a heading, a rule, code; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

COUNTED = "\x1b"  # before an entry with letters, as `bullets` writes it once it has seen that the next line goes on
ASIDE = "\x02wzxhzdk:"  # what Python-Markdown has put aside: such as directives

MARKER = re.compile(
    rf" *(?:[-*+]|{COUNTED}(?P<kind>[aAiI])(?P<place>\d+)\)|(?P<number>\d{{1,9}})[.)])"
    r"(?: +(?P<text>\S.*)|(?P<empty> *)$)"
)
QUOTE = re.compile(r" *> ?")
HEADING = re.compile(r" *(?P<marks>#{1,6})(?!#)(?P<words>.*?)(?: +#+|##+)? *$")
# Two hyphens stand above the signature of a mail.
RULE = re.compile(r" *(?:([-_*])(?: *\1){2,}|--|[\u2013\u2014=]{3,}) *$")
UNDERLINE = re.compile(r" *(?P<sign>=+|-{3,}) *$")
FENCE = re.compile(r" *(?P<fence>`{3,}|~{3,}) *\.?(?P<language>[\w#.+-]*) *$")
DEFINITION = re.compile(r" *:(?: +(?=\S)|(?=[^\s:][^:]*$))")
NOTE = re.compile(
    r" *(?:!!!|\?\?\?\+?) *(?P<kind>[^\W\d_]+)(?: +[\w-]+)*(?: *[\"\u201c](?P<title>[^\"\u201d]*)[\"\u201d])? *$"
)
ALERT = re.compile(r" *\[!(?P<kind>[^\W\d_]+)\][+-]? *(?P<title>.*)")
# A picture with a caption, alone in its line: a figure.
FIGURE = re.compile(r" *!\[[^\]]*\]\([^()]*\s[\"\u201c'].*[\"\u201d']\s*\) *$")
DETAILS = re.compile(r" *<details\s*>", re.IGNORECASE)
FOOTNOTE = re.compile(r" *\[\^[^\]\s]+\]:")
# What begins in one of these ways begins nothing else than a paragraph, or goes on with one.
PLAIN = re.compile(r"[^\W\d_]|[(\"'\u2018\u201c]|\*\*[^\s*]|\[[^\^]")

DEEPER = 2  # columns that what belongs to an entry stands further right than its sign
MOST_MARGIN = 3  # columns between there and the text of the entry; more are but a tab
MOST_DIGITS = 2  # of a number that begins an entry right below a line; more are a year


@dataclass(frozen=True, slots=True)
class Marker:
    """The sign of an entry: its column, the kind of list, its number if it has one, and the text behind it."""

    indent: int
    kind: str  # "-", "1", "a", "A", "i", "I"
    number: int
    text: str  # with the spaces that it stands further right than what belongs to the entry must

    @property
    def belongs(self) -> int:
        """Return the column from which on a line belongs to the entry."""
        return self.indent + DEEPER

    def goes_on(self, other: Marker) -> bool:
        """Tell whether another entry is the next one of the same list, wherever it stands."""
        return self.kind == other.kind != "-" and other.number == self.number + 1


def indent(line: str) -> int:
    """Return how many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def marker(line: str) -> Marker | None:
    """Return the sign of an entry that a line begins with, if it does."""
    found = MARKER.match(line) if line and not PLAIN.match(line) else None
    if not found or RULE.match(line):
        return None
    kind = found["kind"] or ("1" if found["number"] else "-")
    number = int(found["number"] or found["place"] or 0)
    return Marker(indent(line), kind, number, _placed(found))


def _placed(found: re.Match[str]) -> str:
    """Return the text of an entry as far right as it stands of where what belongs to the entry may begin."""
    if not found["text"] or found["kind"]:
        return found["text"] or ""
    margin = found.start("text") - indent(found[0]) - DEEPER
    return " " * min(margin, MOST_MARGIN) + found["text"]


def heading(line: str) -> tuple[int, str] | None:
    """Return the level and the words of a heading; one sign close to a word may be a hashtag, and makes none."""
    found = HEADING.match(line) if "#" in line else None
    if not found or (found["marks"] == "#" and found["words"] and not found["words"].startswith(" ")):
        return None
    words = found["words"].strip()
    lone = words.endswith("\\") and not words.endswith("\\\\")  # no line can break behind a heading
    return len(found["marks"]), words[:-1].rstrip() if lone else words


def interrupts(line: str, following: str = "") -> bool:
    """Tell whether a line begins something of its own right below the line of a paragraph."""
    if PLAIN.match(line):
        return False
    if line.startswith(ASIDE) or QUOTE.match(line) or heading(line) or RULE.match(line) or FENCE.match(line):
        return True
    found = marker(line)
    own = NOTE.match(line) or FOOTNOTE.match(line) or DETAILS.match(line) or FIGURE.match(line)
    return bool(own or (found and opens(found, following)))


def opens(one: Marker, following: str) -> bool:
    """Tell whether an entry may begin a list right below a line: the first one does, or one that is counted on."""
    if not one.text:
        return False
    if one.number <= 1:
        return True
    after = marker(following)
    return after is not None and one.goes_on(after)


def innermost(line: str) -> str:
    """Return a line without the signs of the quotations and entries that it begins with."""
    while True:
        quote, entry = QUOTE.match(line), marker(line)
        if not quote and not entry:
            return line.strip()
        line = line[quote.end() :] if quote else entry.text if entry else ""


def in_paragraph(line: str) -> bool:
    """Tell whether the line below this one can go on with a paragraph, wherever it begins."""
    words = innermost(line)
    return bool(words) and not (heading(words) or RULE.match(words) or words.startswith((ASIDE, "|")))


class Fences:
    """Tells, line by line, what stands between fences."""

    def __init__(self) -> None:
        self.closing: re.Pattern[str] | None = None

    def hold(self, line: str) -> bool:
        """Go on by a line; tell whether it is code or a fence."""
        if self.closing:
            self.closing = None if self.closing.match(line) else self.closing
            return True
        fence = FENCE.match(innermost(line)) if "```" in line or "~~~" in line else None
        self.closing = closes(fence["fence"]) if fence else None
        return fence is not None


def in_code(lines: Sequence[str]) -> frozenset[int]:
    """Return the numbers of the lines that stand between fences, and of the fences."""
    fences = Fences()
    return frozenset(number for number, line in enumerate(lines) if fences.hold(line))


def closes(fence: str) -> re.Pattern[str]:
    """Return what the line looks like that closes a fence."""
    return re.compile(rf"[ >]*{fence[0]}{{{len(fence)},}} *$")
