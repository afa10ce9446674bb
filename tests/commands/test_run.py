"""`run.py`, and `make`, which calls it, hand over what was typed word for word, and set up whatever is missing."""

import errno
import os
import re
import runpy
import shutil
import signal
import subprocess
import sys
from unittest import mock

import pytest

from conftest import ROOT
from preview.__main__ import _complaint
from programs import COMMANDS, VARIABLES, commands_run, environment, is_root, not_on_windows, set_up
from sources.problems import command

pytestmark = not_on_windows("it has neither make nor a shell for what stands in the place of Python here")

TELLING = """
printf '%s|' "$@"
printf '%s|%s|%s\\n' "$SITEURL" "$OUTPUT" "$HOST"
"""
WAYS = {"make": ["make"], "run.py": [sys.executable, "-IS", "run.py"]}


@pytest.fixture
def folder(tmp_path):
    """Make a project that is set up already, with a Python that only tells what it is asked."""
    return set_up(tmp_path, TELLING)


@pytest.fixture(params=WAYS)
def way(request) -> list[str]:
    """Return how commands begin: with make, and without."""
    return WAYS[request.param]


def tried(folder, *command: str, **more: str) -> subprocess.CompletedProcess:
    told = environment(**more)  # not that of a `make test` which these tests may run in: a make within it would heed it
    return subprocess.run(command, cwd=folder, env=told, capture_output=True, text=True, check=False)


def said(folder, *command: str, **more: str) -> list[str]:
    done = tried(folder, *command, **more)
    assert (0, "") == (done.returncode, done.stderr)
    return done.stdout.splitlines()


@pytest.mark.parametrize("address", ["ana@web:/srv/site", "/srv/our site", "/srv/;touch x", '/srv/"`touch x`', "/it's"])
def test_an_address_reaches_the_upload_as_it_was_typed(folder, way, address):
    told = said(folder, *way, "deploy-rsync", f"DEST={address}", "SITEURL=https://a.org", "HOST=nginx")

    assert told == [
        "-m|pelican|content|-s|publishconf.py|-o|public|--fatal|warnings|https://a.org||nginx",
        f"-m|releasing.deploy|rsync|public|{address}|https://a.org||nginx",
    ]


def test_a_remote_and_a_branch_reach_the_push_as_they_were_typed(folder, way):
    told = said(folder, *way, "deploy-git", "REMOTE=git@host:our site.git", "BRANCH=live;x", "OUTPUT=site")

    assert told == [
        "-m|pelican|content|-s|publishconf.py|-o|site|--fatal|warnings||site|",
        "-m|releasing.deploy|git|site|git@host:our site.git|live;x||site|",
    ]
    assert "-m|releasing.deploy|git|public|origin|gh-pages|||" == said(folder, *way, "deploy-git", "REMOTE=origin")[1]


def test_what_is_listed_and_what_is_brought_back_is_asked_for_as_it_was_typed(folder, way):
    of_something_else = {"RELEASE": "of something else"}

    assert ["-m|releasing.deploy|releases|public|/srv/our site||gh-pages|||"] == said(
        folder, *way, "releases", "DEST=/srv/our site", **of_something_else
    )
    assert ["-m|releasing.deploy|publish-again|public|1a2b3c4d||origin|live|||"] == said(
        folder, *way, "publish-again", "RELEASE=1a2b3c4d", "REMOTE=origin", "BRANCH=live"
    )
    assert ["-m|releasing.deploy|publish-again|public||||gh-pages|||"] == said(
        folder, *way, "publish-again", **of_something_else
    )


SHELL = ["$(touch made)", "`touch made`", "; touch made;", '"; touch made; "', "'; touch made; '", "{NAME} %PATH% #"]
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
@pytest.mark.parametrize("takes", TOLD, ids=" ".join)
def test_nothing_that_is_typed_is_run(folder, way, takes, value):
    target, name, expected = takes
    told = said(folder, *way, target, f"{name}={value}")

    assert f"{expected.format(value)}|" in told[-1]
    assert not (folder / "made").exists()


@pytest.mark.parametrize("value", HOSTILE)
def test_nothing_that_the_environment_says_is_run(folder, way, value):
    told = {"SITEURL": value, "PAGES": value}

    assert f"nginx|{value}|" in said(folder, *way, "server-config", **told)[0]
    assert f"bench/peers.py|{value}|" in said(folder, *way, "bench-peers", **told)[0]
    assert not (folder / "made").exists()


