"""Finds the signs that are left over in the text of a page as it is rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sources.problems import quoted

from .brackets import bracket_mistakes
from .inline.tags import TAG, tag_mistakes
from .masking import mask, without
from .places import Mistake, PlaceFinder
from .rendered import BLOCKS, CODE, CONTROL, LINK

# Without one of these no rule on signs within a line finds anything.
SIGNS = ("[", "]", "<", "{", "**")
BLOCK = re.compile(f"[{BLOCKS}][^{BLOCKS}]*")
CODES = re.compile(f"{CODE}[^{BLOCKS}]*")
BOLD = re.compile(r"\*(?<!\*\*)\*{1,2}(?!\*)")
# What other programs make something of.
UNKNOWN = re.compile(rf"\{{[{{%:#.][^{{}}\n]{{0,80}}\}}{{1,2}}|\{{[^{{}}\n]{{1,80}}\}}\((?={LINK})")

LONELY = '"**" without a partner. Bold text stands close between two: **so**. For the signs themselves write \\*\\*.'


def sign_mistakes(text: str, find: PlaceFinder) -> Iterator[Mistake]:
    """Yield the signs within the lines of a text that nothing was made of."""
    if CODE in text:
        text = without(CODES, text)
    if "[" in text or "]" in text:
        brackets = [one for block in BLOCK.finditer(text) for one in bracket_mistakes(text, *block.span(), find)]
        yield from ((start, message) for start, _, message in brackets)
        text = mask(text, ((start, end) for start, end, _ in brackets))
    if "<" in text:
        yield from tag_mistakes(text)
        text = without(TAG, text)
    yield from _bold(text)
    for found in UNKNOWN.finditer(text):
        yield found.start(), f"{quoted(CONTROL.sub('', found[0]))} is shown as it is. Take the signs out."


def _bold(text: str) -> Iterator[Mistake]:
    """Yield the first two stars of each block that has some."""
    for block in BLOCK.finditer(text) if "**" in text else ():
        if stars := BOLD.search(text, *block.span()):
            yield stars.start(), LONELY
