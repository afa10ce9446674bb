"""Membership in the editor: its form, and the names that fields of it, and of other files, may hold."""

from __future__ import annotations

from collections.abc import Mapping

from sources.problems import command

from ..subject import Form
from .answers.items import NOT_STATED
from .records import Membership
from .references import with_every_answer


def choices(membership: Membership) -> Mapping[str, Mapping[str, str]]:
    """Return the names that fields may hold, with what visitors know each by."""
    questions = membership.guide.questions if membership.guide else ()
    return {
        **{name: {one.id: one.title for one in membership.categories} for name in ("category", "within", "for")},
        "tier": {one.id: one.title for one in membership.tiers},
        "requirements": {one.id: one.title for group in membership.groups for one in group.criteria},
        "answers": {one.id: one.title for one in questions},
    }


def below(membership: Membership) -> Mapping[str, Mapping[str, str]]:
    """Return the answers to each question of the guide."""
    questions = membership.guide.questions if membership.guide else ()
    return {one.id: {answer.id: answer.title for answer in one.answers} for one in questions}


FORM = Form(
    "Tiers and requirements",
    shown_by="tiers",
    choices=choices,
    below=below,
    added_elsewhere={"tiers": f"A new tier also needs a page: use {command('new-tier')}."},
    hints={"requirements": f"One value on each line, or: {NOT_STATED}"},
    complete=with_every_answer,
)