def test_what_many_computers_have_in_their_environment_counts_only_where_it_is_typed(folder, way):
    """LANGUAGE is that of the computer's messages, NAME a person's on some, BRANCH what a host builds from."""
    foreign = {"NAME": "DESKTOP-7", "LANGUAGE": "de:en", "BRANCH": "main"}
    typed = ["NAME=Our Club", "LANGUAGE=es", "BRANCH=live"]

    assert "-m|commands|new-site||theme||||||||" == said(folder, *way, "new-site", **foreign)[0]
    assert "-m|commands|new-site||theme|Our Club|es||||||" == said(folder, *way, "new-site", *typed, **foreign)[0]
    assert "|origin|gh-pages|" in said(folder, *way, "deploy-git", "REMOTE=origin", **foreign)[1]
    assert "|origin|live|" in said(folder, *way, "deploy-git", "REMOTE=origin", *typed, **foreign)[1]


def test_an_address_that_is_empty_is_none(folder, way):
    assert "-m|commands|verify|public||||" == said(folder, *way, "verify", "URL=")[0]
    assert "--port=8000|" in said(folder, *way, "serve", "PORT=")[0]


def test_what_is_not_ours_is_for_the_programs_that_are_started(folder, way):
    commands_run('echo "$NO_BROWSER $PYTHONUTF8 $PYTHONPATH $FUZZ"', folder)

    assert ["1 1 plugins 20"] == said(folder, *way, "fuzz", "NO_BROWSER=1", PYTHONPATH="elsewhere")


def test_several_commands_are_run_in_the_order_in_which_they_were_typed_until_one_fails(folder, way):
    assert ["check", "reading"] == [line.split("|")[2] for line in said(folder, *way, "check", "reading")]

    commands_run('echo "$3"\nexit 3', folder)
    done = tried(folder, *way, "check", "reading")
    assert "check\n" == done.stdout
    assert done.returncode == (2 if way == ["make"] else 3)


@pytest.mark.parametrize("command", ["build", "publish", "deploy-rsync", "deploy-git"])
def test_a_site_that_is_not_there_is_told_of(folder, way, command):
    done = tried(folder, *way, command, "CONTENT=no where")

    assert ('CONTENT: there is no folder "no where".', "") == (done.stderr.split("\n")[0], done.stdout)
    assert done.returncode


@pytest.mark.parametrize("help_", [[], ["help"]])
def test_alone_it_prints_every_command_and_what_it_does(tmp_path, way, help_):
    for name in ("run.py", "Makefile"):
        shutil.copy(ROOT / name, tmp_path)
    listed = said(tmp_path, *way, *help_)
    typed = "make" if "make" in way else "python3 run.py"

    assert [f"  {typed} {name:<13} {about}" for name, (_, about, *_) in COMMANDS.items()] == listed[: len(COMMANDS)]
    assert set(re.findall(r"\b([A-Z]+)=", " ".join(listed[len(COMMANDS) :]))) <= VARIABLES.keys()


def test_make_has_every_command_and_no_other():
    makefile = (ROOT / "Makefile").read_text("utf-8").replace("\\\n", " ")

    assert list(COMMANDS) == re.search("^COMMANDS := (.+)$", makefile, re.MULTILINE)[1].split()


def test_what_a_command_takes_is_known():
    taken = set(re.findall(r"{(\w+)}", " ".join(str(step) for _, _, *steps in COMMANDS.values() for step in steps)))

    assert taken <= {*VARIABLES, "PREVIEW", "PUBLIC"}
    assert VARIABLES.keys() - taken == {"OUTPUT", "HOST", "ROUNDS", "LENGTH"}  # PREVIEW or PUBLIC; read by what is run


def test_what_each_step_starts_is_there():
    for step in [step for _, _, *steps in COMMANDS.values() for step in steps if isinstance(step, str)]:
        begun = next(word for word in step.split() if "=" not in word)
        assert begun in ("-m", "uv", "node") or (ROOT / begun).is_file()


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("lock", "uv is needed, which pins packages.\n"),
        ("bench", "Node.js 18 or newer with npm is needed. On Debian: apt install nodejs npm\n"),
    ],
)
def test_a_program_that_is_missing_is_named(folder, command, message):
    (folder / "bench").mkdir()
    (folder / "bench" / "package-lock.json").touch()

    assert message == tried(folder, *WAYS["run.py"], command, PATH=str(folder / "bench")).stderr


