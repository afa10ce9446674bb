"""The two YAML parsers: the fast one is asked first, the other one where that refuses."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from yaml.error import MarkedYAMLError
from yaml.nodes import ScalarNode

from sources.yaml.parser import FAST, compose

SIGNS = ["- ", ": ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ",", "'", '"', "|\n", ">-\n", "#", " #"]
PARTS = ["a", "b: ", "é", "😀", *SIGNS]


def shown(node):
    """Everything that is asked of a node, and of those below it."""
    if node is None:
        return None
    start = node.start_mark
    below = node.value if isinstance(node, ScalarNode) else [shown_item(item) for item in node.value]
    return type(node), node.tag, start.index, start.line, start.column, node.end_mark.index, below


def shown_item(item):
    return tuple(map(shown, item)) if isinstance(item, tuple) else shown(item)


def test_the_fast_parser_is_there():
    assert yaml.CSafeLoader is FAST


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_both_parsers_read_the_same_at_the_same_places(text):
    try:
        slow = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return
    assert shown(slow) == shown(compose(text))


def test_the_words_for_a_mistake_are_those_of_the_parser_that_says_more():
    with pytest.raises(MarkedYAMLError, match="mapping values are not allowed here"):
        compose("a: b: c\n")


def test_a_tab_between_words_is_refused_though_the_fast_parser_takes_it_for_space():
    with pytest.raises(MarkedYAMLError, match=r"found character '\\t'"):
        compose("a: b\tc\n")
