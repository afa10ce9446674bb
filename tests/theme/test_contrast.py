"""The colors of the theme, computed from its tokens: WCAG 1.4.6 for text, 1.4.11 for what one can use."""

from __future__ import annotations

import re

import pytest

from conftest import THEME

CSS = THEME / "static" / "css"
LIGHT, DARK = 0, 1
SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])

PAGE = ("paper", "tint")
# Each color that text has, with every ground that it stands on.
TEXT = {"ink": PAGE, "soft": PAGE, "deep": PAGE, "leaf": PAGE, "paper": ("deep",), "#fff": ("night",),
        "#1d2433": ("sun",)}  # fmt: skip
# What shows a thing to use, or its state: the frame or ground of a button, the border of an application's state.
PARTS = {"deep": PAGE, "ink": PAGE, "leaf": PAGE}
# Behind no words, and nothing is known from them alone: rules between rows, dots, drawings with their text beside them.
ORNAMENT = {"line", "sun"}


def tokens(scheme: int) -> dict[str, str]:
    """Return the colors of the theme by name."""
    found = re.findall(r"--([\w-]+): (light-dark\((.+?), (.+?)\)|#\w+);", (CSS / "tokens.css").read_text("utf-8"))
    return {name: (light, dark)[scheme] if light else value for name, value, light, dark in found}


def luminance(color: str) -> float:
    """Return the relative luminance of WCAG 2.2, "Definitions"."""
    digits = color.removeprefix("#")
    pairs = [digit * 2 for digit in digits] if len(digits) == 3 else re.findall("..", digits)
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (int(pair, 16) / 255 for pair in pairs)
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str, scheme: int) -> float:
    """Return the contrast of two colors, each a token or a literal."""
    known = tokens(scheme)
    darker, brighter = sorted(luminance(known.get(color, color)) for color in (one, other))
    return (brighter + 0.05) / (darker + 0.05)


def values(properties: str) -> set[str]:
    """Return what the style sheets set some properties to, tokens by their names."""
    style = "\n".join(path.read_text("utf-8") for path in sorted(CSS.rglob("*.css")))
    return set(re.findall(rf"[{{;\s](?:{properties}): (?:var\(--)?([^;}})\s]+)", style))


def test_the_measure_is_that_of_wcag():
    assert 21 == pytest.approx(contrast("#000", "#ffffff", LIGHT))
    assert 4.54 == pytest.approx(contrast("#767676", "#fff", LIGHT), abs=0.005)


@SCHEMES
@pytest.mark.parametrize(("text", "ground"), [(text, ground) for text, grounds in TEXT.items() for ground in grounds])
def test_text_stands_out_seven_to_one(text, ground, scheme):
    assert contrast(text, ground, scheme) >= 7


@SCHEMES
@pytest.mark.parametrize(("part", "ground"), [(part, ground) for part, grounds in PARTS.items() for ground in grounds])
def test_what_one_can_use_stands_out_three_to_one(part, ground, scheme):
    assert contrast(part, ground, scheme) >= 3


@SCHEMES
@pytest.mark.parametrize("ground", [*PAGE, "night"])
def test_one_of_the_two_rings_around_the_focus_stands_out_on_every_ground(ground, scheme):
    assert max(contrast(ring, ground, scheme) for ring in ("ink", "sun")) >= 3


def test_the_style_sheets_use_no_other_colors():
    assert {*TEXT, "inherit"} == values("color")
    # Behind pictures that let the page through, which are drawn for white paper.
    paper = "light-dark(#0000,"
    assert {*PAGE, "deep", "night", "sun", "none", paper} == values("background")


def test_the_colors_that_a_visitor_chose_win_but_on_the_white_ground_of_a_logo():
    assert {"none"} == values("forced-color-adjust")
    assert (
        "forced-color-adjust: none" in re.search(r"\.on-white {.*}", (CSS / "components" / "mark.css").read_text())[0]
    )
