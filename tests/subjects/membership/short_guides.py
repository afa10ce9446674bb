"""Guides in short, the ways through them, and what comes out."""

from __future__ import annotations

from subjects.membership.guide import Ask, Match, Outcome, Step
from subjects.membership.records import Guide

TIERS = ("ally", "member", "partner")


def guide(questions: dict[str, str], *rules: dict) -> Guide:
    """Return a guide; the answers of a question stand in one text."""
    return Guide.model_validate(
        {
            "questions": [
                {"id": name, "title": name, "answers": [{"id": one, "title": one} for one in answers.split()]}
                for name, answers in questions.items()
            ],
            "rules": rules,
        }
    )


def rule(tier: str, note: str | None = None, **answers: str) -> dict:
    """Return a rule; the answers to a question stand in one text."""
    return {"tier": tier, "note": note, "answers": {name: text.split() for name, text in answers.items()}}


def follow(step: Step, **answers: str) -> tuple[list[str], Outcome]:
    """Return the questions that somebody with these answers is asked, and what comes out."""
    asked = []
    while isinstance(step, Ask):
        asked.append(step.question.id)
        step = step.steps[[answer.id for answer in step.question.answers].index(answers[step.question.id])]
    return asked, step


def tiers(matches: tuple[Match, ...]) -> list[str]:
    """Return the tiers of matches."""
    return [match.tier for match in matches]


def points(match: Match) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return question, answer and wanted answers of each point."""
    return [(point.said.question.id, point.said.answer.id, point.wanted) for point in match.points]
