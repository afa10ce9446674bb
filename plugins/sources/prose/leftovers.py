"""Signs that are left over in the text of a page as it is rendered: Markdown should have made something of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sources.problems import quoted

from .brackets import LINKS, bracket_slips
from .code import without
from .finding import Finding
from .signs import BLANK, BLOCKS, CODE

# Without one of these no rule on signs within a line finds anything.
SIGNS = ("[", "]", "<", "{", "**", "~~", "://", "www.", "WWW.", "Www.")
BLOCK = re.compile(f"[{BLOCKS}][^{BLOCKS}]*")
CODES = re.compile(f"{CODE}[^{BLOCKS}]*")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
TAG = re.compile(r"<(?:/?[A-Za-z][A-Za-z0-9:-]*(?:\s[^<>]*)?/?>|!--)")
BOLD = re.compile(r"\*(?<!\*\*)\*{1,2}(?!\*)")
ADDRESS = re.compile(r"(?<![\w/@.])(?:https?://|www\.)[^\s<>\x00-\x1f]*[\w/]", re.IGNORECASE)
# What other programs make something of.
UNKNOWN = re.compile(r"\{[{%:#.][^{}\n]{0,80}\}{1,2}|~~[^~\s][^~\n]{0,80}~~")

LONELY = '"**" without a partner. Bold text stands close between two: **so**. For the signs themselves write \\*\\*.'

Mistake = tuple[int, str]  # where in the text, and what staff read


def sign_slips(text: str, find: Finding) -> Iterator[Mistake]:
    """Yield the signs within the lines of a text that nothing was made of."""
    if CODE in text:
        text = CODES.sub(_blank, text)
    if "[" in text or "]" in text:
        brackets = [slip for block in BLOCK.finditer(text) for slip in bracket_slips(text, *block.span(), find)]
        yield from ((start, message) for start, _, message in brackets)
        text = without(text, ((start, end) for start, end, _ in brackets))
    if tags := list(TAG.finditer(text)):
        more = f" and {len(tags) - 1} more" if len(tags) > 1 else ""
        shown = quoted(CONTROL.sub("", tags[0][0]))
        yield tags[0].start(), f"HTML does not work here: {shown}{more}. Take it out."
        text = TAG.sub(_blank, text)
    yield from _bold(text)
    yield from _addresses(LINKS.sub(_blank, text))
    for found in UNKNOWN.finditer(text):
        yield found.start(), f"{quoted(CONTROL.sub('', found[0]))} is shown as it is. Take the signs out."


def _bold(text: str) -> Iterator[Mistake]:
    """Yield the first two stars of each block that has some."""
    for block in BLOCK.finditer(text) if "**" in text else ():
        if stars := BOLD.search(text, *block.span()):
            yield stars.start(), LONELY


def _addresses(text: str) -> Iterator[Mistake]:
    for found in ADDRESS.finditer(text):
        address = found[0] if found[0].casefold().startswith("http") else f"https://{found[0]}"
        yield found.start(), f"an address alone makes no link. Write <{address}>, or better [words]({address})."


def _blank(found: re.Match[str]) -> str:
    return BLANK * len(found[0])
