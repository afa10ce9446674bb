"""The workflow runs only what it names exactly, may do only what it needs, and shows problems where editors look."""

import json
import re
import subprocess
from itertools import chain

import pytest
import yaml

from conftest import CATE_CONTENT, ROOT
from programs import environment
from sources.problems import Place, Problem, report

FILE = ROOT / ".github" / "workflows" / "publish.yml"
WORKFLOW = yaml.safe_load(FILE.read_text("utf-8"))
STARTED_BY = WORKFLOW[True]  # "on", as YAML 1.1 reads it
JOBS = WORKFLOW["jobs"]
STEPS = list(chain.from_iterable(job["steps"] for job in JOBS.values()))
TARGETS = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
MATCHERS = json.loads((ROOT / ".github" / "problem-matcher.json").read_text("utf-8"))["problemMatcher"]


def step(job: str, words: str) -> dict:
    """Return the one step of a job that holds these words."""
    (found,) = [step for step in JOBS[job]["steps"] if words in str(step)]
    return found


def test_every_action_is_named_by_its_commit_with_the_release_beside_it():
    lines = [line.strip() for line in FILE.read_text("utf-8").splitlines() if "uses:" in line]

    assert len(lines) == len([step for step in STEPS if "uses" in step]) > 0
    for line in lines:
        assert re.fullmatch(r"(- )?uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)


def test_one_action_is_one_commit_everywhere():
    used = {step["uses"].split("@")[0]: step["uses"] for step in STEPS if "uses" in step}

    assert set(used.values()) == {step["uses"] for step in STEPS if "uses" in step}


def test_each_job_has_the_rights_it_needs_and_the_workflow_none():
    assert {} == WORKFLOW["permissions"]
    assert {name: job["permissions"] for name, job in JOBS.items()} == {
        "test": {"contents": "read"},
        "publish": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    }


def test_the_token_is_not_left_on_the_disk():
    checkouts = [step for step in STEPS if "actions/checkout@" in step.get("uses", "")]

    assert 2 == len(checkouts)
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_no_text_from_outside_reaches_a_shell():
    assert not [step for step in STEPS if "${{" in step.get("run", "")]


def test_no_job_runs_for_ever():
    assert all(job["timeout-minutes"] <= 20 for job in JOBS.values())


def test_every_make_command_exists():
    named = set(chain.from_iterable(re.findall(r"\bmake ([a-z-]+)", step.get("run", "")) for step in STEPS))

    assert {"lint", "test", "check", "publish"} == named
    assert named <= set(TARGETS)


def test_a_command_that_fails_fails_its_step_even_before_a_pipe():
    assert "bash" == WORKFLOW["defaults"]["run"]["shell"]


def test_it_runs_for_pushes_pull_requests_every_day_and_by_hand():
    assert {"push", "pull_request", "schedule", "workflow_dispatch"} == STARTED_BY.keys()
    assert {"branches": ["main"]} == STARTED_BY["push"]
    (every,) = STARTED_BY["schedule"]
    assert re.fullmatch(r"\d+ \d+ \* \* \*", every["cron"])


def test_only_a_tested_main_is_deployed_and_no_deploy_is_cut_short():
    deploy = JOBS["deploy"]

    assert ["test", "publish"] == deploy["needs"]
    assert "github.ref == 'refs/heads/main' && github.event_name != 'pull_request'" == deploy["if"]
    assert {"group": "pages", "cancel-in-progress": False} == deploy["concurrency"]
    assert "github-pages" == deploy["environment"]["name"]


def test_what_is_published_is_what_is_deployed_and_a_pull_request_only_keeps_it():
    kept, deployed = step("publish", "upload-artifact@"), step("publish", "upload-pages-artifact@")

    assert ("public", "public") == (kept["with"]["path"], deployed["with"]["path"])
    assert "github.event_name == 'pull_request'" == kept["if"]
    assert "github.event_name != 'pull_request'" == deployed["if"]
    assert "SITEURL" in step("publish", "make publish")["env"]


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

    assert all((CATE_CONTENT / path).exists() for path in re.findall(r"content/([A-Za-z/]+\.md)", asked))
    guide = (ROOT / "GUIDE.md").read_text("utf-8")
    assert all(f"\n## {title}\n" in guide for title in re.findall(r'GUIDE\.md, "([^"]+)"', asked))
