"""`make` hands over what it was given, word for word, and deploys nothing that it did not publish just before."""

import os
import shutil
import subprocess
import sys

import pytest

from conftest import ROOT
from programs import environment

TELLING = """#!/bin/sh
printf '%s|' "$@"
printf '%s|%s|%s\\n' "$SITEURL" "$OUTPUT" "$HOST"
"""


@pytest.fixture
def folder(tmp_path):
    """Copy the Makefile into a project that is set up already, with a Python that only tells what it is asked."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / "content").mkdir()
    for name in ("requirements.txt", "requirements-test.txt", ".venv/site", ".venv/test"):
        (tmp_path / name).touch()
    (tmp_path / ".venv" / "bin" / "python").write_text(TELLING)
    (tmp_path / ".venv" / "bin" / "python").chmod(0o755)
    return tmp_path


def make(folder, *arguments: str) -> list[str]:
    told = environment()  # not that of a `make test` which these tests may run in: a make within it would heed it
    done = subprocess.run(["make", *arguments], cwd=folder, env=told, capture_output=True, text=True, check=True)
    assert "" == done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("address", ["ana@web:/srv/site", "/srv/our site", "/srv/;touch x", '/srv/"`touch x`', "/it's"])
def test_an_address_reaches_the_upload_as_it_was_typed(folder, address):
    said = make(folder, "deploy-rsync", f"DEST={address}", "SITEURL=https://a.org", "HOST=nginx")

    assert said == [
        "-m|pelican|content|-s|publishconf.py|-o|public|--fatal|warnings|https://a.org||nginx",
        f"-m|releasing.deploy|rsync|public|{address}|https://a.org||nginx",
    ]


def test_a_remote_and_a_branch_reach_the_push_as_they_were_typed(folder):
    said = make(folder, "deploy-git", "REMOTE=git@host:our site.git", "BRANCH=live;x", "OUTPUT=site")

    assert said == [
        "-m|pelican|content|-s|publishconf.py|-o|site|--fatal|warnings||site|",
        "-m|releasing.deploy|git|site|git@host:our site.git|live;x||site|",
    ]
    assert "-m|releasing.deploy|git|public|origin|gh-pages|||" == make(folder, "deploy-git", "REMOTE=origin")[1]


def test_what_is_listed_and_what_is_brought_back_is_asked_for_as_it_was_typed(folder, monkeypatch):
    monkeypatch.setenv("RELEASE", "of something else")

    assert ["-m|releasing.deploy|releases|public|/srv/our site||gh-pages|||"] == make(
        folder, "releases", "DEST=/srv/our site"
    )
    assert ["-m|releasing.deploy|publish-again|public|1a2b3c4d||origin|live|||"] == make(
        folder, "publish-again", "RELEASE=1a2b3c4d", "REMOTE=origin", "BRANCH=live"
    )
    assert ["-m|releasing.deploy|publish-again|public||||gh-pages|||"] == make(folder, "publish-again")


SHELL = ["$(touch made)", "`touch made`", "; touch made;", '"; touch made; "', "'; touch made; '"]
HOSTILE = [*SHELL, "$(shell touch made)"]
TOLD = [
    ("serve", "PORT", "--port={}"),
    ("edit", "PORT", "--port={}"),
    ("build", "OUTPUT", "-o|{}"),
    ("publish", "OUTPUT", "-o|{}"),
    ("publish", "SITEURL", "warnings|{}"),
    ("verify", "OUTPUT", "verify|{}"),
    ("verify", "URL", "public|{}"),
    ("server-config", "SERVER", "server-config|{}"),
    ("server-config", "SITEURL", "nginx|{}"),
    ("import-tiers", "FILE", "theme|{}"),
    ("deploy-rsync", "OUTPUT", "rsync|{}"),
    ("deploy-rsync", "DEST", "public|{}"),
    ("deploy-git", "REMOTE", "public|{}"),
    ("releases", "DEST", "public|{}"),
    ("publish-again", "RELEASE", "public|{}"),
]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize(("target", "name", "expected"), TOLD)
def test_nothing_that_is_typed_is_run(folder, target, name, expected, value):
    said = make(folder, target, f"{name}={value}")

    assert f"{expected.format(value)}|" in said[-1]
    assert not (folder / "made").exists()


@pytest.mark.parametrize("value", HOSTILE)
def test_nothing_that_the_environment_says_is_run(folder, value, monkeypatch):
    monkeypatch.setenv("SITEURL", value)
    monkeypatch.setenv("PAGES", value)

    assert f"nginx|{value}|" in make(folder, "server-config")[0]
    make(folder, "bench-peers")
    assert not (folder / "made").exists()


def test_a_venv_of_another_python_is_made_anew(folder):
    (folder / ".venv" / "pyvenv.cfg").write_text("version = 3.4.1\n")
    (folder / ".venv" / "bin" / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')

    said = tried(folder, "help", "PYTHON=no-such-python")

    assert ".venv was made by another Python than the one here now; it is made anew.\n" == said.stderr
    assert not (folder / ".venv").exists()


def test_a_venv_whose_python_is_gone_is_made_anew_and_says_what_is_missing(folder):
    (folder / ".venv" / "bin" / "python").unlink()
    (folder / ".venv" / "bin" / "python").symlink_to("/nowhere/python3")

    said = tried(folder, "check", "PYTHON=no-such-python")

    assert "Python 3.11 or newer is needed. Install it, or name it: make PYTHON=...\n" in said.stderr
    assert not (folder / ".venv").exists()


def test_a_venv_that_works_is_kept(folder):
    (folder / ".venv" / "pyvenv.cfg").write_text(f"version = {sys.version.split()[0]}\n")
    (folder / ".venv" / "bin" / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')

    assert "" == tried(folder, "help").stderr
    assert (folder / ".venv" / "site").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere, so no folder without permission was tested")
def test_a_folder_in_which_nothing_can_be_written_is_told_in_one_line(folder):
    shutil.rmtree(folder / ".venv")
    folder.chmod(0o500)
    try:
        said = tried(folder, "check", f"PYTHON={sys.executable}").stderr
    finally:
        folder.chmod(0o700)

    assert "Nothing can be written in this folder: permission is missing." == said.splitlines()[0]


def tried(folder, *arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        ["make", *arguments], cwd=folder, env=environment(), capture_output=True, text=True, check=False
    )
