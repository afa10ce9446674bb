"""`make export` and `make import`: a list goes into a spreadsheet and comes back, and nothing else changes."""

from pathlib import Path

import pytest

from commands.__main__ import main
from conftest import THEME, Coalition
from sources.spreadsheets.sheet import sheet_of
from subjects import all_subjects

LINES = "data/help-lines.yaml"
TABLES = [one.data for one in all_subjects() if one.data and sheet_of(one.data)]


@pytest.fixture
def run(coalition, capsys, tmp_path):
    """Return what runs one of both commands on a data file; it returns the status and all that was said."""

    def ran(command: str, data: str, file: str = "table.csv") -> tuple[int, str]:
        status = main([command, str(coalition.content), str(THEME), data, file and str(tmp_path / file)])
        said = capsys.readouterr()
        return status, (said.out + said.err).replace(f"{tmp_path}/", "")

    return ran


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8-sig")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8-sig", newline="")


def test_out_and_in_changes_nothing(run, coalition):
    before = coalition.read(LINES)

    assert run("export", "help-lines") == (
        0,
        "table.csv: 1 row of content/data/help-lines.yaml. "
        "Bring them back with: make import DATA=help-lines FILE=table.csv\n",
    )
    assert run("import", "data/help-lines.yaml") == (
        0,
        "table.csv says the same as content/data/help-lines.yaml. Nothing was changed.\n",
    )
    assert before == coalition.read(LINES)


def test_a_change_is_shown_and_written_with_all_else_as_it_was(run, coalition, tmp_path):
    coalition.change(LINES, "    number:", "    # Never call it to try it.\n    number:")
    run("export", "help-lines")
    change(tmp_path / "table.csv", "Emergency", "Emergencies")
    before = coalition.read(LINES)

    status, said = run("import", "help-lines")

    assert (0, "content/data/help-lines.yaml: 1 changed.") == (status, said.rstrip().rpartition("\n")[2])
    assert "-    name: Emergency\n+    name: Emergencies\n" in said
    assert before.replace("name: Emergency", "name: Emergencies") == coalition.read(LINES)


def test_what_does_not_fit_the_site_is_not_written(run, coalition, tmp_path):
    run("export", "help-lines")
    change(tmp_path / "table.csv", "Emergency", "Emergency https://")
    change(tmp_path / "table.csv", "https://www.911.gov/", "http://nowhere")
    before = coalition.read(LINES)

    status, said = run("import", "help-lines")

    assert 1 == status
    assert said.startswith("1 problem in 1 file; nothing was changed.\n  table.csv:2:")
    assert before == coalition.read(LINES)


def test_a_list_that_nobody_began_is_filled_from_a_table(run, coalition, tmp_path):
    assert run("export", "events")[1].startswith("table.csv: 0 rows of content/data/events.yaml.")
    with (tmp_path / "table.csv").open("a", encoding="utf-8") as table:
        columns = (tmp_path / "table.csv").read_text("utf-8-sig").strip().split(",")
        known = {"id": "gala", "title": "Gala", "starts": "2027-03-09 18:30"}
        table.write(",".join(known.get(name, "") for name in columns))

    assert run("import", "events")[1].endswith("content/data/events.yaml: 1 new.\n")
    assert "events:\n  - id: gala\n    title: Gala\n    starts: 2027-03-09 18:30\n" == coalition.read(
        "data/events.yaml"
    )
    assert [] == coalition.problems()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("help-line", 'content/data: DATA: "help-line" is no data file with a list. Did you mean "help-lines"?'),
        (
            "membership",
            'content/data: DATA: "membership" is no data file with a list. '
            'The tiers are a table of their own: see "make import-tiers".',
        ),
    ],
)
def test_a_file_without_a_table_is_told(run, data, told):
    for command in ("export", "import"):
        status, said = run(command, data)
        assert (1, told) == (status, said.split("\n")[1].strip())


def test_a_table_that_is_there_is_never_written_over(run):
    run("export", "help-lines")

    assert (
        "table.csv: this file is there already, and somebody may have changed it. Name another, or delete it."
        in (run("export", "help-lines")[1])
    )


def test_nothing_is_guessed_of_what_was_not_said(run):
    assert run("export", "", "") == (
        2,
        'Which data file, such as events? Say DATA="..."\nWhich spreadsheet, such as events.csv? Say FILE="..."\n',
    )


def test_every_list_of_entries_has_a_table():
    assert {"events", "help-lines", "images", "members", "people", "resources"} == {
        Path(file.path).stem for file in TABLES
    }


@pytest.mark.parametrize("file", TABLES, ids=lambda file: Path(file.path).stem)
def test_lists_of_a_site_with_much_in_it_come_back_as_they_went(file, run, coalition, tmp_path):
    full = Coalition(Path(__file__).parents[1] / "coalitions" / "federation")
    if not (full.content / file.path).exists():
        pytest.skip("the example has no such file")
    status = main(["export", str(full.content), str(THEME), Path(file.path).stem, str(tmp_path / "table.csv")])
    before = full.read(file.path)

    assert 0 == status
    assert 0 == main(["import", str(full.content), str(THEME), Path(file.path).stem, str(tmp_path / "table.csv")])
    assert before == full.read(file.path)
