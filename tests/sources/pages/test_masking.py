"""Code is masked where Markdown sees some, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.pages.masking import masked, open_fence

SIGNS = [
    "- a\n",
    "1. a\n",
    "  a\n",
    "    a\n",
    "## A\n",
    "| a ",
    "==\n",
    "* * *\n",
    "> ",
    "::: a\n",
    "`",
    "a",
    " ",
    "\n\n",
]


@given(st.lists(st.sampled_from(SIGNS), max_size=12).map("".join).filter(lambda text: "```" not in text))
def test_code_ends_with_its_block(text):
    assert masked(text) == "\n\n".join(masked(block) for block in text.split("\n\n"))


@given(st.lists(st.sampled_from([*SIGNS, "```\n", "\\*"]), max_size=12).map("".join))
def test_what_is_masked_keeps_its_place(text):
    found = masked(text)

    assert [len(line) for line in text.split("\n")] == [len(line) for line in found.split("\n")]
    assert all(there in (typed, "\0", " ") for typed, there in zip(text, found, strict=True))


@pytest.mark.parametrize("text", ["a `b\nc` d", "> a `b\n> c` d", "- a `b\n  c` d", "a ``b`c`` d", "a `b` c"])
def test_code_within_a_paragraph_is_masked(text):
    assert "`" not in masked(text)


@pytest.mark.parametrize("text", ["- a `b\n- c` d", "| a ` b |\n| c ` d |", "## a ` b\nc ` d", "a ` b\n\nc ` d"])
def test_code_does_not_reach_out_of_an_entry_a_row_or_a_heading(text):
    assert text == masked(text)


def test_a_fence_that_nothing_closes_takes_all_that_follows():
    assert "a\n     \n \n\n " == masked("a\n```py\nb\n\nc")
    assert 2 == open_fence("a\n```py\nb\n\nc")
