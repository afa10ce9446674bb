"""Values of a YAML file made others at their place."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from sources.problems import ProblemsFound
from sources.records.data_file import plain
from sources.records.errors import Path_
from sources.records.fields import Line, Record
from sources.text import FORBIDDEN
from sources.yaml.document import parse
from sources.yaml.edit import edited, replaced
from sources.yaml.nodes import Mapping, Node, Scalar, Sequence

FILES = sorted((ROOT / "tests" / "coalitions").glob("*/data/*.yaml"))
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200),
    st.text(st.sampled_from("ab \n'\"\\:#-[]{},&*!|>%@`?~"), max_size=12),
    st.sampled_from(["null", "~", "Yes", "012", "1.10", "---", "a: b", "- a", "a #b", "&a", "'", '"', "=", " a", "a "]),
).filter(lambda text: text and not FORBIDDEN.search(text))


def values(node: Node, path: Path_ = ()) -> Iterator[tuple[Path_, Node]]:
    """Yield every text, and every list of texts, with its path."""
    match node:
        case Mapping():
            for name, entry in node.entries.items():
                yield from values(entry, (*path, name))
        case Sequence():
            if all(isinstance(item, Scalar) for item in node.items):
                yield path, node
            for number, item in enumerate(node.items):
                yield from values(item, (*path, number))
        case Scalar():
            yield path, node


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        pytest.param("k: old\n# why\nm: 1\n", "new", "k: new\n# why\nm: 1\n", id="a plain text stays plain"),
        pytest.param("k: 'old'\n", "it's", "k: 'it''s'\n", id="single quotes stay"),
        pytest.param('k: "old"\n', "a: b", 'k: "a: b"\n', id="double quotes stay"),
        pytest.param("k: old\n", "a: b", 'k: "a: b"\n', id="a colon needs quotes"),
        pytest.param("k: old\n", "a #b", 'k: "a #b"\n', id="a hash needs quotes"),
        pytest.param("k: old\n", "null", 'k: "null"\n', id="a word for nothing needs quotes"),
        pytest.param("k: old\n", 'say "a: b"', "k: 'say \"a: b\"'\n", id="quotes within quotes are the other ones"),
        pytest.param("k: old\n", 'so "so"', 'k: so "so"\n', id="quotes within a plain text are none"),
        pytest.param("k: old\n", "012", "k: 012\n", id="a number is text"),
        pytest.param("k:\nm: 1\n", "new", "k: new\nm: 1\n", id="where nothing stood"),
        pytest.param("k: null\n", "new", "k: new\n", id="in the place of null"),
        pytest.param("k: null\n", "null", 'k: "null"\n', id="the word null in the place of null"),
        pytest.param("k: 'old' \n", "old", "k: 'old' \n", id="the same text"),
        pytest.param("k: a\n  b\nm: 1\n", "new", "k: new\nm: 1\n", id="a text of two lines"),
        pytest.param("{k: old, m: 1}\n", "a, b", '{k: "a, b", m: 1}\n', id="a comma in brackets needs quotes"),
        pytest.param("k: |\n  a\n  b\n\n# c\nm: 1\n", "c\nd", "k: |-\n  c\n  d\n\n# c\nm: 1\n", id="lines stay lines"),
        pytest.param("k: old\n", "a\n\nb", "k: |-\n  a\n\n  b\n", id="several lines become a block"),
        pytest.param("k: 'old'  # c\n", "a\nb", 'k: "a\\nb"  # c\n', id="but not before a comment"),
        pytest.param("k: old\n", " a\nb", 'k: " a\\nb"\n', id="nor with a space before them"),
        pytest.param("{k: old}\n", "a\nb", '{k: "a\\nb"}\n', id="nor in brackets"),
        pytest.param("k: >-\n  a\n  b\nm: 1\n", "c d", "k: >-\n  c d\nm: 1\n", id="folded text stays folded"),
        pytest.param("k: old", "new", "k: new", id="at the end of a file without a line end"),
        pytest.param("k: old\r\nm: 1\r\n", "a\nb", "k: |-\r\n  a\r\n  b\r\nm: 1\r\n", id="line ends of Windows stay"),
        pytest.param("\ufeffk: old\n", "new", "\ufeffk: new\n", id="a byte order mark stays"),
        pytest.param("k: old\r\nm: 1\n", "new", "k: new\r\nm: 1\n", id="line ends of two kinds stay"),
        pytest.param("k: old\nm: 1\n", ("a", "b: c"), 'k:\n  - a\n  - "b: c"\nm: 1\n', id="one text becomes several"),
        pytest.param("k:\nm: 1\n", ("a", "b"), "k:\n  - a\n  - b\nm: 1\n", id="several where nothing stood"),
        pytest.param("{k: old}\n", ("a", "b, c"), '{k: [a, "b, c"]}\n', id="several in brackets"),
        pytest.param("k: ['a', b]\n", ("a", "c"), "k: ['a', c]\n", id="entries in brackets keep their quotes"),
        pytest.param("k: [a, b]\n", "a, b", "k: a, b\n", id="a list in brackets becomes one text"),
        pytest.param(
            "k:\n  - a\n  # stays\n  - b\nm: 1\n",
            "new",
            "k: new\n  # stays\nm: 1\n",
            id="several become one",
        ),
        pytest.param(
            "k:\n- 'a'  # 1\n# two\n- b\n- c\n",
            ("a", "B", "c", "d"),
            "k:\n- 'a'  # 1\n# two\n- B\n- c\n- d\n",
            id="entries are changed and added where they stand",
        ),
        pytest.param(
            "k:\n  # one\n  - a\n  - b\n  - c", ("c",), "k:\n  # one\n  - c", id="entries are taken out with their line"
        ),
        pytest.param("k:\n  - b\n", ("a", "b"), "k:\n  - a\n  - b\n", id="an entry is put before the first"),
        pytest.param("k: 'a'  # c\nm: 1\n", ("x", "y"), "k:  # c\n  - x\n  - y\nm: 1\n", id="below a comment"),
        pytest.param("k:\n  -\n  - b\n", ("a", "b"), "k:\n  - a\n  - b\n", id="an entry where nothing stood"),
        pytest.param("k:\n  - a\n", ("x\ny", "b"), "k:\n  - |-\n    x\n    y\n  - b\n", id="an entry of several lines"),
    ],
)
def test_a_value_is_replaced_and_all_else_stays(before, value, after):
    root = parse(before, "")
    assert isinstance(root, Mapping)

    assert after == replaced(before, {("k",): value})


def test_folded_text_is_folded_again_at_words():
    text = " ".join(["word"] * 60)

    lines = replaced("a:\n  k: >-\n    old\n", {("a", "k"): text}).split("\n")

    assert ["a:", "  k: >-", "    " + " ".join(["word"] * 23)] == lines[:3]
    assert 120 >= max(map(len, lines))


def test_several_values_are_replaced_at_once():
    before = "t:\n  - {n: a, l: [x]}\n  - n: b\n    l:\n      - y\n"

    after = replaced(before, {("t", 1, "l"): ("y", "z"), ("t", 0, "n"): "A", ("t", 1, "n"): "B"})

    assert "t:\n  - {n: A, l: [x]}\n  - n: B\n    l:\n      - y\n      - z\n" == after


def test_nothing_to_replace_changes_nothing():
    assert "k:  'a' #\r\n" == replaced("k:  'a' #\r\n", {})


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
@settings(max_examples=12)
@given(data=st.data())
def test_any_value_of_any_file_can_become_any_text_or_list_and_no_other_line_changes(file, data):
    before = file.read_text("utf-8")
    path, node = data.draw(st.sampled_from(list(values(parse(before, "")))))
    in_list = path and isinstance(path[-1], int)
    value = data.draw(TEXTS if in_list else TEXTS | st.lists(TEXTS, min_size=1, max_size=5).map(tuple))

    after = replaced(before, {path: value})

    found = plain(parse(after, ""))
    for step in path:
        found = found[step]
    assert found == (value if isinstance(value, str) else list(value))
    first, last = node.key_place.line - 1, last_line(before, node)
    assert before.split("\n")[:first] == after.split("\n")[:first]
    assert before.split("\n")[last:] == after.split("\n")[len(after.split("\n")) - len(before.split("\n")) + last :]


class Event(Record):
    title: Line
    topics: Line | tuple[Line, ...] = ()


class Events(Record):
    events: tuple[Event, ...]


LOOSE = (
    "plain", "'single'", '"double"', "“curly”", "\u2018curly too\u2019", "« French »", "Meetings: how", "*New* form",
    "@work", "50% off", "For #1", "012", "No", "“a: b”", "“#1 of all”",
)  # fmt: skip
TYPED = st.lists(st.sampled_from(LOOSE), min_size=1, max_size=5, unique=True)


@settings(max_examples=300, deadline=None)
@given(data=st.data(), typed=TYPED)
def test_an_entry_stays_as_it_was_typed_while_others_come_go_and_change(data, typed):
    def file(topics: list[str]) -> str:
        return "events:\n  - title: “Come”\n    topics:\n" + "".join(f"      - {one}\n" for one in topics)

    before = file(typed)
    wanted = plain(parse(before, "", model=Events))
    topics = wanted["events"][0]["topics"]
    at = data.draw(st.integers(0, len(typed) - 1))
    match data.draw(st.sampled_from(["change", "add", "remove"])):
        case "change":
            typed[at] = topics[at] = "other words"
        case "add":
            typed[at:at] = topics[at:at] = ["other words"]
        case "remove" if len(typed) > 1:
            del typed[at], topics[at]

    after = edited(before, wanted, Events)

    assert wanted == plain(parse(after, "", model=Events))
    unquoted = re.sub("""['"](other words)['"]""", r"\1", after)  # one that changes keeps its quotes
    assert file(typed) == unquoted


@settings(max_examples=100, deadline=None)
@given(typed=st.lists(st.sampled_from([one for one in LOOSE if ":" not in one]), min_size=1, max_size=4, unique=True))
def test_an_entry_in_brackets_stays_as_it_was_typed_when_another_comes(typed):
    before = f"events:\n  - title: a\n    topics: [{', '.join(typed)}]\n"
    try:
        wanted = plain(parse(before, "", model=Events))
    except ProblemsFound:  # @ and % begin no text in brackets
        return
    wanted["events"][0]["topics"].append("new")

    assert before.replace("]", ", new]") == edited(before, wanted, Events)


def last_line(text: str, node: Node) -> int:
    """Return the number of the last line of a value: the next that is not deeper than its key ends it."""
    lines = text.split("\n")
    column = len(lines[node.key_place.line - 1]) - len(lines[node.key_place.line - 1].lstrip())
    number = node.key_place.line
    while number < len(lines) and lines[number].startswith(" " * (column + 1)):
        number += 1
    return number
