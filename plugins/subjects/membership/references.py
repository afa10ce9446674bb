"""Checks that every tier answers every criterion and no other; a criterion that changed is told once, not by tier."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sources.problems import Problem, Section, guess, nearest, quoted
from sources.records.ids import certain_ids, named, repeated_ids
from sources.yaml.nodes import Mapping, Node, Scalar
from sources.yaml.nodes import Sequence as NodeList

from .application_problems import form_address_problems


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
