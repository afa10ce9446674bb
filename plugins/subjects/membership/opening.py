"""What the page of a tier opens with: whom it is for, three facts that tell it from others, and how to apply."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain, zip_longest

from .application.lead import Lead
from .application.link import ApplicationLink
from .components import Answer, before_applying, requirements_of
from .records import Criterion, Tier
from .tier_context import TierContext, before_id

FACTS = 3


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands below the title of a tier's page."""

    summary: str
    facts: tuple[Answer, ...]
    application: ApplicationLink


def opening(tier_id: str, context: TierContext) -> Opening:
    """Return what the page of a tier opens with.

    The facts are what other tiers answer differently: first one of each group, in order, then further ones.
    """
    tier = context.membership.tier(tier_id)
    groups = []
    for group, asked in zip(requirements_of(tier_id, context), context.membership.groups_of(tier), strict=True):
        rows = zip(group.rows, asked.criteria, strict=True)
        groups.append([row for row, criterion in rows if row.values and _tells_apart(criterion, tier, context)])
    spread = (row for row in chain.from_iterable(zip_longest(*groups)) if row)
    facts = tuple(row for row, _ in zip(spread, range(FACTS), strict=False))
    return Opening(tier.summary, facts, _application(tier, context))


def _application(tier: Tier, context: TierContext) -> ApplicationLink:
    """Return how one applies; first to what to know before, if the page tells that further below."""
    application = context.application(tier)
    below = "apply" in context.tier_pages[tier.id].shows and before_applying(tier, context)
    if not (application.lead and below):
        return application
    here = Lead(context.words["apply_below"], f"#{before_id(tier)}", what_for=application.lead.what_for)
    return replace(application, lead=here, example=False)


def _tells_apart(criterion: Criterion, tier: Tier, context: TierContext) -> bool:
    """Tell whether other tiers answer differently, and by more than their application, which stands below."""
    own = tier.requirements.get(criterion.id)
    others = [one.requirements.get(criterion.id) for one in context.membership.tiers]
    return not criterion.application_link and any(one != own for one in others)
