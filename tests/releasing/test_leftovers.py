"""What may not be deleted, moved or read: the site that visitors see is told truly, and the next build works."""

import os
import subprocess

import pytest

from conftest import Coalition
from programs import is_root, not_on_windows
from releasing import manifest, output_folder
from releasing.lock import building
from releasing.output_folder import discard, recover, remarks, retired, staging, swap, undeleted
from sources.problems import ProblemsFound


@pytest.fixture
def output(tmp_path):
    """Write a site, and the next one beside it."""
    output = tmp_path / "public"
    for folder, text in ((output, "old"), (staging(output), "new")):
        (folder / "about").mkdir(parents=True)
        (folder / "about" / "index.html").write_text(text)
    return output


def shown(output) -> str:
    return (output / "about" / "index.html").read_text()


@pytest.fixture
def unmovable(monkeypatch):
    """Let nothing below a folder called about be deleted, as when it belongs to somebody else."""
    real = output_folder.shutil.rmtree

    def rmtree(folder, *, ignore_errors=False):
        if not (folder / "about").exists():
            real(folder, ignore_errors=ignore_errors)
        elif not ignore_errors:
            raise PermissionError(13, "Permission denied", str(folder / "about"))

    monkeypatch.setattr(output_folder.shutil, "rmtree", rmtree)


def test_a_part_of_the_last_site_that_may_not_be_deleted_goes_out_of_the_way_and_is_told(output, unmovable):
    swap(output)

    assert "new" == shown(output)
    assert not staging(output).exists()
    left = output.parent / ".public.left-1"
    assert [left] == undeleted(output)
    assert [
        f"{left}: what is left of an earlier site may not be deleted: permission is missing. Delete it by hand."
    ] == list(remarks(output))


def test_the_next_builds_go_on_beside_it_and_delete_it_once_they_may(output, unmovable, monkeypatch):
    swap(output)
    recover(output)
    assert 1 == len(undeleted(output))

    monkeypatch.undo()
    recover(output)
    assert [] == undeleted(output)
    assert ["public"] == [path.name for path in output.parent.iterdir()]


def test_what_a_killed_builder_left_and_may_not_be_deleted_stops_nobody(output, unmovable):
    recover(output)

    assert "old" == shown(output)
    assert not staging(output).exists()


@pytest.mark.skipif(is_root(), reason="root may write anywhere, so no closed folder was tested")
def test_a_folder_that_we_have_closed_ourselves_is_deleted(output):
    (output / "about").chmod(0o500)

    swap(output)

    assert "new" == shown(output)
    assert [] == undeleted(output)


def test_where_the_second_rename_fails_the_last_site_is_back(output, monkeypatch):
    monkeypatch.setattr(output_folder, "exchange", lambda one, other: False)
    real = output_folder.Path.rename

    def rename(path, target):
        if path == staging(output):
            raise OSError(5, "Input/output error", str(path))
        return real(path, target)

    monkeypatch.setattr(output_folder.Path, "rename", rename)

    with pytest.raises(OSError, match="Input/output error"):
        swap(output)
    assert "old" == shown(output)
    assert not retired(output).exists()


def test_links_and_files_that_lie_around_are_deleted_and_not_followed(output, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "letter.txt").write_text("keep")
    retired(output).symlink_to(tmp_path / "elsewhere")

    recover(output)

    assert not retired(output).is_symlink()
    assert "keep" == (tmp_path / "elsewhere" / "letter.txt").read_text()


def test_discarding_what_is_not_there_is_no_error(output):
    discard(output.parent / "nothing", output)


@not_on_windows("it mounts no disks into folders like that")
def test_a_disk_that_is_mounted_at_the_output_is_refused_in_plain_words(coalition, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "tmpfs", disk], capture_output=True, text=True, check=False)
    if mounted.returncode:
        pytest.skip(f"this machine does not let us mount a small disk: {mounted.stderr.strip()}")
    try:
        built = build_into(coalition, disk)
    finally:
        subprocess.run(["umount", disk], check=True)

    message = "a disk is mounted there, which stays where it is. Choose a folder in it."
    assert f"  disk: not published to: {message}\n" in built


def build_into(coalition: Coalition, output) -> str:
    from conftest import build

    return build(coalition.content, output).said


PIPE = pytest.param("pipe", marks=not_on_windows("no pipe has a name in a folder"))


@pytest.mark.parametrize("planted", ["link", "dangling link", "another name", "folder", PIPE])
def test_what_stands_where_the_lock_belongs_is_never_overwritten(tmp_path, planted):
    lock, letter = tmp_path / ".public.lock", tmp_path / "letter.txt"
    letter.write_text("keep")
    match planted:
        case "link":
            lock.symlink_to(letter)
        case "dangling link":
            lock.symlink_to(tmp_path / "made.txt")
        case "another name":
            lock.hardlink_to(letter)
        case "folder":
            lock.mkdir()
        case "pipe":
            os.mkfifo(lock)

    with pytest.raises(ProblemsFound) as told, building(tmp_path / "public"):
        pass

    message = "something else stands where the builder keeps its lock. Delete it."
    assert [f"{lock}: {message}"] == [str(problem) for problem in told.value.problems]
    assert "keep" == letter.read_text()
    assert not (tmp_path / "made.txt").exists()


def test_a_lock_that_a_killed_builder_left_is_taken_over(tmp_path):
    (tmp_path / ".public.lock").write_text("process 1, since 00:00:00")

    with building(tmp_path / "public"):
        assert f"process {os.getpid()}, since " in (tmp_path / ".public.lock").read_text()
    assert not (tmp_path / ".public.lock").exists()


@not_on_windows("it has no order for a whole disk")
def test_everything_is_on_the_disk_before_it_takes_the_place_of_the_last_site(output, monkeypatch):
    done = []
    monkeypatch.setattr(output_folder, "_onto_the_disk", lambda folder: done.append(folder.name))
    real = output_folder.exchange
    monkeypatch.setattr(output_folder, "exchange", lambda one, other: done.append("exchange") or real(one, other))

    swap(output)

    assert [".public.new", "exchange", output.parent.name] == done


def test_a_manifest_that_is_no_text_any_more_is_none(tmp_path):
    (tmp_path / "SHA256SUMS").write_bytes(b"\xff\xfe\x00")

    assert 1 == len(manifest.read(tmp_path))
