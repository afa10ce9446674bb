"""Brackets that make no link: whether they are meant as they are, and if not, as what."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..problems import quoted
from .pairs import escaped, written

# What stands in brackets is meant as an address when it begins, or ends, like one.
ADDRESS = re.compile(
    r"[{|<\u201c\"]*(?:(?:https?|mailto|tel|sms|file):|/\w|#[a-z]|www\.|filename|static"
    r"|[^\s()]{1,200}\.(?:md|pdf|png|jpe?g|org|com|gov|net)\b)",
    re.IGNORECASE,
)
GAP = re.compile(r"\s{1,3}\(")
# A single word may be meant as it is: [sic].
MEANT = re.compile(r"[^\s^]+")

Slip = tuple[int, int, str]  # from where to where, and what staff read


def bare_slip(body: str, text: str, partner: Mapping[int, int], opening: int) -> Slip | None:
    """Return what is wrong with brackets that neither an address nor a name follows, or None.

    `text` is the prose of the body, `partner` leads from each bracket of the piece to the one that belongs to it.
    """
    closing = partner[opening]
    words, after = body[opening + 1 : closing], closing + 1
    gap = GAP.match(text, after)
    end = partner.get(gap.end() - 1) if gap else None
    if gap and end and ADDRESS.match(text, gap.end()):
        return after, end + 1, f'a space between "]" and "(". Write {written(words, body[gap.end() : end])}.'
    before = partner.get(opening - 1) if text.endswith(")", 0, opening) else None
    if before is not None and ADDRESS.match(words):
        right = written(body[before + 1 : opening - 1], words)
        return before, after, f"brackets the wrong way round. Write {right}."
    if MEANT.fullmatch(words) and not text.endswith("[", 0, opening):
        return None
    shown = f"{quoted(f'[{words}]')} is no link and is shown as it is."
    return opening, after, f"{shown} A link is written [words](address), brackets alone {escaped(words)}."
