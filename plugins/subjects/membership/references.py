"""Checks that every tier answers every criterion and no other; a criterion that changed is told once, not by tier."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sources.problems import Problem, guess, nearest, quoted
from sources.records.fields import one_or_several
from sources.records.ids import certain_ids, ids_of, named, repeated_ids
from sources.yaml.nodes import Mapping, Node
from sources.yaml.nodes import Sequence as NodeList

from .answers.items import NOT_STATED
from .application.way_problems import form_address_problems
from .category import Around, is_asked
from .category_problems import around_in, category_problems, only_for


def requirement_problems(root: Node, criteria: Sequence[Node], tiers: Sequence[Node]) -> Iterator[Problem]:
    """Yield a problem for every criterion without an answer, and every answer without a criterion."""
    known = certain_ids(criteria)
    answers = [(tier, found) for tier in tiers if isinstance(found := tier.get("requirements"), Mapping)]
    if known is None or not answers:
        return
    given = [set(found.entries) for _, found in answers]
    changed = set(known).difference(*given) | set.intersection(*given).difference(known) if len(given) > 1 else set()
    yield from _changed_problems(criteria, answers[0][1], changed)
    others = _for_others(root, tiers)
    for tier, found in answers:
        yield from _answer_problems(tier, found, known, changed, others.get(id(tier), {}))


def _for_others(root: Node, tiers: Sequence[Node]) -> dict[int, dict[str, Node]]:
    """Return by tier the criteria that it is not asked, each with its group; nothing while categories are in doubt."""
    if any(category_problems(root)):
        return {}
    ways, found = around_in(list(root.each("categories"))), {}
    for tier in tiers:
        mine = tier.text_of("category")
        others = [group for group in root.each("groups") if not is_asked(ways, mine, only_for(group))]
        found[id(tier)] = {name: group for group in others for name in ids_of(group.each("criteria"))}
    return found


def _answer_problems(
    tier: Node, found: Mapping, known: Sequence[str], changed: Collection[str], others: dict[str, Node]
) -> Iterator[Problem]:
    subject = named("tier", tier)
    unknown = [name for name in found.entries if name not in known and name not in changed]
    misspelt = {nearest(name, known) for name in unknown}
    for name in unknown:
        message = f"{subject}: unknown requirement {quoted(name)}.{guess(name, known)}"
        yield Problem(found.entries[name].key_place, message)
    for name in [name for name in found.entries if name in others]:
        message = f"{subject}: answers {quoted(name)}, but {named('group', others[name])} is not for its category."
        hint = f'Delete the answer, or add "{tier.text_of("category")}" to the "for" of the group.'
        yield Problem(found.entries[name].key_place, f"{message} {hint}")
    missing = [quoted(name) for name in known if name not in {*found.entries, *changed, *misspelt, *others}]
    if missing:
        message = f'{subject}: no answer for {", ".join(missing)}. Write it down, or write "not stated".'
        yield Problem(found.key_place, message)
    elif not set(known).difference(others) and not found.entries:
        message = f'{subject}: no group is for its category, so that nothing is asked. Add it to the "for" of one.'
        yield Problem(tier.place, message)


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
        yield Problem(criterion.place, f"{named('criterion', criterion)}: no tier answers it. {hint}")
    for name in () if renamed else strange:
        message = f"every tier answers {quoted(name)}, but no criterion has this id. Put one in, or delete the answers."
        yield Problem(answers.entries[name].key_place, message)


def reference_problems(root: Node) -> Iterator[Problem]:
    """Yield a problem for every name in membership.yaml that does not fit the others."""
    groups, categories, tiers = (list(root.each(name)) for name in ("groups", "categories", "tiers"))
    criteria = [criterion for group in groups for criterion in group.each("criteria")]
    whole = all(isinstance(group.get("criteria"), NodeList) for group in groups)
    yield from repeated_ids("group", groups)
    yield from repeated_ids("criterion", criteria)
    yield from repeated_ids("category", categories)
    yield from repeated_ids("tier", tiers)
    yield from category_problems(root)
    if whole:
        yield from requirement_problems(root, criteria, tiers)
    yield from form_address_problems(root, tiers)


def with_every_answer(membership: dict[str, Any]) -> dict[str, Any]:
    """Return what membership.yaml holds, as plain values, with the answers that its criteria need, in their order.

    Requirements of no criterion are left out only where every criterion has an id. What is not of the expected shape
    stays as it is: the check tells it.
    """
    known = list(_criteria(membership))
    tiers = membership.get("tiers")
    ids = [criterion for criterion, _ in known]
    if not known or not all(isinstance(one, str) and one for one in ids) or not isinstance(tiers, list):
        return membership
    ways = {one["id"]: one.get("within") for one in membership.get("categories") or () if _has_id(one)}
    return {**membership, "tiers": [_answering(tier, known, ways) for tier in tiers]}


def _criteria(membership: dict[str, Any]) -> Iterator[tuple[Any, Any]]:
    """Yield the id of each criterion, with the categories that its group is for."""
    for group in membership.get("groups") or ():
        for criterion in group.get("criteria") or () if isinstance(group, dict) else ():
            yield criterion.get("id") if isinstance(criterion, dict) else None, one_or_several(group.get("for") or None)


def _has_id(record: Any) -> bool:
    return isinstance(record, dict) and isinstance(record.get("id"), str)


def _answering(tier: Any, criteria: list[tuple[Any, Any]], ways: Around) -> Any:
    if not isinstance(tier, dict) or not isinstance(tier.get("requirements"), dict):
        return tier
    given = tier["requirements"]
    asked = [name for name, only in criteria if given.get(name) or is_asked(ways, tier.get("category"), only)]
    return {**tier, "requirements": {name: given.get(name, NOT_STATED) for name in asked}}
