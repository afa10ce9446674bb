"""The phrases that staff approved because they only look like a place, a person or a number: `approved_phrases`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sources.pages.readable_text import readable
from sources.problems import Problem, Section, quoted
from sources.published import static_files
from sources.result_store import ResultStore, digest, of_code
from sources.text import letters
from sources.yaml.nodes import Mapping, Scalar
from subjects.loaded import Loaded, Sources
from subjects.site.records import SITE
from subjects.subject import ToDo

if TYPE_CHECKING:
    from .harmless import Found

LIST = "approved_phrases"
# Digits that are as often the number of something else: run together, or without an area code.
MAY_BE_AN_ID = re.compile(r"\d{10,11}|\d{3}-\d{4}")
CALLED = re.compile(
    r"\b(?:calls?|cell|contact|dial|fax|hotline|line|mobile|phones?|ring|sms|tel|telephone|text)\b", re.I
)
A_ROOM = re.compile(r"\w+\.? ?#? ?\d+\w?")  # alone it is too little to approve
SMALL = (
    "a|about|after|an|and|are|as|at|be|before|behind|but|by|for|from|has|have|if|in|into|is|it|near|next|of|on|or|our|"
    "over|she|than|that|the|then|they|this|to|until|was|we|were|when|where|who|will|with|you"
)
WORD = rf"(?!(?:{SMALL})\b)[^\W\d_][\w'-]*"
BEHIND = re.compile(rf" {WORD}", re.IGNORECASE)
BEFORE = re.compile(rf"(?<![\w'-]){WORD} $", re.IGNORECASE)
EMAIL = "holds an e-mail address. One that may be given stands in contact."
NUMBER = "holds a telephone number. One that may be given stands in help-lines.yaml or in contact."
ONE_WORD = "is one word, which may mean anything. Approve it with the words around it."
ONLY_A_NUMBER = "does not say what this is the number of. Approve it with the words before it."
UNUSED = "approved_phrases: {} approves nothing any more. Delete it, before it hides something."


def offer(found: Found, approved: Sequence[str]) -> str:
    """Return how site.yaml approves what was found, with a word beside it that makes it plainer."""
    phrase = f'"{_phrase(found)}"'
    if approved:
        return f"add to approved_phrases in site.yaml: {phrase}"
    return f"write in site.yaml: approved_phrases: [{phrase}]"


def is_approvable(number: Found) -> bool:
    """Tell whether these digits could be the number of something else, and not one that is called."""
    return _refusal(_phrase(number)) is None


def is_approved(found: Found, approved: Iterable[str]) -> bool:
    """Tell whether what was found is, in its line, part of an approved phrase, letter by letter."""
    spans = chain.from_iterable(_search(phrase).finditer(found.line) for phrase in approved)
    return any(one.start() <= found.start and found.end <= one.end() for one in spans)


def approval_problems(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for every approved phrase that would hide what must be seen."""
    nodes = loaded.nodes(SITE)
    for one in nodes.each(LIST) if nodes else ():
        if isinstance(one, Scalar) and one.text and (why := _refusal(_plain(one.text))):
            yield Problem(one.place, f"{LIST}: {quoted(one.text)} {why}", Section.PEOPLE)


def _refusal(phrase: str) -> str | None:
    """Return why a phrase may not be approved, if so."""
    from .private import emails, phone_numbers  # late: most sites approve nothing

    if any(emails(phrase)):
        return EMAIL
    numbers = [number.words for number in phone_numbers(phrase)]
    if numbers and (CALLED.search(phrase) or not all(map(MAY_BE_AN_ID.fullmatch, numbers))):
        return NUMBER
    if phrase in numbers:
        return ONLY_A_NUMBER
    return None if " " in phrase else ONE_WORD


def unused(loaded: Loaded, store: ResultStore) -> tuple[str, ...]:
    """Return the approved phrases that stand nowhere in the content, or are taken for nothing any more."""
    site = loaded.value(SITE)
    if not (site and site.approved_phrases):
        return ()
    said = "\n".join(chain(_typed(loaded), _in_files(loaded.content, store)))
    return tuple(one for one in site.approved_phrases if _letters(one) not in said or not _looked_for(_plain(one)))


def unused_approvals(sources: Sources) -> Iterator[ToDo]:
    """Yield a line of the to-do list for each phrase whose approval does nothing."""
    for one in sources.nodes(SITE).each(LIST):
        if isinstance(one, Scalar) and one.text in sources.unused_approvals:
            yield ToDo(UNUSED.format(quoted(one.text)), one.place)


def _plain(phrase: str) -> str:
    from .private import plain

    return plain(phrase)


def _looked_for(phrase: str) -> bool:
    from .private import named_people, phone_numbers, places

    return any(chain(places(phrase), named_people(phrase), phone_numbers(phrase)))


def _typed(loaded: Loaded) -> Iterator[str]:
    """Yield the letters of all pages and values."""
    for page in loaded.pages:
        yield from (_letters(readable(page.body)), _letters(unquote(page.body)))
        yield from (_letters(one.text or "") for one in page.nodes.scalars())
    for file in loaded.files.values():
        fields = file.nodes.entries if isinstance(file.nodes, Mapping) else {}
        for name, field in fields.items():
            yield from (_letters(one.text or "") for one in field.scalars() if name != LIST)


def _in_files(content: Path, store: ResultStore) -> Iterator[str]:
    """Yield the letters of all other files, and of their names."""
    from sources.formats.kinds import words_of

    files = static_files(content)
    yield from map(_letters, files)
    yield from store.each(
        lambda name: _letters(words_of(name, files[name].read_bytes())),
        list(files),
        lambda name: digest("letters", of_code(), name, files[name].read_bytes()),
    )


def _letters(text: str) -> str:
    return "".join(letters(text))


def _phrase(found: Found) -> str:
    line, start, end = found.line, found.start, found.end
    behind, before = BEHIND.match(line, end), BEFORE.search(line[:start])
    of_digits = MAY_BE_AN_ID.fullmatch(line[start:end])
    if before and (of_digits or (A_ROOM.fullmatch(line[start:end]) and not behind)):
        return line[before.start() : end]
    return line[start : behind.end() if behind else end]


@lru_cache
def _search(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)")
