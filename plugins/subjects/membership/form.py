"""Membership in the editor: its form, and the names that fields of it, and of other files, may hold."""

from __future__ import annotations

from collections.abc import Mapping

from ..form import Form
from .answers.items import NOT_STATED
from .category_problems import empty_yet
from .records import Membership
from .tier_pages import fitting, pages_along


def choices(membership: Membership) -> Mapping[str, Mapping[str, str]]:
    """Return the names that fields may hold, with what visitors know each by."""
    questions = membership.guide.questions if membership.guide else ()
    return {
        **{name: {one.id: one.title for one in membership.categories} for name in ("category", "within", "for")},
        **{name: {one.id: one.title for one in membership.tiers} for name in ("tier", "left_out")},
        **{
            name: {one.id: one.title for group in membership.groups for one in group.criteria}
            for name in ("requirements", "criterion")
        },
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
    hints={"requirements": f"One value on each line. Empty: {NOT_STATED}."},
    complete=fitting,
    pages_along=pages_along,
    mended_later=empty_yet,
)
