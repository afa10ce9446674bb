"""What the organisation still has to give, confirm or look at again: listed by every check, counted by every build."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from sources.pages.page import place_of
from sources.problems import Place, command, count
from sources.records.fields import is_yes
from sources.records.upkeep import NotYetGiven, plain_words
from sources.records.walk import PlacedRecord
from sources.words import CONFIRMED
from subjects import present
from subjects.loaded import Sources
from subjects.subject import ToDo

from .approvals import unused_approvals
from .calendar import reviews
from .parity import translation_to_do


def to_do(sources: Sources) -> tuple[ToDo, ...]:
    """Return an entry for each review that is overdue, fact that is missing or not confirmed, and draft."""
    return (
        *_overdue(sources),
        *chain.from_iterable(one.to_do(sources) for one in present(sources)),
        *_plain_words(sources),
        *_words(sources),
        *_not_yet_given(sources),
        *unused_approvals(sources),
        *_drafts(sources),
        *translation_to_do(sources),
    )


def to_do_list(sources: Sources) -> str:
    """Return the list as text, or a line that says that nothing is left to do."""
    entries = to_do(sources)
    if not entries:
        return "Nothing is left to confirm."
    return "\n".join(
        [f"To do, {count(len(entries), 'thing')} to give or confirm:", *(f"  - {entry}" for entry in entries)]
    )


def waiting(things: int, places: int) -> str:
    """Return the line that says how much `make check` would list: things to confirm, and places to think about."""
    said = []
    if things:
        said.append(f"{count(things, 'thing')} {'waits' if things == 1 else 'wait'} to be confirmed")
    if places:
        said.append(f"{count(places, 'place')} to think about")
    what = "it" if things + places == 1 else "them"
    return f"{', '.join(said)}; `{command('check')}` lists {what}." if said else "Nothing is left to confirm."


def _plain_words(sources: Sources) -> Iterator[ToDo]:
    waiting = [found for found in sources.records() if (words := plain_words(found.record)) and not words.confirmed]
    if waiting:
        whose = ", ".join(map(_shown, waiting))
        text = f"Plain words that the organization has not confirmed, but visitors read: {whose}."
        first = waiting[0].node.get("in_plain_words")
        yield ToDo(text, place_of(first or waiting[0].node, "confirmed"))


def _words(sources: Sources) -> Iterator[ToDo]:
    """Yield an entry for each language while nobody answers for what the theme says in it."""
    for one in (sources, *sources.in_all_further):
        if not is_yes(one.words.get(CONFIRMED, "yes")):
            file = f"theme/words/{one.site.language}.yaml"
            text = f"What the site says by itself ({file}) has not been read by anybody who answers for it"
            yield ToDo(f"{text}: buttons, dates, help.", Place(file))


def _shown(found: PlacedRecord) -> str:
    title = found.node.text_of("title")
    return f'"{title}"' if title else found.field


def _not_yet_given(sources: Sources) -> Iterator[ToDo]:
    for found in sources.records():
        if isinstance(found.record, NotYetGiven):
            fact = found.record.fact
            yield ToDo(f"{fact}{'' if fact.endswith('?') else ':'} {found.record.reason}", found.node.place)


def _drafts(sources: Sources) -> Iterator[ToDo]:
    """Yield an entry for each page that stays off the public site until somebody changes that."""
    for page in (page for one in (sources, *sources.in_all_further) for page in one.drafts):
        if page.front_matter.status == "draft":
            yield ToDo(f"{page.file} is a draft and not on the public site.", page.place("status"))


def _overdue(sources: Sources) -> Iterator[ToDo]:
    for review in reviews(sources):
        if review.overdue:
            text = f"{review.subject}, last reviewed {review.last}, due {review.due}. {review.task}, and say when."
            yield ToDo(text, review.place, overdue=True)
