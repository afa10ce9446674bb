"""Texts in the cells of a spreadsheet: several as one line each, and none that a spreadsheet program takes for more.

A program takes a text for a formula that begins with one of = + - @ (or their wide forms), a tab or a line end, also
after spaces and quotes (OWASP, "CSV Injection"). It rewrites what looks like a number, a date or a truth value: 012
becomes 12. A text that does either gets one apostrophe in front, which programs show and keep. The same holds for
what follows a comma, a semicolon or a tab in a text, since there a cell begins for a program that expects another
separator. Reading takes away exactly what writing has added.
"""

from __future__ import annotations

import re

from .model import NOT_STATED

MARK = "'"
BEFORE = r"[\s'\"]*"
FORMULA = r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"
MONTH = r"(?:jan|febr?|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ch|il|ust|ember|ober)?"
WHOLE_NUMBER = r"(?:0|[1-9]\d{0,14})\Z"  # comes back as it went
IN_NUMBERS = rf"[\d\s.,:/%()$\u20ac\u00a3+\-'\"]|(?<=\d)e(?=[+\-]?\d)|[ap]m\b|{MONTH}\b"
NUMBER = rf"(?!{WHOLE_NUMBER})(?=\D*\d)(?:{IN_NUMBERS})+\Z"
TRUTH = rf"{BEFORE}(?:true|false)\Z"
LINE_ENDS = re.compile(r"\s*[\r\n]+\s*")


def _risky(mark: str) -> re.Pattern[str]:
    """Return where a text needs its mark, or has it: marks change nothing about where that is."""
    formula = rf"(?:^|(?<=[,;\t])){mark}(?={BEFORE}{FORMULA})"
    return re.compile(rf"{formula}|^{mark}(?={NUMBER}|{TRUTH})", re.IGNORECASE)


UNMARKED, MARKED = _risky(""), _risky(MARK)


def cell(texts: tuple[str, ...]) -> str:
    """Return the cell that holds a requirement: a line for each text, or the words that it is not stated."""
    return "\n".join(map(harmless, texts)) if texts else NOT_STATED


def texts_in(found: str) -> tuple[str, ...]:
    """Return the texts of a cell, one a line; nothing for an empty cell."""
    lines = (line.strip() for line in re.split(r"\r\n|\r|\n", found))
    return tuple(as_typed(line).strip() for line in lines if line)


def harmless(text: str) -> str:
    """Return a text as one line that a spreadsheet program shows and keeps as it is."""
    return UNMARKED.sub(MARK, LINE_ENDS.sub(" ", text))


def as_typed(line: str) -> str:
    """Return the text that `harmless` made this line of."""
    return MARKED.sub("", line)
