"""The texts of another language are laid over the facts of a file, entry by entry."""

import pytest

from sources.records.data_file import plain
from sources.yaml.document import parse
from sources.yaml.overlay import overlaid


def laid(facts: str, texts: str) -> tuple[object, list[str]]:
    told: list[str] = []
    found = overlaid(
        parse(facts, "a.yaml"), parse(texts, "a.es.yaml"), lambda place, said: told.append(f"{place}: {said}")
    )
    return plain(found), told


@pytest.mark.parametrize(
    ("facts", "texts", "expected"),
    [
        ("{a: one, b: two}", "{a: uno}", {"a": "uno", "b": "two"}),
        ("a: {b: one, c: two}", "a: {c: dos}", {"a": {"b": "one", "c": "dos"}}),
        ("a: [one, two]", "a: [uno]", {"a": ["uno"]}),
        ("a: one", "a:", {"a": "one"}),
        ("a: one", "b: uno", {"a": "one", "b": "uno"}),
        (
            "a: [{id: x, t: one}, {id: y, t: two}]",
            "a: [{id: y, t: dos}]",
            {"a": [{"id": "x", "t": "one"}, {"id": "y", "t": "dos"}]},
        ),
        ("a: [{page: x, t: one}]", "a: [{page: x, t: uno}]", {"a": [{"page": "x", "t": "uno"}]}),
        ("a: [{t: one}, {t: two}]", "a: [{t: uno}]", {"a": [{"t": "uno"}, {"t": "two"}]}),
    ],
    ids=["field", "below", "list of texts", "empty", "more", "by id", "by page", "by place"],
)
def test_a_text_takes_the_place_of_its_original_and_the_facts_stay(facts, texts, expected):
    assert (expected, []) == laid(facts, texts)


def test_more_entries_than_the_facts_have_are_told():
    assert ["a.es.yaml:1:15: a: expected at most 1 entries, as the main language has, found 2."] == laid(
        "a: [{t: one}]", "a: [{t: uno}, {t: dos}]"
    )[1]


def test_every_value_keeps_the_place_where_it_was_typed():
    found = overlaid(parse("{a: one, b: two}", "a.yaml"), parse("b: dos", "a.es.yaml"), lambda *_: None)

    assert ["a.yaml", "a.es.yaml"] == [one.place.file for one in found.scalars()]
