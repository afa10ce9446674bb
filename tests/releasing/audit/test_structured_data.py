"""Whether a page shows the words of its structured data, however its text is broken into lines."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from releasing.audit.machine_rules import shows

WORDS = st.lists(st.sampled_from(["a", "b", "ab"]), max_size=4)
SPACE = st.sampled_from([" ", "  ", "\n", " \n ", "\t", "\u00a0", "\x1c"])
TEXTS = st.lists(st.sampled_from(["a", "b", "ab"]) | SPACE, max_size=12).map("".join)


@given(TEXTS, WORDS.map(" ".join))
def test_words_are_shown_if_they_stand_in_the_text_with_any_space_between(text, words):
    assert shows(SimpleNamespace(text=text, running=""), words) == (words in " ".join(text.split()))
