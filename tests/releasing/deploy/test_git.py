"""A branch gets one commit with the built files and nothing else, and the project's own repository stays as it is."""

import os
import shlex
from pathlib import Path

from .published_branch import checked_out, commits, git
from .published_site import Site, files


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
    assert ["make", "publish-again", f"RELEASE={first[:8]}", f"REMOTE={host}", "BRANCH=gh-pages"] == shlex.split(back)


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
