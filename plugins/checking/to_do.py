"""What the coalition still has to give or confirm: listed by every check, counted by every build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sources.pages.page import place_of
from sources.problems import Place, count
from sources.yaml.nodes import Node
from subjects.membership.application import inherited, is_confirmed
from subjects.membership.application_records import BEFORE, DATES, Application
from subjects.membership.records import Tier
from subjects.site.records import NotYetGiven

from .check import Sources
from .reviews import reviews

# What visitors should know before they apply, in the order of the page; each is shown once it is given.
WANTED = dict(
    zip(
        BEFORE,
        ("who runs the form", "how long it takes", "what to have ready", "what happens next", "who decides"),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class ToDo:
    """One fact that is missing, not confirmed or overdue for review, and where it would be given."""

    text: str
    place: Place
    overdue: bool = False

    def __str__(self) -> str:
        return f"Overdue: {self.place}: {self.text}" if self.overdue else self.text


def to_do(sources: Sources) -> tuple[ToDo, ...]:
    """Return an entry for each review that is overdue, fact that is missing or not confirmed, and draft."""
    return (
        *_overdue(sources),
        *_applications(sources),
        *_before_applying(sources),
        *_plain_words(sources),
        *_not_yet_given(sources.site.not_yet_given, sources.nodes.site),
        *_not_yet_given(sources.membership.not_yet_given, sources.nodes.membership),
        *(ToDo(f"{page.file} is a draft and not on the public site.", page.place("status")) for page in sources.drafts),
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
        said.append(f"{count(places, 'place')} of wording to think about")
    what = "it" if things + places == 1 else "them"
    return f"{', '.join(said)}; `make check` lists {what}." if said else "Nothing is left to confirm."


def _applications(sources: Sources) -> Iterator[ToDo]:
    for tier, node in _tiers(sources):
        application = inherited(tier.application, sources.membership.application)
        if not is_confirmed(application):
            found = f"the address {application.url} is only an example" if application.url else "no address is given"
            text = f'Application form of "{tier.title}": {found}. The public site links to none until it is confirmed.'
            yield ToDo(text, place_of(node.get("application") or node, "url"))


def _before_applying(sources: Sources) -> Iterator[ToDo]:
    membership, shared = sources.membership, sources.nodes.membership.get("application")
    tiers_by_gap: dict[tuple[str, ...], list[tuple[str, Node]]] = {}
    for tier, node in _tiers(sources):
        gap = _gap(inherited(tier.application, membership.application))
        tiers_by_gap.setdefault(gap, []).append((f'"{tier.title}"', node))
    for gap, tiers in tiers_by_gap.items():
        if gap:
            every = len(tiers) == len(membership.tiers)
            whose = "any tier" if every else ", ".join(title for title, _ in tiers)
            text = f"What to know before applying, not given for {whose}: {', '.join(gap)}."
            yield ToDo(text, shared.key_place if every and shared else place_of(tiers[0][1], "application"))


def _plain_words(sources: Sources) -> Iterator[ToDo]:
    statements, node = sources.site.statements, sources.nodes.site.get("statements")
    plain = [
        ("vision", statements.vision.in_plain_words, node.get("vision") if node else None),
        ("mission", statements.mission.in_plain_words, node.get("mission") if node else None),
        *((f'"{tier.title}"', tier.in_plain_words, node) for tier, node in _tiers(sources)),
    ]
    waiting = [(whose, node) for whose, words, node in plain if words and not words.confirmed]
    if waiting:
        whose = ", ".join(whose for whose, _ in waiting)
        first = waiting[0][1].get("in_plain_words") if waiting[0][1] else None
        text = f"Plain words that the coalition has not confirmed, but visitors read: {whose}."
        yield ToDo(text, place_of(first or sources.nodes.site, "confirmed"))


def _gap(application: Application) -> tuple[str, ...]:
    missing = [words for name, words in WANTED.items() if not getattr(application, name)]
    timed = application.rolling or application.paused or any(getattr(application, name) for name in DATES)
    return tuple(missing if timed else [*missing, "when applications are accepted"])


def _not_yet_given(facts: Iterable[NotYetGiven], nodes: Node) -> Iterator[ToDo]:
    for entry, node in zip(facts, nodes.each("not_yet_given"), strict=True):
        yield ToDo(f"{entry.fact}: {entry.reason}", node.place)


def _overdue(sources: Sources) -> Iterator[ToDo]:
    for review in reviews(sources):
        if review.overdue:
            text = f"{review.subject}, last reviewed {review.last}, due {review.due}. {review.task}, and say when."
            yield ToDo(text, review.place, overdue=True)


def _tiers(sources: Sources) -> Iterator[tuple[Tier, Node]]:
    return zip(sources.membership.tiers, sources.nodes.membership.each("tiers"), strict=True)
