"""A `tiers.json` that somebody changed comes back like a table for spreadsheets."""

import json
import shutil
from pathlib import Path

import pytest

from commands.__main__ import main
from conftest import THEME, Coalition
from sites import CATE, HARBOR_CONTENT
from subjects.membership.exchange.published import tiers_file, tiers_json
from subjects.membership.records import MEMBERSHIP

FRESH = "Start again from the file that the site offers."
DATA = "data/membership.yaml"


@pytest.fixture
def run(coalition, tmp_path, capsys):
    """Return what runs the command with a changed file, and returns its status and what it said."""

    def command(change) -> tuple[int, str]:
        found = exported(coalition)
        text = change(found)
        path = tmp_path / "tiers.json"
        path.write_text(text if isinstance(text, str) else json.dumps(found), "utf-8")
        status = main(["import-tiers", str(coalition.content), str(THEME), str(path)])
        said = capsys.readouterr()
        return status, said.out + said.err

    return command


def exported(coalition: Coalition) -> dict:
    sources = coalition.check()
    return json.loads(tiers_json(tiers_file(sources, "", "")))


@pytest.mark.parametrize("content", [CATE.content, HARBOR_CONTENT], ids=["cate", "harbor"])
def test_a_file_that_nobody_changed_changes_nothing(content, tmp_path, capsys):
    copy = Coalition(Path(shutil.copytree(content, tmp_path / "content")))
    path = tmp_path / "tiers.json"
    path.write_text(json.dumps(exported(copy)), "utf-8")

    assert 0 == main(["import-tiers", str(copy.content), str(THEME), str(path)])
    assert "tiers.json says the same as content/data/membership.yaml. Nothing was changed.\n" == capsys.readouterr().out


def test_what_was_typed_anew_is_written_with_its_note(coalition, run):
    def change(found: dict) -> None:
        kind = found["tiers"][1]["requirements"]["kind"]
        kind["items"][0].update(typed="$5k")
        kind["note"] = "For firms."
        found["tiers"][0]["title"] = "Ally"

    status, said = run(change)

    assert 0 == status, said
    membership = coalition.check().of(MEMBERSHIP)
    assert ("$5k", "Note: For firms.") == membership.tier("friend").requirements["kind"].lines
    assert "Ally" == membership.tier("partner").title


def test_null_is_not_stated(coalition, run):
    assert 0 == run(lambda found: found["tiers"][0]["requirements"].update(kind=None))[0]

    assert () == coalition.check().of(MEMBERSHIP).tier("partner").requirements["kind"].items


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda _: "{", f"tiers.json: this is no file of JSON. {FRESH}"),
        (
            lambda found: found.pop("tiers") and None,
            f"tiers.json: tiers: expected another value, found fields. {FRESH}",
        ),
        (
            lambda found: found["tiers"][1].update(id="freind"),
            'tiers.json: tier "freind" is not known. Did you mean "friend"?',
        ),
        (
            lambda found: found["tiers"][1]["requirements"].update(dues=None),
            'tiers.json: requirement "dues" is not known. Expected one of: kind, joining.',
        ),
        (
            lambda found: found["tiers"][1]["requirements"].pop("kind") and None,
            'tiers.json: tier "friend": no requirement "kind". Names are changed in content/data/membership.yaml.',
        ),
        (
            lambda found: found["tiers"].reverse(),
            "tiers.json: the tiers stand in another order. Names are changed in content/data/membership.yaml.",
        ),
        (
            lambda found: found["tiers"][0]["requirements"]["joining"]["items"][0].update(yes=False),
            'tiers.json: tier "partner", joining: change what stands in "typed"; the rest follows from it.',
        ),
        (
            lambda found: found["tiers"][1]["requirements"]["kind"]["items"][0].update(typed="x"),
            'tiers.json: tier "friend", kind: "x" ticks for some, and crosses out for others. Write "yes" or "no".',
        ),
    ],
)
def test_what_cannot_be_is_told_by_its_tier_and_requirement(coalition, run, change, expected):
    before = coalition.read(DATA)

    status, said = run(change)

    assert 1 == status
    assert expected in said.splitlines()[1].strip()
    assert before == coalition.read(DATA)
