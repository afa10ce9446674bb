"""Lists that would run into the text around them, and text that would turn into code."""

import pytest

GLUED = "a list needs a blank line before it."
INDENTED = "four spaces or a tab before a paragraph show it as code. Begin it at the left edge."
MIXED = "this entry begins with another sign than the one above it. Use one sign, or a blank line between two lists."
LAZY = "this line would join the entry above it. Put a blank line before it, or two spaces if it belongs there."
SHALLOW = "what belongs to the entry above begins with four spaces, found 2."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bring:\n- food\n- drink", f"2:1: {GLUED}"),
        ("Bring:\n1. food\n2. drink", f"2:1: {GLUED}"),
        ("## Bring\nThese:\n* food", f"3:1: {GLUED}"),
        ("•\tfood\n•\tdrink", '1:1: a list entry starts with "- ", found "•".'),
        ("·   food\n·   drink", '1:1: a list entry starts with "- ", found "·".'),
        ("-food\n-drink", '1:1: a list entry starts with "- ", found "-f".'),
        ("-\u00a0food", '1:1: a list entry starts with "- ", found "-\\u00a0".'),
        ("\u2013 food\n\u2013 drink", '2:1: a list entry starts with "- ", found "\u2013".'),
        ("1) food\n2) drink", '1:1: a list entry starts with "1. ", found "1)".'),
        ("a) food\nb) drink", '1:1: a list entry starts with "1. ", found "a)".'),
        ("1.food", '1:1: a list entry starts with "1. ", found "1.f".'),
        ("- food\n1. drink", f"2:1: {MIXED}"),
        ("- food\n  - soup", f"2:3: {SHALLOW}"),
        ("- food\n\n  More on food.\n\n- drink", f"3:3: {SHALLOW}"),
        ("- food\n- drink\nThe end.", f"3:1: {LAZY}"),
        ("    We meet.", f"1:5: {INDENTED}"),
        ("\tWe meet.", f"1:2: {INDENTED}"),
        ("## When\n\n    We meet.", f"3:5: {INDENTED}"),
    ],
)
def test_a_slip_in_a_list_is_told_once_a_block(told, text, expected):
    assert [expected] == told(text)


@pytest.mark.parametrize(
    "text",
    [
        "- food\n- drink\n\nThe end.\n",
        "## Bring\n- food\n- drink\n",
        "- food\n  and more\n- drink\n",
        "- food\n    - soup\n    - bread\n- drink\n",
        "1. Who?\n\n    All.\n\n2. When?\n\n    Now.\n",
        "- a\n\n- b\n\n1. c\n2. d\n",
        " - a\n - b\n",
        "It began.\n2018. Then it went on.\n",
        "“So be it.”\n\u2014 Jane\n",
        "Text\n    over two lines.\n",
        "*so* it is\n",
        "* * *\n\n- - -\n",
        "-5 degrees\n",
        "::: ways\n- food\n",
    ],
)
def test_other_lists_are_fine(told, text):
    assert [] == told(text)
