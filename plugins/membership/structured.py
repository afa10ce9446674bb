"""The membership in the terms of schema.org: what a page shows of it, said once more for machines."""

from __future__ import annotations

from typing import Any

from components.directive import directives
from sources.pages import PageSource

from .model import Membership


def membership_terms(page: PageSource, membership: Membership) -> dict[str, Any]:
    """Return a MemberProgram for a page that compares all tiers, a MemberProgramTier for one that shows what it asks.

    See https://schema.org/MemberProgram. Requirements are given as text.
    """
    calls = [(one.name, *one.arguments) for one in directives(page.body)]
    tier_id = page.front_matter.tier
    if tier_id and ("requirements", tier_id) in calls:
        tier = membership.tier(tier_id)
        asked = [text for texts in tier.requirements.values() for text in texts]
        return {"mainEntity": {"@type": "MemberProgramTier", "name": tier.title, "hasTierRequirement": asked}}
    if ("tiers",) in calls:
        tiers = [{"@type": "MemberProgramTier", "name": tier.title} for tier in membership.tiers]
        return {"mainEntity": {"@type": "MemberProgram", "name": page.front_matter.title, "hasTiers": tiers}}
    return {}
