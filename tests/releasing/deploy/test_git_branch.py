"""What others put into the branch: the host's domain stays, everything else is refused before anything is lost."""

import pytest

from .published_branch import checked_out, commits, git
from .published_site import report

STAYS = "CNAME stays, which the host put there.\n"


def put(host, tmp_path, branch="gh-pages", **files):
    """Change files of the branch as somebody does on the web pages of a host; without text, delete them."""
    clone = tmp_path / f"clone {len(list(tmp_path.iterdir()))}"
    git("clone", "-q", host, clone, folder=tmp_path)
    there = git("branch", "--list", branch, folder=host)
    git("checkout", "-q", *([] if there else ["--orphan"]), branch, folder=clone)
    for name, text in files.items():
        (clone / name).unlink() if text is None else (clone / name).write_text(text)
    git("add", "--all", folder=clone)
    git("commit", "-q", "-m", "By hand", folder=clone)
    git("push", "-q", "origin", branch, folder=clone)


def test_a_domain_that_the_host_wrote_stays_however_often_the_site_changes(site, host, project, tmp_path):
    site.deploy("git", host, "gh-pages", where=project)
    put(host, tmp_path, CNAME="www.our-site.org")
    for text in ("new", "newer"):
        site.write(**{"index.html": text})

        said = site.deploy("git", host, "gh-pages", where=project)

        assert (0, "") == (said.status, said.problems)
        assert f"{STAYS}Pushing 0 new, 2 changed, 0 gone ...\n" in said.out
        assert {**site.files(), "CNAME": b"www.our-site.org"} == checked_out(host)


def test_a_site_that_is_the_same_makes_no_commit_beside_a_domain_either(site, host, project, tmp_path):
    site.deploy("git", host, "gh-pages", where=project)
    put(host, tmp_path, CNAME="www.our-site.org")
    before = commits(host)

    assert "no new commit" in site.deploy("git", host, "gh-pages", where=project).out
    assert before == commits(host)


def test_a_branch_that_holds_only_a_domain_is_taken_over(site, host, project, tmp_path):
    put(host, tmp_path, CNAME="www.our-site.org\n")

    said = site.deploy("git", host, "gh-pages", where=project)

    assert (0, "") == (said.status, said.problems)
    assert STAYS in said.out
    assert {**site.files(), "CNAME": b"www.our-site.org\n"} == checked_out(host)


def test_what_tells_hosts_how_to_serve_a_branch_is_taken_over_with_it(site, host, project, tmp_path):
    theirs = {"CNAME": "www.our-site.org\n", ".domains": "www.our-site.org\n"}
    put(host, tmp_path, **theirs, **{".nojekyll": ""})
    for text in ("new", "newer"):
        site.write(**{"index.html": text})

        said = site.deploy("git", host, "gh-pages", where=project)

        assert (0, "") == (said.status, said.problems)
        assert "CNAME, .domains stay, which the host put there.\n" in said.out
        assert {**site.files(), **{name: text.encode() for name, text in theirs.items()}} == checked_out(host)


def test_what_the_site_itself_says_to_a_host_goes_with_the_site(site, host, project):
    site.write(**{".nojekyll": ""})
    site.deploy("git", host, "gh-pages", where=project)
    site.write(**{".nojekyll": None})

    assert 0 == site.deploy("git", host, "gh-pages", where=project).status
    assert ".nojekyll" not in checked_out(host)


def test_a_domain_of_the_site_itself_is_published_changed_and_taken_away(site, host, project):
    for domain in ("a.org\n", "b.org\n", None):
        site.write(CNAME=domain)

        said = site.deploy("git", host, "gh-pages", where=project)

        assert (0, "") == (said.status, said.problems)
        assert site.files() == checked_out(host)


@pytest.mark.parametrize("before", [None, "old.org\n"])
def test_two_domains_are_told_and_none_is_lost(site, host, project, tmp_path, before):
    site.write(CNAME=before) if before else site
    site.deploy("git", host, "gh-pages", where=project)
    put(host, tmp_path, CNAME="new.org")
    site.write(CNAME="old.org\n")

    said = site.deploy("git", host, "gh-pages", where=project)

    message = 'CNAME there says "new.org", content/extra/CNAME says "old.org". Make them the same.'
    assert (1, report("gh-pages", message)) == (said.status, said.problems)
    assert b"new.org" == checked_out(host)["CNAME"]

    site.write(CNAME="new.org\n")
    assert 0 == site.deploy("git", host, "gh-pages", where=project).status
    assert site.files() == checked_out(host)


def test_files_of_others_beside_a_site_are_named_and_stay(site, host, project, tmp_path):
    site.deploy("git", host, "gh-pages", where=project)
    put(host, tmp_path, **{"README.md": "ours", "google1234.html": "proof"})
    before = checked_out(host)

    said = site.deploy("git", host, "gh-pages", where=project)

    message = (
        "somebody else put README.md, google1234.html there. "
        "What is to stay belongs in content/extra/; then delete it there."
    )
    assert (1, report("gh-pages", message)) == (said.status, said.problems)
    assert before == checked_out(host)

    put(host, tmp_path, **{"README.md": None, "google1234.html": None})
    assert 0 == site.deploy("git", host, "gh-pages", where=project).status
