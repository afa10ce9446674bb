"""Without forks, locks of POSIX and exchanges of folders, and where open files stay, all is done the other way."""

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, THEME, build, build_apart
from programs import SHOWS_OPEN_FILES, environment
from releasing import manifest
from sites import COALITIONS

pytestmark = SHOWS_OPEN_FILES


@pytest.fixture(autouse=True)
def _like_windows(monkeypatch):
    monkeypatch.setenv("LIKE_WINDOWS", "1")


def python(*arguments: str | Path) -> subprocess.CompletedProcess:
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)


def publish(content: Path, output: Path) -> str:
    built = build_apart(content, output, "publishconf.py")
    assert 0 == built.status, built.said
    return built.said


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("import fcntl", "ModuleNotFoundError"),
        ("import os; os.fork()", "AttributeError"),
        ("import os; os.sync()", "AttributeError"),
        ("import os; os.open('.', os.O_RDONLY)", "PermissionError"),
        ("import os; os.rename('tests', 'bench')", "FileExistsError"),
        ("import os; os.symlink('README.md', 'link')", "PermissionError"),
        ("import os; held = open('README.md'); os.replace('GUIDE.md', 'README.md')", "PermissionError"),
        ("import os; held = open('tests/conftest.py'); os.rename('tests', 'elsewhere')", "PermissionError"),
        ("import signal; signal.SIGALRM", "AttributeError"),
    ],
)
def test_such_a_process_is_as_it_is_said_to_be(code, error):
    assert error in python("-c", code).stderr


@pytest.mark.parametrize("name", ["small", "federation"])
def test_the_same_site_is_published_and_takes_the_place_of_the_last(tmp_path, name):
    content, output, here = COALITIONS / name, tmp_path / "public", tmp_path / "here"
    assert 0 == build(content, here, "publishconf.py").status

    publish(content, output)
    told = publish(content, output)

    assert "(0 new, 0 changed, 0 gone)" in told
    assert manifest.sums(here) == manifest.sums(output) == manifest.read(output)
    assert (here / manifest.MARKER).read_bytes() == (output / manifest.MARKER).read_bytes()
    assert ["here", "public"] == sorted(path.name for path in tmp_path.iterdir())


def test_a_folder_that_is_there_and_empty_is_published_to(coalition, tmp_path):
    (tmp_path / "public").mkdir()

    publish(coalition.content, tmp_path / "public")

    assert (tmp_path / "public" / "index.html").is_file()


def test_every_problem_is_told_as_anywhere(coalition):
    coalition.change("data/membership.yaml", "category: outer", "category: outter")
    (problem,) = coalition.problems()

    done = python("-m", "commands", "check", coalition.content, THEME)

    assert (1, "") == (done.returncode, done.stdout)
    assert f"  {problem}\n" in done.stderr


TAKE = """
import pathlib, sys
from releasing.lock import building
with building(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
"""
HOLD = f"{TAKE}    input()\n"


def test_of_two_builders_the_second_is_told_who_the_first_is_and_one_that_is_killed_holds_nothing(tmp_path):
    output = tmp_path / "public"
    first = subprocess.Popen(
        [sys.executable, "-c", HOLD, output],
        cwd=ROOT, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert "held\n" == first.stdout.readline()
    assert f"(process {first.pid}, since " in python("-c", TAKE, output).stderr

    first.kill()
    first.communicate()
    assert "held\n" == python("-c", TAKE, output).stdout
    assert [] == list(tmp_path.iterdir())


SWAP = """
import pathlib, sys, threading
from releasing import output_folder
from sources import open_files
output, seconds = pathlib.Path(sys.argv[1]), float(sys.argv[2])
held = (output / "index.html").open("rb")
threading.Timer(seconds, held.close).start()
output_folder.when_free.__defaults__ = (1.0,)
output_folder.swap(output)
"""


def swapped_while_a_page_is_read(tmp_path: Path, seconds: str) -> tuple[subprocess.CompletedProcess, str]:
    output = tmp_path / "public"
    for folder, text in ((output, "last"), (tmp_path / ".public.new", "next")):
        folder.mkdir()
        (folder / "index.html").write_text(text, "utf-8")
    done = python("-c", SWAP, output, seconds)
    return done, (output / "index.html").read_text("utf-8")


def test_a_site_waits_for_whoever_has_a_page_of_the_last_one_open(tmp_path):
    done, page = swapped_while_a_page_is_read(tmp_path, "0.3")

    assert (0, "", "next") == (done.returncode, done.stderr, page)
    assert ["public"] == [path.name for path in tmp_path.iterdir()]


def test_a_page_that_stays_open_keeps_the_last_site_where_it_is(tmp_path):
    done, page = swapped_while_a_page_is_read(tmp_path, "2")

    assert "PermissionError" in done.stderr
    assert "last" == page


SAVE = """
import json, pathlib, sys
from preview.editor.backend import answer
content, theme = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
path = "content/data/site.yaml"
def ask(action, **params):
    status, found = answer(action, params, content, theme)
    assert status == 200, found
    return found
values = json.loads(ask("getEntry", path=path)["data"])
values["name"] = "Another Coalition"
ask("persistEntry", dataFiles=[{"path": path, "raw": json.dumps(values)}], assets=[])
"""


def test_what_is_edited_in_the_browser_is_saved_with_the_line_ends_that_the_file_has(coalition):
    site = coalition.content / "data" / "site.yaml"
    site.write_bytes(site.read_bytes().replace(b"\n", b"\r\n"))
    before = site.read_bytes()

    done = python("-c", SAVE, coalition.content, THEME)

    assert (0, "") == (done.returncode, done.stderr)
    assert before.replace(b"name: Small Coalition", b"name: Another Coalition", 1) == site.read_bytes()


def test_no_file_is_read_or_written_in_the_encoding_of_the_system(coalition, tmp_path):
    publish = ("-m", "pelican", coalition.content, "-s", "publishconf.py", "-o", tmp_path / "public")
    for command in (publish, ("-m", "commands", "reading", coalition.content, THEME)):
        done = python("-X", "warn_default_encoding", *command)

        assert 0 == done.returncode, done.stderr
        assert [] == [line for line in done.stderr.splitlines() if "/plugins/" in line]
