"""Signs that would be shown as they are."""

import pytest

LONELY = '"**" without a partner. Bold text stands close between two: **so**. For the signs themselves write \\*\\*.'


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
            '1:1: HTML such as "<p class="MsoNormal">" does not work here. '
            "Take it out; a blank line begins a paragraph.",
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
