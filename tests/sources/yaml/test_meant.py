"""Values as people write them, read as they were meant."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sources.pages.front_matter import FrontMatter
from sources.problems import ProblemsFound
from sources.records.data_file import plain
from sources.yaml.document import parse
from sources.yaml.edit import edited
from subjects.membership.records import Membership
from subjects.site.records import Site

COLON = 'a ": " inside the text. A new field starts on a new line; if it belongs to the text, put that in "quotes".'
HASH = '" #" begins a comment here. Put it on a line of its own; if it belongs to the text, put the value in "quotes".'


def kept(sign: str) -> str:
    return f'the text begins with "{sign}", a sign that YAML keeps for itself. Put the value in "quotes".'


def front_matter(text: str):
    return plain(parse(text, "a.md", model=FrontMatter))


@pytest.mark.parametrize(
    "text",
    [
        "Meetings: how they work", "Meetings:", "https://x.org: an address", "it: is: so", ": so", "? maybe", "- so",
        "@work", "50% off", "%20", "`make`", "*New* form", "**New** form", "& more", "!important", ", so",
        '"Safe" places', '"Safe" and "sound"', "'Safe' places: all", "“Safe” and “sound”", "Members' rights: all",
        "For # 1", "#1 in the state", "# 1 in the state", "#MeToo", "Meetings # here", "C# and F#", "A 12\" ruler",
        "[draft] Meetings", "[draft]", "[a, b]", "{x}", "{a: b} c", "[a] and [b]", "> 18 years", "| so", "=", "<b>",
        "--- so", "---so", "No", "012",
    ],
)  # fmt: skip
def test_one_line_behind_a_known_field_of_front_matter_is_that_text(text):
    assert {"title": text, "status": "draft"} == front_matter(f"title: {text}\nstatus: draft")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("“Meetings”", "Meetings"), ("“For # 1”", "For # 1"),
        ("“Spring: meeting”", "Spring: meeting"), ("„Treffen“", "Treffen"),
        ("« Réunions »", "Réunions"), ("\u2018Meetings\u2019", "Meetings"), ('"Meetings”', "Meetings"),
        ("**News**", "News"), ("*News*: all", "*News*: all"),
        ("'Don't wait'", "Don't wait"), ('"She said "no" twice"', 'She said "no" twice'),
        ('"C:\\members"', "C:\\members"), ('"Meetings: how"', "Meetings: how"), ("'It''s'", "It's"),
        ("\tMeetings\t", "Meetings"), ("one\ttwo", "one two"), ("\xa0Meetings\u3000", "Meetings"),
    ],
)  # fmt: skip
def test_quotes_and_spaces_around_the_whole_are_no_part_of_it(typed, meant):
    assert {"title": meant} == front_matter(f"title: {typed}\n")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Title: News", "title"), ("TITLE : News", "title"), ("title:News", "title"), ("title = News", "title"),
        ("title\uff1a News", "title"), ("title\xa0:\xa0News", "title"), ("\xa0title: News", "title"),
        ("Last reviewed: News", "last_reviewed"), ("last-reviewed: News", "last_reviewed"),
        ("Nav-Title: News", "nav_title"),
    ],
)  # fmt: skip
def test_a_field_is_known_by_its_name_in_other_letters(line, name):
    assert {name: "News"} == front_matter(line)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("status: draft  # until March", {"status": "draft"}),
        ("last_reviewed: 2026-11-23 # by Ann", {"last_reviewed": "2026-11-23"}),
        ('title: "News"  # short', {"title": "News"}),
        ("lead: >-\n  one: # 1\n  two: @x", {"lead": "one: # 1 two: @x"}),
        ("lead: |-\n  @x\n\n  Title: y\nstatus: draft", {"lead": "@x\n\nTitle: y", "status": "draft"}),
        (
            "next_steps:\n- audience: Partners: all\n  text: *New* # 1\n  page: about#who  # there",
            {"next_steps": [{"audience": "Partners: all", "text": "*New* # 1", "page": "about#who"}]},
        ),
        ("timeline: [{shown: '2011: now', from: 2011}]", {"timeline": [{"shown": "2011: now", "from": "2011"}]}),
    ],
)
def test_what_yaml_reads_as_it_was_meant_is_left_to_it(line, value):
    assert value == front_matter(line)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: News description: What is new", f"1:24: {COLON}"),
        ("title: News  # draft", f"1:14: {HASH}"),
        ("title: # later", f"1:8: {HASH}"),
        ("title: &news", f"1:8: {kept('&')}"),
        ("title: &news So it is", f"1:8: {kept('&')}"),
        ("title: &news So\n  it is", f"1:8: {kept('&')}"),
        ("title: *news", f"1:8: {kept('*')}"),
        ("title: !!str News", f"1:8: {kept('!')}"),
        ('title: "News', "1:8: a quote that opens here is never closed."),
        ('"title": "News",', '1:16: a comma behind the value. Delete it, or put the whole value in "quotes".'),
        (
            "title: {{ page.title }}",
            '1:9: expected the name of a field, found brackets. If "{" or "[" is meant as text, use quotes.',
        ),
        ("title: a\nTitle: b", '2:1: "title" stands here twice, first in line 1. Keep one of them.'),
        ("Title:a: b\nlead: &x y", f"2:7: {kept('&')}"),
        ("title: a: b\ntitle: c", '2:1: "title" stands here twice, first in line 1. Keep one of them.'),
    ],
)
def test_what_may_be_meant_in_two_ways_is_told_at_its_place(text, expected):
    with pytest.raises(ProblemsFound) as found:
        front_matter(text)

    assert [f"a.md:{expected}"] == [str(problem) for problem in found.value.problems]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("lead: Our rule: it's kind\n  and @work: honest\n", "Our rule: it's kind and @work: honest"),
        ("lead: @work\n  is\n\n  fun", "@work is\nfun"),
        ("lead: “Come: all\n  of you”\nstatus: draft", "Come: all of you"),
        ("lead: Come\n  all", "Come all"),
        ("lead: |-\n  @x # 1\n  y", "@x # 1\ny"),
        ("lead: >  # folded\n  our # 1\n  help", "our # 1 help"),
        ("lead: Our # 1\n  help", "Our # 1 help"),
    ],
)
def test_a_text_may_go_on_with_further_lines_of_text(text, meant):
    assert meant == front_matter(text)["lead"]


def test_a_line_below_a_text_that_looks_like_a_field_is_none_of_its_lines():
    with pytest.raises(ProblemsFound):
        front_matter("lead: Our rule: be kind\n  status: draft\n")


def test_places_are_those_of_the_text_as_typed():
    root = parse("Title:News: all\nstatus:\tDraft  # x\n", "a.md", first_line=2, model=FrontMatter)

    assert "a.md:2:7" == str(root.get("title").place)
    assert "a.md:3:9" == str(root.get("status").place)
    assert "a.md:3:1" == str(root.get("status").key_place)


TIER = "tiers:\n  - called: a\n    {}\n"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("title: Meetings: how they work", {"title": "Meetings: how they work"}),
        ("Title: @work", {"title": "@work"}),
        ("summary: For # 1", {"summary": "For # 1"}),
        ("summary: Our #1 help", {"summary": "Our #1 help"}),
        ("summary: > 18 years old", {"summary": "> 18 years old"}),
        ("id: “outer”  # for now", {"id": "outer"}),
        ("requirements: {kind: “Open”}", {"requirements": {"kind": "Open"}}),
        ("requirements:\n      kind: Open: to all", {"requirements": {"kind": "Open: to all"}}),
        (
            "requirements:\n      kind:\n      - open: to all\n      - Agencies: all\n      - @work",
            {"requirements": {"kind": ["open: to all", "Agencies: all", "@work"]}},
        ),
        ("application:\n      have_ready: Your name: all", {"application": {"have_ready": ["Your name: all"]}}),
        ("application: {url: forms.org, confirmed: Y}", {"application": {"url": "forms.org", "confirmed": "Y"}}),
        (
            "application:\n      url: [form](https://forms.org/)\n      have_ready:\n        - Name: yours",
            {"application": {"url": "[form](https://forms.org/)", "have_ready": ["Name: yours"]}},
        ),
    ],
)
def test_a_line_of_a_data_file_is_understood_where_it_has_one_meaning(line, value):
    found = plain(parse(TIER.format(line), "a.yaml", model=Membership))

    assert {"tiers": [{"called": "a", **value}]} == found


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("title: Partner summary: For all", f"3:27: {COLON}"),
        ("title: Partner # renamed in May", f"3:20: {HASH}"),
        ("summary: #metoo", f"3:14: {HASH}"),
        (
            "requirements:\n      kind: - a",
            '4:13: a "- " behind a colon. Start a list on the line below; put text in "quotes".',
        ),
        ("application: &a {url: forms.org}", f"3:18: {kept('&')}"),
    ],
)
def test_a_line_of_a_data_file_with_two_meanings_is_told(line, expected):
    with pytest.raises(ProblemsFound) as found:
        parse(TIER.format(line), "a.yaml", model=Membership)

    assert [f"a.yaml:{expected}"] == [str(problem) for problem in found.value.problems]


def test_a_list_and_free_names_of_a_data_file_are_let_be():
    text = "Abbreviations: [a, b]\nnavigation:\n- page: a\n- Page: b\n"

    assert {"abbreviations": ["a", "b"], "navigation": [{"page": "a"}, {"page": "b"}]} == plain(
        parse(text, "a.yaml", model=Site)
    )


SIGNS = "ab Z1é:#@*&!%|>-?'\"[]{},`“”\u2018\u2019.=<~\t\xa0"


@settings(max_examples=600)
@given(st.text(SIGNS, min_size=1, max_size=14))
@example('"1"#:')  # libyaml takes what follows a quote for a comment
@example('""#1')
def test_any_line_is_that_text_or_told(text):
    try:
        found = front_matter(f"title: {text}\nstatus: draft\n")
    except ProblemsFound:
        return
    typed = re.split(r"""(?<=["'])\s+#""", text)[0] if text.strip()[:1] in "\"'" else text
    letters = "".join(re.findall(r"\w", typed))
    assert {"title", "status"} == {*found}
    assert letters == "".join(re.findall(r"\w", found["title"] or ""))
    assert not letters or len(found["title"]) >= len(" ".join(typed.split()).strip("\"'“”\u2018\u2019* \t\xa0")) - 2


@settings(max_examples=300)
@given(st.lists(st.text(SIGNS, max_size=10), min_size=3, max_size=3), st.sampled_from(["new", "a: b", "“x”", "# x"]))
def test_what_is_written_beside_a_loose_line_leaves_it_as_typed(texts, new):
    title, lead, nav_title = texts
    before = f"Title: {title}\nlead: old\nnav_title:{lead}\ndescription:\t{nav_title}\r\n"
    try:
        held = front_matter(before.replace("\r\n", "\n"))
    except ProblemsFound:
        return

    after = edited(before, held | {"lead": new}, FrontMatter)

    assert held | {"lead": new} == front_matter(after.replace("\r\n", "\n"))
    assert [line for line in before.split("\n") if line != "lead: old"] == [
        line for line in after.split("\n") if not line.startswith("lead:")
    ]
