"""The body of a page with code and escaped signs masked, so that the signs left in it mean something to Markdown.

What is masked keeps its length and its lines: a place in the masked text is the same place in the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from .rendered import BLANK

PAGES_AT_HAND = 1000  # whose text is remembered, since several checks read it
# As CommonMark has it, every sign of ASCII; programs that write Markdown put a backslash before many of them.
PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
ESCAPED = re.compile(rf"\\([{re.escape(PUNCTUATION)}])")
# An HTML comment, with the lines that hold nothing else.
NOTE = re.compile(r"(?P<alone>^[ \t]*)?(?<!\\)<!--(?:(?s:.*?)-->(?(alone)(?:[ \t]*\n)?)|(?P<unclosed>))", re.MULTILINE)
# Code between fences, wherever they stand; one that nothing closes takes all that follows.
FENCED = re.compile(
    r"(?m)^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?P<fence>`{3,}|~{3,}) *\.?[\w#.+-]* *$(?s:.*?)"
    r"(?:^[ \t>]*(?P=fence)[`~]* *$|(?P<unclosed>\Z))"
)
# What code between backticks cannot reach out of: a heading or a rule, a quotation, a paragraph, an entry, a row.
ALONE = r"#| *(?:=+ *$|-+ *$|(?:[-_*] *){3,}$)"
BEGINS = rf"{ALONE}| *(?:[*+-] |\d+\. |#|\||:::)|[^\S\n]*$"
PIECE = re.compile(rf"^(?:(?:{ALONE}).*| *>.*(?:\n(?!{BEGINS}).*)*|.*(?:\n(?!{BEGINS}| *>).*)*)", re.MULTILINE)
BACKTICKS = re.compile(r"`+")
OPENING = re.compile(r"(?<!\\)(?:\\\\)*(?P<run>`+)")


@lru_cache(maxsize=PAGES_AT_HAND)
def masked(body: str) -> str:
    """Return the body with code, notes and escaped signs masked."""
    text = _without_code(body)
    text = mask(text, note_spans(body), " ") if "<!--" in text else text
    return without(ESCAPED, text) if "\\" in text else text


def without_notes(body: str) -> str:
    """Return the body without the notes in it, which are for those who write it."""
    spans = note_spans(body)
    starts, ends = [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(body)]
    return "".join(body[start:end] for start, end in zip(starts, ends, strict=True))


def note_spans(body: str) -> list[tuple[int, int]]:
    """Return where the notes stand."""
    found = NOTE.finditer(_without_code(body)) if "<!--" in body else ()
    return [note.span() for note in found if note["unclosed"] is None]


def _without_code(body: str) -> str:
    text = mask(body, (fence.span() for fence in _fences(body)), " ")
    if "`" in text:
        text = mask(text, (span for piece in PIECE.finditer(text) for span in _code(text, *piece.span())))
    return text


def open_fence(body: str) -> int | None:
    """Return where a code fence stands that nothing closes, if there is one."""
    return next((fence.start() for fence in _fences(body) if fence["unclosed"] is not None), None)


def _fences(body: str) -> list[re.Match[str]]:
    return list(FENCED.finditer(body)) if "```" in body or "~~~" in body else []


def without(pattern: re.Pattern[str], text: str, sign: str = BLANK) -> str:
    """Return the text with all that matches a pattern masked."""
    return pattern.sub(lambda found: blanked(found[0], sign), text)


def mask(text: str, spans: Iterable[tuple[int, int]], sign: str = BLANK) -> str:
    """Return the text with a sign for each character in these stretches, but line ends kept."""
    parts: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if end > done:
            parts += [text[done : max(start, done)], blanked(text[max(start, done) : end], sign)]
            done = end
    return "".join([*parts, text[done:]])


def blanked(text: str, sign: str = BLANK) -> str:
    """Return as many signs as the text is long, on as many lines."""
    return "\n".join(sign * len(line) for line in text.split("\n"))


def _code(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a piece that are code between backticks."""
    closings = _closings([run.span() for run in BACKTICKS.finditer(text, start, end)])
    while found := OPENING.search(text, start, end) if closings else None:
        start = closings.get(found.start("run"), 0)
        if start:
            yield found.start("run"), start
        else:  # nothing closes it: Python-Markdown goes on as many signs later
            start = found.end() + len(found["run"])


def _closings(runs: list[tuple[int, int]]) -> dict[int, int]:
    """Return for each backtick that can open code where that code ends.

    It ends with the next run as long, or else, when all later ones are shorter, with the first of the longest of them.
    A run can open from any of its signs, since those before may stand behind a backslash.
    """
    found: dict[int, int] = {}
    after: dict[int, int] = {}  # by length, where the next run ends
    longest = 0
    for start, end in reversed(runs):
        for opening in range(start, end):
            partner = end - opening if end - opening in after else longest
            if 0 < partner <= end - opening:
                found[opening] = after[partner]
        after[end - start] = end
        longest = max(longest, end - start)
    return found
