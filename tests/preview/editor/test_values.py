"""Values as the editor shows them, and back."""

import pytest

from preview.editor.values import for_editor, for_file
from sources.records.shapes import shape_of
from subjects.membership.records import Membership
from subjects.site.records import Site

TIER = next(field for field in shape_of(Membership).fields if field.name == "tiers").shape.item
SITE = shape_of(Site)


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ({"requirements": {"kind": ["A", "B"]}}, {"requirements": {"kind": "A\nB"}}),
        ({"requirements": {"kind": "A"}}, {"requirements": {"kind": "A"}}),
        ({"requirements": {"kind": {"answer": "A", "note": "B"}}}, {"requirements": {"kind": "A\nNote: B"}}),
        ({"requirements": {"kind": {"answer": ["A", "B"], "note": "C"}}}, {"requirements": {"kind": "A\nB\nNote: C"}}),
        ({"requirements": {"kind": ["A", {"Note": "B"}]}}, {"requirements": {"kind": "A\nNote: B"}}),
        ({"application": {"confirmed": "TRUE"}}, {"application": {"confirmed": "yes"}}),
        ({"application": {"have_ready": ["A"]}}, {"application": {"have_ready": "A"}}),
        ({"application": {"paused": None}}, {"application": {"paused": None}}),
        ({"unknown": ["x"]}, {"unknown": ["x"]}),
    ],
)
def test_what_was_typed_is_shown_and_comes_back_as_it_was(typed, seen):
    assert seen == for_editor(typed, TIER)
    assert typed == for_file(seen, typed, TIER)


@pytest.mark.parametrize(
    ("before", "sent", "after"),
    [
        ({"contact": None}, {"contact": ""}, {"contact": None}),
        ({"contact": "Ask us"}, {"contact": ""}, {}),
        ({}, {"contact": "  Ask us "}, {"contact": "Ask us"}),
        ({"name": "A"}, {"name": None}, {"name": ""}),
        ({"place": "P", "description": "D"}, {"place": "P", "description": "D", "address": "https://a.org"},
         {"place": "P", "address": "https://a.org", "description": "D"}),
        ({"wording": [{"avoid": ["a"], "instead": "b"}]}, {"wording": [{"avoid": "a\nc", "instead": "b"}]},
         {"wording": [{"avoid": ["a", "c"], "instead": "b"}]}),
        ({"forbidden_words": []}, {"forbidden_words": None}, {"forbidden_words": []}),
        ({"statements": {"vision": {"text": "V"}}}, {"statements": {"vision": {"text": "W"}, "mission": {}}},
         {"statements": {"vision": {"text": "W"}}}),
    ],
)  # fmt: skip
def test_what_is_left_empty_is_left_out_and_what_is_new_stands_in_its_place(before, sent, after):
    found = for_file(sent, before, SITE)

    assert after == found
    assert list(after) == list(found)


def test_one_text_stays_one_and_several_are_a_list():
    assert {"requirements": {"kind": "B"}} == (
        for_file({"requirements": {"kind": "B\n"}}, {"requirements": {"kind": ["A", "B"]}}, TIER)
    )
    assert {"requirements": {"kind": ["A", "B"]}} == (
        for_file({"requirements": {"kind": "A\n\n B"}}, {"requirements": {"kind": "A"}}, TIER)
    )
