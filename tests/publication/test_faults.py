"""Faults while publishing over a good site: it stands as it was, or the whole new one does; nothing lies around."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import ROOT, Built, Coalition, build
from publication import manifest
from publication.output_folder import exchange, recover, retired, staging, swap

WORDS_OF_TEXT = "The tiers."


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


def start(coalition: Coalition, output: Path | None = None) -> subprocess.Popen:
    command = [
        sys.executable,
        "-m",
        "pelican",
        coalition.content,
        "-s",
        "pelicanconf.py",
        "-o",
        output or site(coalition),
    ]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def break_theme(coalition: Coalition, file: str, old: str, new: str) -> list[str]:
    """Give the coalition a theme of its own with a fault in it; return the options that use it."""
    import shutil

    theme = Path(shutil.copytree(ROOT / "theme", coalition.content.parent / "theme"))
    text = (theme / file).read_text("utf-8")
    assert old in text
    (theme / file).write_text(text.replace(old, new, 1), "utf-8")
    return ["-t", str(theme)]


def publish(coalition: Coalition, *options: str) -> Built:
    command = [
        sys.executable,
        "-m",
        "pelican",
        coalition.content,
        "-s",
        "pelicanconf.py",
        "-o",
        site(coalition),
        *options,
    ]
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
    process.send_signal(signal.SIGKILL)
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


@contextlib.contextmanager
def small_disk(folder: Path, size: str, *options: str):
    """Mount a disk of a few kilobytes; skip, saying so, where this machine does not let us."""
    folder.mkdir(exist_ok=True)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", ",".join([f"size={size}", *options]), "tmpfs", folder],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if mounted.returncode:
        pytest.skip(f"this machine does not let us mount a small disk: {mounted.stderr.strip()}")
    try:
        yield folder / "public"
    finally:
        subprocess.run(["umount", folder], check=True)


def test_a_full_disk_leaves_the_site_as_it_was(coalition, tmp_path):
    with small_disk(tmp_path / "disk", "400k") as output:
        assert 0 == build(coalition.content, output).status
        before = manifest.sums(output)
        coalition.write("images/big.png", b"x" * 300_000)

        built = build(coalition.content, output)

        assert 1 == built.status
        assert "the disk is full. Make room and publish again." in built.said
        assert before == manifest.sums(output) == manifest.read(output)
        (coalition.content / "images" / "big.png").unlink()
        assert 0 == build(coalition.content, output).status
        assert ["public"] == [path.name for path in output.parent.iterdir()]


def test_a_disk_that_is_read_only_ends_in_one_line(coalition, tmp_path):
    with small_disk(tmp_path / "disk", "400k", "ro") as output:
        built = build(coalition.content, output)

    assert 1 == built.status
    assert "1 problem in 1 file; nothing was published.\n" in built.said
    assert "nothing can be written here: the disk is read-only." in built.said
    assert "Traceback" not in built.said


def test_of_two_builders_at_once_the_second_says_who_the_first_is(good):
    first = start(good)
    while not (site(good).parent / ".output.lock").exists() and first.poll() is None:
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


def write_site(folder: Path, number: int) -> None:
    """Write a site of ten pages, each linking to the next of the same build."""
    for page in range(10):
        path = folder / f"{number}-{page}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{number}-{(page + 1) % 10}.html")
    (folder / "index.html").write_text(f"{number}-0.html")


def test_a_reader_sees_whole_sites_only_during_200_swaps(tmp_path):
    """The reader follows a page's link within one open folder, as a server does that has the folder in its hand."""
    output = tmp_path / "public"
    write_site(output, 0)
    reader = subprocess.Popen(
        [sys.executable, "-c", READER, output], stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    )
    for number in range(1, 201):
        write_site(staging(output), number)
        swap(output)
        time.sleep(0.002)
    said, _ = reader.communicate("stop")
    visits, errors, builds = map(int, said.split())

    assert 0 == errors
    assert builds > 20
    assert visits > 200


READER = """
import os, select, sys
folder, visits, errors, builds = sys.argv[1], 0, 0, set()
while not select.select([sys.stdin], [], [], 0)[0]:
    visits += 1
    try:
        start = open(os.path.join(folder, "index.html")).read()
        builds.add(start.split("-")[0])
        try:
            open(os.path.join(folder, start)).read()
        except FileNotFoundError:
            again = open(os.path.join(folder, "index.html")).read()
            errors += again == start
    except FileNotFoundError:
        errors += 1
print(visits, errors, len(builds))
"""


def test_without_an_exchange_two_renames_do_and_a_kill_between_them_is_mended(tmp_path, monkeypatch):
    monkeypatch.setattr("publication.output_folder.exchange", lambda one, other: False)
    output = tmp_path / "public"
    write_site(output, 0)
    write_site(staging(output), 1)
    swap(output)
    assert "1-0.html" == (output / "index.html").read_text()

    write_site(staging(output), 2)
    output.rename(retired(output))  # killed right here
    recover(output)

    assert "1-0.html" == (output / "index.html").read_text()
    assert ["public"] == [path.name for path in tmp_path.iterdir()]


def test_this_system_exchanges_folders_in_one_step(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    write_site(one, 1)
    write_site(other, 2)

    if not exchange(one, other):
        pytest.skip(f"{os.uname().sysname} has no exchange on this file system; the fallback is used")
    assert ("2-0.html", "1-0.html") == ((one / "index.html").read_text(), (other / "index.html").read_text())
