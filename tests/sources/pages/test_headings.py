"""Headings: one title a page, and none by accident."""

import pytest

UNDERLINED = "this line makes a heading of the one above it. Leave a blank line between them, or use ##."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Meetings", ['1:1: a second title: "Meetings". Use ##.']),
        ("#1 in Missouri", ['1:1: a second title: "1 in Missouri". Use ##. If the sign itself is meant, write \\#.']),
        ("### On Monday", ['1:1: the heading "On Monday" is two levels below the one before it. Use ##.']),
        (
            "## Meetings\n\n#### On Monday",
            ['3:1: the heading "On Monday" is two levels below the one before it. Use ###.'],
        ),
        ("# Meetings\n\n### On Monday", ['1:1: a second title: "Meetings". Use ##.']),
        ("## Meetings\\", ["1:1: a backslash at the end of a heading. Take it out."]),
        ("##", ["1:1: a heading without words. Write them behind it, or take it out."]),
        (" ## Meetings", ["1:2: a heading begins at the left edge. Take the spaces before it away."]),
        ("We meet.\n===", [f"2:1: {UNDERLINED}"]),
        ("We meet.\n---\nWe eat.", [f"2:1: {UNDERLINED}"]),
        ("We meet.\nWe eat.\n===", [f"3:1: {UNDERLINED}"]),
        ("Thanks!\n--\nJane", [f"2:1: {UNDERLINED}"]),
    ],
)
def test_a_heading_out_of_place_is_told_at_its_line(told, text, expected):
    assert expected == told(text)


@pytest.mark.parametrize(
    "text",
    [
        "## One\n\n### Two\n\n#### Three\n\n## Four ##\n",
        "##Close",
        "Text.\n## Heading\nMore.\n",
        "We meet.\n\n---\n\nWe eat.\n",
        "We meet.\nAnd talk.\n---\nWe eat.\n",
        "---\n\nWe meet.\n",
        "\\# no heading\n",
        "```\n# no heading\n===\n```\n",
    ],
)
def test_other_headings_and_rules_are_fine(told, text):
    assert [] == told(text)
