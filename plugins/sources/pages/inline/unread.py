"""What is typed, but not to be read: what the words of a page are looked for without."""

from __future__ import annotations

import re

from ..masking import mask, note_spans, without
from .tags import HARMLESS

# What other programs read as attributes, behind a link, a picture or what is bold: {target=_blank}, {: .wide}.
ATTRIBUTES = r"(?<=[\x03)\]*_`~>])\{:?[ ]*(?:(?:[.#][\w-]+|[\w-]+=(?:\"[^\"{}]*\"|'[^'{}]*'|[^\s{}\"']+))[ ]*)+\}"
SHORTCODE = r"(?<![\w:])(:(?:[a-z][a-z0-9_+-]*|\+1|-1|100):)(?![\w:])"
TAG = re.compile(rf"</?(?:{'|'.join(sorted(HARMLESS))})\s*/?>", re.IGNORECASE)
NAMED = re.compile(f"{ATTRIBUTES}|{SHORTCODE}")
# Directives, fences of code, a table of contents, what begins an entry or a note (reading.py), signs by their names,
# names of footnotes and abbreviations.
UNREAD = re.compile(
    r"^:::.*$|^[ >]*(?:```|~~~).*$|^\[TOC\]$|^(?:!!!|\?\?\?\+?)[ ]*\w+|\[(?:![A-Za-z]+|[xX])\]"
    r"|^(?:[ \t>]|[*+-][ \t]|\(?\d+[.)]|\(?[a-zA-Z]{1,5}[.)]\s|[o\u00d8\u00fc](?:  |\t)|o[ ](?=[A-Z]))+"
    r"|&(?:#\d+|#x[\da-fA-F]+|[a-zA-Z\d]+);|\[\^[^\]\n]*\]|^\*\[[^\]\n]*\]",
    re.MULTILINE,
)


def to_be_read(body: str) -> str:
    """Return a body without what is not to be read, each word at its place."""
    text = mask(without(UNREAD, body, " "), note_spans(body), " ")
    text = without(TAG, text, " ") if "<" in text else text
    return without(NAMED, text, " ") if "{" in text or ":" in text else text
