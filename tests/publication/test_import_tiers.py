"""`make import-tiers`: an edited table goes back into membership.yaml, and nothing else changes."""

import csv
import io
import shutil
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT, THEME, Coalition
from membership.cells import cell, texts_in
from membership.edited_tiers import edited_values
from membership.model import MEMBERSHIP
from membership.saved_csv import read_rows
from membership.spreadsheet import rows, tiers_csv
from publication.__main__ import main
from publication.import_tiers import import_tiers
from sites import CATE, HARBOR_CONTENT
from sources.nodes import Node, parse
from sources.problems import ProblemsFound
from sources.rewrite import rewritten
from sources.text import FORBIDDEN

DATA = "data/membership.yaml"
SMALL = ROOT / "tests" / "coalitions" / "small"
CONTENTS = pytest.mark.parametrize("content", [CATE.content, HARBOR_CONTENT, SMALL], ids=["cate", "harbor", "small"])
TEXTS = (
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80),
        st.text(st.sampled_from("ab '\"\\:#-[]{},;&*!|>%@`?~=+0.1"), min_size=1, max_size=12),
        st.sampled_from(["null", "Yes", "012", "1.10", "- a", "a: b", "a #b", "=1+1", "2024-01-02", "'=1", "TRUE"]),
    )
    .map(lambda text: FORBIDDEN.sub("", text).strip())
    .filter(lambda text: text and text.casefold() != "not stated")
    .filter(lambda text: not text.startswith("#"))  # what looks like an error of the program is refused
)
SAVED = st.sampled_from([("utf-8-sig", ",", "\r\n"), ("utf-8", ";", "\n"), ("utf-16", "\t", "\r\n")])


def saved(table, encoding: str = "utf-8-sig", separator: str = ",", line_end: str = "\r\n") -> bytes:
    """Return a table as a spreadsheet program saves it."""
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=separator, lineterminator=line_end).writerows(table)
    return written.getvalue().encode(encoding)


def edit(coalition: Coalition, old: str, new: str) -> Path:
    """Save the table of a coalition with one text replaced, beside its content."""
    path = coalition.content.parent / "edited.csv"
    text = tiers_csv(coalition.check().membership).decode("utf-8-sig")
    assert 1 == text.count(old)
    path.write_text(text.replace(old, new), "utf-8-sig", newline="")
    return path


def run(coalition: Coalition, spreadsheet: Path | str, capsys) -> tuple[int, str]:
    """Run the command; return its status and all it said."""
    status = main(["import-tiers", str(coalition.content), str(THEME), str(spreadsheet)])
    said = capsys.readouterr()
    return status, said.out + said.err


@pytest.fixture(scope="module", params=[CATE.content, HARBOR_CONTENT, SMALL], ids=["cate", "harbor", "small"])
def original(request, tmp_path_factory):
    """Return a data file, what it says, and a folder to save tables in."""
    before = (request.param / DATA).read_text("utf-8")
    return before, MEMBERSHIP.record(parse(before, "")), tmp_path_factory.mktemp("saved")


@settings(max_examples=12, deadline=None)
@given(data=st.data(), texts=st.lists(TEXTS, min_size=1, max_size=3, unique=True), form=SAVED)
def test_any_text_in_any_cell_comes_back_in_the_next_export_and_only_its_lines_change(original, data, texts, form):
    before, membership, folder = original
    table = [list(row) for row in rows(membership)]
    row = data.draw(st.integers(1, len(table) - 1), "row")
    column = data.draw(st.integers(3, len(table[0]) - 1), "column")
    texts = texts[:1] if row < 3 else texts
    table[row][column] = "\n".join(texts)
    meant = texts_in(table[row][column])
    (folder / "edited.csv").write_bytes(saved(table, *form))

    values = edited_values(read_rows(folder / "edited.csv"), membership, "edited.csv")
    after = rewritten(before, values)

    again = MEMBERSHIP.record(parse(after, ""))
    tier = again.tiers[column - 3]
    found = {1: (tier.title,), 2: (tier.summary,)}.get(row) or tier.requirements[table[row][0]]
    assert meant == found
    table[row][column] = cell(meant)
    assert table == [list(row) for row in rows(again)]
    assert_only_lines_of(path_of(row, column, table), before, after)


def path_of(row: int, column: int, table) -> tuple:
    field = {1: ("title",), 2: ("summary",)}.get(row, ("requirements", table[row][0]))
    return ("tiers", column - 3, *field)


def assert_only_lines_of(path: tuple, before: str, after: str) -> None:
    """Assert that all lines but those of the value at the path are the same."""
    starts, ends = zip(*(lines_of(path, text) for text in (before, after)), strict=True)
    old, new = before.split("\n"), after.split("\n")
    assert old[: starts[0]] == new[: starts[1]]
    assert old[ends[0] :] == new[ends[1] :]


def lines_of(path: tuple, text: str) -> tuple[int, int]:
    """Return the first line of a value, and the line after its last, which is not as deep."""
    node: Node = parse(text, "")
    for step in path:
        node = node.items[step] if isinstance(step, int) else node.get(step)
    lines = text.split("\n")
    first = node.key_place.line - 1
    deeper = " " * (len(lines[first]) - len(lines[first].lstrip()) + 1)
    return first, next((n for n in range(first + 1, len(lines)) if not lines[n].startswith(deeper)), len(lines))


@CONTENTS
def test_a_table_that_nobody_changed_changes_nothing_byte_for_byte(content, tmp_path, capsys):
    copy = Coalition(Path(shutil.copytree(content, tmp_path / "content")))
    before = (copy.content / DATA).read_bytes()
    spreadsheet = tmp_path / "tiers.csv"
    spreadsheet.write_bytes(tiers_csv(copy.check().membership))

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
    assert ("Guests & hosts",) == coalition.check().membership.tier("friend").requirements["kind"]


def test_comments_line_ends_and_permissions_stay(coalition, capsys):
    path = coalition.content / DATA
    path.write_bytes(
        path.read_bytes().replace(b"      kind: People", b"      # all\n      kind: People").replace(b"\n", b"\r\n")
    )
    path.chmod(0o640)
    before = path.read_bytes()

    assert 0 == run(coalition, edit(coalition, "People", "Guests"), capsys)[0]

    assert before.replace(b"People", b"Guests") == path.read_bytes()
    assert 0o640 == stat.S_IMODE(path.stat().st_mode)
    assert [path] == [one for one in path.parent.iterdir() if one.name.startswith((".", "membership"))]


def test_with_a_problem_in_the_table_nothing_is_written(coalition, capsys):
    spreadsheet = edit(coalition, "People", "")
    before = coalition.read(DATA)

    assert (
        1,
        "1 problem in 1 file; nothing was changed.\n"
        '  edited.csv:4:5: cell E4, tier "friend", kind: expected text, a list of texts, or the words "not stated", '
        "found nothing.\n"
        '  See content/README.md, "Editing in a spreadsheet".\n',
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
    monkeypatch.setattr("publication.import_tiers.edited_values", lambda *_: {("tiers", 1, "category"): "outre"})

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
        '  See content/README.md, "Editing in a spreadsheet".\n',
    ) == run(coalition, coalition.content / "edited.csv", capsys)
