"""Disks that refuse: the site stands as it was."""

import contextlib
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import build
from releasing import manifest


@contextlib.contextmanager
def small_disk(folder: Path, size: str, *options: str):
    """Mount a disk of a few kilobytes; skip, saying so, where this machine does not let us."""
    folder.mkdir(exist_ok=True)
    if not shutil.which("mount"):
        pytest.skip("this machine does not let us mount a small disk: it has no command for that")
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
        coalition.write("extra/big.txt", b"x" * 300_000)

        built = build(coalition.content, output)

        assert 1 == built.status
        assert "the disk is full. Make room and publish again." in built.said
        assert before == manifest.sums(output) == manifest.read(output)
        (coalition.content / "extra" / "big.txt").unlink()
        assert 0 == build(coalition.content, output).status
        assert ["public"] == [path.name for path in output.parent.iterdir()]


def test_a_disk_that_is_read_only_ends_in_one_line(coalition, tmp_path):
    with small_disk(tmp_path / "disk", "400k", "ro") as output:
        built = build(coalition.content, output)

    assert 1 == built.status
    assert "1 problem in 1 file; nothing was published.\n" in built.said
    assert "nothing can be written here: the disk is read-only." in built.said
    assert "Traceback" not in built.said
