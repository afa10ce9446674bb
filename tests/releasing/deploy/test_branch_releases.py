"""A branch lists its releases with what changed, and gets one commit more with the files of an earlier one."""

import os
import re

import pytest

from .published_branch import checked_out, commits, git
from .published_site import program, report
from .remembered import CLOSED, LATER, remember, undated

BRANCH = "gh-pages"


@pytest.fixture
def office(tmp_path):
    """Give the folder from which a computer deploys, with what it remembers."""
    return tmp_path / "office"


def deploy(site, host, office, text: str, **facts: str) -> str:
    """Deploy a site with this home page; return the name of its release."""
    site.write(**{"index.html": text})
    remember(site, office, (CLOSED, LATER), **facts)
    said = site.deploy("git", host, BRANCH, where=office, GIT_CEILING_DIRECTORIES=str(office.parent))
    assert (0, "") == (said.status, said.problems)
    return commits(host)[0][:8]


@pytest.fixture
def three(site, host, office) -> list[str]:
    """Deploy three sites; return the names of their releases, the oldest first."""
    first = deploy(site, host, office, "one", home="1", about="1")
    second = deploy(site, host, office, "two", home="2", about="1")
    return [first, second, deploy(site, host, office, "three", home="3")]


def listed(site, host, office) -> str:
    said = site.deploy("releases", "", host, BRANCH, where=office)
    assert (0, "") == (said.status, said.problems)
    return undated(said.out)


def again(site, host, office, name, **variables):
    return site.deploy("publish-again", name, "", host, BRANCH, where=office, **variables)


def test_the_list_says_what_changed_with_each_and_which_one_visitors_see(site, host, office, three):
    first, second, third = three

    assert listed(site, host, office) == (
        f"gh-pages of {host}: 3 releases, the newest first.\n"
        f"  {third}  WHEN, 7 files <- visitors see this one now\n"
        "      Pages: Home\n"
        "      Pages: About (gone)\n"
        f"  {second}  WHEN, 7 files\n"
        "      Pages: Home\n"
        f"  {first}  WHEN, 7 files\n"
        "      The first release here.\n"
        "To go back to one: make publish-again RELEASE=... with its name, and the same DEST= or REMOTE=.\n"
    )


def test_a_commit_holds_the_words_and_no_sum_of_a_fact(host, three):
    assert git("log", "-1", "--format=%B", BRANCH, folder=host) == (
        "Publish 7 files\n\n- Pages: Home\n- Pages: About (gone)\n"
        'By itself on 2020-01-02: applications for "Partner" are closed\n'
        'By itself on 2999-01-01: applications for "Friend" open\n\n'
        "Source: a folder that is not under version control"
    )


def test_an_earlier_release_is_shown_again_by_one_commit_more(site, host, office, three):
    before, (first, *_) = commits(host), three

    said = again(site, host, office, first)

    assert (0, "") == (said.status, said.problems)
    assert before == commits(host)[1:]
    assert git("rev-parse", f"{first}^{{tree}}", folder=host) == git("rev-parse", f"{BRANCH}^{{tree}}", folder=host)
    assert undated(said.out) == (
        f"Asking {host} for gh-pages ...\n"
        "What changed since then is taken back:\n"
        "  Pages: Home\n"
        "  Pages: About (gone)\n"
        "So what is gone comes back. If somebody asked for it to go, ask them first.\n"
        "Pushing 0 new, 2 changed, 0 gone ...\n"
        f"gh-pages is at commit {commits(host)[0]} now, with the files of release {first} of WHEN.\n"
        "The next deploy shows what is in content/ then: change it back there too.\n"
    )


