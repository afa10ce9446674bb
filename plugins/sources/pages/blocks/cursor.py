"""A place among lines, and which of those that follow belong to what begins there; pure."""

from __future__ import annotations

from collections.abc import Sequence

from .signs import DEEPER, DEFINITION, MOST_DIGITS, Fences, Marker, in_paragraph, indent, interrupts, marker
from .tables import table_at


class Cursor:
    """Lines, and how far they are read."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.at = 0

    @property
    def line(self) -> str:
        """Return the line to be read next; an empty one at the end."""
        return self.look(0)

    def look(self, ahead: int) -> str:
        """Return a line further on; an empty one behind the end."""
        return self.lines[self.at + ahead] if self.at + ahead < len(self.lines) else ""

    def ended(self) -> bool:
        """Tell whether all lines are read."""
        return self.at >= len(self.lines)

    def go_on_with(self, text: str) -> None:
        """Leave but this text to be read."""
        self.lines, self.at = text.split("\n"), 0

    def past_blank_lines(self) -> bool:
        """Go to the next line with something in it; return whether blank ones were passed."""
        before = self.at
        while not self.ended() and not self.line.strip():
            self.at += 1
        return self.at > before

    def begins(self) -> bool:
        """Tell whether the line begins something of its own, though it stands right below a paragraph."""
        return interrupts(self.line, self.look(1)) or table_at(self.lines, self.at)

    def lazy(self, last: str) -> bool:
        """Tell whether the line goes on with the paragraph that the line before it ends with, wherever it begins."""
        return bool(self.line.strip()) and in_paragraph(last) and not self.begins()

    def below(self, belongs: int, first: str, of: Marker | None = None, *, lazy: bool = True) -> list[str]:
        """Return the lines of an entry, of which the first is read: those that stand further right, and lazy ones."""
        taken, fences, first_block, listed = [first], Fences(), True, marker(first) is not None
        code = fences.hold(first)
        while not self.ended():
            line, found = self.line, marker(self.line)
            if line.strip() and (indent(line) < belongs or (not listed and _is_next(of, found))):
                if code or not (lazy and self._joins(taken[-1], of, found)):
                    break
            else:
                line = line[belongs:]
                code = fences.hold(line) or code
                listed = listed or found is not None
                first_block = first_block and not code and bool(line.strip())
                line = " " * DEEPER + line if first_block and not (listed and found) and _goes_on(line) else line
                code = fences.closing is not None
            taken.append(line)
            self.at += 1
        while len(taken) > 1 and not taken[-1].strip():
            taken.pop()
            self.at -= 1
        return taken

    def _joins(self, last: str, of: Marker | None, found: Marker | None) -> bool:
        """Tell whether a line further left goes on with the entry; a number that nobody would count to does."""
        if found and of:
            year = len(str(found.number)) > MOST_DIGITS and not of.goes_on(found)
            return year and in_paragraph(last)
        term = DEFINITION.match(self.line) or DEFINITION.match(self.look(1))
        return not found and not term and self.lazy(last)


def _is_next(of: Marker | None, found: Marker | None) -> bool:
    """Tell whether a sign that stands further right than it should is that of the next entry all the same."""
    return bool(of and found and of.goes_on(found))


def _goes_on(line: str) -> bool:
    """Tell whether a line goes on with the paragraph above it; as Python-Markdown has it, it keeps its distance."""
    return not interrupts(line) and not line.lstrip().startswith(("|", ":"))
