"""Signs that would be shown as they are, lists that would run into the text around them, text taken for code."""

import pytest

GLUED = "a list needs a blank line before it."
INDENTED = "four spaces or a tab before a paragraph show it as code. Begin it at the left edge."
MIXED = "this entry begins with another sign than the one above it. Use one sign, or a blank line between two lists."
LAZY = "this line would join the entry above it. Put a blank line before it, or two spaces if it belongs there."
SHALLOW = "what belongs to the entry above begins with four spaces, found 2."
LONELY = '"**" without a partner. Bold text stands close between two: **so**. For the signs themselves write \\*\\*.'


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
def test_a_mistake_in_a_list_is_told_once_a_block(told, text, expected):
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We **meet.\n\nBring **food**.", f"1:4: {LONELY}"),
        ("We meet** now.", f"1:8: {LONELY}"),
        ("We ** 2 ** now.", f"1:4: {LONELY}"),
        ("A <b>word.", '1:3: "<b>" has no partner in its paragraph. Write </b> where it ends, or take it out.'),
        ("A word</i>.", '1:7: "</i>" has no partner in its paragraph. Write <i> where it begins, or take it out.'),
        (
            "<b>one\n\ntwo</b>",
            '1:1: "<b>" has no partner in its paragraph. Write </b> where it ends, or take it out.',
        ),
        ('A <b class="x">word</b>.', '1:3: "<b class="x">": a tag stands alone here, without more in it. Write <b>.'),
        ('<br clear="all">', '1:1: "<br clear="all">": a tag stands alone here, without more in it. Write <br>.'),
        (
            '<p class="MsoNormal">Hello</p>',
            '1:1: HTML such as "<p class="MsoNormal">" does not work here. Take it out; a blank line begins a paragraph.',
        ),
        (
            "<script>alert(1)</script>",
            '1:1: HTML such as "<script>" does not work here. Nothing runs on this site: take it out.',
        ),
        (
            '<iframe src="https://a.org/"></iframe>',
            '1:1: HTML such as "<iframe src="https://a.org/">" does not work here. '
            "What is embedded tells others of the visit: write a link instead, [words](address).",
        ),
        ("<marquee>Hello</marquee>", '1:1: HTML such as "<marquee>" does not work here. Take it out.'),
        (
            "<details>\nMore\n</details>",
            '1:1: HTML such as "<details>" does not work here. '
            "It holds <summary>words</summary>, its text, and </details>.",
        ),
        ("Text <!-- ask Jane", '1:6: a note opens here and is never closed: write "-->" behind it.'),
        ("## Fees {#fees}", '1:9: "{#fees}" is shown as it is. Take the signs out.'),
        ("Hello {{ name }}", '1:7: "{{ name }}" is shown as it is. Take the signs out.'),
    ],
)
def test_a_sign_that_would_be_shown_as_it_is_is_told(told, text, expected):
    problems = told(text)

    assert problems
    assert problems[0].startswith(expected)


@pytest.mark.parametrize(
    "text",
    [
        "**Bold**, ***both***, **[it](https://www.mo.gov/)** and *a **b** c*.",
        "Members* meet.\n\n*only some",
        "\\*\\* two stars \\*\\*",
        "Hi\n***\nthere",
        "`**` and `<b>` and `&#8238;`",
        "Ages <18, x < y > z, I <3 you, AT&T, &copy; &nbsp;",
        "Write to <office@cate.org> or office@cate.org, or see <https://www.mo.gov/>.",
        "[https://www.mo.gov/](https://www.mo.gov/)",
        "```\n<b> **\n&#8238; don`t\n```",
        "The `tier` is {set}.",
        "~~Monday~~ Tuesday, ~20 to ~30, ==so==, a == b, <b>so</b><br>and <sup>2</sup>",
        "Text <!-- ask Jane --> more.",
    ],
)
def test_other_signs_are_fine(told, text):
    assert [] == told(text)
