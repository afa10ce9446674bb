"""The records of `guide` in `content/data/membership.yaml`: questions, and the answers by which a tier may fit."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from sources.kinds import Id, Line, Record, Text, Title


def _one_or_several(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Ids = Annotated[tuple[Id, ...], Field(min_length=1)]
AnswerIds = Annotated[Ids, BeforeValidator(_one_or_several, json_schema_input_type=Id | Ids)]


class Choice(Record):
    """One answer that a visitor may give."""

    id: Id = Field(description="Its short name in the rules.")
    title: Line = Field(description="The words that the visitor chooses.")


class Question(Record):
    """One question of the guide."""

    id: Id = Field(description="Its short name in the rules.")
    title: Title = Field(description="The question, in plain words.")
    note: Text | None = Field(default=None, description="A sentence or two below it: what is unclear, what is meant.")
    criterion: Id | None = Field(default=None, description="The row of the comparison that it stands for.")
    answers: tuple[Choice, ...] = Field(min_length=2, max_length=8, description="The answers, in order.")


class Rule(Record):
    """The answers by which a tier may fit. Of several rules for a tier one is enough."""

    tier: Id = Field(description="The tier that may fit.")
    answers: dict[Id, AnswerIds] = Field(
        default_factory=dict, description="By question, the answers that keep the tier possible; none: always possible."
    )
    note: Text | None = Field(default=None, description="A sentence shown with the tier when this rule holds.")


class Guide(Record):
    """The questions that lead to the tiers that may fit."""

    questions: tuple[Question, ...] = Field(min_length=1, max_length=6, description="The questions, in order.")
    rules: tuple[Rule, ...] = Field(min_length=1, description="Which answers lead to which tier.")
    left_out: tuple[Id, ...] = Field(default=(), description="Tiers that the guide leaves out on purpose.")

    def rules_of(self, tier_id: str) -> tuple[Rule, ...]:
        """Return the rules of a tier, in order."""
        return tuple(rule for rule in self.rules if rule.tier == tier_id)
