"""Every tier answers every criterion: a new one is not stated yet, and one that went takes its answers along."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .model import NOT_STATED


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
