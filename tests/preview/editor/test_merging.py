"""What a form changed is brought into what the file holds by now; what both changed is told, with both versions."""

import pytest

from preview.editor.merging import Merging

LINES = "one\ntwo\nthree\nfour\nfive\n"


@pytest.mark.parametrize(
    ("base", "sent", "now", "after"),
    [
        ({"a": 1, "b": 2}, {"a": 9, "b": 2}, {"a": 1, "b": 3}, {"a": 9, "b": 3}),
        ({"a": 1}, {"a": 1}, {"a": 1, "new": 2}, {"a": 1, "new": 2}),
        ({"a": 1, "b": 2}, {"a": 1}, {"a": 1, "b": 2}, {"a": 1}),
        ([{"a": 1}, {"a": 2}], [{"a": 1}, {"a": 9}], [{"a": 7}, {"a": 2}], [{"a": 7}, {"a": 9}]),
        ({"l": [1]}, {"l": [1, 2]}, {"l": [1]}, {"l": [1, 2]}),
        ({"a": None}, {"a": ""}, {"a": "set"}, {"a": "set"}),
        ({"a": "set"}, {"a": ""}, {"a": "set"}, {"a": ""}),
        ({"r": {"a": "1", "b": "2"}}, {"r": {"a": "3", "b": "2"}}, {"r": {"a": "1"}}, {"r": {"a": "3"}}),
        ({"r": None}, {"r": {"a": "1"}}, {"r": {"b": "2"}}, {"r": {"b": "2", "a": "1"}}),
    ],
)  # fmt: skip
def test_what_changed_meanwhile_stays_beside_what_somebody_changed(base, sent, now, after):
    merging = Merging()

    assert after == merging.of(base, sent, now)
    assert [] == merging.conflicts


def entries(names: str, **titles: str) -> list[dict]:
    return [{"id": name, "title": titles.get(name, name)} for name in names]


@pytest.mark.parametrize(
    ("sent", "now", "after"),
    [
        (entries("abc", b="B"), entries("abc", c="C"), entries("abc", b="B", c="C")),
        (entries("abc", b="B"), entries("abcd"), entries("abcd", b="B")),
        (entries("xabc"), entries("abc", a="A"), entries("xabc", a="A")),
        (entries("ac"), entries("abc", c="C"), entries("ac", c="C")),
        (entries("abcx"), entries("abcy"), entries("abcyx")),
        (entries("abcx"), entries("abcx"), entries("abcx")),
        (entries("cab"), entries("abc", a="A"), entries("cab", a="A")),
    ],
)
def test_entries_of_a_list_are_known_by_their_ids(sent, now, after):
    merging = Merging()

    assert after == merging.of(entries("abc"), sent, now)
    assert [] == merging.conflicts


def test_entries_without_an_id_are_merged_where_one_side_alone_changed_them():
    merging = Merging()
    base = [{"page": "one"}, {"page": "two"}, {"page": "three"}]

    assert [{"page": "two"}, {"page": "three"}, {"page": "four"}] == merging.of(
        base, base[1:], [*base, {"page": "four"}]
    )
    assert [] == merging.conflicts


def test_texts_are_merged_line_by_line():
    merging = Merging()

    assert "ONE\ntwo\nthree\nfour\nFIVE\n" == (
        merging.of(LINES, LINES.replace("one", "ONE"), LINES.replace("five", "FIVE"))
    )
    assert [] == merging.conflicts


@pytest.mark.parametrize(
    ("base", "sent", "now", "told"),
    [
        ({"name": "A"}, {"name": "B"}, {"name": "C"}, {"where": "Name", "file": "C", "form": "B"}),
        ({"name": "A"}, {"name": ""}, {"name": "C"}, {"where": "Name", "file": "C", "form": ""}),
        ({"name": "A"}, {"name": "B"}, {}, {"where": "Name", "file": "", "form": "B"}),
        ({"name": None}, {"name": "B"}, {"name": "C"}, {"where": "Name", "file": "C", "form": "B"}),
        ({"body": LINES}, {"body": LINES.replace("two", "2")}, {"body": LINES.replace("two", "II")},
         {"where": "Text", "file": LINES.replace("two", "II"), "form": LINES.replace("two", "2")}),
        ({"tiers": entries("ab")}, {"tiers": entries("ab", a="X")}, {"tiers": entries("ab", a="Y")},
         {"where": "Tiers, A, Title", "file": "Y", "form": "X"}),
        ({"tiers": entries("ab")}, {"tiers": entries("a")}, {"tiers": entries("ab", b="Y")},
         {"where": "Tiers, B", "file": "id: b\ntitle: Y", "form": ""}),
        ({"tiers": entries("ab")}, {"tiers": entries("ab", b="Y")}, {"tiers": entries("a")},
         {"where": "Tiers, B", "file": "", "form": "id: b\ntitle: Y"}),
        ({"menu": [{"page": "a"}]}, {"menu": [{"page": "b"}]}, {"menu": [{"page": "a", "title": "T"}]},
         {"where": "Menu", "file": "- page: a\n  title: T", "form": "- page: b"}),
    ],
)  # fmt: skip
def test_what_both_changed_is_told_with_both_versions(base, sent, now, told):
    merging = Merging()
    merging.of(base, sent, now)

    assert [told] == [one.told() for one in merging.conflicts]


def test_the_forms_version_is_the_one_that_is_taken_when_people_say_so():
    base, changed = entries("abc"), entries("abc", b="Y")

    assert changed == sorted(Merging().of(base, changed, entries("ac")), key=lambda one: one["id"])
    assert entries("ac") == Merging().of(base, entries("ac"), changed)
    assert "form" == Merging().of("base", "form", "file")
