"""What the organisation itself calls a tier, and how the sentences of the site name one."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from sources.records.fields import Record
from sources.records.sentences import expected
from sources.words import Words

WORD = re.compile(r"[\w '\u2019-]+")


def _word(text: str) -> str:
    if not WORD.fullmatch(text):
        raise expected('a word such as "level"', text)
    return text


Word = Annotated[str, StringConstraints(min_length=1, max_length=40), AfterValidator(_word)]


class Called(Record):
    """The organisation's own word for a tier, as it stands within a sentence."""

    one: Word = Field(description="For one of them, such as level.")
    many: Word = Field(description="For several, such as levels.")


def own_words(called: Called | None) -> dict[str, str]:
    """Return the words that take the place of the theme's own for a tier."""
    return {"noun": called.one, "nouns": called.many} if called else {}


def named(title: str, words: Words) -> str:
    """Return how a sentence names a tier: its title and what it is, which is not said twice."""
    places = [_place(title, words[key]) for key in ("noun", "nouns")]
    known = [place for place in places if place is not None]
    key = "tier_named" if not known else "tier_named_by_itself" if min(known) else "tier_named_first"
    return words[key].format(title=title)


def says_noun(title: str, words: Words) -> bool:
    """Tell whether a title itself says what it is called."""
    return any(_place(title, words[key]) is not None for key in ("noun", "nouns"))


def _place(title: str, noun: str) -> int | None:
    """Return where the noun stands in a title as a word of its own; None if it does not."""
    found = re.search(rf"\b{re.escape(noun)}\b", title, re.IGNORECASE)
    return found.start() if found else None
