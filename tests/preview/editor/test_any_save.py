"""What is saved unchanged leaves every file byte for byte, and nothing that is saved leaves a problem."""

import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import ROOT, Coalition
from subjects.membership.records import MEMBERSHIP

from .asked import TIERS, read, save

CONTENTS = sorted((ROOT / "tests" / "coalitions").iterdir())


def every_file(content) -> list[str]:
    found = [*content.rglob("pages/**/*.md"), *(path for path in content.rglob("data/*.yaml") if "." not in path.stem)]
    return sorted(f"content/{path.relative_to(content).as_posix()}" for path in found)


@pytest.mark.parametrize("content", CONTENTS, ids=lambda path: path.name)
def test_every_file_read_and_saved_unchanged_stays_byte_for_byte(content, tmp_path):
    link = Coalition(tmp_path / "content")
    shutil.copytree(content, link.content)
    for path in every_file(link.content):
        before = (link.content.parent / path).read_bytes()

        assert (200, {"message": "saved"}) == save(link, path, read(link, path))
        assert before == (link.content.parent / path).read_bytes()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_file_spelled_in_any_way_and_saved_unchanged_stays_byte_for_byte(data, coalition):
    original = coalition.read("data/membership.yaml")
    spelled = original
    for old, others in {
        "joining: Yes": ["joining: 'Yes'", "joining: >-\n        Yes", 'joining: "Yes"', "joining: [Yes]"],
        "kind: People": ["kind:\n        # who\n        - People", "kind:   People ", "kind: 012", "kind: No"],
        "confirmed: no}": ["confirmed: No}", "confirmed: FALSE}", "confirmed: 'no' }"],
        "title: Friend": ["title: Friend\n\n    # a note", "title:\n      Friend"],
    }.items():
        spelled = spelled.replace(old, data.draw(st.sampled_from([old, *others])))
    ends = data.draw(st.sampled_from(["\n", "\r\n"]))
    spelled = data.draw(st.sampled_from(["", "\ufeff"])) + spelled.replace("\n", ends)
    coalition.write("data/membership.yaml", spelled)

    assert (200, {"message": "saved"}) == save(coalition, TIERS, read(coalition, TIERS))
    assert spelled.encode() == (coalition.content / "data/membership.yaml").read_bytes()
    coalition.write("data/membership.yaml", original)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["yes", "a: b", "- x", "\n", "\0"]),
    lambda below: (
        st.lists(below, max_size=3) | st.dictionaries(st.sampled_from(["id", "title", "x"]), below, max_size=3)
    ),
    max_leaves=6,
)


def spots(value, path=()):
    """Yield the path of everything in a value."""
    yield path
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in below:
        yield from spots(inner, (*path, step))


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_sent_the_files_stay_free_of_problems(data, coalition):
    path = data.draw(st.sampled_from([file for file in every_file(coalition.content) if "404" not in file]))
    name = path.removeprefix("content/")
    before = coalition.read(name)
    values = read(coalition, path)
    *way, last = data.draw(st.sampled_from([spot for spot in spots(values) if spot]))
    holder = values
    for step in way:
        holder = holder[step]
    holder[last] = data.draw(JSON)

    status, found = save(coalition, path, values)

    assert (status, [*found]) in [(200, ["message"]), (400, ["error"]), (422, ["error"])]
    assert [] == coalition.problems()
    assert status == 200 or before == coalition.read(name)
    coalition.write(name, before)


@pytest.mark.parametrize(
    "typed", ["{answer: $50, note: Ask us.}", "\n        - $50\n        - Note: Ask us.", "['$50', 'Note: Ask us.']"]
)
def test_a_note_to_an_answer_is_a_line_of_its_field_and_can_be_changed_there(coalition, typed):
    coalition.change("data/membership.yaml", "kind: People", f"kind: {typed}".replace(": \n", ":\n"))
    shown = read(coalition, TIERS)
    assert "$50\nNote: Ask us." == shown["tiers"][1]["requirements"]["kind"]
    shown["tiers"][1]["requirements"]["kind"] = "$60\nNote: Ask them."

    assert (200, {"message": "saved"}) == save(coalition, TIERS, shown)
    assert ("$60", "Note: Ask them.") == tuple(
        coalition.check().of(MEMBERSHIP).tier("friend").requirements["kind"].lines
    )