def test_the_packages_of_every_peer_are_pinned_too_until_one_cannot_be(folder, monkeypatch):
    for name in ("a", "b", "without"):
        (folder / "bench" / "peers" / name).mkdir(parents=True)
    for name in ("a", "b"):
        (folder / "bench" / "peers" / name / "requirements.in").touch()
    (folder / "uv").write_text('#!/bin/sh\nfor last; do :; done\necho "$last"\n[ "$last" != "$FAILS" ]\n')
    (folder / "uv").chmod(0o755)
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    made = ["requirements.txt", "requirements-test.txt", "bench/peers/a/requirements.txt"]

    assert [*made, "bench/peers/b/requirements.txt"] == said(folder, *WAYS["run.py"], "lock", PATH=path)
    done = tried(folder, *WAYS["run.py"], "lock", PATH=path, FAILS=made[2])
    assert (1, made) == (done.returncode, done.stdout.split())


def test_make_tells_what_it_would_do_and_does_not_do_it(folder):
    assert "run.py publish" in tried(folder, "make", "-n", "publish").stdout
    assert "pelican" not in tried(folder, "make", "-n", "publish").stdout


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (["sreve"], '"sreve" is no command here. Did you mean "serve"?'),
        (["everything"], '"everything" is no command here. "python3 run.py help" prints all.'),
        (["publish", "SITURL=https://a.org"], '"SITURL" is no variable here. Did you mean "SITEURL"?'),
    ],
)
def test_what_is_mistyped_is_told_with_what_was_meant(folder, typed, message):
    done = tried(folder, *WAYS["run.py"], *typed)

    assert (1, "", f"{message}\n") == (done.returncode, done.stdout, done.stderr)


