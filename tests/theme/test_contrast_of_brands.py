"""The colors of organisations, computed as those of the theme are: every text on every ground, in light and in dark."""

import re

import pytest
from jinja2 import Environment, FileSystemLoader

from conftest import THEME
from sources.colors import TEXT as READABLE
from sources.colors import TOKEN, contrast, nearest, read_theme_colors
from subjects.site.appearance import Colors
from subjects.site.colors import palette

from .test_contrast import DARK, LIGHT, PAGE, PARTS, SCHEMES, TEXT, tokens

TEMPLATES = Environment(loader=FileSystemLoader(THEME / "templates"))
THEIRS = read_theme_colors(THEME)
PAPERS = [THEIRS[name].light for name in PAGE]


def accepted(color: str) -> str:
    """Return a color, or the nearest one that is accepted as an accent."""
    return nearest(color, lambda one: all(contrast(one, paper) >= READABLE for paper in PAPERS), lighter=False)


# All hues, dull and strong, from black to what is just dark enough; three of which the whole was looked at.
WHEEL = [
    f"#{red}{green}{blue}" for red in ("00", "80", "ff") for green in ("00", "80", "ff") for blue in ("00", "80", "ff")
]
BRANDS = [
    *(Colors(accent=accepted(color)) for color in WHEEL),
    Colors(accent="#8b1a1a"),
    Colors(accent="#7a6500", highlight="#ffd400"),
    Colors(accent="#1d7a43", accent_dark="#8fd4a8"),
    Colors(accent="#12395b", highlight="#9b7fbd"),
]
EACH = pytest.mark.parametrize("colors", BRANDS, ids=lambda one: "-".join(filter(None, one.model_dump().values())))


def tokens_of(colors: Colors, scheme: int) -> dict[str, str]:
    """Return the colors of the theme by name, as a page of the organisation has them."""
    style = TEMPLATES.get_template("partials/colors.css").render(
        colors=palette(colors, THEIRS), site={"colors": colors.model_dump()}
    )
    own = {name: both or (light, dark)[scheme] for name, light, dark, both in TOKEN.findall(style)}
    return tokens(scheme) | own


def measured(one: str, other: str, known: dict[str, str]) -> float:
    """Return the contrast of two colors, each a token or a literal."""
    return contrast(*(known.get(color, color if len(color) > 4 else f"#{color[1:] * 2}") for color in (one, other)))


@SCHEMES
@EACH
def test_every_text_can_be_read_on_every_ground_that_it_stands_on(colors, scheme):
    known = tokens_of(colors, scheme)
    found = {(text, ground): measured(text, ground, known) for text, grounds in TEXT.items() for ground in grounds}

    assert {} == {pair: ratio for pair, ratio in found.items() if ratio < READABLE}


@SCHEMES
@EACH
def test_what_one_can_use_and_a_ring_around_the_focus_stand_out_three_to_one(colors, scheme):
    known = tokens_of(colors, scheme)
    parts = {(part, ground): measured(part, ground, known) for part, grounds in PARTS.items() for ground in grounds}
    rings = {
        ("ring", ground): max(measured(ring, ground, known) for ring in ("ink", "sun")) for ground in (*PAGE, "night")
    }

    assert {} == {pair: ratio for pair, ratio in {**parts, **rings}.items() if ratio < 3}


@EACH
def test_what_the_software_chooses_reads_as_well_as_the_rest_of_the_theme(colors):
    by_day, by_night = tokens_of(colors, LIGHT), tokens_of(colors, DARK)
    chosen = [("leaf", ground, known) for ground in PAGE for known in (by_day, by_night)]
    chosen += [("#ffffff", "night", by_day)]
    chosen += [("deep", ground, by_night) for ground in PAGE] if colors.accent_dark is None else []

    assert [] == [(text, ground) for text, ground, known in chosen if measured(text, ground, known) < 7]


def test_no_other_token_follows():
    style = TEMPLATES.get_template("partials/colors.css").render(
        colors=palette(BRANDS[-1], THEIRS), site={"colors": BRANDS[-1].model_dump()}
    )

    assert {"deep", "leaf", "night", "sun", "tone"} == set(re.findall(r"--([\w-]+):", style))
