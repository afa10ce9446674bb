"""A change of content/ waits for no tests, whatever else is on main; in doubt, the tests run."""

import shutil

import pytest

from programs import not_on_windows

from .project import Project

ZEROS, UNKNOWN = "0" * 40, "f" * 40
pytestmark = [
    pytest.mark.skipif(not shutil.which("git"), reason="there is no git here"),
    not_on_windows("it has no such shell"),
]


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "project"
    folder.mkdir()
    made = Project(folder)
    made.git("init", "-q", "-b", "main")
    made.commit(**{"theme/a.css": "a", "content/pages/a.md": "a", "GUIDE.md": "a"})
    return made


@pytest.fixture
def passed(project):
    """Return the commit of the project that passed the tests."""
    return project.git("rev-parse", "HEAD")


@pytest.mark.parametrize(
    "files",
    [
        {"content/pages/a.md": "b"},
        {"content/pages/a.md": None, "content/data/new.yaml": "b"},
        {f"content/pages/{number}.md": "b" for number in range(400)},
    ],
)
def test_a_push_of_content_alone_is_published_without_tests(project, passed, files):
    pushed = project.commit(**files)

    assert ("no", pushed) == project.decide([passed], before=passed)


@pytest.mark.parametrize(
    "files",
    [
        {"theme/a.css": "b"},
        {"theme/a.css": "b", "content/pages/a.md": "b"},
        {"theme/a.css": None},
        {"GUIDE.md": "b"},
        {"content-x/pages/a.md": "b"},
        {"plugins/content/a.py": "b"},
        {"Content/a.md": "b"},
        {".github/workflows/publish.yml": "b"},
    ],
)
def test_anything_else_is_tested(project, passed, files):
    pushed = project.commit(**files)

    assert ("yes", pushed) == project.decide([passed], before=passed)


def test_a_file_that_is_moved_out_of_content_or_into_it_is_tested(project, passed):
    project.git("mv", "content/pages/a.md", "theme/a.md")
    out = project.committed()
    assert ("yes", out) == project.decide([passed], before=passed)

    project.git("mv", "theme/a.css", "content/a.css")
    assert ("yes", project.committed()) == project.decide([out], before=out)


def test_the_whole_of_a_push_counts_not_its_last_commit(project, passed):
    project.commit(**{"theme/a.css": "b"})
    pushed = project.commit(**{"content/pages/a.md": "b"})

    assert ("yes", pushed) == project.decide([passed], before=passed)


@pytest.mark.parametrize(("file", "tests"), [("content/pages/b.md", "no"), ("theme/b.css", "yes")])
def test_a_merge_counts_for_what_it_brings(project, passed, file, tests):
    project.git("checkout", "-q", "-b", "side")
    project.commit(**{file: "b"})
    project.git("checkout", "-q", "main")
    before = project.commit(**{"content/pages/a.md": "c"})
    project.git("merge", "-q", "--no-ff", "-m", "Merge", "side")

    assert tests == project.decide([passed], before=before)[0]


def test_what_is_taken_back_has_passed_before(project, passed):
    broken = project.commit(**{"theme/a.css": "b"})
    mended = project.commit(**{"theme/a.css": "a", "content/pages/a.md": "b"})

    assert ("no", mended) == project.decide([passed], before=broken)


def test_content_on_top_of_code_that_did_not_pass_goes_public_with_the_last_code_that_did(project, passed):
    broken = project.commit(**{"theme/a.css": "b"})
    project.commit(**{"content/pages/a.md": "b"})

    assert ("no", passed) == project.decide([passed], before=broken)


@pytest.mark.parametrize("event", ["schedule", "workflow_dispatch"])
def test_the_daily_run_and_one_by_hand_test_nothing(project, passed, event):
    assert ("no", passed) == project.decide([passed], event=event)

    project.commit(**{"theme/a.css": "b"})
    assert ("no", passed) == project.decide([passed], event=event)


@pytest.mark.parametrize("event", ["push", "schedule", "workflow_dispatch"])
def test_before_any_code_has_passed_everything_is_tested(project, event):
    before = project.git("rev-parse", "HEAD")
    pushed = project.commit(**{"content/pages/a.md": "b"})

    assert ("yes", pushed) == project.decide([], before=before, event=event)


@pytest.mark.parametrize("before", [ZEROS, UNKNOWN, ""])
def test_a_push_after_which_nobody_knows_what_was_before_is_tested_unless_its_code_passed(project, passed, before):
    pushed = project.commit(**{"content/pages/a.md": "b"})
    assert ("no", pushed) == project.decide([passed], before=before)

    pushed = project.commit(**{"theme/a.css": "b"})
    assert ("yes", pushed) == project.decide([passed], before=before)


def test_code_that_a_forced_push_took_out_of_the_history_does_not_come_back(project, passed):
    project.git("checkout", "-q", "--orphan", "other")
    other = project.commit(**{"theme/a.css": "c"})
    pushed = project.commit(**{"content/pages/a.md": "c"})

    assert ("yes", pushed) == project.decide([passed], before=other)


def test_an_old_commit_that_is_tested_again_does_not_replace_a_newer_one(project, passed):
    newer = project.commit(**{"theme/a.css": "b"})
    pushed = project.commit(**{"content/pages/a.md": "b"})

    assert ("no", pushed) == project.decide([passed, newer], before=newer)


@pytest.mark.parametrize("gh", ["exit 1", 'echo \'{"message": "Not Found"}\'; exit 1', "echo", "echo --help"])
def test_records_that_cannot_be_read_count_as_none(project, passed, gh):
    pushed = project.commit(**{"content/pages/a.md": "b"})

    assert ("yes", pushed) == project.decide([passed], before=passed, gh=gh)


@pytest.mark.parametrize(("file", "tests"), [("content/pages/b.md", "no"), ("theme/b.css", "yes")])
def test_a_pull_request_is_shown_with_its_own_code(project, passed, file, tests):
    base = project.commit(**{"theme/a.css": "not tested"})
    head = project.commit(**{file: "b"})

    assert (tests, head) == project.decide([passed], before=base, event="pull_request")


def test_without_a_release_the_newest_content_is_taken(project, passed):
    assert (0, "refs/heads/main", "") == project.content("")


@pytest.mark.parametrize("letters", [7, 40])
def test_a_commit_brings_back_its_content_and_says_for_how_long(project, passed, letters):
    project.commit(**{"content/pages/a.md": "b"})

    until = "The next push, or the daily run, publishes the newest again."
    assert (0, passed, f"::warning::The content of {passed} is published. {until}\n") == project.content(
        passed[:letters]
    )


@pytest.mark.parametrize(
    "release", ["1a2b3c4d", UNKNOWN, "v1", "--all", "a b", "$(touch made)", "\n::set-env name=A::b"]
)
def test_what_names_no_commit_is_refused_with_the_last_changes_of_the_content(project, passed, release):
    project.commit(**{"theme/a.css": "b"})
    newest = project.commit(**{"content/pages/a.md": "b"})

    status, content, said = project.content(release)

    assert (1, "") == (status, content)
    first, *others = said.splitlines()
    assert "::error::release: no commit of this branch has this name. Its last changes of content/ are:" == first
    assert [newest[:7], passed[:7]] == [line.split()[0] for line in others]
    assert all(line.endswith(" A change") for line in others)
    assert not (project.folder / "made").exists()


def test_a_commit_of_another_branch_is_refused(project, passed):
    project.git("checkout", "-q", "-b", "side")
    side = project.commit(**{"content/pages/a.md": "b"})
    project.git("checkout", "-q", "main")

    assert (1, "") == project.content(side)[:2]
