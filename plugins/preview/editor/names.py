"""What fields of the editor may name: the categories, tiers, criteria and questions of the membership file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from membership.model import MEMBERSHIP, Membership
from sources.problems import ProblemsFound


@dataclass(frozen=True, slots=True)
class Names:
    """What fields may name: by the field, the names and how visitors know them; `below` the same for one of these."""

    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    below: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def names_in(content: Path) -> Names:
    """Return the names that the membership file declares; none while it cannot be read."""
    try:
        membership: Membership = MEMBERSHIP.record(MEMBERSHIP.nodes(content))
    except ProblemsFound:
        return Names()
    guide = membership.guide
    questions = guide.questions if guide else ()
    return Names(
        {
            "category": {one.id: one.title for one in membership.categories},
            "tier": {one.id: one.title for one in membership.tiers},
            "requirements": {one.id: one.title for group in membership.groups for one in group.criteria},
            "answers": {one.id: one.title for one in questions},
        },
        {one.id: {answer.id: answer.title for answer in one.answers} for one in questions},
    )
