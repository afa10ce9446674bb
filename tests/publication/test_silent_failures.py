"""What plain Pelican does in silence, row by row: each ends here with status 1, a message, and nothing published.

The numbers are those of the list of reproduced failures from which this project began: P1 to P20 are mistakes in the
content, P21 to P31 in settings, plugins and theme, P32 to P46 happen to the output. Faults that strike while a site is
being published (P33 to P39) are in test_faults.py, folders that must not be touched (P40) in test_output_folder.py.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from silent_failures import CONTENT, FRONT, NEWS, PICTURE, SETTINGS, THEME

from conftest import ROOT, Built, Coalition, build, build_apart
from publication import manifest


def publish(coalition: Coalition, *options: str | Path, settings: Path | str = "publishconf.py") -> Built:
    return build(coalition.content, coalition.content.parent / "public", settings, *options)


def publish_apart(coalition: Coalition, *options: str | Path, settings: Path | str = "publishconf.py") -> Built:
    """Publish in a process of its own, which plugins that misbehave cannot outlive."""
    return build_apart(coalition.content, coalition.content.parent / "public", str(settings), *options)


def own_settings(folder: Path, line: str) -> Path:
    """Write settings that are those of production but for one line, and that find plugins in their own folder."""
    path = folder / "conf.py"
    found_in = f"import sys\nsys.path[:0] = [{str(ROOT)!r}, {str(folder)!r}]\n"
    path.write_text(f"{found_in}from publishconf import *\nTHEME = ROOT / 'theme'\n{line}\n")
    return path


def assert_refused(built: Built, message: str) -> None:
    assert 1 == built.status
    assert "nothing was published.\n" in built.said
    assert message in built.said
    assert "Traceback" not in built.said
    assert not built.output.exists()


@pytest.mark.parametrize("row", CONTENT)
def test_content_that_plain_pelican_publishes_wrong_or_not_at_all(coalition, row):
    files, message = CONTENT[row]
    for name, text in files.items():
        coalition.write(name, text)

    assert_refused(publish(coalition), message)


@pytest.mark.parametrize("row", SETTINGS)
def test_settings_and_plugins_that_plain_pelican_passes_over(coalition, row):
    line, plugins, message = SETTINGS[row]
    folder = coalition.content.parent / "conf"
    folder.mkdir()
    for name, text in plugins.items():
        (folder / name).write_text(text)
    settings = own_settings(folder, line)

    assert_refused(publish_apart(coalition, settings=settings), message)


@pytest.mark.parametrize("row", THEME)
def test_a_theme_with_a_fault(coalition, row):
    file, old, new, message = THEME[row]
    theme = Path(shutil.copytree(ROOT / "theme", coalition.content.parent / "theme"))
    template = theme / "templates" / file
    if old is None:
        template.unlink()
    else:
        template.write_text(template.read_text("utf-8").replace(old, new, 1), "utf-8")

    assert_refused(publish(coalition, "-t", theme), message)


def test_p10_an_empty_site_is_not_published(coalition):
    shutil.rmtree(coalition.content / "pages")

    assert_refused(publish(coalition), "content/pages/index.md: this page is missing: it is the home page.")


def test_p16_drafts_are_not_uploaded_with_the_site(coalition):
    coalition.write(NEWS, FRONT.replace("---\n\n", "status: draft\n---\n\nCANARY"))
    built = publish(coalition)

    assert 0 == built.status, built.said
    assert not any("CANARY" in path.read_text("utf-8") for path in built.output.rglob("*") if path.is_file())


def test_p17_quotes_and_folded_text_in_front_matter_mean_what_yaml_says(coalition):
    coalition.write(NEWS, '---\ntitle: "Vision: our aim"\ndescription: >-\n  One\n  two.\n---\n')
    page = publish(coalition).page("news")

    assert "Vision: our aim" == page.h1.get_text()
    assert "One two." == page.find("meta", attrs={"name": "description"})["content"]


def test_p18_two_pages_with_one_address_are_refused(coalition):
    coalition.write("pages/membership.md", FRONT)

    assert_refused(publish(coalition), 'the same address as content/pages/membership/index.md: "/membership/".')


def test_p20_a_byte_order_mark_and_the_line_ends_of_windows_are_fine(coalition):
    coalition.write(NEWS, b"\xef\xbb\xbf" + FRONT.replace("\n", "\r\n").encode())

    assert "News" == publish(coalition).page("news").h1.get_text()


def test_p24_every_handler_of_ours_is_alive_after_it_was_connected():
    code = """
import sys
sys.path.insert(0, "plugins")
from pelican import signals
import sources, components, publication
for room in (sources, components, publication):
    room.register()
watched = (signals.readers_init, signals.generator_init, signals.page_generator_finalized)
print(*(len(list(signal.receivers_for(None))) for signal in watched))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert ["1", "1", "2"] == done.stdout.split()


@pytest.mark.parametrize("text", ["A <script>alert(1)</script>", "<b onclick=x>b</b>"])
def test_p27_a_title_with_tags_is_text(coalition, text):
    coalition.change("pages/membership/friend.md", "title: Friend", f"title: {text}")

    assert text == publish(coalition).page("membership/friend").h1.get_text()


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


def test_p18_a_theme_that_is_not_there_changes_nothing(coalition):
    built = publish_apart(coalition, "-t", "no-theme")

    assert 1 == built.status
    assert "Could not find the theme no-theme" in " ".join(built.said.split())
    assert not built.output.exists()
