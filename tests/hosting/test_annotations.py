"""What a run of the workflow found stands where editors look: beside the line, and in the summary."""

import json
import re
import subprocess

import pytest

from checking.to_do import to_do_list
from conftest import ROOT
from programs import environment
from sources.problems import Place, Problem, report

from .test_workflow import step

MATCHERS = json.loads((ROOT / ".github" / "problem-matcher.json").read_text("utf-8"))["problemMatcher"]


def found(line: str) -> list[tuple[str, ...]]:
    """Return what the matchers see in a line, as GitHub does."""
    patterns = [matcher["pattern"][0] for matcher in MATCHERS]
    matches = [(pattern, re.search(pattern["regexp"], line)) for pattern in patterns]
    keys = ("file", "line", "column", "message")
    return [tuple(match[pattern[key]] for key in keys if key in pattern) for pattern, match in matches if match]


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (
            Problem(Place("content/data/site.yaml", 48, 7), 'unknown requirement "a:1:2: b". Expected one of: x.'),
            ("content/data/site.yaml", "48", "7", 'unknown requirement "a:1:2: b". Expected one of: x.'),
        ),
        (Problem(Place("content/pages/über uns.md", 3), "text."), ("content/pages/über uns.md", "3", "1", "text.")),
        (Problem(Place("content/a.exe", 0), "not known: delete it."), ("content/a.exe", "not known: delete it.")),
    ],
)
def test_each_problem_stands_beside_its_line_once(problem, expected):
    lines = report([problem]).splitlines()

    assert [expected] == [seen for line in lines for seen in found(line)]


def test_what_is_no_problem_is_not_shown_as_one():
    said = "No problems in 9 pages and 4 data files.\nTo do, 1 thing to give or confirm:\n  - content/a.md: not given."

    assert [] == [seen for line in said.splitlines() for seen in found(line)]


def test_what_nobody_reviewed_in_time_is_shown_as_a_warning_at_its_line_and_stops_nothing(coalition):
    coalition.change("data/help-lines.yaml", "2026-11-23", "2026-05-22")
    (line,) = [line for line in to_do_list(coalition.check()).splitlines() if "Overdue" in line]

    told = 'help line "Emergency", last reviewed 2026-05-22, due 2026-11-22. Read its source, and say when.'
    assert [("content/data/help-lines.yaml", "7", "20", told)] == found(line)
    assert ["error", "error", "warning"] == [matcher["severity"] for matcher in MATCHERS]


def test_the_matcher_that_is_turned_on_is_ours():
    assert 'echo "::add-matcher::.github/problem-matcher.json"' == step("publish", "add-matcher")["run"]


def test_the_report_in_the_summary_cannot_become_anything_but_text(tmp_path):
    hostile = '1 problem in 1 file; nothing was published.\n  content/a.md:1:1: "```"\n```\n<img src=x>\n'
    (tmp_path / "report").write_text(hostile)
    told = environment(RUNNER_TEMP=str(tmp_path), GITHUB_STEP_SUMMARY=str(tmp_path / "summary"))

    script = step("publish", "GITHUB_STEP_SUMMARY")["run"]
    subprocess.run(["bash", "-eo", "pipefail", "-c", script], env=told, check=True)

    expected = "## Report\n\n" + "".join(f"    {line}\n" for line in hostile.splitlines())
    assert expected == (tmp_path / "summary").read_text()


def test_what_a_colleague_is_asked_before_a_merge_names_what_exists():
    asked = (ROOT / ".github" / "pull_request_template.md").read_text("utf-8")

    assert all((ROOT / path).exists() for path in re.findall(r"content/[A-Za-z/]+\.md", asked))
    guide = (ROOT / "GUIDE.md").read_text("utf-8")
    assert all(f"\n## {title}\n" in guide for title in re.findall(r'GUIDE\.md, "([^"]+)"', asked))
