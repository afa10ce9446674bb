"""A push that cannot be, or that fails, is told with its reason, and the branch stays as it is."""

import shutil
from random import Random

import pytest

from .published_branch import checked_out, commits, git
from .published_site import Site, ended, program, report


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


@pytest.mark.parametrize("way", ["fd::3", "ext::sh -c 'touch x'", "ftp://127.0.0.1/site.git", "codecommit::site"])
def test_ways_that_start_programs_or_wait_for_ever_are_refused_by_name(site, project, way):
    name = way.split(":")[0]

    said = site.deploy("git", way, "gh-pages", where=project)

    message = f'{way} cannot be reached ("{name}" is no way to a host: expected https, ssh or a folder).'
    assert (1, report("REMOTE", message)) == (said.status, said.problems)


def test_a_way_is_refused_also_behind_the_name_of_a_remote(site, project):
    git("config", "remote.live.url", "ext::sh -c 'touch x'", folder=project)

    said = site.deploy("git", "live", "gh-pages", where=project)

    assert '("ext" is no way to a host: expected https, ssh or a folder).' in said.problems
    assert not (project / "x").exists()


def test_a_folder_that_is_missing_or_no_repository_is_told_as_that(site, project, tmp_path):
    for place in (tmp_path / "nowhere", tmp_path / "home", "orign"):
        said = site.deploy("git", place, "gh-pages", where=project)

        message = f"{place} cannot be reached (there is no git repository there)."
        assert (1, report("REMOTE", message)) == (said.status, said.problems)


def test_a_host_that_does_not_exist_is_named(site, project):
    said = site.deploy("git", "https://web.invalid/site.git", "gh-pages", where=project)

    message = (
        'https://web.invalid/site.git cannot be reached (no computer is called "web.invalid", or this one is offline).'
    )
    assert (1, report("REMOTE", message)) == (said.status, said.problems)


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
