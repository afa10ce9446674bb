"""What plain Pelican does to the output in silence: old pages that stay, links that are followed, bytes that differ."""

import shutil
from pathlib import Path

import pytest
from silent_failures import FRONT, NEWS, PICTURE

from conftest import Coalition, build_apart
from publishing import assert_refused, own_settings, publish, publish_apart
from releasing import manifest


def test_p32_a_page_that_is_gone_is_gone(coalition):
    coalition.write(NEWS, FRONT)
    assert (publish(coalition).output / "news" / "index.html").is_file()
    (coalition.content / NEWS).unlink()

    assert not (publish(coalition).output / "news").exists()


def test_p37_a_static_file_that_was_not_copied_stops_the_site(coalition):
    coalition.write("images/map.svg", PICTURE)
    folder = coalition.content.parent / "conf"
    folder.mkdir()
    (folder / "cutter.py").write_text(
        "from pelican import signals\nfrom pathlib import Path\n"
        "def cut(pelican):\n    (Path(pelican.output_path) / 'images/map.svg').write_bytes(b'<svg')\n"
        "def register():\n    signals.finalized.connect(cut)\n"
    )
    settings = own_settings(folder, "PLUGINS = [*PLUGINS, 'cutter']")

    assert_refused(publish_apart(coalition, settings=settings), '"images/map.svg" is not the same as its source.')


@pytest.mark.parametrize("name", ["extra/leak.txt", "images/leak.svg", "pages/leak.md", "pages/folder"])
def test_p41_a_link_in_the_content_is_not_followed(coalition, tmp_path, name):
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "leak.md").write_text(FRONT)
    path = coalition.content / name
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(secret if name == "pages/folder" else secret / "leak.md")

    assert_refused(publish(coalition), f"content/{name}: a link to another place. Put the file itself here")


def test_p42_a_link_in_the_output_is_not_written_through(coalition, tmp_path):
    built = publish(coalition)
    (tmp_path / "elsewhere").mkdir()
    shutil.rmtree(built.output / "membership")
    (built.output / "membership").symlink_to(tmp_path / "elsewhere")

    assert 0 == publish(coalition).status
    assert [] == list((tmp_path / "elsewhere").iterdir())
    assert not (built.output / "membership").is_symlink()


def test_p46_the_same_sources_give_the_same_bytes_anywhere(coalition, tmp_path, monkeypatch):
    coalition.write("images/map.svg", PICTURE)
    here = publish(coalition)
    assert 0 == here.status, here.said
    there = Coalition(Path(shutil.copytree(coalition.content, tmp_path / "other place" / "content")))
    for name, value in {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "C"}.items():
        monkeypatch.setenv(name, value)
    elsewhere = build_apart(there.content, there.content.parent / "public", "publishconf.py")

    assert 0 == elsewhere.status, elsewhere.said
    assert manifest.read(here.output) == manifest.read(elsewhere.output) == manifest.sums(elsewhere.output)
