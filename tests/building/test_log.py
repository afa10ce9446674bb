"""Faults while publishing over a good site: it stands as it was, or the whole new one does; nothing lies around."""

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from building.log import fault
from conftest import ROOT, Built, Coalition
from programs import not_on_windows
from releasing import manifest


@pytest.fixture
def good(coalition) -> Coalition:
    """Publish a good site, to publish over."""
    built = coalition.build()
    assert 0 == built.status, built.said
    return coalition


def site(coalition: Coalition) -> Path:
    return coalition.content.parent / "output"


def beside(coalition: Coalition) -> set[str]:
    """Return what lies beside the site and the sources."""
    return {path.name for path in coalition.content.parent.iterdir()} - {"content", "output", "theme"}


def pelican(coalition: Coalition, output: Path) -> list[str | Path]:
    return [sys.executable, "-m", "pelican", coalition.content, "-s", "pelicanconf.py", "-o", output]


def start(coalition: Coalition, output: Path | None = None) -> subprocess.Popen:
    command = pelican(coalition, output or site(coalition))
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def break_theme(coalition: Coalition, file: str, old: str, new: str) -> list[str]:
    """Give the coalition a theme of its own with a fault in it; return the options that use it."""
    theme = Path(shutil.copytree(ROOT / "theme", coalition.content.parent / "theme"))
    text = (theme / file).read_text("utf-8")
    assert old in text
    (theme / file).write_text(text.replace(old, new, 1), "utf-8")
    return ["-t", str(theme)]


def publish(coalition: Coalition, *options: str) -> Built:
    command = [*pelican(coalition, site(coalition)), *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return Built(done.returncode, done.stdout + done.stderr, site(coalition))


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("templates/page.html", "{{ page.title }}", "{{ page.titel }}", "UndefinedError"),
        ("templates/page.html", "{% endblock %}", "{% endblok %}", "TemplateSyntaxError"),
        ("templates/components/tiers.html", "{{ table.caption }}", "{{ tabel.caption }}", "'tabel' is undefined"),
        ("templates/components/tiers.html", "{{ table.caption }}", "{{ 1 / 0 }}", "ZeroDivisionError"),
    ],
)
def test_a_fault_in_the_theme_leaves_the_site_as_it_was(good, file, old, new, expected):
    before = manifest.sums(site(good))

    built = publish(good, *break_theme(good, file, old, new))

    assert 1 == built.status
    assert "1 problem in 1 file; nothing was published." in built.said
    assert expected in built.said
    assert "Traceback" not in built.said
    assert before == manifest.sums(site(good))
    assert set() == beside(good)


def test_a_mistake_in_the_data_leaves_the_site_as_it_was(good):
    before = manifest.sums(site(good))
    good.change("data/membership.yaml", "category: outer", "category: outter")

    assert 1 == good.build().status
    assert before == manifest.sums(site(good))
    assert set() == beside(good)


def killed_at(coalition: Coalition, seconds: float) -> None:
    process = start(coalition)
    time.sleep(seconds)
    process.kill()
    process.communicate()


@pytest.mark.parametrize("part", range(10))
def test_a_builder_killed_at_any_moment_leaves_one_whole_site_and_the_next_one_works(good, part):
    """50 random moments in all, over the length of a build; every second one near its end, where the swap is."""
    began = time.monotonic()
    good.build()
    length = time.monotonic() - began
    moments = random.Random(part)
    for round_number in range(5):
        old = manifest.sums(site(good))
        good.write("pages/news.md", f"---\ntitle: News\ndescription: Round {part} {round_number}.\n---\n\nNews.\n")
        share = moments.uniform(0.7, 1.05) if round_number % 2 else moments.uniform(0, 1)
        killed_at(good, share * length)

        found = manifest.sums(site(good))
        assert manifest.read(site(good)) == found, "the site is whole"
        good_news = f"Round {part} {round_number}."
        assert found == old or good_news in (site(good) / "news" / "index.html").read_text("utf-8")

        assert 0 == good.build().status
        assert good_news in (site(good) / "news" / "index.html").read_text("utf-8")
        assert set() == beside(good)


@not_on_windows("nothing can be stopped there and go on")
def test_of_two_builders_at_once_the_second_says_who_the_first_is(good):
    first, lock = start(good), site(good).parent / ".output.lock"
    while not (lock.exists() and lock.read_text("utf-8")) and first.poll() is None:  # written once it is held
        time.sleep(0.005)
    first.send_signal(signal.SIGSTOP)
    try:
        second = good.build()
    finally:
        first.send_signal(signal.SIGCONT)
        said = first.communicate()[0]

    assert 1 == second.status
    assert f"output: somebody is building this right now (process {first.pid}, since " in second.said
    assert 0 == first.returncode, said
    assert set() == beside(good)


def refused(number: int, path: str) -> str:
    """Return what staff read about an error of the system."""
    return str(fault(OSError(number, os.strerror(number), path)))


def test_a_file_that_cannot_be_read_is_not_said_to_be_one_that_cannot_be_written(tmp_path, monkeypatch):
    closed = tmp_path / "closed.png"
    closed.touch()
    assert f"{closed}: nothing can be written here: permission is missing." == refused(errno.EACCES, str(closed))

    monkeypatch.setattr(os, "access", lambda *_: False)
    assert f"{closed}: this cannot be read: permission is missing." == refused(errno.EACCES, str(closed))
    within = str(tmp_path / "inner" / "x.md")
    assert f"{within}: this cannot be read: permission is missing." == refused(errno.EACCES, within)


def test_a_place_that_the_system_keeps_and_a_broken_disk_are_no_fault_of_the_software():
    assert "/x: the system keeps this where it is; is a disk mounted here? Choose another folder." == (
        refused(errno.EBUSY, "/x")
    )
    assert "/x: the disk could not be read or written. Is it damaged?" == refused(errno.EIO, "/x")


@pytest.mark.parametrize("file", ["pages/index.md", "data/site.yaml", "data/membership.yaml"])
def test_a_source_that_cannot_be_read_is_told_as_that(coalition, monkeypatch, file):
    real = Path.read_bytes

    def read_bytes(path):
        if path == coalition.content / file:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)

    assert f"content/{file}: this cannot be read: permission is missing." in coalition.problems()
