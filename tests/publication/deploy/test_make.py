"""`make` hands over what it was given, word for word, and deploys nothing that it did not publish just before."""

import shutil
import subprocess

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
        f"-m|publication.deploy|rsync|public|{address}|https://a.org||nginx",
    ]


def test_a_remote_and_a_branch_reach_the_push_as_they_were_typed(folder):
    said = make(folder, "deploy-git", "REMOTE=git@host:our site.git", "BRANCH=live;x", "OUTPUT=site")

    assert said == [
        "-m|pelican|content|-s|publishconf.py|-o|site|--fatal|warnings||site|",
        "-m|publication.deploy|git|site|git@host:our site.git|live;x||site|",
    ]
    assert "-m|publication.deploy|git|public|origin|gh-pages|||" == make(folder, "deploy-git", "REMOTE=origin")[1]
