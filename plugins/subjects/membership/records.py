"""The records of `content/data/membership.yaml`: criteria, categories, tiers, and the guide to the right one."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from sources.problems import SectionOfGuide
from sources.records.data_file import DataFile
from sources.records.fields import (
    ForStaff,
    Id,
    Line,
    Measured,
    Record,
    Shown,
    Text,
    Title,
    YesNo,
    in_small_letters,
    one_or_several,
)
from sources.records.upkeep import NotYetGiven, PlainWords
from sources.records.web_addresses import Host

from .answers.items import Answer, Kind
from .answers.typed import Requirement
from .application.records import BEFORE, CLOSED, DATES, Application
from .called import Called
from .category import Category, around, is_asked


class Section(SectionOfGuide):
    """The sections of the guide for staff that are about tiers."""

    TIERS = "Changing a tier"
    NEW_TIER = "Adding a tier"
    FORM = "The application form"
    WINDOWS = "Opening and closing applications"
    GUIDE = "The guide to the right tier"
    SHAPES = "Other shapes of membership"


Ids = Annotated[tuple[Id, ...], Field(min_length=1)]
AnswerIds = Annotated[Ids, BeforeValidator(one_or_several, json_schema_input_type=Id | Ids)]


class Choice(Record):
    """One answer that a visitor may give."""

    called = "answer"

    id: Id = Field(description="Its short name in the rules.")
    title: Line = Field(description="The words that the visitor chooses.")


class Question(Record):
    """One question of the guide."""

    called = "question"

    id: Id = Field(description="Its short name in the rules.")
    title: Title = Field(description="The question, in plain words.")
    note: Text | None = Field(default=None, description="A sentence or two below it: what is unclear, what is meant.")
    criterion: Id | None = Field(default=None, description="The row of the comparison that it stands for.")
    answers: tuple[Choice, ...] = Field(min_length=2, max_length=8, description="The answers, in order.")


class Rule(Record):
    """The answers by which a tier may fit. Of several rules for a tier one is enough."""

    called = "rule"

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


class Criterion(Record):
    """A row of the comparison."""

    called = "criterion"

    id: Id = Field(description="Its short name in this file.")
    title: Title = Field(description="Its name in the table.")
    application_link: YesNo = Field(default=False, description="yes: this row also shows each tier's application link.")
    kind: Annotated[Kind, BeforeValidator(in_small_letters)] | None = Field(
        default=None, description="What every answer must be: yes-no, price, number, or text, shown as it was typed."
    )
    help: Text | None = Field(default=None, description='What it means, behind "What does this mean?" beside its name.')

    def answer_of(self, tier: Tier) -> Answer:
        """Return what a tier answers on this criterion."""
        answer = tier.requirements[self.id]
        return answer.in_words() if self.kind == "text" else answer


class Group(Record):
    """Rows that belong together under one heading."""

    called = "group"

    id: Id = Field(description="Its short name in this file.")
    title: Title = Field(description="The heading of these rows.")
    asked_of: AnswerIds | None = Field(
        default=None, alias="for", description="The categories whose tiers answer these rows; none: all tiers do."
    )
    criteria: tuple[Criterion, ...] = Field(min_length=1, description="The rows, in order.")


Label = Annotated[str, StringConstraints(min_length=1, max_length=40), Shown()]


class Tier(Record):
    """One way to be a member."""

    called = "tier"

    id: Id = Field(description="Its short name in this file, in directives and in the front matter of its page.")
    title: Title = Field(description="Its name on the site.")
    category: Annotated[Line | None, ForStaff()] = Field(
        default=None, description="The short name of its category, if there are any."
    )
    label: Label | None = Field(default=None, description="A few words beside its name, such as Most chosen.")
    closed: YesNo = Field(default=False, description="yes: it takes no new members. It is listed last.")
    summary: Annotated[Text, Measured()] = Field(description="One sentence on whom it is for.")
    in_plain_words: PlainWords | None = Field(default=None, description="What it asks in plain words, shown first.")
    requirements: dict[str, Requirement] = Field(
        description="Its answer on every criterion that it is asked: text, a list, or not stated."
    )
    application: Application = Field(default_factory=Application, description="Where one applies for this tier.")


class Membership(Record):
    """Everything about membership that is a fact."""

    groups: tuple[Group, ...] = Field(min_length=1, description="The rows of every comparison, in groups, in order.")
    tiers_called: Called | None = Field(default=None, alias="called", description="What you call a tier, if not tier.")
    categories: tuple[Category, ...] = Field(default=(), description="The categories, in order.")
    tiers: tuple[Tier, ...] = Field(min_length=1, max_length=20, description="The tiers, in order.")
    application: Application = Field(
        default_factory=Application, description="What the applications of all tiers share."
    )
    application_hosts: tuple[Host, ...] = Field(
        default=(), description="The only sites to which application links may lead."
    )
    pairs: Annotated[Literal["all", "category"], BeforeValidator(in_small_letters)] | None = Field(
        default=None,
        description="Which two tiers have a page that compares them: all, or category for those of one category. "
        "Without it all of up to six tiers, and those of one category where there are more.",
    )
    guide: Guide | None = Field(default=None, description="The questions that lead to the tiers that may fit.")
    not_yet_given: Annotated[tuple[NotYetGiven, ...], ForStaff()] = Field(
        default=(), description="Facts still to be asked for."
    )

    def tier(self, tier_id: str) -> Tier:
        """Return the tier of that id."""
        return next(tier for tier in self.tiers if tier.id == tier_id)

    def criterion(self, criterion_id: str) -> Criterion:
        """Return the criterion of that id."""
        return next(one for group in self.groups for one in group.criteria if one.id == criterion_id)

    def category(self, category_id: str) -> Category:
        """Return the category of that id."""
        return next(category for category in self.categories if category.id == category_id)

    def tiers_of(self, category_id: str | None) -> tuple[Tier, ...]:
        """Return the tiers of a category and of those within it, all for None: in order, closed ones last."""
        only, known = category_id and [category_id], around(self.categories)
        found = (tier for tier in self.tiers if is_asked(known, tier.category, only or None))
        return tuple(sorted(found, key=lambda tier: tier.closed))

    def groups_of(self, tier: Tier) -> tuple[Group, ...]:
        """Return the groups of criteria that a tier is asked, in order."""
        known = around(self.categories)
        return tuple(group for group in self.groups if is_asked(known, tier.category, group.asked_of))


TIERS_JSON, TIERS_SCHEMA, TIERS_CSV = (f"membership/tiers.{ending}" for ending in ("json", "schema.json", "csv"))
SECTIONS = {"application": Section.FORM, "application_hosts": Section.FORM, "guide": Section.GUIDE}
SECTIONS |= dict.fromkeys((*DATES, *CLOSED, *BEFORE), Section.WINDOWS)
SECTIONS |= dict.fromkeys(("called", "within", "for"), Section.SHAPES)
MEMBERSHIP = DataFile("data/membership.yaml", Membership, Section.TIERS, sections=SECTIONS)
