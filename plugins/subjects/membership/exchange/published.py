"""The tiers for programs: `tiers.json` with its JSON Schema, and what pages say of them in the terms of schema.org."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from components.directive import page_with
from sources.pages.page import PageSource
from sources.records.fields import ID
from sources.records.shapes import DIALECT, Plain, as_json

from ...loaded import Sources
from ..answers.as_json import PublishedAnswer, published_answer
from ..answers.items import Answer
from ..application.lead import Known, described
from ..application.link import inherited
from ..application.records import Application as AllApplications
from ..records import MEMBERSHIP, TIERS_SCHEMA, Membership, Tier

Id = Annotated[str, Field(pattern=f"^{ID.pattern}$", description="Stable: a title may change, this does not.")]
Address = Annotated[str, Field(description="Whole, or from the root of the site while its public address is unknown.")]
Reviewed = Annotated[date | None, Field(description="When somebody last checked the page; null if nobody has.")]


class Published(BaseModel):
    """Fields that are published together, taken from a record of the same name or given one by one."""

    model_config = ConfigDict(frozen=True, extra="forbid", from_attributes=True, defer_build=True)


class Coalition(Published):
    """Whose tiers these are."""

    name: str
    short_name: str
    address: Annotated[str | None, Field(description="The public address of its site; null while unknown.")]


class Criterion(Published):
    """Something that every tier answers."""

    id: Id
    title: str


class Group(Published):
    """Criteria that belong together."""

    id: Id
    title: str
    criteria: tuple[Criterion, ...]
    asked_of: Annotated[
        tuple[str, ...] | None,
        Field(serialization_alias="for", description="The ids of the only categories that answer; null: all do."),
    ]


class Standards(Published):
    """The minimum standards of a category."""

    introduction: str
    list: tuple[str, ...]


class Category(Published):
    """A kind of membership."""

    id: Id
    title: str
    summary: str | None
    standards: Standards | None
    within: Annotated[str | None, Field(description="The id of the category that it is a part of.")]


class Application(Published):
    """How one applies; whether applications are open at the moment stands on the page of the tier."""

    way: Annotated[
        Literal["form", "page", "email", "document", "invitation", "conversation"] | None,
        Field(description="The way to apply; null while there is none that is confirmed."),
    ]
    url: Annotated[str | None, Field(description="The address of the form, page or document, or of what tells more.")]
    email: Annotated[str | None, Field(description="The e-mail address for applications, or for whoever asks.")]
    full: Annotated[bool, Field(description="Whether every place is taken.")]


class PublishedTier(Published):
    """One way to be a member."""

    id: Id
    title: str
    category: Annotated[str | None, Field(description="The id of its category; null where there are none.")]
    label: Annotated[str | None, Field(description="A few words that stand beside its title.")]
    closed: Annotated[bool, Field(description="Whether it takes no new members.")]
    summary: str
    page: Address
    last_reviewed: Reviewed
    requirements: Annotated[
        dict[str, PublishedAnswer | None],
        Field(
            description="By the id of each criterion that it is asked: what the tier answers; "
            "null means that it is not stated."
        ),
    ]
    application: Application


class Called(Published):
    """The coalition's own word for a tier."""

    one: str
    many: str


class TiersFile(Published):
    """The tiers of membership of one coalition."""

    schema_: Annotated[str, Field(alias="$schema", description="The address of this schema.")]
    version: Annotated[Literal[2], Field(description="Of the format; another one when a field changes its meaning.")]
    language: Annotated[
        str, Field(description="Of its texts, such as es; what nobody has translated is in the main one of the site.")
    ]
    coalition: Coalition
    page: Annotated[str | None, Field(description="The page on membership; null if there is none.")]
    last_reviewed: Reviewed
    called: Annotated[Called | None, Field(description="Its own word for a tier; null: it calls them tiers.")]
    categories: tuple[Category, ...]
    groups: tuple[Group, ...]
    tiers: tuple[PublishedTier, ...]


def tiers_file(sources: Sources, canonical: str, prefix: str) -> TiersFile:
    """Return what is published; `canonical` is the address of the site or empty, `prefix` its path on the host."""
    membership, site, pages = sources.of(MEMBERSHIP), sources.site, sources.findable
    root, known = canonical or prefix, Known.of(sources)
    overview = page_with("tiers", pages)
    own = {page.front_matter.tier: page for page in pages}
    address = canonical or (site.address or "").rstrip("/")
    return TiersFile.model_validate(
        {
            "$schema": f"{root}/{TIERS_SCHEMA}",
            "version": 2,
            "language": site.language,
            "coalition": {
                "name": site.name,
                "short_name": site.short_name,
                "address": f"{address}/" if address else None,
            },
            "page": f"{root}/{overview.url}" if overview else None,
            "last_reviewed": overview and overview.front_matter.last_reviewed,
            "called": membership.tiers_called,
            "categories": membership.categories,
            "groups": membership.groups,
            "tiers": [
                {
                    **_tier(tier, own[tier.id], membership, root),
                    "application": described(_application(tier, membership), known, root),
                }
                for tier in membership.tiers
            ],
        }
    )


def tiers_json(published: TiersFile) -> bytes:
    """Return the file that programs read."""
    return as_json(published.model_dump(mode="json", by_alias=True))


@cache
def tiers_schema(root: str) -> bytes:
    """Return the JSON Schema of that file; `root` is what the addresses of the site begin with."""
    described = TiersFile.model_json_schema(mode="serialization", schema_generator=Plain)
    return as_json({"$schema": DIALECT, "$id": f"{root}/{TIERS_SCHEMA}", **described})


def _application(tier: Tier, membership: Membership) -> AllApplications:
    return AllApplications() if tier.closed else inherited(tier.application, membership.application)


def _tier(tier: Tier, page: PageSource, membership: Membership, root: str) -> dict[str, Any]:
    return {
        **{name: getattr(tier, name) for name in ("id", "title", "category", "label", "closed", "summary")},
        "page": f"{root}/{page.url}",
        "last_reviewed": page.front_matter.last_reviewed,
        "requirements": {name: published_answer(one) for name, one in answers_of(membership, tier)},
    }


def answers_of(membership: Membership, tier: Tier) -> Iterator[tuple[str, Answer]]:
    """Yield what a tier answers, by the id of each criterion, in the order of the file."""
    criteria = (one for group in membership.groups_of(tier) for one in group.criteria)
    yield from ((one.id, one.answer_of(tier)) for one in criteria)
