"""What leaves no trace in the rendered text, and how many problems of one page are told."""

import pytest

UNSEEN = "Delete it; it often comes with pasted text."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We don`t and can`t.", "1:7: a backtick inside a word. Write an apostrophe: '."),
        ("On &#8238;yadnoM", f"1:4: a character that cannot be seen (right-to-left override, U+202E). {UNSEEN}"),
        ("On &#x202e;yadnoM", f"1:4: a character that cannot be seen (right-to-left override, U+202E). {UNSEEN}"),
        ("On &#000008238;yadnoM", f"1:4: a character that cannot be seen (right-to-left override, U+202E). {UNSEEN}"),
        ("[On &#7;](https://www.mo.gov/)", f"1:5: a character that cannot be seen (U+0007). {UNSEEN}"),
        ("Hi.\n\n```\ncode", "3:1: a code fence opens here and is never closed."),
    ],
)
def test_what_leaves_no_trace_in_the_text_is_told(told, text, expected):
    problems = told(text)

    assert problems
    assert problems[0].startswith(expected)


def test_a_report_of_one_page_ends_somewhere(told):
    assert 50 == len(told("**a\n\n" * 200))
