"""The texts of a data file in a further language: what can be translated, what is said, what comes of a change."""

from __future__ import annotations

import pytest

from saving.translating import noted_level, said_in, texts_of, with_texts
from sources.records.level import level_of
from subjects.membership.records import MEMBERSHIP

LINE = "translated: 2026-11-23 abcd\n"
KIND = "/tiers/partner/requirements/kind"


@pytest.fixture
def facts(coalition):
    """Return what the tiers of the small coalition say."""
    return MEMBERSHIP.nodes(coalition.content)


def test_every_text_that_visitors_read_is_found_by_the_way_to_it(facts):
    found = {one.key: one.original for one in texts_of(MEMBERSHIP.record(facts), facts, {})}

    assert "Who" == found["/groups/who/title"]
    assert "Organizations\nAgencies" == found[KIND]
    assert "Honesty" == found["/categories/inner/standards/list"]
    assert not [key for key in found if key.endswith(("/id", "/url", "/confirmed"))]


def test_the_way_to_a_text_has_the_words_of_the_original_in_place_of_ids(facts):
    names = {"requirements": {"kind": "Which kind"}}
    found = {one.key: one.where for one in texts_of(MEMBERSHIP.record(facts), facts, names)}

    assert ("tiers", "Partner", "requirements", "Which kind") == found[KIND]
    assert ("categories", "Inner circle", "standards", "list") == found["/categories/inner/standards/list"]


def test_a_text_is_put_where_it_belongs_and_taken_out_again(facts):
    said = with_texts(facts, {}, {KIND: "Organizaciones\nAgencias", "/groups/who/title": "Quién"})

    assert said == {
        "groups": [{"id": "who", "title": "Quién"}],
        "tiers": [{"id": "partner", "requirements": {"kind": ["Organizaciones", "Agencias"]}}],
    }
    assert "Organizaciones\nAgencias" == said_in(facts, said)[KIND]
    assert {"groups": said["groups"]} == with_texts(facts, said, {KIND: ""})


def test_what_is_not_touched_stays_also_what_belongs_to_nothing(facts):
    own = {"tiers": [{"id": "gone", "title": "Fue"}], "translated": "2026-11-02 abcd"}

    said = with_texts(facts, own, {"/tiers/friend/title": "Amiga"})
    assert said["tiers"] == [{"id": "friend", "title": "Amiga"}, {"id": "gone", "title": "Fue"}]
    assert said["translated"] == "2026-11-02 abcd"


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("pages/a.es.md", "---\ntitle: A\n---\n\nText.\n\n---\n", f"---\ntitle: A\n{LINE}---\n\nText.\n\n---\n"),
        ("pages/a.es.md", "---\ntranslated: 2020-01-01 aaaa\ntitle: A\n---\n", f"---\n{LINE}title: A\n---\n"),
        ("pages/a.es.md", "---\r\ntitle: A\r\n---\r\n", f"---\r\ntitle: A\r\n{LINE.strip()}\r\n---\r\n"),
        ("data/a.es.yaml", "# A note.\ntiers: []\n", f"# A note.\ntiers: []\n{LINE}"),
        ("data/a.es.yaml", "translated: 2020-01-01\n  aaaa\ntiers: []\n", f"{LINE}tiers: []\n"),
    ],
    ids=["page", "again", "page of Windows", "data", "on two lines"],
)
def test_that_a_translation_is_level_stands_last_or_where_it_stood(file, before, after):
    level = level_of(LINE.removeprefix("translated: "))

    assert after == noted_level(file, before.encode(), level).decode()
