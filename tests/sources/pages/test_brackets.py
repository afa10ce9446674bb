"""Brackets that were meant to be a link and make none."""

import pytest

SHOWN = "is no link and is shown as it is. A link is written [words](address), brackets alone"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See [it] (https://a.org/).", '1:9: a space between "]" and "(". Write [it](https://a.org/).'),
        ("See [it]\n(https://a.org/).", '1:9: a space between "]" and "(". Write [it](https://a.org/).'),
        ("See (it)[https://a.org/].", "1:5: brackets the wrong way round. Write [it](https://a.org/)."),
        ("See [it](https://a.org/ now.", '1:9: this "(" is never closed. Write ")" after the address of the link.'),
        (
            "See [it(https://a.org/) now.",
            '1:5: this "[" is never closed. A link is written [words](address); for the sign itself write \\[.',
        ),
        ("See it](https://a.org/).", '1:7: this link has no "[" before its words. Write [words](address).'),
        ("See [it][state].", '1:9: no address for "[state]". Write [it](https://...).'),
        ("See [it][https://a.org/].", '1:9: no address for "[https://a.org/]". Write [it](https://a.org/).'),
        ("See [](https://a.org/).", "1:5: a link without words. Say where it leads: [words](address)."),
        ("See ![ ](/map.png).", "1:5: a picture without words. Say what it shows: ![Map of the counties](...)."),
        ("See [our history].", f'1:5: "[our history]" {SHOWN} \\[our history\\].'),
        (
            "A note[^1].",
            '1:7: "[^1]" is a footnote, and there is no note of that name. '
            "Write it on a line of its own: [^1]: what it says.",
        ),
        (
            "A note.\n\n[^1]: Told.",
            "3:1: a note that no [^1] in the text leads to. Write [^1] where it belongs, or take the note out.",
        ),
    ],
)
def test_brackets_that_make_no_link_are_told(told, text, expected):
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "They [sic] said “[w]e”.",
        "[sic] (see below)",
        "[sic] (note: see #3)",
        "\\[our history\\]",
        "`[our history]`",
        "See [the\nstate](https://www.mo.gov/).",
        "> See [the\n> state](https://www.mo.gov/).",
        "[a [b] c](https://www.mo.gov/)",
        "[The state] has [it][the  State].\n\n[The State]: https://www.mo.gov/\n",
        "| [a](https://www.mo.gov/) | b |\n| --- | --- |\n| [c][c] | d |\n\n[c]: https://www.mo.gov/\n",
    ],
)
def test_brackets_may_be_meant_as_they_are(told, text):
    assert [] == told(text)


def test_one_bracket_left_open_is_told_once_however_much_follows(told):
    assert ['1:1: this "[" is never closed.'] == [one.split(" A link")[0] for one in told("[" * 1000 + "](x")]


def test_the_end_of_a_page_says_nothing_about_brackets_at_its_beginning(told):
    assert ['1:7: this "[" is never closed.'] == [one.split(" A link")[0] for one in told("[sic] [")]


@pytest.mark.parametrize("sign", ["[", "[a](", "[]", "[a][b", "](a:", "(a)[/b]", "`", "\\", '[a](b "', "![", "<a:"])
def test_a_page_full_of_brackets_is_read_in_no_time(told, sign):
    """Twice the signs may cost three times the time, never four: then it would not end on the largest page."""
    from time import process_time

    from sources.pages.leftovers import sign_mistakes
    from sources.pages.places import PlaceFinder
    from sources.pages.rendered import PARAGRAPH

    def seconds(times: int) -> float:
        body = f"{sign * times}{times}"
        start = process_time()
        list(sign_mistakes(PARAGRAPH + body, PlaceFinder(body, PARAGRAPH + body)))
        return process_time() - start

    seconds(100)
    assert min(seconds(40_000) for _ in range(3)) < 3 * min(seconds(20_000) for _ in range(3)) + 0.02
