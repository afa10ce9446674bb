"""A CSV file as programs save it."""

import pytest

from sources.problems import ProblemsFound
from sources.spreadsheets.cells import read_rows

TABLE = (("id", "ally"), ("title", 'Café; bar, "so"'), ("kind", "one\ntwo"))
COMMAS = 'id,ally\r\ntitle,"Café; bar, ""so"""\r\nkind,"one\ntwo"\r\n'
SEMICOLONS = 'id;ally\ntitle;"Café; bar, ""so"""\nkind;"one\r\ntwo"\n'


def read(tmp_path, content: bytes):
    path = tmp_path / "edited.csv"
    path.write_bytes(content)
    return read_rows(path, "import-tiers", "id")


def problem(tmp_path, content: bytes) -> str:
    with pytest.raises(ProblemsFound) as found:
        read(tmp_path, content)
    (only,) = found.value.problems
    assert "Editing in a spreadsheet" == only.guide
    return str(only)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(COMMAS.encode("utf-8-sig"), id="CSV UTF-8 of Excel"),
        pytest.param(SEMICOLONS.encode("cp1252"), id="CSV of Excel in Windows-1252 with semicolons"),
        pytest.param(COMMAS.encode(), id="CSV of LibreOffice"),
        pytest.param(COMMAS.replace("\r\n", "\n").encode(), id="line ends of Unix"),
        pytest.param(
            '"id"\t"ally"\r\n"title"\t"Café; bar, ""so"""\r\n"kind"\t"one\ntwo"'.encode("utf-16"),
            id="Unicode text of Excel",
        ),
        pytest.param((COMMAS + ",\r\n,\r\n").encode(), id="empty rows at the end"),
        pytest.param(
            'id,ally,,\r\ntitle,"Café; bar, ""so""",,\r\nkind,"one\ntwo",,\r\n'.encode(), id="empty columns at the end"
        ),
        pytest.param(' id , ally\r\ntitle ,"Café; bar, ""so"""\r\nkind,"one\ntwo "\r\n'.encode(), id="spaces around"),
    ],
)
def test_the_same_cells_are_found_however_the_file_was_saved(tmp_path, content):
    found = read(tmp_path, content)

    assert TABLE == tuple(tuple(cell.replace("\r\n", "\n") for cell in row) for row in found)


def test_a_row_that_ends_early_is_filled_up(tmp_path):
    assert (("id", "a", "b"), ("x", "1", "")) == read(tmp_path, b"id,a,b\nx,1\n")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"PK\x03\x04...", 'edited.csv: a workbook. In the spreadsheet program choose "Save as" and "CSV UTF-8".'),
        (
            b"\xd0\xcf\x11\xe0...",
            'edited.csv: a workbook. In the spreadsheet program choose "Save as" and "CSV UTF-8".',
        ),
        (
            b"Tier,Title\n",
            'edited.csv: expected the first cell to be "id", found "Tier,Title". Start again from a '
            "fresh file, and save it as CSV.",
        ),
        (
            b"",
            'edited.csv: expected the first cell to be "id", found "". Start again from a fresh file, '
            "and save it as CSV.",
        ),
        (
            b'id,a\nx,"one" two\n',
            "edited.csv:2:1: a quotation mark where none can stand. Start again from a fresh file, and save it as CSV.",
        ),
        (
            b"id,a\nx,\x81\n",
            'edited.csv:2:3: a character that cannot be seen (U+FFFD). Save the file as "CSV UTF-8".',
        ),
        (
            "id,a\nx,b\u202e\n".encode(),
            'edited.csv:2:4: a character that cannot be seen (U+202E). Save the file as "CSV UTF-8".',
        ),
        (b"id," + b"x" * 3_000_000, "edited.csv: expected at most 2000 kB, found 3000 kB. Make it smaller."),
    ],
)
def test_a_file_that_is_no_such_table_is_refused(tmp_path, content, expected):
    assert expected == problem(tmp_path, content)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ProblemsFound) as found:
        read_rows(tmp_path / "edited.csv", "import-tiers", "id")

    assert ['edited.csv: no such file. Write "make import-tiers FILE=" and the place of the file.'] == [
        str(problem) for problem in found.value.problems
    ]
