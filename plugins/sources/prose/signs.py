"""Signs in the text of a page as it is rendered, for what is no text; no page can hold them (text.py).

Whitespace is none of them, nor any part of a word.
"""

from __future__ import annotations

# What begins with a sign of these is one block.
PARAGRAPH, ENTRY, HEADING, CELL, CODE, OTHER = BLOCKS = "\x15\x16\x17\x18\x19\x1a"
LINK, LINK_END = "\x0e\x0f"
PICTURE = "\x10"  # without words
EM, STRONG = "\x11\x12"  # at both ends
HIDDEN, HIDDEN_END = "\x13\x14"  # around what is not shown as text: addresses, titles, code
ESCAPED = "\x01"  # instead of a sign behind a backslash
BLANK = "\x00"  # instead of what was hidden
