"""Signs that would be shown as they are."""

import pytest

LONELY = '"**" without a partner. Bold text stands close between two: **so**. For the signs themselves write \\*\\*.'
UNSEEN = "Delete it; it often comes with pasted text."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We **meet.\n\nBring **food**.", f"1:4: {LONELY}"),
        ("We meet** now.", f"1:8: {LONELY}"),
        ("We ** meet ** now.", f"1:4: {LONELY}"),
        ("**[it](https://www.mo.gov/)", f"1:1: {LONELY}"),
        ("A <b>word</b>.", '1:3: HTML does not work here: "<b>" and 1 more. Take it out.'),
        ('<p class="MsoNormal">Hello</p>\n<br/>', '1:1: HTML does not work here: "<p class="MsoNormal">" and 2 more.'),
        ("Text <!-- ask Jane --> more.", '1:6: HTML does not work here: "<!--". Take it out.'),
        (
            "See https://www.mo.gov/.",
            "1:5: an address alone makes no link. Write <https://www.mo.gov/>, or better [words](https://www.mo.gov/).",
        ),
        (
            "See <www.mo.gov>.",
            "1:6: an address alone makes no link. Write <https://www.mo.gov>, or better [words](https://www.mo.gov).",
        ),
        ("## Fees {#fees}", '1:9: "{#fees}" is shown as it is. Take the signs out.'),
        ("Hello {{ name }}", '1:7: "{{ name }}" is shown as it is. Take the signs out.'),
        ("~~Monday~~ Tuesday", '1:1: "~~Monday~~" is shown as it is. Take the signs out.'),
        ("We don`t and can`t.", "1:7: a backtick inside a word. Write an apostrophe: '."),
        ("On &#8238;yadnoM", f"1:4: a character that cannot be seen (right-to-left override, U+202E). {UNSEEN}"),
        ("On &#x202e;yadnoM", f"1:4: a character that cannot be seen (right-to-left override, U+202E). {UNSEEN}"),
        ("On &#000008238;yadnoM", f"1:4: a character that cannot be seen (right-to-left override, U+202E). {UNSEEN}"),
        ("[On &#7;](https://www.mo.gov/)", f"1:5: a character that cannot be seen (U+0007). {UNSEEN}"),
        ("Hi.\n\n```\ncode", "3:1: a code fence opens here and is never closed."),
    ],
)
def test_what_would_be_shown_as_it_is_is_told(told, text, expected):
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
    ],
)
def test_other_signs_are_fine(told, text):
    assert [] == told(text)


def test_a_report_of_one_page_ends_somewhere(told):
    assert 50 == len(told("**a\n\n" * 200))