def test_the_commit_says_whose_files_it_has_and_the_list_does_too(site, host, office, three):
    again(site, host, office, three[0])

    message = git("log", "-1", "--format=%B", BRANCH, folder=host)
    day = re.search(r"\d{4}-\d\d-\d\d\.", message)[0]
    assert message == (
        f"Publish 7 files again\n\n- Again release {three[0]} of {day}\n"
        'By itself on 2020-01-02: applications for "Partner" are closed\n'
        f'By itself on 2999-01-01: applications for "Friend" open\n\nRelease: {commits(host)[3]}'
    )
    assert listed(site, host, office).startswith(
        f"gh-pages of {host}: 4 releases, the newest first.\n"
        f"  {commits(host)[0][:8]}  WHEN, 7 files <- visitors see this one now\n"
        f"      Again release {three[0]} of {day}\n"
    )


def test_a_deploy_goes_on_from_there_and_says_what_changed_since(site, host, office, three):
    again(site, host, office, three[0])
    fourth = deploy(site, host, office, "four", home="1", about="2")

    assert f"  {fourth}  WHEN, 7 files <- visitors see this one now\n      Pages: About\n" in listed(site, host, office)


def test_what_is_out_of_date_in_an_old_release_is_said(site, host, office, monkeypatch):
    for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
        site.environment[name] = "2020-01-01T12:00:00Z"
    old = deploy(site, host, office, "one", home="1")
    for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
        del site.environment[name]
    deploy(site, host, office, "two", home="2")

    said = again(site, host, office, old)

    assert re.search(
        r"It was published \d+ days ago and shows the dates of that day.\n"
        r'  Out of date in it since 2020-01-02: applications for "Partner" are closed\n'
        r"  Look at what it says of dates. To bring it up to date, change content/ back and publish that.\n"
        r"Pushing",
        said.out,
    )
    assert "Friend" not in said.out


def test_another_computer_knows_what_changed_by_address_alone_or_not_at_all_and_says_so(
    site, host, office, three, tmp_path
):
    deploy(site, host, tmp_path / "colleague", "four", home="4")
    (tmp_path / "stranger").mkdir()
    site.write(**{"index.html": "five"})
    site.deploy("git", host, BRANCH, where=tmp_path / "stranger", GIT_CEILING_DIRECTORIES=str(tmp_path.parent))

    five, four = listed(site, host, office).split("7 files")[1:3]
    assert five.splitlines()[1] == "      What changed is not known."
    unknown = "What changed is not known: the release before was published from another computer."
    assert four.splitlines()[1:3] == [f"      {unknown}", "      Page /"]


def test_the_one_that_visitors_see_makes_no_commit(site, host, office, three):
    before = commits(host)

    said = again(site, host, office, three[2])

    told = f"Visitors see the files of release {three[2]} already: no new commit.\n"
    assert (0, f"Asking {host} for gh-pages ...\n{told}") == (said.status, said.out)
    assert before == commits(host)


def test_a_name_that_no_release_has_changes_nothing(site, host, office, three):
    before = commits(host)

    said = again(site, host, office, "the last good one")

    assert (1, before) == (said.status, commits(host))
    assert '  RELEASE: no release is called "the last good one". The newest: ' in said.problems
    assert all(name in said.problems for name in three)


@pytest.mark.parametrize("command", [("releases",), ("publish-again", "1a2b3c4d")])
def test_a_branch_that_is_not_there_has_an_empty_list(site, host, office, command):
    office.mkdir()
    told = f"gh-pages of {host}: nothing was published there yet."

    said = site.deploy(*command, "", host, BRANCH, where=office)

    expected = (
        (0, f"{told}\n", "")
        if command == ("releases",)
        else (1, f"Asking {host} for gh-pages ...\n", report("RELEASE", told))
    )
    assert expected == (said.status, said.out, said.problems)
    assert "" == git("branch", "--list", folder=host)


@pytest.fixture
def clone(host, three, tmp_path):
    """Give a copy of the branch in which somebody works by hand."""
    folder = tmp_path / "clone"
    git("clone", "-q", "-b", BRANCH, host, folder, folder=tmp_path)
    return folder


