"""Two hundred mistakes, each a file as somebody could save it, with the report that staff then read beside it.

`tests/bad_inputs/<folder of content>/...` is put into the small coalition under the name that the folder and the first
part of the file's name give: `data/membership--misspelt-field.yaml` replaces `data/membership.yaml`,
`pages/news--no-title.md` becomes `pages/news.md`. The report is the same name with `.report`.
"""

from pathlib import Path

import pytest

from conftest import ROOT
from sources.problems import ProblemsFound, report

FOLDER = ROOT / "tests" / "bad_inputs"
INPUTS = sorted(path for path in FOLDER.rglob("*--*") if path.suffix != ".report")


def target(path: Path) -> str:
    """Return the file of the coalition that an input stands in for."""
    name = path.name.partition("--")[0] + path.suffix
    return (path.relative_to(FOLDER).parent / name).as_posix()


def test_there_are_at_least_two_hundred():
    assert 200 <= len(INPUTS)


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_a_mistake_is_refused_with_the_report_beside_it(coalition, path):
    coalition.write(target(path), path.read_bytes())
    expected = path.with_suffix(".report").read_text("utf-8")

    try:
        coalition.check()
        found = coalition.build("publishconf.py").said
    except ProblemsFound as problems:
        found = report(problems.problems) + "\n"

    assert expected == found


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_a_report_names_the_files_to_mend(path):
    lines = path.with_suffix(".report").read_text("utf-8").splitlines()
    problems = [line for line in lines if line.startswith("  ") and not line.startswith("  See ")]

    assert problems
    assert all(line.startswith("  content/") for line in problems)
