"""A site that cannot be uploaded, or not to this place, is refused with a reason, and nothing of others is touched."""

import pytest

from .published_site import Site, files, program, report


@pytest.mark.parametrize("what", ["folder", "file", "link"])
def test_what_is_not_ours_is_left_alone(site, local, tmp_path, what):
    local.folder.mkdir()
    if what == "folder":
        local.online.mkdir()
    elif what == "file":
        local.online.write_text("precious")
    else:
        local.online.symlink_to(tmp_path)

    said = site.deploy("rsync", local.address)

    message = '"current" there was not made by this command. Remove it, or choose another folder.'
    assert (1, report(local.address, message)) == (said.status, said.problems)
    assert (what == "folder", what == "file", what == "link") == (
        local.online.is_dir() and not local.online.is_symlink(),
        local.online.is_file(),
        local.online.is_symlink(),
    )


def test_a_link_to_a_release_that_somebody_deleted_is_turned_to_the_new_one(site, local):
    local.folder.mkdir()
    local.online.symlink_to("releases/20200101T000000Z-00000000")

    said = site.deploy("rsync", local.address)

    assert (0, "") == (said.status, said.problems)
    assert "This is the first release there" in said.out
    assert site.files() == files(local.online)


def test_other_things_in_the_folder_stay(site, local):
    (local.folder / "releases" / "mine.part").mkdir(parents=True)
    (local.folder / "letters.txt").write_text("precious")

    for number in range(5):
        site.write(**{"index.html": f"number {number}"})
        assert 0 == site.deploy("rsync", local.address).status

    assert ["current", "letters.txt", "releases"] == local.names()
    assert "mine.part" in local.releases()


def test_a_server_that_does_not_answer_is_named(site, remote):
    said = site.deploy("rsync", "nobody:/srv/site", **remote.environment)

    assert 1 == said.status
    assert (
        "  nobody:/srv/site: no connection to nobody:/srv/site (ssh: connect to host 127.0.0.1 port " in said.problems
    )


def test_a_server_without_rsync_is_told(site, remote, tmp_path):
    ssh = remote.environment["RSYNC_RSH"]
    script = (
        f'''case "$*" in *rsync*--server*) exec {ssh} web "PATH=/nowhere; rsync --server" ;; esac; exec {ssh} "$@"'''
    )
    program(tmp_path / "bin", "bare-ssh", script)

    said = site.deploy("rsync", remote.address, RSYNC_RSH=str(tmp_path / "bin" / "bare-ssh"))

    assert report(remote.address, "the program rsync is missing there.") == said.problems
    assert (["releases"], []) == (remote.names(), remote.releases())


@pytest.mark.parametrize("missing", ["rsync", "ssh"])
def test_a_program_that_is_missing_here_is_named(site, tmp_path, missing):
    (tmp_path / "bin").mkdir()
    for name in {"rsync", "ssh"} - {missing}:
        (tmp_path / "bin" / name).symlink_to("/bin/true")

    said = site.deploy("rsync", "web:/srv/site", PATH=str(tmp_path / "bin"))

    package = {"ssh": "openssh-client"}.get(missing, missing)
    message = f"this program is needed and not installed here. On Debian: apt install {package}"
    assert (1, report(missing, message)) == (said.status, said.problems)


def test_a_folder_that_was_not_published_is_not_uploaded(site, local, tmp_path):
    (tmp_path / "drafts").mkdir()

    said = Site(tmp_path / "drafts", site.environment).deploy("rsync", local.address)

    message = "no site was published there (there is no SHA256SUMS). First: make publish"
    assert (1, report("drafts", message)) == (said.status, said.problems)
    assert not local.folder.exists()


@pytest.mark.parametrize("change", ["changed", "added", "deleted", "linked"])
def test_a_folder_that_changed_since_it_was_published_is_not_uploaded(site, local, tmp_path, change):
    page = site.folder / ("draft.html" if change == "added" else "index.html")
    if change == "linked":
        page.rename(tmp_path / "elsewhere")
        page.symlink_to(tmp_path / "elsewhere")
    else:
        page.unlink() if change == "deleted" else page.write_text("not audited")

    said = site.deploy("rsync", local.address)

    message = f"it is not as it was published ({page.name}). First: make publish"
    assert (1, report("public", message)) == (said.status, said.problems)
    assert not local.folder.exists()
