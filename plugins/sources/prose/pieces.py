"""Stretches of a text that what is written in them cannot reach out of: blocks, and the pieces of a block.

Most of a page holds none of the signs that a rule is about; a rule reads only the blocks that do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Lines that begin a piece of their own, and those that also end it.
OWN_LINE = re.compile(r" *(?:[*+-] |\d+\. |#|\||:::|=+ *$|-+ *$|(?:[-_*] *){3,}$)")
LONE_LINE = re.compile(r"#| *(?:=+ *$|-+ *$|(?:[-_*] *){3,}$)")


def blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield place and text of each stretch between empty lines; a line of spaces stays within one."""
    start = 0
    for block in text.split("\n\n"):
        yield start, block
        start += len(block) + 2


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each stretch that brackets and bold text cannot reach out of: paragraph, entry, row.

    No piece reaches over an empty line, nor does it matter for the next ones what stands before that line. So the
    pieces of a text are those of its blocks, one after the other.
    """
    start: int | None = None
    offset, alone, quotation = 0, False, False
    for line in text.split("\n"):
        blank, quoted = not line.strip(), line.lstrip(" ").startswith(">")
        begins = alone or blank or OWN_LINE.match(line) or (quoted and not quotation)
        if start is not None and begins:
            yield start, offset
            start = None
        if start is None and not blank:
            start = offset
        alone = bool(LONE_LINE.match(line))
        quotation = not blank and (quoted or quotation)
        offset += len(line) + 1
    if start is not None:
        yield start, len(text)
