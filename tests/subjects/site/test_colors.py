"""The colors of an organisation: what cannot be read is refused with an offer; the rest is in its hue."""

import re

import pytest

from conftest import THEME
from sources.colors import contrast, read_theme_colors, shade_of
from subjects.site.appearance import Colors
from subjects.site.colors import palette

NEAREST = "expected at least 4.5 to 1. The nearest color that has it is"


def give(coalition, *lines: str) -> None:
    coalition.change("data/site.yaml", "place:", "\n".join(["colors:", *(f"  {line}" for line in lines), "place:"]))


def problems(coalition, *lines: str) -> list[str]:
    give(coalition, *lines)
    return coalition.problems()


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            ['accent: "#ffd400"'],
            '4:11: colors accent: text in "#ffd400" on light pages is hard to read: its contrast is 1.2 to 1, '
            f'{NEAREST} "#816a00". As the highlight, "#ffd400" itself is fine.',
        ),
        (
            ["accent: seagreen"],
            '4:11: colors accent: text in "seagreen" on light pages is hard to read: its contrast is 3.6 to 1, '
            f'{NEAREST} "#187b48".',
        ),
        (
            ['accent: "#12395b"', 'accent_dark: "#12395b"'],
            '5:16: colors accent_dark: text in "#12395b" on dark pages is hard to read: its contrast is 1.3 to 1, '
            f'{NEAREST} "#648cb3".',
        ),
        (
            ['accent: "#12395b"', "highlight: darkred"],
            '5:14: colors highlight: dark text on "darkred" is hard to read: its contrast is 1.5 to 1, '
            f'{NEAREST} "#e36252".',
        ),
    ],
    ids=["too pale", "nearly", "too dark by night", "too dark behind dark text"],
)
def test_what_cannot_be_read_is_refused_and_the_nearest_color_offered(coalition, lines, told):
    assert [f"content/data/site.yaml:{told}"] == problems(coalition, *lines)


def test_what_is_offered_is_taken(coalition):
    told = problems(coalition, 'accent: "#ffd400"')[0]
    offered = re.search(r'has it is "(#\w+)"', told)[1]
    coalition.change("data/site.yaml", '"#ffd400"', f'"{offered}"')

    assert [] == coalition.problems()


@pytest.mark.parametrize(
    "typed", ["#12395b", "#a1242b  # our red", "#8B1A1A", "# 8b1a1a", "'12395b'", "darkred", "18, 57, 91"]
)
def test_a_color_needs_no_quotes(coalition, typed):
    assert [] == problems(coalition, f"accent: {typed}")


def test_a_color_needs_no_quotes_within_braces(coalition):
    coalition.change("data/site.yaml", "place:", "colors: {accent: #12395b, highlight: #fd4 }\nplace:")

    assert ("#12395b", "#ffdd44") == (coalition.check().site.colors.accent, coalition.check().site.colors.highlight)


def test_pages_follow_the_accent_and_nothing_else_changes(coalition):
    plain = coalition.build().page("membership").style.get_text()
    give(coalition, "accent: darkred", 'accent_dark: "#ffaba3"')

    branded = coalition.build().page("membership").style.get_text()

    added = "@layer tokens{:root{--f:light-dark(#8b0000,#ffaba3);--g:light-dark(#732f27,#e9b6b1)}}"
    assert plain == branded.replace(added, "")


def test_the_sign_of_the_tab_follows_too(coalition):
    give(coalition, "accent: darkred", 'highlight: "#ffd400"')

    icon = coalition.build().page().find("link", rel="icon")["href"]

    assert "%20fill='%23ffd400'%20stroke='%2376160f'" in icon


@pytest.mark.parametrize("accent", ["#8b1a1a", "#1d7a43", "#6b2fa0", "#000000", "#7a6500", "#0057b8"])
def test_all_that_is_derived_has_the_hue_of_the_accent(accent):
    found, given = palette(Colors(accent=accent), read_theme_colors(THEME)), shade_of(accent)

    for color in (*found.accent, *found.quiet, found.night, found.between):
        shade = shade_of(color)
        assert min(shade.chroma, given.chroma) < 0.001 or shade.hue == pytest.approx(given.hue, abs=0.06), color


def test_what_was_given_is_not_changed():
    found = palette(Colors(accent="#1d7a43", accent_dark="#8fd4a8", highlight="#ffd400"), read_theme_colors(THEME))

    assert ("#1d7a43", "#8fd4a8", "#ffd400") == (*found.accent, found.highlight)


def test_a_theme_without_named_colors_has_a_palette_too():
    assert contrast(palette(Colors(accent="#8b1a1a"), {}).night, "#ffffff") >= 7
