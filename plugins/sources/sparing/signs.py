"""The signs that each syntax of Markdown within a text needs, and how they are looked for."""

from __future__ import annotations

from collections.abc import Iterable

from markdown import inlinepatterns

# By the regular expression of an inline pattern, the signs of which it needs one; one that is not here may need none.
SIGNS = {
    inlinepatterns.BACKTICK_RE: ("`",),
    inlinepatterns.ESCAPE_RE: ("\\",),
    inlinepatterns.LINK_RE: ("[",),  # of references too
    inlinepatterns.IMAGE_LINK_RE: ("![",),
    inlinepatterns.AUTOLINK_RE: ("<",),
    inlinepatterns.AUTOMAIL_RE: ("<",),
    inlinepatterns.LINE_BREAK_RE: ("  \n",),
    inlinepatterns.ENTITY_RE: ("&",),
    r"\*|_": ("*", "_"),
}
ANYWHERE = ("",)  # stands in every text


def any_of(signs: Iterable[str], text: str) -> bool:
    """Return whether one of the signs stands in the text."""
    return any(map(text.__contains__, signs))