def test_it_may_be_started_from_anywhere(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    assert said(elsewhere, sys.executable, str(folder / "run.py"), "check")[0].startswith("-m|commands|check|content|")


def test_a_venv_of_another_python_is_made_anew(folder, way):
    (folder / ".venv" / "pyvenv.cfg").write_text("version = 3.4.1\n")
    (folder / ".venv" / "bin" / "python").unlink()
    (folder / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (folder / "requirements.txt").write_text("nothing is called like this\n")

    done = tried(folder, *way, "check", f"PYTHON={sys.executable}")

    assert ".venv was made by another Python than the one here now; it is made anew." == done.stderr.splitlines()[0]
    assert "Setting up (once) ...\n" == done.stdout
    assert f"= {sys.version.split()[0]}" in (folder / ".venv" / "pyvenv.cfg").read_text()
    assert (
        "The packages could not be installed. Is this computer online? They are there for Python 3.11 to 3.14."
    ) in done.stderr.splitlines()
    assert not (folder / ".venv" / "site").exists()


def test_a_venv_of_another_python_needs_one_that_makes_it_anew(folder):
    (folder / ".venv" / "pyvenv.cfg").write_text("version = 3.4.1\n")
    (folder / ".venv" / "bin" / "python").unlink()
    (folder / ".venv" / "bin" / "python").symlink_to(sys.executable)

    done = tried(folder, "make", "check", "PYTHON=no-such-python")

    assert [
        ".venv was made by another Python than the one here now; it is made anew.",
        "Python 3.11 or newer is needed. Install it, or name it: make PYTHON=...",
    ] == done.stderr.splitlines()[:2]


def test_without_any_python_make_says_what_is_missing(folder):
    (folder / ".venv" / "bin" / "python").unlink()
    (folder / ".venv" / "bin" / "python").symlink_to("/nowhere/python3")

    done = tried(folder, "make", "check", "PYTHON=no-such-python")

    assert "Python 3.11 or newer is needed. Install it, or name it: make PYTHON=..." == done.stderr.splitlines()[0]


def test_a_project_that_is_set_up_needs_no_other_python_than_its_own(folder):
    commands_run('echo "$@"', folder)

    assert ["-m commands check content theme .cache"] == said(folder, "make", "check", "PYTHON=no-such-python")
    assert (folder / ".venv" / "site").exists()


def test_a_python_that_is_too_old_is_told_with_its_number(folder, monkeypatch, capsys):
    shutil.rmtree(folder / ".venv")
    monkeypatch.chdir(folder)
    monkeypatch.delenv("MAKELEVEL", raising=False)
    monkeypatch.setattr(sys, "version_info", (3, 9, 6))
    run = runpy.run_path(str(folder / "run.py"))

    with mock.patch.dict(os.environ), pytest.raises(run["Stopped"]) as stopped:
        run["main"](["check"])

    assert (
        "Python 3.11 or newer is needed, Python 3.9.6 was found. Name another: python3.13 run.py ..."
    ) == str(stopped.value)  # fmt: skip


@pytest.mark.skipif(is_root(), reason="root may write anywhere, so no folder without permission was tested")
def test_a_folder_in_which_nothing_can_be_written_is_told_in_one_line(folder, way):
    shutil.rmtree(folder / ".venv")
    folder.chmod(0o500)
    try:
        done = tried(folder, *way, "check", f"PYTHON={sys.executable}")
    finally:
        folder.chmod(0o700)

    assert "Nothing can be written in this folder: permission is missing." == done.stderr.splitlines()[0]


def test_ctrl_c_ends_quietly_with_the_status_of_the_command(folder):
    commands_run("trap 'echo ended; exit 0' INT\necho begun\nwhile :; do sleep 0.01; done", folder)
    command = [sys.executable, "-IS", "run.py", "serve"]
    with subprocess.Popen(
        command, cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    ) as running:  # fmt: skip
        assert "begun\n" == running.stdout.readline()
        os.killpg(running.pid, signal.SIGINT)
        assert ("ended\n", "") == running.communicate(timeout=10)

    assert 0 == running.returncode


AS_ON_WINDOWS = """
import os, runpy, subprocess, sys
os.name = "nt"
os.execv = None
sys.argv = ["run.py", *sys.argv[1:]]
runpy.run_path("run.py", run_name="__main__")
"""


def on_windows(folder, *typed: str) -> subprocess.CompletedProcess:
    (folder / ".venv" / "Scripts").mkdir(exist_ok=True)
    (folder / ".venv" / "bin" / "python").rename(folder / ".venv" / "Scripts" / "python.exe")
    (folder / ".venv" / "bin").rmdir()
    return tried(folder, sys.executable, "-c", AS_ON_WINDOWS, *typed)


def test_on_windows_it_waits_for_the_command_and_returns_its_status(folder):
    commands_run('echo "$3 $COMMANDS_BEGIN_WITH"\nexit 3', folder)

    done = on_windows(folder, "check")

    assert (3, "check py run.py\n", "") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("value", HOSTILE)
def test_on_windows_nothing_that_is_typed_is_run_either(folder, value):
    done = on_windows(folder, "new-page", "PAGE=plan", f"TITLE={value}")

    assert done.stdout.startswith(f"-m|commands|new-page|content|theme|plan|{value}|")
    assert not (folder / "made").exists()


def test_on_windows_the_list_shows_what_to_type_there(folder):
    assert "  py run.py serve         Show the site on this computer" in on_windows(folder).stdout


def test_messages_name_commands_as_they_are_typed_here(monkeypatch):
    assert "make serve" == command("serve")

    monkeypatch.setenv("COMMANDS_BEGIN_WITH", "py run.py")
    assert "Port 8000 is not free. Another one: py run.py edit PORT=8001" == _complaint(
        OSError(errno.EADDRINUSE, "Address in use"), 8000, "edit"
    )


@pytest.mark.parametrize(("ends", "status"), [("exit 0", 0), ("exit 7", 130)])
def test_on_windows_ctrl_c_ends_quietly_too(folder, ends, status):
    commands_run(f"trap '{ends}' INT\necho begun\nwhile :; do sleep 0.01; done", folder)
    (folder / ".venv" / "Scripts").symlink_to("bin")
    (folder / ".venv" / "bin" / "python.exe").symlink_to("python")
    with subprocess.Popen(
        [sys.executable, "-c", AS_ON_WINDOWS, "serve"],
        cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    ) as running:  # fmt: skip
        assert "begun\n" == running.stdout.readline()
        os.killpg(running.pid, signal.SIGINT)
        assert ("", "") == running.communicate(timeout=10)

    assert status == running.returncode
