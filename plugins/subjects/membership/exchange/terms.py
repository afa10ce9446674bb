"""What pages say of the tiers in the terms of schema.org."""

from __future__ import annotations

from typing import Any

from components.directive import directives
from sources.pages.page import PageSource

from ..answers.offers import offers
from ..records import Membership
from .published import answers_of


def membership_terms(page: PageSource, membership: Membership) -> dict[str, Any]:
    """Return a MemberProgram for a page that compares all tiers, a MemberProgramTier for one that shows what it asks.

    See https://schema.org/MemberProgram. What a tier asks is not told again: no search engine reads it there, and
    programs have a file of their own (published.py). Prices are given as offers.
    """
    calls = [(one.name, *one.arguments) for one in directives(page.body)]
    tier_id = page.front_matter.tier
    if tier_id and ("requirements", tier_id) in calls:
        tier = membership.tier(tier_id)
        answers = [(membership.criterion(name).title, one) for name, one in answers_of(membership, tier)]
        terms = {"@type": "MemberProgramTier", "name": tier.title}
        offered = offers(answers)
        return {"mainEntity": terms, **({"about": offered} if offered else {})}
    if ("tiers",) in calls:
        tiers = [{"@type": "MemberProgramTier", "name": tier.title} for tier in membership.tiers_of(None)]
        return {"mainEntity": {"@type": "MemberProgram", "name": page.front_matter.title, "hasTiers": tiers}}
    return {}
