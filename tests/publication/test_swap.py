"""One whole site replaces another, and readers see no gap."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from publication.output_folder import exchange, recover, retired, staging, swap


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
