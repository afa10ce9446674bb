"""The colors of the theme, as plugins know them."""

from conftest import THEME
from sources.theme_colors import InBoth, read_theme_colors
from subjects.site.colors import GROUNDS


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
