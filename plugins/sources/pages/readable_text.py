"""Returns what a page says to its readers: its Markdown without code, addresses of links, directives and marks.

Everything taken out leaves spaces, so that each word stays at its line and column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .masking import blanked

AT_HAND = 16  # texts remembered, since several rules read the same page one after the other
# In this order: what is code holds no links, and what is a link's address holds no marks. Each begins with a sign or
# with the end of the line before, and looks back only from there: so a search goes from one to the next.
NOT_READ = (
    re.compile(r"\n {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n(?s:.*?)(^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)", re.MULTILINE),
    re.compile(r"`[^`\n]*`"),
    re.compile(r"<!--(?s:.*?)(?:-->|(?P<unclosed>\Z))"),
    re.compile(r"</?[A-Za-z]+ ?/?>"),
    re.compile(r"\[\^[^\]\n]*\]:?"),
    re.compile(r"\((?<=\]\()[^)\n]*(?:\)|(?P<unclosed>))"),  # past which nothing in its line can be closed
    re.compile(r"https?://[^\s>)]+"),
    re.compile(r"\n {0,3}:::.*$", re.MULTILINE),
    re.compile(r"\n[\s:|-]+$", re.MULTILINE),
    re.compile(r"\[(?:![A-Za-z]+|[ xX])\](?= |$)", re.MULTILINE),  # the kind of a note, a task
    re.compile(r"\n *(?:[-*+>]|\d+\.) (?=\S)"),
)
MARKS = re.compile(r"[*_~|\[\]!](?:(?=\S)|(?<=\S[*_~|\]]))")
# An entry of a list, a row of a table and a paragraph each end a sentence, and a heading is none.
BLOCK = re.compile(r"\n\s*\n|\n(?= *(?:[-*+>|]|\d+\.) )")
HEADING = re.compile(r"^ {0,3}#{1,6} .*$", re.MULTILINE)
SENTENCE = re.compile(r"(?<=[.!?:])[\"')\]]*\s+(?=[\"'(\[\u00bf\u00a1]*[A-Z\u00c1\u00c9\u00cd\u00d3\u00da\u00d1\d])")
SHORT_FORM = re.compile(r"\b(St|Mr|Mrs|Ms|Dr|No|U\.S|e\.g|i\.e)\.")


@lru_cache(maxsize=AT_HAND)
def readable(markdown: str) -> str:
    """Return the words of a text, each at its place."""
    text = f"\n{markdown}"
    for pattern in NOT_READ:
        text = pattern.sub(_spaces, text)
    return MARKS.sub(" ", text)[1:]


def _spaces(found: re.Match[str]) -> str:
    return found[0] if found.lastgroup == "unclosed" else blanked(found[0], " ")


def sentences(markdown: str) -> Iterator[str]:
    """Yield the sentences of a text, without headings."""
    for block in BLOCK.split(HEADING.sub("\n", markdown)):
        words = " ".join(SHORT_FORM.sub(r"\1", readable(block)).split())
        yield from (sentence for sentence in SENTENCE.split(words) if re.search(r"\w", sentence))
