"""A branch gets one commit with the built files and nothing else, and the project's own repository stays as it is."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path
from random import Random

import pytest

from .published_site import Site, ended, files, program, report


def git(*arguments: str | Path, folder: Path) -> str:
    """Return what git says in a folder."""
    alone = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "PATH": os.environ["PATH"]}
    who = ("-c", "user.name=Ben", "-c", "user.email=ben@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", *who, *arguments], cwd=folder, env=alone, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def host(tmp_path: Path) -> Path:
    """Make the repository that a host serves."""
    folder = tmp_path / "our host.git"
    folder.mkdir()
    git("init", "-q", "--bare", folder=folder)
    return folder


@pytest.fixture
def project(tmp_path: Path, site: Site) -> Path:
    """Make a project with a commit, a change that is staged, one that is not, and rules that hide much."""
    folder = tmp_path / "project"
    folder.mkdir()
    git("init", "-q", folder=folder)
    (folder / "page.md").write_text("first")
    (folder / ".gitignore").write_text("build/\ncore/\n*.tmp\n*.html\n")
    (folder / ".gitattributes").write_text("* text eol=crlf\n")
    git("add", "--all", folder=folder)
    git("commit", "-q", "-m", "First", folder=folder)
    (folder / "page.md").write_text("second")
    git("add", "--all", folder=folder)
    (folder / "page.md").write_text("third")
    return folder


def checked_out(host: Path, branch: str = "gh-pages") -> dict[str, bytes]:
    """Return the files of a branch."""
    names = git("ls-tree", "-r", "-z", "--name-only", branch, folder=host).strip("\0").split("\0")
    contents = {}
    for name in names:
        shown = subprocess.run(["git", "show", f"{branch}:{name}"], cwd=host, capture_output=True, check=True)
        contents[name] = shown.stdout
    return contents


def commits(host: Path, branch: str = "gh-pages") -> list[str]:
    """Return the commits of a branch, newest first."""
    return git("rev-list", branch, folder=host).splitlines()


def test_a_branch_holds_the_built_files_byte_for_byte_whatever_git_would_hide(site, host, project):
    site.write(**{"lines.txt": "one\r\ntwo\r\n", "core.gitattributes": "* text"})
    rules = f"autocrlf = true\nexcludesFile = {project}/.gitignore\nattributesFile = {project}/.gitattributes\n"
    (Path(site.environment["HOME"]) / ".gitconfig").write_text(f"[core]\n{rules}")

    said = site.deploy("git", host, "gh-pages", where=project)

    assert (0, "") == (said.status, said.problems)
    assert site.files() == checked_out(host)
    assert {"100644"} == {line.split()[0] for line in git("ls-tree", "-r", "gh-pages", folder=host).splitlines()}
    assert said.out == (
        f"Asking {host} for gh-pages ...\n"
        "Pushing 10 new, 0 changed, 0 gone ...\n"
        f"gh-pages is at commit {commits(host)[0]} now: 9 files.\n"
    )


def test_the_commit_says_who_published_what_from_where(site, host, project):
    site.deploy("git", host, "gh-pages", where=project)

    source = git("rev-parse", "HEAD", folder=project)
    shown = git("log", "-1", "--format=%an <%ae>%n%cn <%ce>%n%B", "gh-pages", folder=host)
    assert shown == (
        "Ana <ana@example.org>\nAna <ana@example.org>\n"
        f"Publish 7 files\n\nSource: {source}, with changes that are not committed"
    )


def test_a_project_that_is_not_under_version_control_is_published_too(site, host, tmp_path):
    said = site.deploy("git", host, "gh-pages", where=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))

    assert 0 == said.status
    assert "Source: a folder that is not under version control" in git("log", "-1", "gh-pages", folder=host)


def test_the_project_is_not_touched_even_from_within_a_hook(site, host, project):
    os.utime(project / ".gitignore", (1, 1))  # git would note the new time in its index
    before = files(project)
    hook = {"GIT_DIR": f"{project}/.git", "GIT_WORK_TREE": str(project), "GIT_INDEX_FILE": f"{project}/.git/index"}

    said = site.deploy("git", host, "gh-pages", where=project, **hook)

    assert (0, "") == (said.status, said.problems)
    assert before == files(project)
    assert site.files() == checked_out(host)


def test_an_unchanged_site_makes_no_commit(site, host, project):
    site.deploy("git", host, "gh-pages", where=project)
    before = commits(host)

    said = site.deploy("git", host, "gh-pages", where=project)

    expected = f"Asking {host} for gh-pages ...\ngh-pages holds the same 7 files already: no new commit.\n"
    assert (0, expected, "") == (said.status, said.out, said.problems)
    assert before == commits(host)


def test_a_change_stands_on_the_commit_before_and_a_deleted_page_goes(site, host, project):
    site.deploy("git", host, "gh-pages", where=project)
    (first,) = commits(host)
    site.write(**{"about/index.html": None, "index.html": "new", "news.html": "news"})

    said = site.deploy("git", host, "gh-pages", where=project)

    assert [first] == commits(host)[1:]
    assert site.files() == checked_out(host)
    assert "Pushing 1 new, 2 changed, 1 gone ...\n" in said.out
    back = said.out.partition("To go back: ")[2]
    assert back == f"git fetch {shlex.quote(str(host))} gh-pages && git push --force {shlex.quote(str(host))} " + (
        f"{first}:refs/heads/gh-pages\n"
    )
    for command in back.split("&&"):
        git(*shlex.split(command)[1:], folder=project)
    assert [first] == commits(host)


def test_the_same_site_is_the_same_tree_on_every_computer(site, host, project, tmp_path):
    other = Site(tmp_path / "deep" / "er", site.environment).write()
    for path in other.folder.rglob("*"):
        path.chmod(0o700)
    site.deploy("git", host, "gh-pages", where=project, TZ="Asia/Tokyo", LANG="C")
    other.deploy("git", host, "other", where=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path.parent), LANG="C.UTF-8")

    assert git("rev-parse", "gh-pages^{tree}", folder=host) == git("rev-parse", "other^{tree}", folder=host)


def test_a_remote_of_the_project_is_known_by_its_name(site, host, project):
    git("remote", "add", "origin", "../our host.git", folder=project)

    said = site.deploy("git", "origin", "pages", where=project)

    assert (0, "") == (said.status, said.problems)
    assert site.files() == checked_out(host, "pages")


def test_a_second_publisher_is_told_and_changes_nothing(site, host, project, tmp_path):
    """Somebody else pushes in the instant between our look at the branch and our push."""
    site.deploy("git", host, "gh-pages", where=project)
    first = commits(host)[0]
    other = Site(tmp_path / "other", site.environment).write(**{"index.html": "theirs"})
    other.deploy("git", host, "gh-pages", where=project)
    theirs = commits(host)[0]
    git("update-ref", "refs/heads/gh-pages", first, folder=host)
    site.write(**{"index.html": "ours"})
    real = shutil.which("git")
    script = f'[ "$1" != push ] || "{real}" -C "{host}" update-ref refs/heads/gh-pages {theirs}; exec "{real}" "$@"'

    said = site.deploy("git", host, "gh-pages", where=project, PATH=program(tmp_path / "bin", "git", script))

    message = "somebody else published at the same moment. Look at the site, then deploy again."
    assert (1, report("gh-pages", message)) == (said.status, said.problems)
    assert other.files() == checked_out(host)
    assert 0 == site.deploy("git", host, "gh-pages", where=project).status
    assert [theirs, first] == commits(host)[1:]


def test_two_publishers_at_once_leave_a_whole_site_of_one_of_them(site, host, project, tmp_path):
    site.deploy("git", host, "gh-pages", where=project)
    sites = [site.write(**{"a.html": "a"}), Site(tmp_path / "other", site.environment).write(**{"b.html": "b"})]

    said = [ended(process) for process in [each.start("git", host, "gh-pages", where=project) for each in sites]]

    assert 0 in {each.status for each in said}
    assert {0, 1} >= {each.status for each in said}
    assert checked_out(host) in [each.files() for each in sites]


def test_a_branch_of_other_files_is_left_alone(site, host, project):
    git("push", "-q", host, "main:main", folder=project)

    said = site.deploy("git", host, "main", where=project)

    message = "it holds other things (there is no SHA256SUMS of an earlier site in it). Choose another branch."
    assert (1, report("main", message)) == (said.status, said.problems)
    assert git("rev-parse", "main", folder=project) == git("rev-parse", "main", folder=host)


def test_somebody_whom_git_does_not_know_is_asked_for_a_name(site, host, project):
    nameless = Site(site.folder, {"HOME": site.environment["HOME"], "SITEURL": "https://example.org"})

    said = nameless.deploy("git", host, "gh-pages", where=project)

    message = (
        "git does not know who you are, and every commit names somebody. Once: "
        'git config --global user.name "Your Name", and git config --global user.email you@example.org'
    )
    assert (1, report("git", message)) == (said.status, said.problems)
    assert "" == git("branch", "--list", folder=host)
    git("config", "user.name", "Cleo", folder=project)
    git("config", "user.email", "cleo@example.org", folder=project)
    assert 0 == nameless.deploy("git", host, "gh-pages", where=project).status
    assert "Cleo" == git("log", "-1", "--format=%an", "gh-pages", folder=host)


def test_a_host_that_refuses_is_quoted_and_its_branch_stands(site, host, project):
    site.deploy("git", host, "gh-pages", where=project)
    before = checked_out(host)
    site.write(**{"index.html": "new"})
    program(host / "hooks", "pre-receive", "echo 'not on Sundays' >&2; exit 1")

    said = site.deploy("git", host, "gh-pages", where=project)

    assert (1, report("gh-pages", f"{host} refuses it (pre-receive hook declined).")) == (said.status, said.problems)
    assert before == checked_out(host)


def test_a_connection_that_breaks_midway_leaves_the_branch(site, host, project, tmp_path):
    site.deploy("git", host, "gh-pages", where=project)
    before = checked_out(host)
    site.write(**{"big.html": Random(1).randbytes(400_000).hex()})
    pipe = tmp_path / "pipe"
    dying = f'mkfifo "{pipe}"; git-receive-pack "$@" <"{pipe}" & exec 3>"{pipe}"; dd bs=1 count=50000 status=none >&3'
    broken = program(tmp_path / "bin", "broken-receiver", f"{dying}; kill -9 $!")
    real, receiver = shutil.which("git"), broken.split(":")[0] + "/broken-receiver"
    script = f'if [ "$1" = push ]; then shift; set -- push --receive-pack="{receiver}" "$@"; fi; exec "{real}" "$@"'

    said = site.deploy("git", host, "gh-pages", where=project, PATH=program(tmp_path / "bin", "git", script))

    assert 1 == said.status
    assert f"  REMOTE: {host}: the push failed (" in said.problems
    assert before == checked_out(host)
    assert 0 == site.deploy("git", host, "gh-pages", where=project).status
    assert site.files() == checked_out(host)


def test_a_remote_that_cannot_be_reached_is_named_without_its_password(site, project):
    said = site.deploy("git", "http://ana:s3cret@127.0.0.1:9/site.git", "gh-pages", where=project)

    assert 1 == said.status
    assert "  REMOTE: http://ana@127.0.0.1:9/site.git cannot be reached (" in said.problems
    assert "s3cret" not in said.out + said.problems


@pytest.mark.parametrize(
    ("remote", "branch", "message"),
    [
        ("", "x", "REMOTE: expected an address such as git@example.org:site.git, or a folder, found nothing."),
        ("--upload-pack=touch x", "x", "REMOTE: expected an address such as git@example.org:site.git, or a folder, "
            'found "--upload-pack=touch x".'),
        ("HOST", "", 'BRANCH: "" cannot be the name of a branch.'),
        ("HOST", "a b", 'BRANCH: "a b" cannot be the name of a branch.'),
        ("HOST", "a..b", 'BRANCH: "a..b" cannot be the name of a branch.'),
    ],
)  # fmt: skip
def test_a_wrong_remote_or_branch_is_refused_with_a_reason(site, host, remote, branch, message):
    said = site.deploy("git", remote.replace("HOST", str(host)), branch)

    assert (1, report(*message.split(": ", 1))) == (said.status, said.problems)


def test_git_that_is_missing_is_named(site, tmp_path):
    said = site.deploy("git", "origin", "gh-pages", PATH=str(tmp_path))

    message = "this program is needed and not installed here. On Debian: apt install git"
    assert (1, report("git", message)) == (said.status, said.problems)


def test_a_folder_that_changed_since_it_was_published_is_not_pushed(site, host, project):
    (site.folder / "draft.html").write_text("not audited")

    said = site.deploy("git", host, "gh-pages", where=project)

    message = "it is not as it was published (draft.html). First: make publish"
    assert (1, report("public", message)) == (said.status, said.problems)
    assert "" == git("branch", "--list", folder=host)
