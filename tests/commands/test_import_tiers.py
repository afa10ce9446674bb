"""`make import-tiers`: an edited table goes back into membership.yaml, and nothing else changes."""

import shutil
from pathlib import Path

import pytest

from commands.__main__ import main
from commands.tiers import import_tiers
from conftest import ROOT, THEME, Coalition
from sites import CATE, HARBOR_CONTENT
from sources.problems import ProblemsFound
from subjects.membership.exchange.csv_file import tiers_csv
from subjects.membership.records import MEMBERSHIP

DATA = "data/membership.yaml"
SMALL = ROOT / "tests" / "coalitions" / "small"
CONTENTS = pytest.mark.parametrize("content", [CATE.content, HARBOR_CONTENT, SMALL], ids=["cate", "harbor", "small"])


def edit(coalition: Coalition, old: str, new: str) -> Path:
    """Save the table of a coalition with one text replaced, beside its content."""
    path = coalition.content.parent / "edited.csv"
    text = tiers_csv(coalition.check().of(MEMBERSHIP)).decode("utf-8-sig")
    assert 1 == text.count(old)
    path.write_text(text.replace(old, new), "utf-8-sig", newline="")
    return path


def run(coalition: Coalition, spreadsheet: Path | str, capsys) -> tuple[int, str]:
    """Run the command; return its status and all it said."""
    status = main(["import-tiers", str(coalition.content), str(THEME), str(spreadsheet)])
    said = capsys.readouterr()
    return status, said.out + said.err


@CONTENTS
def test_a_table_that_nobody_changed_changes_nothing_byte_for_byte(content, tmp_path, capsys):
    copy = Coalition(Path(shutil.copytree(content, tmp_path / "content")))
    before = (copy.content / DATA).read_bytes()
    spreadsheet = tmp_path / "tiers.csv"
    spreadsheet.write_bytes(tiers_csv(copy.check().of(MEMBERSHIP)))

    assert (0, "tiers.csv says the same as content/data/membership.yaml. Nothing was changed.\n") == run(
        copy, spreadsheet, capsys
    )
    assert before == (copy.content / DATA).read_bytes()


def test_a_change_is_shown_and_written(coalition, capsys):
    status, said = run(coalition, edit(coalition, "People", "Guests & hosts"), capsys)

    assert 0 == status
    assert (
        "--- content/data/membership.yaml\n"
        "+++ content/data/membership.yaml (new)\n"
        "@@ -28,5 +28,5 @@\n"
        "     summary: For those who help.\n"
        '     application: {url: "https://forms.example.org/friend", confirmed: no}\n'
        "     requirements:\n"
        "-      kind: People\n"
        "+      kind: Guests & hosts\n"
        "       joining: not stated\n"
        "content/data/membership.yaml: 1 text changed.\n"
    ) == said
    assert ("Guests & hosts",) == coalition.check().of(MEMBERSHIP).tier("friend").requirements["kind"].typed


def test_comments_line_ends_and_permissions_stay(coalition, capsys):
    path = coalition.content / DATA
    path.write_bytes(
        path.read_bytes().replace(b"      kind: People", b"      # all\n      kind: People").replace(b"\n", b"\r\n")
    )
    path.chmod(0o640)
    before, mode = path.read_bytes(), path.stat().st_mode

    assert 0 == run(coalition, edit(coalition, "People", "Guests"), capsys)[0]

    assert before.replace(b"People", b"Guests") == path.read_bytes()
    assert mode == path.stat().st_mode
    assert [path] == [one for one in path.parent.iterdir() if one.name.startswith((".", "membership"))]


def test_with_a_problem_in_the_table_nothing_is_written(coalition, capsys):
    spreadsheet = edit(coalition, "People", "")
    before = coalition.read(DATA)

    assert (
        1,
        "1 problem in 1 file; nothing was changed.\n"
        '  edited.csv:4:5: cell E4, tier "friend", kind: expected text, a list of texts, or the words "not stated", '
        "found nothing.\n"
        '  See GUIDE.md, "Editing in a spreadsheet".\n',
    ) == run(coalition, spreadsheet, capsys)
    assert before == coalition.read(DATA)


def test_with_a_problem_in_the_content_nothing_is_written(coalition, capsys):
    spreadsheet = edit(coalition, "People", "Guests")
    coalition.change("pages/membership/friend.md", "tier: friend", "tier: freind")

    status, said = run(coalition, spreadsheet, capsys)

    assert 1 == status
    assert said.startswith("1 problem in 1 file; nothing was changed.\n  content/pages/membership/friend.md:")
    assert "People" in coalition.read(DATA)


def test_what_would_not_fit_together_afterward_is_not_written(coalition, monkeypatch):
    spreadsheet = edit(coalition, "People", "Guests")
    monkeypatch.setattr("commands.tiers.edited_values", lambda *_, **__: {("tiers", 1, "category"): "outre"})

    with pytest.raises(ProblemsFound) as found:
        import_tiers(spreadsheet, coalition.content, THEME)

    assert 'content/data/membership.yaml:27:15: tier "friend": unknown category "outre". Did you mean "outer"?' in map(
        str, found.value.problems
    )
    assert "People" in coalition.read(DATA)


def test_without_a_file_the_command_asks_for_one(coalition, capsys):
    assert (2, "Which file? Name it: make import-tiers FILE=edited.csv\n") == run(coalition, "", capsys)


def test_a_file_that_is_not_there_is_told(coalition, capsys):
    assert (
        1,
        "1 problem in 1 file; nothing was changed.\n"
        '  edited.csv: no such file. Write "make import-tiers FILE=" and the place of the file.\n'
        '  See GUIDE.md, "Editing in a spreadsheet".\n',
    ) == run(coalition, coalition.content / "edited.csv", capsys)


def test_a_table_is_brought_back_while_something_is_overdue(coalition, capsys):
    coalition.change("data/help-lines.yaml", "2026-11-23", "2016-11-23")

    assert 0 == run(coalition, edit(coalition, "People", "Guests"), capsys)[0]


def test_a_site_without_membership_has_no_tiers_to_take_in(coalition, capsys):
    spreadsheet = edit(coalition, "People", "Guests")
    (coalition.content / DATA).unlink()

    assert (1, f"content/{DATA}: this file is missing.") == (
        (told := run(coalition, spreadsheet, capsys))[0],
        told[1].splitlines()[1].strip(),
    )
