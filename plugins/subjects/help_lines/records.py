"""The records of `content/data/help-lines.yaml`: dated facts with their source, shown on every page."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from sources.records.data_file import DataFile
from sources.records.days import months_after
from sources.records.fields import (
    Id,
    Languages,
    Line,
    Measured,
    Months,
    PastDay,
    PublicNumber,
    Record,
    Title,
    YesNo,
    in_small_letters,
)
from sources.records.sentences import expected
from sources.records.telephones import wanted_digits
from sources.records.web_addresses import RealAddress

DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
AROUND_NUMBER = re.compile("^tel: ?", re.IGNORECASE)


def _phone_number(text: str) -> str:
    text = AROUND_NUMBER.sub("", text.translate(DASHES))
    if not re.fullmatch(r"\+?[(0-9][0-9 ().-]*", text) or not re.search("[0-9]", text):
        raise expected('digits as people read them, such as "1-888-373-7888"', text)
    if wanted := wanted_digits(text):
        raise expected(wanted, text)
    return text


def _digits(number: str) -> str:
    return re.sub(r"[^0-9+]", "", number)


PhoneNumber = Annotated[str, AfterValidator(_phone_number)]
Checked = Annotated[Literal["read", "read in a copy", "called"], BeforeValidator(in_small_letters)]


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
    relay: Annotated[PhoneNumber | None, PublicNumber()] = Field(
        default=None, description="The number of the relay service (TTY) through which to call, such as 711."
    )
    video: RealAddress | None = Field(
        default=None, description="The page from which one can call by video, in sign language."
    )
    hours: Line | None = Field(default=None, description="When somebody answers.")
    languages: Line | None = Field(default=None, description="The languages, as the line itself states them.")
    answers_in: Languages = Field(
        default=(), description="The languages of this site in which somebody answers, such as [en, es]."
    )
    area: Line | None = Field(default=None, description="Where the people live whom it serves.")
    confidentiality: Annotated[Line | None, Measured()] = Field(
        default=None, description="What they tell others, and when, in plain words."
    )
    note: Annotated[Line | None, Measured()] = Field(default=None, description="One sentence more, where needed.")
    source: RealAddress = Field(description="The public page that says so.")
    last_reviewed: PastDay = Field(description="The day on which somebody last compared it with its source.")
    checked: Checked | None = Field(
        default=None, description="What was done that day: read (at its source), read in a copy (of it), or called."
    )
    review_every: Months = Field(default=6, description="How often to compare it, such as 6 months.")

    @property
    def task(self) -> str:
        """Return what to do when it is overdue; nobody calls the emergency number to try it."""
        return "Read its source" if self.emergency else "Call it or read its source"

    @property
    def tel(self) -> str:
        """Return the number as a tel: link takes it: digits; a whole North American number with its +."""
        digits = _digits(self.number)
        return f"+{digits}" if re.fullmatch(r"1[0-9]{10}", digits) else digits

    @property
    def due(self) -> date:
        """Return the day by which it should be compared with its source again."""
        return months_after(self.last_reviewed, self.review_every)

    @property
    def sms(self) -> str:
        """Return the text number as an sms: link takes it."""
        return _digits(self.text or "")

    @property
    def relay_tel(self) -> str:
        """Return the number of the relay service as a tel: link takes it."""
        return _digits(self.relay or "")


class HelpLines(Record):
    """All help lines, in the order of the file."""

    help_lines: tuple[HelpLine, ...] = Field(min_length=1, description="The lines, in order.")

    def in_order(self, language: str = "") -> tuple[HelpLine, ...]:
        """Return the lines with the emergency number first, then those that answer in a language."""
        return tuple(sorted(self.help_lines, key=lambda line: (not line.emergency, language not in line.answers_in)))


HELP_LINES = DataFile("data/help-lines.yaml", HelpLines, "Help lines")
