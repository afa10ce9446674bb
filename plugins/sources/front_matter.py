"""The fields between the two `---` lines of a page."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .kinds import Day, Id, Line, Months, Record, Text, Title, Year, YesNo

# Search engines cut a description at about this length.
Description = Annotated[str, StringConstraints(min_length=1, max_length=170)]


class NextStep(Record):
    """What one group of visitors does next, shown on the home page."""

    audience: Title = Field(description="Who is spoken to, such as Service providers.")
    text: Line = Field(description="One sentence on what they find.")
    link: Title = Field(description="The words of the link.")
    page: str = Field(description="The page it leads to, such as membership/index or about#who-leads.")


class Period(Record):
    """Some years of the coalition's history and who led it then."""

    shown: Title = Field(description="The years as visitors read them, such as 2011 to 2014.")
    from_year: Year = Field(alias="from", description="The first year, for the drawing.")
    to_year: Year | None = Field(
        alias="to", default=None, description="The last year, for the drawing; empty while it lasts."
    )
    led_by: Line = Field(description="Who led.")
    coalition: Line = Field(description="Which coalition they led.")
    note: Line | None = Field(default=None, description="One sentence more, where needed.")


class FrontMatter(Record):
    """What a page says about itself."""

    title: Title = Field(description="The heading of the page and its name in the browser.")
    description: Description = Field(description="One sentence for search results; no two pages alike.")
    nav_title: Title | None = Field(default=None, description="A shorter name for menus and breadcrumbs.")
    lead: Text | None = Field(default=None, description="One or two sentences under the heading, in larger type.")
    template: Literal["page", "home"] = Field(
        default="page", description="The layout: page, or home for the home page."
    )
    status: Literal["published", "draft"] = Field(
        default="published", description="draft keeps the page off the public site."
    )
    last_reviewed: Day | None = Field(default=None, description="The day on which somebody last checked every word.")
    review_every: Months | None = Field(default=None, description="How often to check it, such as 6 months.")
    verbatim: YesNo = Field(default=False, description="yes: the coalition's own text, kept word for word.")
    tier: Id | None = Field(default=None, description="Makes this the page of that tier; each tier has one.")
    next_steps: tuple[NextStep, ...] = Field(
        default=(), description="For the home page: what each group of visitors does next."
    )
    timeline: tuple[Period, ...] = Field(default=(), description="For ::: timeline: who led in which years.")
