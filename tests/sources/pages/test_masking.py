"""Stretches of a text that code cannot reach out of."""

from hypothesis import given
from hypothesis import strategies as st

from sources.prose.pieces import blocks, pieces

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


@given(st.lists(st.sampled_from(SIGNS), max_size=12).map("".join))
def test_the_pieces_of_a_text_are_those_of_its_blocks(text):
    of_blocks = [(at + start, block[start:end]) for at, block in blocks(text) for start, end in pieces(block)]
    of_text = [(start, text[start:end]) for start, end in pieces(text)]

    assert [(at, piece.rstrip("\n")) for at, piece in of_text] == [(at, piece.rstrip("\n")) for at, piece in of_blocks]
