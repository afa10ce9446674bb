"""A YAML file made to say something else."""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from sources.records.data_file import plain
from sources.yaml.document import parse
from sources.yaml.edit import edited

FILES = sorted((ROOT / "tests" / "coalitions").glob("*/data/*.yaml"))
TEXTS = ("new", "a: b", "x #y", "- q", "", "null", "012", "Yes", "two\nlines", 'say "hi"', "it's", "a, b", "[", " a ")
VALUES = st.one_of(
    st.sampled_from(TEXTS),
    st.none(),
    st.lists(st.sampled_from(TEXTS), max_size=3),
    st.dictionaries(st.sampled_from(["k", "l", "m-n"]), st.sampled_from([*TEXTS, ["a", "b: c"]]), max_size=2),
    st.just([{"m": "1"}, {"id": "z", "n": ["x", "y"]}]),
)


@pytest.mark.parametrize(
    ("before", "wanted", "after"),
    [
        pytest.param("k: a  \n", {"k": "a"}, "k: a  \n", id="the same is left alone"),
        pytest.param(
            "# top\nk: a\n\n# of m\nm: b\n",
            {"k": "a", "n": "c", "m": "b"},
            "# top\nk: a\nn: c\n\n# of m\nm: b\n",
            id="a new field follows the one before it",
        ),
        pytest.param("# top\nm: b\n", {"k": "a", "m": "b"}, "# top\nk: a\nm: b\n", id="or comes before all others"),
        pytest.param("k: a\n# of m\nm: b\nn: c\n", {"k": "a", "n": "c"}, "k: a\n# of m\nn: c\n", id="a field goes"),
        pytest.param("k: null\n", {"k": {"l": ["x", "y: z"]}}, 'k:\n  l:\n    - x\n    - "y: z"\n', id="fields below"),
        pytest.param("k:\n  l: x\nm: b\n", {"k": None, "m": "b"}, "k: null\nm: b\n", id="fields below become nothing"),
        pytest.param("k:\n  - x\n", {"k": []}, "k: []\n", id="a list becomes empty"),
        pytest.param("k: []\n", {"k": ["x"]}, "k: [x]\n", id="a list in brackets stays in brackets"),
        pytest.param(
            "k:\n  - {p: 'a'}\n  - {p: b}\n",
            {"k": [{"p": "a", "t": "T, U"}, {"p": "b"}, {"p": "c"}]},
            "k:\n  - {p: 'a', t: \"T, U\"}\n  - {p: b}\n  - {p: c}\n",
            id="fields and entries in brackets",
        ),
        pytest.param(
            "k:\n  - id: a\n    t: A\n\n  # of b\n  - id: b\n    t: B\n\n# end\nm: 1\n",
            {"k": [{"id": "a", "t": "A"}, {"id": "b", "t": "B"}, {"id": "c", "t": "C"}], "m": "1"},
            "k:\n  - id: a\n    t: A\n\n  # of b\n  - id: b\n    t: B\n\n  - id: c\n    t: C\n\n# end\nm: 1\n",
            id="a new entry stands apart where the others do",
        ),
        pytest.param(
            "k:\n  - id: a\n    t: A\n\n  - id: b\n    t: B\n\n  - id: c\n    t: C\n",
            {"k": [{"id": "a", "t": "A"}, {"id": "c", "t": "C"}]},
            "k:\n  - id: a\n    t: A\n\n  - id: c\n    t: C\n",
            id="an entry goes with its lines",
        ),
        pytest.param(
            "k:\n  - id: a\n  - id: b\n",
            {"k": [{"id": "b"}, {"id": "a"}]},
            "k:\n  - id: b\n  - id: a\n",
            id="entries change places",
        ),
        pytest.param(
            "k:\n  - id: a\n",
            {"k": [{"id": "a"}, {"id": "b"}], "l": "x"},
            "k:\n  - id: a\n  - id: b\nl: x\n",
            id="both",
        ),
        pytest.param("k:\r\n  - a\r\n", {"k": ["a", "b"]}, "k:\r\n  - a\r\n  - b\r\n", id="line ends of Windows stay"),
        pytest.param("\ufeffk: a\n", {"k": "b"}, "\ufeffk: b\n", id="a byte order mark stays"),
    ],
)
def test_what_is_new_stands_where_it_belongs_and_all_else_stays(before, wanted, after):
    assert after == edited(before, wanted)


def changed(data, value):
    """Return a value with one thing in it changed, added, taken out or moved, as `data` draws it."""
    value = copy.copy(value)
    if isinstance(value, dict) and value:
        name = data.draw(st.sampled_from(list(value)))
        match data.draw(st.sampled_from(["below", "below", "below", "add", "first", "cut"])):
            case "add":
                return {**value, "added": data.draw(VALUES)}
            case "first":
                return {"added": data.draw(VALUES), **value}
            case "cut" if len(value) > 1:
                del value[name]
            case _:
                value[name] = changed(data, value[name])
        return value
    if isinstance(value, list) and value:
        number = data.draw(st.integers(0, len(value) - 1))
        match data.draw(st.sampled_from(["below", "below", "below", "add", "double", "cut", "turn"])):
            case "add":
                value.insert(number, data.draw(VALUES))
            case "double":
                value.insert(number, copy.deepcopy(value[-1]))
            case "cut":
                del value[number]
            case "turn":
                value.reverse()
            case _:
                value[number] = changed(data, value[number])
        return value
    return data.draw(VALUES)


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
@settings(max_examples=40)
@given(data=st.data())
def test_any_file_can_be_made_to_say_anything_and_keeps_its_comments(file, data):
    before = file.read_text("utf-8")
    wanted = changed(data, plain(parse(before, "")))

    after = edited(before, wanted)

    assert wanted == plain(parse(after, ""))
    comments = [[line for line in text.split("\n") if line.startswith("#")] for text in (before, after)]
    assert comments[0] == comments[1]
    for name, lines in top_level(before).items():
        if plain(parse(before, ""))[name] == wanted.get(name, ""):
            assert lines == top_level(after)[name][: len(lines)]  # comments of a field that went may follow


def top_level(text):
    """Return the lines of each field at the left edge, up to the comments before the next."""
    root = parse(text, "")
    starts = [node.key_place.line - 1 for node in root.entries.values()]
    lines = text.rstrip("\n").split("\n")
    ends = [*starts[1:], len(lines)]
    parts = {}
    for name, start, end in zip(root.entries, starts, ends, strict=True):
        below = lines[start:end]
        while not below[-1].strip() or below[-1].startswith("#"):
            below.pop()
        parts[name] = below
    return parts
