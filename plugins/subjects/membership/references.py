"""Checks that every tier answers every criterion and no other; a criterion that changed is told once, not by tier."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sources.problems import Problem, guess, nearest, quoted
from sources.records.ids import certain_ids, named, repeated_ids
from sources.yaml.nodes import Mapping, Node, Scalar
from sources.yaml.nodes import Sequence as NodeList

from .answers.items import NOT_STATED
from .application.problems import form_address_problems
from .records import Section


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
        yield Problem(found.entries[name].key_place, message, Section.TIERS)
    missing = [quoted(name) for name in known if name not in {*found.entries, *changed, *misspelt}]
    if missing:
        message = f'{subject}: no answer for {", ".join(missing)}. Write it down, or write "not stated".'
        yield Problem(found.key_place, message, Section.TIERS)


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
        yield Problem(criterion.place, f"{named('criterion', criterion)}: no tier answers it. {hint}", Section.TIERS)
    for name in () if renamed else strange:
        message = f"every tier answers {quoted(name)}, but no criterion has this id. Put one in, or delete the answers."
        yield Problem(answers.entries[name].key_place, message, Section.TIERS)


def reference_problems(root: Node) -> Iterator[Problem]:
    """Yield a problem for every name in membership.yaml that does not fit the others."""
    groups, categories, tiers = (list(root.each(name)) for name in ("groups", "categories", "tiers"))
    criteria = [criterion for group in groups for criterion in group.each("criteria")]
    whole = all(isinstance(group.get("criteria"), NodeList) for group in groups)
    yield from repeated_ids("group", groups, Section.TIERS)
    yield from repeated_ids("criterion", criteria, Section.TIERS)
    yield from repeated_ids("category", categories, Section.TIERS)
    yield from repeated_ids("tier", tiers, Section.TIERS)
    yield from _category_problems(categories, tiers)
    if whole:
        yield from requirement_problems(criteria, tiers)
    yield from form_address_problems(root, tiers)


def _category_problems(categories: Sequence[Node], tiers: Sequence[Node]) -> Iterator[Problem]:
    known = certain_ids(categories)
    used = {tier.text_of("category") for tier in tiers}
    if known is None or not used:
        return
    unused = [category for category in categories if category.text_of("id") not in used]
    strangers = [tier for tier in tiers if tier.text_of("category") not in known]
    if len(unused) == 1 and len(strangers) > 1 and len({tier.text_of("category") for tier in strangers}) == 1:
        elsewhere = f"but {len(strangers)} tiers are in {quoted(strangers[0].text_of('category'))}"
        message = f"{named('category', unused[0])}: no tier is in it, {elsewhere}. Was its id changed? Change it back."
        yield Problem(unused[0].place, message, Section.TIERS)
        return
    for tier in strangers:
        category = tier.get("category")
        if isinstance(category, Scalar) and category.text:
            message = f"{named('tier', tier)}: unknown category {quoted(category.text)}.{guess(category.text, known)}"
            yield Problem(category.place, message, Section.TIERS)
    for category in () if strangers else unused:  # else which one is empty, nobody knows yet
        message = f"{named('category', category)}: no tier is in it. Add one, or delete the category."
        yield Problem(category.place, message, Section.TIERS)


def with_every_answer(membership: dict[str, Any]) -> dict[str, Any]:
    """Return what membership.yaml holds, as plain values, with the answers that its criteria need, in their order.

    Requirements of no criterion are left out only where every criterion has an id. What is not of the expected shape
    stays as it is: the check tells it.
    """
    known = list(_criteria(membership))
    tiers = membership.get("tiers")
    if not known or not all(isinstance(one, str) and one for one in known) or not isinstance(tiers, list):
        return membership
    return {**membership, "tiers": [_answering(tier, known) for tier in tiers]}


def _criteria(membership: dict[str, Any]) -> Iterator[Any]:
    for group in membership.get("groups") or ():
        for criterion in group.get("criteria") or () if isinstance(group, dict) else ():
            yield criterion.get("id") if isinstance(criterion, dict) else None


def _answering(tier: Any, criteria: list[Any]) -> Any:
    if not isinstance(tier, dict) or not isinstance(tier.get("requirements"), dict):
        return tier
    given = tier["requirements"]
    return {**tier, "requirements": {name: given.get(name, NOT_STATED) for name in criteria}}
