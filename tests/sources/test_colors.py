"""The colors of the theme, contrast as WCAG measures it, shades as OKLCH has them, the nearest color that is read."""

from math import degrees

import pytest

from conftest import THEME
from sources.colors import InBoth, color_of, contrast, nearest, read_theme_colors, shade_of
from subjects.site.colors import GROUNDS

PAPER, NIGHT = "#fbf8f2", "#14181f"
COLORS = pytest.mark.parametrize("color", ["#ffd400", "#2e8b57", "#ff69b4", "#808080", "#00ffff", "#e2a33b", "#0000ff"])


def reads_on(ground: str, least: float = 4.5):
    return lambda color: contrast(color, ground) >= least


def test_the_measure_is_that_of_wcag():
    assert 21 == pytest.approx(contrast("#000000", "#ffffff"))
    assert 4.54 == pytest.approx(contrast("#767676", "#ffffff"), abs=0.005)


def test_shades_are_those_of_css():
    """As `oklch(from red l c h)` gives them in a browser."""
    red = shade_of("#ff0000")

    assert (0.628, 0.2577, 29.23) == pytest.approx((red.lightness, red.chroma, degrees(red.hue)), abs=0.005)


@COLORS
def test_a_shade_is_its_color_again(color):
    assert color == color_of(shade_of(color))


def test_a_shade_that_no_screen_shows_loses_chroma_and_keeps_its_lightness():
    shown = shade_of(color_of(shade_of("#ff0000")._replace(lightness=0.9)))

    assert 0.9 == pytest.approx(shown.lightness, abs=0.005)
    assert shown.chroma < 0.1


@COLORS
@pytest.mark.parametrize(("ground", "lighter"), [(PAPER, False), (NIGHT, True)], ids=["on paper", "by night"])
def test_the_nearest_color_can_be_read_and_no_nearer_one_could(color, ground, lighter):
    found = nearest(color, reads_on(ground), lighter=lighter)

    assert contrast(found, ground) >= 4.5
    assert found == color or contrast(found, ground) < 4.6


@COLORS
def test_the_nearest_color_has_the_same_hue(color):
    before, after = shade_of(color), shade_of(nearest(color, reads_on(PAPER), lighter=False))

    assert before.chroma < 0.001 or degrees(before.hue) == pytest.approx(degrees(after.hue), abs=2)


def test_where_nothing_fits_it_is_black_or_white():
    assert "#000000" == nearest("#808080", reads_on("#808080", 22), lighter=False)
    assert "#ffffff" == nearest("#808080", reads_on("#808080", 22), lighter=True)


def test_they_are_read_in_light_and_in_dark(tmp_path):
    tokens = tmp_path / "static/css/tokens.css"
    tokens.parent.mkdir(parents=True)
    tokens.write_text(":root { --paper: light-dark(#fbf8f2, #14181f); --sun: #e2a33b; --gap: 1rem; --old: #ccc }")

    assert {
        "paper": InBoth("#fbf8f2", "#14181f"),
        "sun": InBoth("#e2a33b", "#e2a33b"),
    } == read_theme_colors(tmp_path)


def test_a_theme_without_tokens_has_none(tmp_path):
    assert {} == read_theme_colors(tmp_path)


def test_the_theme_names_all_that_the_colors_of_an_organisation_are_measured_by():
    assert {*GROUNDS, "ink", "sun"} <= read_theme_colors(THEME).keys()
