"""Checks that every tier answers every criterion and no other; a criterion that changed is told once, not by tier."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sources.ids import certain_ids, named
from sources.nodes import Mapping, Node
from sources.problems import Problem, guess, nearest, quoted

from .model import GUIDE


def requirement_problems(criteria: Sequence[Node], tiers: Sequence[Node]) -> Iterator[Problem]:
    """Yield a problem for every criterion without an answer, and every answer without a criterion."""
    known = certain_ids(criteria)
    answers = [(tier, found) for tier in tiers if isinstance(found := tier.get("requirements"), Mapping)]
    if known is None or not answers:
        return
    given = [set(found.entries) for _, found in answers]
    changed = set(known).difference(*given) | set.intersection(*given).difference(known) if len(given) > 1 else set()
    yield from _changed_problems(criteria, answers[0][1], changed)
    for tier, found in answers:
        yield from _answer_problems(named("tier", tier), found, known, changed)


def _answer_problems(subject: str, found: Mapping, known: Sequence[str], changed: Collection[str]) -> Iterator[Problem]:
    unknown = [name for name in found.entries if name not in known and name not in changed]
    misspelt = {nearest(name, known) for name in unknown}
    for name in unknown:
        message = f"{subject}: unknown requirement {quoted(name)}.{guess(name, known)}"
        yield Problem(found.entries[name].key_place, message, GUIDE)
    missing = [quoted(name) for name in known if name not in {*found.entries, *changed, *misspelt}]
    if missing:
        message = f'{subject}: no answer for {", ".join(missing)}. Write it down, or write "not stated".'
        yield Problem(found.key_place, message, GUIDE)


def _changed_problems(criteria: Sequence[Node], answers: Mapping, changed: Collection[str]) -> Iterator[Problem]:
    """Tell of criteria that no tier answers, and of answers that every tier gives though nothing asks for them."""
    strange = [name for name in answers.entries if name in changed]
    lost = [criterion for criterion in criteria if criterion.text_of("id") in changed]
    renamed = len(lost) == len(strange) == 1
    for criterion in lost:
        hint = (
            f"But every tier answers {quoted(strange[0])}. Was its id changed? Change it back."
            if renamed
            else f'Add "{criterion.text_of("id")}: ..." to each, or "{criterion.text_of("id")}: not stated".'
        )
        yield Problem(criterion.place, f"{named('criterion', criterion)}: no tier answers it. {hint}", GUIDE)
    for name in () if renamed else strange:
        message = f"every tier answers {quoted(name)}, but no criterion has this id. Put one in, or delete the answers."
        yield Problem(answers.entries[name].key_place, message, GUIDE)
