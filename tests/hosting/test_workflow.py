"""The workflow runs only what it names exactly and may do only what it needs; a change of content waits for no test."""

import os
import re
import shutil
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest
import yaml

from conftest import ROOT
from programs import COMMANDS, environment, not_on_windows

FILE = ROOT / ".github" / "workflows" / "publish.yml"
WORKFLOW = yaml.safe_load(FILE.read_text("utf-8"))
OTHERS_FILE = ROOT / ".github" / "workflows" / "suite.yml"
OTHERS = yaml.safe_load(OTHERS_FILE.read_text("utf-8"))
DAILY = yaml.safe_load((ROOT / ".github" / "workflows" / "daily.yml").read_text("utf-8"))
STARTED_BY = WORKFLOW[True]  # "on", as YAML 1.1 reads it
JOBS = WORKFLOW["jobs"]
STEPS = list(chain.from_iterable(job["steps"] for job in JOBS.values()))


def step(job: str, words: str) -> dict:
    """Return the one step of a job that holds these words."""
    (found,) = [step for step in JOBS[job]["steps"] if words in str(step)]
    return found


@pytest.mark.parametrize(("file", "steps"), [(FILE, STEPS), (OTHERS_FILE, OTHERS["jobs"]["test"]["steps"])])
def test_every_action_is_named_by_its_commit_with_the_release_beside_it(file, steps):
    lines = [line.strip() for line in file.read_text("utf-8").splitlines() if "uses:" in line]

    assert len(lines) == len([step for step in steps if "uses" in step]) > 0
    for line in lines:
        assert re.fullmatch(r"(- )?uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)


def test_one_action_is_one_commit_everywhere():
    everywhere = [*STEPS, *OTHERS["jobs"]["test"]["steps"]]
    used = {step["uses"].split("@")[0]: step["uses"] for step in everywhere if "uses" in step}

    assert set(used.values()) == {step["uses"] for step in everywhere if "uses" in step}


def test_each_job_has_the_rights_it_needs_and_the_workflow_none():
    assert {} == WORKFLOW["permissions"]
    assert {name: job["permissions"] for name, job in JOBS.items()} == {
        "decide": {"contents": "read", "deployments": "read"},
        "test": {"contents": "read"},
        "remember": {},
        "publish": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    }


def test_the_token_is_not_left_on_the_disk():
    checkouts = [step for step in STEPS if "actions/checkout@" in step.get("uses", "")]

    assert 4 == len(checkouts)
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_no_text_from_outside_reaches_a_shell():
    assert not [step for step in STEPS if "${{" in step.get("run", "")]


def test_no_job_runs_for_ever():
    assert all(job["timeout-minutes"] <= 20 for job in JOBS.values())


def test_every_make_command_exists():
    named = set(chain.from_iterable(re.findall(r"\bmake ([a-z-]+)", step.get("run", "")) for step in STEPS))

    assert {"lint", "test", "check", "publish"} == named
    assert named <= COMMANDS.keys()


def test_a_command_that_fails_fails_its_step_even_before_a_pipe():
    assert "bash" == WORKFLOW["defaults"]["run"]["shell"]


def test_it_runs_for_pushes_pull_requests_every_day_and_by_hand():
    assert {"push", "pull_request", "workflow_dispatch", "workflow_call"} == STARTED_BY.keys()
    assert {"branches": ["main"]} == STARTED_BY["push"]  # and so not for a tag
    (every,) = DAILY[True]["schedule"]
    assert re.fullmatch(r"\d+ \d+ \* \* \*", every["cron"])


def test_the_daily_run_may_be_turned_off_without_pushes_and_gives_no_right_that_no_job_needs():
    """GitHub turns off a workflow with a schedule after 60 days without a push, for pushes too."""
    (daily,) = DAILY["jobs"].values()

    assert {"schedule"} == DAILY[True].keys()
    assert "./.github/workflows/publish.yml" == daily["uses"]
    assert {} == DAILY["permissions"]
    rights = [right for job in JOBS.values() for right in job["permissions"].items()]
    assert {**dict(rights), "pages": "write"} == daily["permissions"]


def needed(job: str) -> set[str]:
    """Return the jobs that a job waits for, and those that these wait for."""
    direct = JOBS[job].get("needs", [])
    direct = {direct} if isinstance(direct, str) else set(direct)
    return direct.union(*map(needed, direct))


WITHOUT_TESTS = "${{ !cancelled() && (needs.decide.outputs.tests == 'no' || needs.test.result == 'success') }}"
DEPLOYED = (
    "${{ !cancelled() && needs.publish.result == 'success' && github.ref == 'refs/heads/main' && "
    "github.event_name != 'pull_request' }}"
)


def test_a_change_of_content_waits_for_no_test():
    """What `decide` lets through passes by the tests: they are left out, and what follows goes on all the same.

    A job whose `if` does not begin with !cancelled() would be left out together with a job that it waits for.
    """
    assert "needs.decide.outputs.tests == 'yes'" == JOBS["test"]["if"]
    assert {"decide": set(), "test": {"decide"}, "remember": {"decide", "test"}} == {
        job: needed(job) for job in ("decide", "test", "remember")
    }
    assert ["decide", "test"] == JOBS["publish"]["needs"]
    assert WITHOUT_TESTS == JOBS["publish"]["if"]
    assert "publish" == JOBS["deploy"]["needs"]
    assert DEPLOYED == JOBS["deploy"]["if"]
    tested = [job for job, does in JOBS.items() if re.search(r"make (test|lint)|pytest|\.ci/run", str(does["steps"]))]
    assert ["test"] == tested


def test_no_push_waits_for_the_tests_of_another():
    group = "${{ github.workflow }} ${{ github.event_name == 'pull_request' && github.ref || github.run_id }}"

    assert group == WORKFLOW["concurrency"]["group"]
    assert {"test", "deploy"} == {job for job, does in JOBS.items() if "concurrency" in does}
    assert "test ${{ matrix.python }} ${{ github.ref }}" == JOBS["test"]["concurrency"]["group"]


def test_what_is_published_is_the_newest_content_with_code_that_passed():
    code, content = [step for step in JOBS["publish"]["steps"] if "actions/checkout@" in step.get("uses", "")]

    assert "${{ needs.decide.outputs.code }}" == code["with"]["ref"]
    asked = (content["with"]["ref"], content["with"]["sparse-checkout"])
    assert ("${{ needs.decide.outputs.content }}", "content") == asked
    assert "rm -rf content && mv newest/content content && rm -rf newest" == step("publish", "mv newest")["run"]


def test_to_go_back_somebody_names_a_commit_which_reaches_the_shell_as_text():
    assert {"release"} == STARTED_BY["workflow_dispatch"]["inputs"].keys()
    assert "${{ inputs.release }}" == step("decide", "GITHUB_OUTPUT")["env"]["RELEASE"]
    assert "${{ steps.decide.outputs.content }}" == JOBS["decide"]["outputs"]["content"]


def test_only_a_main_that_passed_the_tests_is_remembered():
    remember = JOBS["remember"]

    assert "test" == remember["needs"]
    assert "github.ref == 'refs/heads/main' && github.event_name != 'pull_request'" == remember["if"]
    assert "tested" == remember["environment"]["name"]
    assert "environment=tested&" in step("decide", "GITHUB_OUTPUT")["run"]


def test_no_deploy_is_cut_short():
    deploy = JOBS["deploy"]

    assert {"group": "pages", "cancel-in-progress": False} == deploy["concurrency"]
    assert "github-pages" == deploy["environment"]["name"]


def test_the_tests_run_on_the_oldest_python_and_on_a_newer_one():
    versions = JOBS["test"]["strategy"]["matrix"]["python"]
    oldest = re.search(r'requires-python = ">=(.+)"', (ROOT / "pyproject.toml").read_text("utf-8"))[1]
    used = {step["with"]["python-version"] for step in STEPS if "setup-python@" in step.get("uses", "")}

    assert oldest == versions[0]
    assert len(versions) == len(set(versions)) > 1
    assert {"${{ matrix.python }}", oldest} == used


def test_what_is_published_is_what_is_deployed_and_a_pull_request_only_keeps_it():
    kept, deployed = step("publish", "upload-artifact@"), step("publish", "upload-pages-artifact@")

    assert ("public", "public") == (kept["with"]["path"], deployed["with"]["path"])
    assert "github.event_name == 'pull_request'" == kept["if"]
    assert "github.event_name != 'pull_request'" == deployed["if"]


@not_on_windows("it has no such shell")
@pytest.mark.parametrize(
    ("given", "hosted", "address", "warned"),
    [
        ("", "https://name.github.io/site", "https://name.github.io/site", False),
        ("", "http://www.cate-mo.org", "https://www.cate-mo.org", True),
        ("https://other.org", "", "https://other.org", False),
        ("http://other.org", "", "http://other.org", False),  # our own mistake is for `make publish` to refuse
        ("", "", "", False),
    ],
)
def test_a_host_that_does_not_enforce_https_yet_is_published_with_the_https_address(
    tmp_path, given, hosted, address, warned
):
    (tmp_path / "make").write_text('#!/bin/sh\necho "$* $SITEURL"\n')
    (tmp_path / "make").chmod(0o755)
    path = f"{tmp_path}:{os.environ['PATH']}"
    told = environment(PATH=path, RUNNER_TEMP=str(tmp_path), SITEURL=given, HOSTED=hosted)

    script = step("publish", "make publish")["run"]
    command = ["bash", "-eo", "pipefail", "-c", script]
    said = subprocess.run(command, env=told, capture_output=True, text=True, check=True).stdout

    assert f"publish HOST=github-pages {address}\n" == said.split("already.\n")[-1]
    assert warned == said.startswith("::warning::Turn on 'Enforce HTTPS' in the settings, under Pages.")


@not_on_windows("it has no such shell")
@pytest.mark.parametrize(
    ("given", "asked"),
    [("", "https://name.github.io/site/SHA256SUMS"), ("https://other.org", "https://other.org/SHA256SUMS")],
)
@pytest.mark.parametrize("answers", [True, False])
def test_the_public_site_is_asked_what_it_has_and_need_not_answer(tmp_path, given, asked, answers):
    (tmp_path / "gh").write_text("#!/bin/sh\necho https://name.github.io/site/\n")
    answer = 'for last; do :; done\necho "sums" > "$last"' if answers else "exit 22"
    (tmp_path / "curl").write_text(f'#!/bin/sh\necho "$*" > asked\n{answer}\n')
    for program in ("gh", "curl"):
        (tmp_path / program).chmod(0o755)
    told = environment(PATH=f"{tmp_path}:{os.environ['PATH']}", SITEURL=given, GITHUB_REPOSITORY="name/site")

    script = step("publish", "SHA256SUMS")["run"]
    subprocess.run(["bash", "-eo", "pipefail", "-c", script], env=told, cwd=tmp_path, check=True)

    assert asked in (tmp_path / "asked").read_text("utf-8").split()
    assert answers == (tmp_path / "public" / "SHA256SUMS").is_file() == (tmp_path / "public").is_dir()


def test_other_systems_run_the_suite_without_a_browser_and_nothing_that_is_published_waits_for_them():
    (job,) = OTHERS["jobs"].values()
    commands = re.findall(r"python run\.py (.+)", "\n".join(step.get("run", "") for step in job["steps"]))

    assert ["windows", "macos"] == [system.partition("-")[0] for system in job["strategy"]["matrix"]["system"]]
    assert "test NO_BROWSER=1" in commands[-1]
    assert {word for words in commands for word in words.split() if "=" not in word} <= COMMANDS.keys()
    assert ({}, {"contents": "read"}) == (OTHERS["permissions"], job["permissions"])
    assert ["content/**"] == OTHERS[True]["push"]["paths-ignore"] == OTHERS[True]["pull_request"]["paths-ignore"]
    assert "suite.yml" not in FILE.read_text("utf-8")


def test_old_actions_and_packages_are_told_of():
    updates = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text("utf-8"))["updates"]

    assert {("github-actions", "/", "monthly"), ("pip", "/", "monthly")} == {
        (update["package-ecosystem"], update["directory"], update["schedule"]["interval"]) for update in updates
    }


@pytest.mark.parametrize(("program", "options"), [("actionlint", ["-no-color"]), ("zizmor", ["--offline", "--quiet"])])
def test_what_looks_for_mistakes_and_dangers_in_workflows_finds_none(program, options):
    places = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    found = shutil.which(program, path=places)
    if not found:
        pytest.skip(f"there is no {program} here")
    given = (
        ["--persona=auditor", ".github"]
        if program == "zizmor"
        else [str(file) for file in sorted(FILE.parent.glob("*.yml"))]
    )
    done = subprocess.run([found, *options, *given], cwd=ROOT, capture_output=True, text=True, check=False)

    assert 0 == done.returncode, done.stdout + done.stderr
