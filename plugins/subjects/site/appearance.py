"""How a site looks by its own facts: its colors, its logo, the picture beside a link to it."""

from __future__ import annotations

from pydantic import Field

from sources.records.colors import Color
from sources.records.fields import Line, Record, YesNo


class ShareImage(Record):
    """The picture that messengers and social networks show beside a link to the site."""

    file: str = Field(description="A picture of which the middle is shown, best 1200 x 630 pixels: images/share.png.")
    words: Line = Field(description="What it shows, for those who do not see it.")


class Colors(Record):
    """The colors of the organisation."""

    accent: Color = Field(description="The color of links, buttons and large grounds, such as '#12395b'.")
    accent_dark: Color | None = Field(
        default=None, description="The same for dark screens; without it, a lighter one of that hue."
    )
    highlight: Color | None = Field(default=None, description="A bright color behind dark text and in small marks.")


class Logo(Record):
    """The logo, in place of the drawn mark."""

    file: str = Field(description="An SVG drawing, or a picture such as PNG: images/logo.svg.")
    file_dark: str | None = Field(
        default=None, description="The same for dark screens; without it, the logo stands on white there."
    )
    shows_name: YesNo = Field(default=False, description="yes: the name stands in it, and is not written beside it.")
    words: Line | None = Field(
        default=None, description="The words in it, for those who do not see it; without them, the short name."
    )
