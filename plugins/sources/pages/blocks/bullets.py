"""Writes lists as Markdown does where word processors, or people, begin their entries with other signs; pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from .signs import COUNTED, DEEPER, in_code, indent

# Signs that mean nothing else at the edge of a line; the last ones are those of Word's own fonts.
SURE = "•▪◦●∙‣\u2043■➢➤►▶❖◆◇○\uf02d\uf076\uf0a7\uf0b7\uf0d8\uf0e0\uf0fc"
# What may also begin a sentence, a name behind a quotation, a dialogue: two of them make a list.
UNSURE = r"[·\u2013—→⇒➔➜★☆✦♦](?= )|->(?= )|[oØü§](?= {2})|[o§](?= [A-Z])|-(?=[^\W\d_])"
VERDICTS = "✓✔✅❌✗✘✖"  # they say something of their entries, unless all have the same
BOXES = {"☐": "[ ] ", "☑": "[x] ", "☒": "[x] "}
ENTRY = r"(?P<before>[ >]*)(?P<entry>(?:[-*+]|\d{1,9}[.)]) +)?"
BULLET = re.compile(
    rf"{ENTRY}(?:(?P<sure>[{SURE}])|(?P<unsure>{UNSURE})|(?P<verdict>[{VERDICTS}])|(?P<box>[☐☑☒])) *(?=\S)"
)
STATE = re.compile(r"(?P<before>[ >]*)(?P<state>)(?=\[[ xX]\] +\S)")
COUNT = re.compile(
    r"(?P<before>[ >]*)(?P<open>\(?)(?:(?P<number>\d{1,2})(?P<end>[.)])(?: +(?=\S)|(?=[^\W\d_]))"
    r"|(?P<letter>[a-zA-Z]|[ivx]{2,4}|[IVX]{2,4})(?P<stop>[.)]) +(?=\S))"
)
# Without one of these in a text, its lines are not looked at one by one.
ANY = re.compile(
    rf"^[ >]*(?:(?:[-*+]|\d{{1,9}}[.)]) +)?(?:[{SURE}{VERDICTS}☐☑☒]|{UNSURE})"
    r"|^[ >]*(?:\[[ xX]\] |\(?(?:[a-zA-Z]|[ivx]{2,4}|[IVX]{2,4})[.)] |\(\d|\d{1,2}[.)][^\W\d_])",
    re.MULTILINE,
)
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


@dataclass(frozen=True, slots=True)
class Bullet:
    """A line that may begin an entry, and the stretch of lines in which it stands with others."""

    line: int
    stretch: int
    found: re.Match[str]

    @property
    def sign(self) -> str:
        """Return the sign, or else how the entries are counted."""
        about = self.found.groupdict()
        if self.found.re is COUNT:
            counted = "1" if about["number"] else about["letter"].isupper()
            return f"{about['open']}{about['end'] or about['stop']}{counted}"
        return about.get("sure") or about.get("unsure") or about.get("verdict") or about.get("box") or ""

    def written(self, sign: str) -> tuple[int, str]:
        """Return the number of the line, and the line with a sign of Markdown's."""
        about = self.found.groupdict()
        return self.line, f"{about['before']}{about.get('entry') or ''}{sign}{self.found.string[self.found.end() :]}"


def with_bullets(lines: list[str]) -> list[str]:
    """Return the lines, the lists in them with the signs of Markdown."""
    if not ANY.search("\n".join(lines)):
        return lines
    written = list(lines)
    for _, stretch in groupby(_bullets(lines), lambda bullet: bullet.stretch):
        for number, line in _lists(list(stretch)):
            written[number] = line
    return written


def _bullets(lines: Sequence[str]) -> Iterator[Bullet]:
    """Yield what may begin an entry; a paragraph that begins with none, at the left edge, begins a new stretch."""
    code, stretch, blank = in_code(lines), 0, True
    for number, line in enumerate(lines):
        found = BULLET.match(line) or STATE.match(line) or COUNT.match(line) if number not in code else None
        if blank and line and not found and indent(line) < DEEPER:
            stretch += 1
        if found:
            yield Bullet(number, stretch, found)
        blank = not line


def _lists(stretch: Sequence[Bullet]) -> Iterator[tuple[int, str]]:
    """Yield the lines that begin entries, by number."""
    signs = Counter(bullet.sign for bullet in stretch)
    verdicts = {bullet.sign for bullet in stretch if bullet.found.groupdict().get("verdict")}
    # A tab of Word's, of two spaces or more here, tells its signs of different levels from words.
    tabs = sum(1 for bullet in stretch if bullet.found.groupdict().get("unsure") and "  " in bullet.found[0])
    in_list = tabs > 1 or any(bullet.found.groupdict().get("sure") for bullet in stretch)
    for bullet in stretch:
        about = bullet.found.groupdict()
        mark = "" if about.get("entry") else "- "
        if about.get("box"):
            yield bullet.written(f"{mark}{BOXES[bullet.sign]}")
        elif about.get("verdict"):
            if len(verdicts) > 1 or about["entry"]:
                yield bullet.written(f"{mark}{bullet.sign} ")
            elif signs[bullet.sign] > 1:
                yield bullet.written(mark)
        elif (
            about.get("sure")
            or (about.get("unsure") and in_list)
            or (signs[bullet.sign] > 1 and bullet.found.re is not COUNT)
        ):
            yield bullet.written(mark)
    yield from _counted([bullet for bullet in stretch if bullet.found.re is COUNT])


def _counted(stretch: Sequence[Bullet]) -> Iterator[tuple[int, str]]:
    """Yield the lines of lists with letters, with numbers in brackets, or without a space: each goes on counting."""
    ways = {(bullet.sign, bullet.found["before"]) for bullet in stretch}
    for way in sorted(ways):
        places: dict[int, tuple[Bullet, str]] = {}
        some = [bullet for bullet in stretch if (bullet.sign, bullet.found["before"]) == way]
        for one, other in pairwise(some):
            for kind in "1ai":
                first, second = _place(one, kind), _place(other, kind)
                if first and second == first + 1 and (first == 1 or kind == "1" or one.line in places):
                    places[one.line], places[other.line] = (one, _written(one, kind)), (other, _written(other, kind))
                    break
        yield from (bullet.written(sign) for bullet, sign in places.values())


def _place(bullet: Bullet, kind: str) -> int:
    """Return the place of an entry in a list that is counted in a way; 0 if it is not counted in it."""
    number, letter = bullet.found["number"], (bullet.found["letter"] or "").lower()
    if kind == "1":
        return int(number or 0)
    if kind == "i":
        return ROMAN.index(letter) + 1 if letter in ROMAN else 0
    return ord(letter) - ord("a") + 1 if len(letter) == 1 else 0


def _written(bullet: Bullet, kind: str) -> str:
    """Return the sign for an entry of a counted list."""
    if kind == "1":
        return f"{int(bullet.found['number'])}. "
    return f"{COUNTED}{kind.upper() if bullet.found['letter'].isupper() else kind}{_place(bullet, kind)}) "
