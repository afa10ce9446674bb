"""The records of `content/data/help-lines.yaml`: dated facts with their source, shown on every page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from sources.problems import Problem
from sources.records.data_file import DataFile
from sources.records.fields import (
    Id,
    Line,
    Measured,
    Months,
    PastDay,
    PublicNumber,
    Record,
    Title,
    YesNo,
    expected,
    months_after,
)
from sources.records.ids import repeated_ids
from sources.records.telephones import wanted_digits
from sources.records.web_addresses import RealAddress
from sources.yaml.nodes import Node


def _phone_number(text: str) -> str:
    if not re.fullmatch(r"\+?[(0-9][0-9 ()-]*", text) or not re.search("[0-9]", text):
        raise expected('digits as people read them, such as "1-888-373-7888"', text)
    if wanted := wanted_digits(text):
        raise expected(wanted, text)
    return text


PhoneNumber = Annotated[str, AfterValidator(_phone_number)]


class HelpLine(Record):
    """One line that a person can call or text."""

    called = "help line"

    id: Id = Field(description="Its short name in this file.")
    name: Title = Field(description="What it is called.")
    emergency: YesNo = Field(default=False, description="yes for the emergency number; it stands first.")
    number: Annotated[PhoneNumber, PublicNumber()] = Field(description="The number to call, written as people read it.")
    text: Annotated[PhoneNumber | None, PublicNumber()] = Field(
        default=None, description="The number for text messages."
    )
    chat: RealAddress | None = Field(default=None, description="The page on which one can write to them.")
    area: Line | None = Field(default=None, description="Where the people live whom it serves.")
    languages: Line | None = Field(default=None, description="The languages spoken.")
    hours: Line | None = Field(default=None, description="When somebody answers.")
    note: Annotated[Line | None, Measured()] = Field(default=None, description="One sentence more, where needed.")
    source: RealAddress = Field(description="The public page that says so.")
    last_reviewed: PastDay = Field(description="The day on which somebody last compared it with its source.")
    review_every: Months = Field(default=6, description="How often to compare it, such as 6 months.")

    @property
    def task(self) -> str:
        """Return what to do when it is overdue; nobody calls the emergency number to try it."""
        return "Read its source" if self.emergency else "Call it or read its source"

    @property
    def tel(self) -> str:
        """Return the number as a tel: link takes it: digits; a whole North American number with its +."""
        digits = re.sub(r"[^0-9+]", "", self.number)
        return f"+{digits}" if re.fullmatch(r"1[0-9]{10}", digits) else digits

    @property
    def due(self) -> date:
        """Return the day by which it should be compared with its source again."""
        return months_after(self.last_reviewed, self.review_every)

    @property
    def sms(self) -> str | None:
        """Return the text number as an sms: link takes it."""
        return re.sub(r"[^0-9+]", "", self.text) if self.text else None


class HelpLines(Record):
    """All help lines, in the order of the file."""

    help_lines: tuple[HelpLine, ...] = Field(min_length=1, description="The lines, in order.")

    @property
    def in_order(self) -> tuple[HelpLine, ...]:
        """Return the lines with the emergency number first."""
        return tuple(sorted(self.help_lines, key=lambda line: not line.emergency))


GUIDE = "Help lines"  # the section of the guide for staff
HELP_LINES = DataFile("data/help-lines.yaml", HelpLines, GUIDE)


def help_line_problems(root: Node) -> Iterator[Problem]:
    """Yield a problem for every help line whose id another has."""
    yield from repeated_ids("help line", root.each("help_lines"), GUIDE)