def by_hand(clone, **contents: str | None) -> str:
    """Push a commit with these files, without those that have no text; return its name."""
    for name, text in contents.items():
        (clone / name).unlink() if text is None else (clone / name).write_text(text)
    git("add", "--all", folder=clone)
    git("commit", "-q", "--allow-empty", "-m", "By hand\n\n- what I like", folder=clone)
    git("push", "-q", "origin", BRANCH, folder=clone)
    return git("rev-parse", "HEAD", folder=clone)[:8]


@pytest.mark.parametrize(
    ("contents", "named"),
    [
        ({"index.html": "h4cked"}, "index.html"),
        ({"index.html": None}, "index.html"),
        ({"added.html": "h4cked"}, "added.html"),
        ({"SHA256SUMS": None}, "about/index.html, build/notes.tmp, core/index.html, ..."),
    ],
)
def test_a_release_that_is_not_as_it_was_published_is_refused(site, host, clone, contents, named):
    worn, office = by_hand(clone, **contents), clone.parent
    git("revert", "--no-edit", "HEAD", folder=clone)
    git("push", "-q", "origin", BRANCH, folder=clone)
    before = commits(host)

    said = again(site, host, office, worn)

    message = f"release {worn} is not as it was published ({named}). Choose another: make releases"
    assert (1, report(BRANCH, message)) == (said.status, said.problems)
    assert before == commits(host)


def test_what_somebody_else_put_into_the_branch_is_not_lost(site, host, office, clone, three):
    by_hand(clone, **{"notes.txt": "mine"})
    before = commits(host)

    said = again(site, host, office, three[0])

    assert (1, before) == (said.status, commits(host))
    assert "somebody else put notes.txt there." in said.problems


def test_what_tells_the_host_how_to_serve_the_branch_stays_as_it_is_now(site, host, office, clone, three):
    by_hand(clone, CNAME="new.example.org\n")

    said = again(site, host, office, three[0])

    assert (0, "") == (said.status, said.problems)
    assert b"new.example.org\n" == checked_out(host)["CNAME"]
    assert b"one" == checked_out(host)["index.html"]
    again(site, host, office, three[1])
    assert (b"new.example.org\n", b"two") == (checked_out(host)["CNAME"], checked_out(host)["index.html"])
    assert 0 == again(site, host, office, commits(host)[1][:8]).status
    assert b"one" == checked_out(host)["index.html"]


def test_a_push_of_somebody_else_at_the_same_moment_is_not_overwritten(site, host, clone, three):
    office = clone.parent
    who = "-c user.name=B -c user.email=b@example.org"
    pushed = f'cd "{clone}"; git {who} commit -q --allow-empty -m B; git push -q; cd "$OLDPWD"'
    script = f'PATH="{os.environ["PATH"]}"; case "$*" in push*) {pushed} ;; esac; exec git "$@"'

    said = again(site, host, office, three[0], PATH=program(office / "bin", "git", script))

    message = "somebody else published at the same moment. Look at the site, then deploy again."
    assert (1, report(BRANCH, message)) == (said.status, said.problems)
    assert b"three" == checked_out(host)["index.html"]


@pytest.mark.parametrize("breaks", ["commit-tree", "push"])
def test_a_kill_in_the_middle_leaves_the_branch_as_it_was(site, host, three, tmp_path, breaks):
    before, office = commits(host), tmp_path
    script = f'case "$*" in {breaks}*) kill -9 $PPID; exit 1 ;; esac; PATH="{os.environ["PATH"]}"; exec git "$@"'

    said = again(site, host, office, three[0], PATH=program(tmp_path / "bin", "git", script))

    assert (-9, before) == (said.status, commits(host))
    assert 0 == again(site, host, office, three[0]).status
    assert b"one" == checked_out(host)["index.html"]


def test_a_password_in_an_address_is_not_shown(site, office):
    office.mkdir()
    said = site.deploy("releases", "", "https://ana:secret@127.0.0.1:1/site.git", BRANCH, where=office)

    assert 1 == said.status
    assert "https://ana@127.0.0.1:1/site.git cannot be reached (nobody answers there)." in said.problems
    assert "secret" not in said.out + said.problems
