"""Whether a page shows the words of its structured data, however its text is broken into lines."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from releasing.audit.machine_rules import shows

WORDS = st.lists(st.sampled_from(["a", "b", "ab"]), max_size=4)
SPACE = st.sampled_from([" ", "  ", "\n", " \n ", "\t", "\u00a0", "\x1c"])
TEXTS = st.lists(st.sampled_from(["a", "b", "ab"]) | SPACE, max_size=12).map("".join)


@given(TEXTS, WORDS.map(" ".join))
def test_words_are_shown_if_they_stand_in_the_text_with_any_space_between(text, words):
    assert shows(SimpleNamespace(text=text, running=""), words) == (words in " ".join(text.split()))


@pytest.mark.parametrize("running", ["Yes, in the members\u2019 area", "a\nYes, in the members' area"])
def test_words_of_which_one_is_marked_are_shown_whatever_their_signs(running):
    page = SimpleNamespace(text="Yes , in the members\u2019 area", running=running)

    assert shows(page, "Yes, in the members' area")
    assert not shows(page, "No, in the members' area")
