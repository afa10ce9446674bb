"""The headings of a component fit under the heading it stands under."""

import pytest

from components.directive import directives


@pytest.mark.parametrize(
    ("body", "under"),
    [
        ("::: ways", 1),
        ("## Ways\n\n::: ways", 2),
        ("## Ways\n\n### In short\n\n::: ways", 3),
        ("## Ways\n\n```\n#### no heading\n```\n\n::: ways", 2),
    ],
)
def test_a_directive_knows_the_heading_it_stands_under(body, under):
    assert [under] == [directive.under for directive in directives(body)]


@pytest.mark.parametrize("above", ["", "## Ways\n\n", "## Ways\n\n### In short\n\n"])
@pytest.mark.parametrize("directive", ["ways", "tiers", "requirements friend"])
def test_no_heading_of_a_page_skips_a_level(coalition, above, directive):
    coalition.change("pages/membership/index.md", "::: tiers", f"{above}::: {directive}")

    built = coalition.build()

    assert 0 == built.status, built.said
