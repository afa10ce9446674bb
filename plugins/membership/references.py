"""Checks across fields: every name that is used is declared, every criterion is answered.

They walk the nodes, not the records, so that they report even when other fields of the file are wrong. A list of names
with a mistake in it is not held against those who use the names: that mistake alone is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sources.ids import certain_ids, named, repeated_ids
from sources.nodes import Node, Scalar
from sources.nodes import Sequence as NodeList
from sources.problems import Problem, guess, quoted

from .form_addresses import form_address_problems
from .model import GUIDE
from .requirements import requirement_problems


def reference_problems(root: Node) -> Iterator[Problem]:
    """Yield a problem for every name in membership.yaml that does not fit the others."""
    groups, categories, tiers = (list(root.each(name)) for name in ("groups", "categories", "tiers"))
    criteria = [criterion for group in groups for criterion in group.each("criteria")]
    whole = all(isinstance(group.get("criteria"), NodeList) for group in groups)
    yield from repeated_ids("group", groups, GUIDE)
    yield from repeated_ids("criterion", criteria, GUIDE)
    yield from repeated_ids("category", categories, GUIDE)
    yield from repeated_ids("tier", tiers, GUIDE)
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
        yield Problem(unused[0].place, message, GUIDE)
        return
    for tier in strangers:
        category = tier.get("category")
        if isinstance(category, Scalar) and category.text:
            message = f"{named('tier', tier)}: unknown category {quoted(category.text)}.{guess(category.text, known)}"
            yield Problem(category.place, message, GUIDE)
    for category in () if strangers else unused:  # else which one is empty, nobody knows yet
        message = f"{named('category', category)}: no tier is in it. Add one, or delete the category."
        yield Problem(category.place, message, GUIDE)
