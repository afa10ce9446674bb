"""The watch goes on whatever happens to the folder that it watches."""

import shutil
from queue import Empty, Queue
from threading import Thread

import pytest

from preview.watching import Watch

PATIENCE = 5  # seconds


class Heard:
    """What a watch has told, one after another."""

    def __init__(self, *watched) -> None:
        self._told: Queue = Queue()
        watch = Watch(*watched)
        Thread(target=lambda: [self._told.put(paths) for paths in watch.changes()], daemon=True).start()

    def until(self, path) -> bool:
        """Wait until a path is told."""
        while path not in self._told.get(timeout=PATIENCE):
            pass
        return True

    def rest(self) -> None:
        """Wait until nothing more is told."""
        try:
            while True:
                self._told.get(timeout=1.5)
        except Empty:
            pass


def test_a_folder_that_is_moved_away_and_copied_back_is_watched_again(coalition, tmp_path):
    content, heard = coalition.content, Heard(coalition.content)

    content.rename(tmp_path / "away")
    assert heard.until(content)
    shutil.copytree(tmp_path / "away", content)
    assert heard.until(content)
    heard.rest()
    coalition.change("pages/index.md", "title: ", "title: A ")
    assert heard.until(content / "pages/index.md")


def test_a_folder_that_takes_the_place_of_another_at_once_is_watched(coalition, tmp_path):
    content, heard = coalition.content, Heard(coalition.content)
    shutil.copytree(content, tmp_path / "new")

    content.rename(tmp_path / "away")
    (tmp_path / "new").rename(content)
    assert heard.until(content)
    heard.rest()
    coalition.change("data/site.yaml", "Anytown", "Othertown")
    assert heard.until(content / "data/site.yaml")


def test_a_folder_within_it_that_is_moved_away_and_copied_back_is_watched_again(coalition, tmp_path):
    content, heard = coalition.content, Heard(coalition.content)

    (content / "pages").rename(tmp_path / "away")
    assert heard.until(content / "pages")
    shutil.copytree(tmp_path / "away", content / "pages")
    assert heard.until(content / "pages")
    heard.rest()
    coalition.change("pages/membership/friend.md", "The tier", "A tier")
    assert heard.until(content / "pages/membership/friend.md")


def test_nothing_is_told_while_nothing_changes(coalition):
    heard = Heard(coalition.content)

    with pytest.raises(Empty):
        heard._told.get(timeout=2.5)
