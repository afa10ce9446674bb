"""Every picture is looked at once, however often the sources are checked; a change of its file is a new one."""

import pytest

from checking import page_check, picture_check
from checking.picture_check import picture_readings
from rasters import picture
from sources.result_store import NoStore


@pytest.fixture
def looked_at(monkeypatch) -> list[str]:
    """Note the pictures that are read, and forget what other tests have read in this process."""
    files: list[str] = []
    read = picture_check.read_picture
    monkeypatch.setattr(page_check, "_known", {})
    monkeypatch.setattr(picture_check, "read_picture", lambda path, file: (files.append(file), read(path, file))[1])
    return files


def test_a_picture_is_read_once(coalition, looked_at):
    coalition.write("images/office.jpg", picture())
    coalition.write("images/map.svg", "<svg/>")
    first, second = (picture_readings(coalition.content, NoStore()) for _ in range(2))

    assert first == second
    assert looked_at == ["images/office.jpg"] == list(first)


def test_another_picture_under_the_same_name_is_read_again(coalition, looked_at):
    coalition.write("images/office.jpg", picture())
    picture_readings(coalition.content, NoStore())
    coalition.write("images/office.jpg", picture(size=(100, 80)))

    assert picture_readings(coalition.content, NoStore())["images/office.jpg"].value.width == 100
    assert looked_at == ["images/office.jpg"] * 2


def test_many_pictures_are_read_on_all_processors(coalition):
    for number in range(5):
        coalition.write(f"images/{number}.png", picture("png", (64 + number, 48)))

    found = picture_readings(coalition.content, NoStore())

    assert [reading.value.width for reading in found.values()] == [64, 65, 66, 67, 68]


def test_a_link_to_another_place_is_not_followed(coalition, tmp_path, looked_at):
    (tmp_path / "secret.jpg").write_bytes(picture())
    (coalition.content / "images").mkdir()
    (coalition.content / "images" / "office.jpg").symlink_to(tmp_path / "secret.jpg")

    assert {} == picture_readings(coalition.content, NoStore())
    assert [] == looked_at
