"""The headings of a component fit under the heading it stands under."""

import pytest


@pytest.mark.parametrize(
    ("above", "level"),
    [
        ("", 2),
        ("## Ways\n\n", 3),
        ("## Ways\n\n### In short\n\n", 4),
        ("Ways\n----\n\n", 3),
        ("## Ways\n\n```\n#### no heading\n```\n\n", 3),
    ],
)
def test_the_headings_of_a_component_stand_one_level_below_the_heading_above_it(coalition, above, level):
    coalition.change("pages/membership/index.md", "::: tiers", f"{above}::: ways")

    page = coalition.build().page("membership")

    assert page.select_one(".ways").find(f"h{level}")
    assert not page.select_one(".ways").find(f"h{level - 1}")


@pytest.mark.parametrize("above", ["", "## Ways\n\n", "## Ways\n\n### In short\n\n"])
@pytest.mark.parametrize("directive", ["ways", "tiers", "requirements friend"])
def test_no_heading_of_a_page_skips_a_level(coalition, above, directive):
    coalition.change("pages/membership/index.md", "::: tiers", f"{above}::: {directive}")

    built = coalition.build()

    assert 0 == built.status, built.said
