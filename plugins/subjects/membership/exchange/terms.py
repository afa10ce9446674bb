"""What pages say of the tiers in the terms of schema.org."""

from __future__ import annotations

from typing import Any

from components.directive import directives
from sources.pages.page import PageSource
from sources.words import Words

from ..answers.offers import offers
from ..answers.shown import shown_text
from ..records import Membership
from .published import answers_of


def membership_terms(page: PageSource, membership: Membership, words: Words) -> dict[str, Any]:
    """Return a MemberProgram for a page that compares all tiers, a MemberProgramTier for one that shows what it asks.

    See https://schema.org/MemberProgram. Requirements are given as text, and prices as offers too.
    """
    calls = [(one.name, *one.arguments) for one in directives(page.body)]
    tier_id = page.front_matter.tier
    if tier_id and ("requirements", tier_id) in calls:
        tier = membership.tier(tier_id)
        answers = [(membership.criterion(name).title, one) for name, one in answers_of(membership, tier)]
        asked = [shown_text(words, one) for _, answer in answers for one in answer.items]
        terms = {"@type": "MemberProgramTier", "name": tier.title, "hasTierRequirement": asked}
        offered = offers(answers)
        return {"mainEntity": terms, **({"about": offered} if offered else {})}
    if ("tiers",) in calls:
        tiers = [{"@type": "MemberProgramTier", "name": tier.title} for tier in membership.tiers_of(None)]
        return {"mainEntity": {"@type": "MemberProgram", "name": page.front_matter.title, "hasTiers": tiers}}
    return {}
