"""Contrast as WCAG measures it, shades as OKLCH has them, and the nearest color that can be read."""

from math import degrees

import pytest

from sources.contrast import color_of, contrast, nearest, shade_of

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
