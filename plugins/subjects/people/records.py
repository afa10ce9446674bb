"""The records of `content/data/people.yaml` and `members.yaml`: who belongs here, each with the consent to be shown."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from sources.files import LIST_LIMIT
from sources.problems import SectionOfGuide
from sources.records.data_file import DataFile
from sources.records.fields import ForStaff, Id, Named, PastDay, Record, Title, Year, YesNo, also, none_yet
from sources.records.web_addresses import RealAddress

LAST = "\uffff"  # sorts behind every letter
ARTICLES = ("the ", "a ", "an ")


def _year_in(value: Any) -> Any:
    """Return the year of a text that names one: May 2020, or since 2020."""
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", value) if isinstance(value, str) else ()
    return years[0] if len(years) == 1 else value


YearIn = Annotated[Year, BeforeValidator(_year_in)]


class Section(SectionOfGuide):
    """Where the guide tells about people and members."""

    SHOWN = "People and members"


class Listed(Record):
    """Somebody whom a list names, once they have agreed to it."""

    name: Title = Field(description="The name as visitors read it.")
    consent: PastDay | None = Field(
        default=None, description="The day on which they agreed in writing to be shown; without it they are not."
    )
    withdrawn: PastDay | None = Field(default=None, description="The day on which they took that back.")
    link: RealAddress | None = Field(
        default=None, description="Their own page elsewhere.", json_schema_extra=also("url", "website", "web")
    )
    picture: Named | None = Field(
        default=None,
        description="A portrait or logo in content/images, listed in images.yaml.",
        json_schema_extra=also("photo", "portrait", "logo", "image"),
    )
    sort_as: Annotated[Title | None, ForStaff()] = Field(
        default=None, description="What the list is sorted by instead of the name."
    )

    @property
    def shown(self) -> bool:
        """Tell whether visitors may see the entry."""
        return self.consent is not None and self.withdrawn is None

    def order(self, alphabet: str = "") -> str:
        """Return what lists sort by: the name without case, accents and a leading article.

        Letters that the alphabet of a language has besides those from a to z stand where it has them.
        """
        name = unicodedata.normalize("NFC", self.sort_as or self._sorted).casefold()
        for before, letter in pairwise(alphabet):
            if not letter.isascii():
                name = name.replace(letter, f"{before}{LAST}")
        plain = unicodedata.normalize("NFKD", name)
        text = "".join(sign for sign in plain if not unicodedata.combining(sign))
        return next((text.removeprefix(one) for one in ARTICLES if text.startswith(one)), text)

    @property
    def _sorted(self) -> str:
        return self.name


class Person(Listed):
    """A person, such as one of the board."""

    called = "person"

    role: Title | None = Field(
        default=None, description="What they do here, such as Treasurer.", json_schema_extra=also("position")
    )
    group: Annotated[Title | None, ForStaff()] = Field(
        default=None, description="The group they are shown in, by its id or title."
    )


class PeopleGroup(Record):
    """Some people who are shown together."""

    called = "group"

    id: Id = Field(description="Its short name in this file.")
    title: Title = Field(description="The heading, such as Board.")


class People(Record):
    """All people, in the order in which they are shown."""

    groups: Annotated[tuple[PeopleGroup, ...], BeforeValidator(none_yet)] = Field(
        default=(), description="The groups, in order."
    )
    people: Annotated[tuple[Person, ...], BeforeValidator(none_yet)] = Field(
        default=(), description="The people, in the order in which they are shown."
    )


class Member(Listed):
    """A member: an organization, or a person."""

    called = "member"

    tier: Annotated[Title | None, ForStaff()] = Field(
        default=None, description="The tier, by its id or title in membership.yaml."
    )
    person: YesNo = Field(default=False, description="yes if this is a person and no organization.")
    place: Title | None = Field(
        default=None, description="The town or region.", json_schema_extra=also("town", "city", "location")
    )
    since: YearIn | None = Field(
        default=None, description="The year in which they joined.", json_schema_extra=also("joined", "member_since")
    )

    @property
    def _sorted(self) -> str:
        """Return the name, of a person the family name first."""
        *first, last = self.name.split()
        return " ".join((last, *first)) if self.person else self.name


class Members(Record):
    """All members, in any order."""

    members: Annotated[tuple[Member, ...], BeforeValidator(none_yet)] = Field(
        default=(), description="The members; lists sort them by name."
    )


PEOPLE = DataFile("data/people.yaml", People, Section.SHOWN, LIST_LIMIT)
MEMBERS = DataFile("data/members.yaml", Members, Section.SHOWN, LIST_LIMIT)
