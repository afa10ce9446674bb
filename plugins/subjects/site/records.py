"""The facts of the whole site: `content/data/site.yaml`."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from sources.problems import Section
from sources.records.data_file import DataFile
from sources.records.fields import (
    ForStaff,
    Grade,
    Language,
    Languages,
    Line,
    Months,
    PastDay,
    Record,
    TimeZone,
    Title,
    YesNo,
    in_small_letters,
    one_or_several,
)
from sources.records.sentences import expected
from sources.records.telephones import NORTH_AMERICAN, mistyped_numbers
from sources.records.upkeep import NotYetGiven
from sources.records.web_addresses import RealAddress, SiteAddress

from .appearance import Colors, Logo, ShareImage
from .statements import Statements


def _contact(text: str) -> str:
    for number in mistyped_numbers(text):
        raise expected(NORTH_AMERICAN, number)
    return text


Contact = Annotated[Line, AfterValidator(_contact)]


class MenuEntry(Record):
    """One entry of a menu."""

    called = "navigation item"

    page: str = Field(description="The page, such as about or membership/index.")
    title: Title | None = Field(default=None, description="Another name for it in this menu.")


class FooterEntry(MenuEntry):
    """One entry of the menu at the bottom."""

    called = "footer navigation item"


class ExitLink(Record):
    """Where the exit link leads."""

    url: RealAddress = Field(description="A neutral site that many people visit, such as a weather service.")
    page: str | None = Field(
        default=None, description="The page that says what the exit link does not do, such as staying-safe."
    )


class ApprovedPerson(Record):
    """Somebody who agreed to be named on the site."""

    called = "approved person"

    name: Title = Field(description="The name as it stands on the site.")
    agreed: PastDay = Field(description="The day on which the person agreed in writing.")


class Wording(Record):
    """Words to think about before they are used, and better ones."""

    avoid: tuple[Title, ...] = Field(min_length=1, description="The words, in every form that they take.")
    instead: Line = Field(description="What to write instead, or why to leave them out.")


class Repository(Record):
    """Where the files of this site live on the web, for staff who edit them there."""

    url: RealAddress = Field(description="Its address, such as https://github.com/name/site.")
    branch: Annotated[Line, ForStaff()] = Field(
        default="main", description="The branch from which the site is published."
    )
    style: Annotated[Literal["github", "gitlab", "gitea"], BeforeValidator(in_small_letters)] = Field(
        default="github", description="The service; gitea also for Forgejo and Codeberg."
    )
    public_links: YesNo = Field(default=False, description="yes: the public site shows the edit links too.")


Lines = tuple[Title, ...]


def _name(fields: dict[str, Any]) -> str:
    """Return the full name, where no short one is given."""
    return str(fields["name"])


def _first_language(fields: dict[str, Any]) -> str:
    """Return the main language, where only all of them are given."""
    return str((fields.get("languages") or ("en",))[0])


def _if_any(statements: Any) -> Any:
    return {} if statements is None else statements


class Site(Record):
    """Who the site belongs to and how one gets around in it."""

    name: Title = Field(description="The full name of the organization.")
    short_name: Title = Field(default_factory=_name, description="The short name, beside the mark; else the full one.")
    place: Line | None = Field(default=None, description="Where the organization is based, in the footer.")
    languages: Languages = Field(default=(), description="Of a site in several: the main one first, as [en, es].")
    language: Language = Field(
        default_factory=_first_language, description="The language of a site that has one, such as en."
    )
    requires: Annotated[Lines, ForStaff(), BeforeValidator(one_or_several, json_schema_input_type=Title | Lines)] = (
        Field(default=(), description="What the site must never lose, such as help-lines or exit-link.")
    )
    time_zone: TimeZone = Field(default="UTC", description="The organization's time zone, such as America/Chicago.")
    address: SiteAddress | None = Field(default=None, description="The public address of this site, once it is known.")
    description: Line | None = Field(
        default=None, description="One sentence on the organization, at the foot of every page."
    )
    statements: Annotated[Statements, BeforeValidator(_if_any)] = Field(
        default_factory=Statements, description="Vision, mission and core values."
    )
    navigation: tuple[MenuEntry, ...] = Field(default=(), max_length=8, description="The menu at the top, in order.")
    footer_navigation: tuple[FooterEntry, ...] = Field(default=(), max_length=16, description="The menu at the bottom.")
    exit_link: ExitLink | None = Field(default=None, description="The link that leaves the site at once.")
    share_image: ShareImage | None = Field(default=None, description="The picture shown beside a shared link.")
    colors: Colors | None = Field(default=None, description="The colors of the organisation.")
    logo: Logo | None = Field(default=None, description="The logo, in place of the drawn mark.")
    repository: Repository | None = Field(
        default=None, description="Where staff edit the files on the web; pages then link to their files."
    )
    contact: Contact | None = Field(default=None, description="How to reach the organization, once it is given.")
    approved_people: Annotated[tuple[ApprovedPerson, ...], ForStaff()] = Field(
        default=(), description="Who has agreed to be named."
    )
    approved_phrases: Annotated[tuple[Title, ...], ForStaff()] = Field(
        default=(), description="What only looks like an address, a person or a telephone number."
    )
    forbidden_words: Annotated[tuple[Title, ...], ForStaff()] = Field(
        default=(), description="What must stand nowhere on the site."
    )
    wording: Annotated[tuple[Wording, ...], ForStaff()] = Field(
        default=(), description="Words that staff are asked to think about."
    )
    abbreviations: Annotated[tuple[Title, ...], ForStaff()] = Field(
        default=(), description="Short forms that every reader knows."
    )
    reading_grade: Grade = Field(default=9, description="The school grade that text should not pass.")
    not_yet_given: Annotated[tuple[NotYetGiven, ...], ForStaff()] = Field(
        default=(), description="Facts still to be asked for."
    )
    translation_grace: Months = Field(
        default=1, description="How long a translation may be behind before its page says so, such as 1 month."
    )

    @property
    def every_language(self) -> tuple[str, ...]:
        """Return all languages, the main one first."""
        return self.languages or (self.language,)


SECTIONS = {
    "languages": Section.LANGUAGES,
    "repository": Section.ON_THE_WEB,
    **dict.fromkeys(("approved_people", "approved_phrases", "forbidden_words"), Section.PEOPLE),
    **dict.fromkeys(("wording", "abbreviations", "reading_grade"), Section.PLAIN_WORDS),
    "translation_grace": Section.TRANSLATIONS,
}
SITE = DataFile("data/site.yaml", Site, Section.SITE, sections=SECTIONS)
