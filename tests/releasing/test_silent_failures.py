"""What plain Pelican does in silence, row by row: each ends here with status 1, a message, and nothing published.

The numbers are those of the list of reproduced failures from which this project began: P1 to P20 are mistakes in the
content, P21 to P31 in settings, plugins and theme. P32 to P46 happen to the output: see test_output_failures.py, for
faults that strike while a site is being published (P33 to P39) test_faults.py, for folders that must not be touched
(P40) test_output_folder.py.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from silent_failures import CONTENT, FRONT, NEWS, SETTINGS, THEME

from conftest import ROOT
from programs import not_on_windows
from publishing import assert_refused, own_settings, publish, publish_apart


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


@not_on_windows("it has no alarm that could stop the reading")
def test_p43_a_page_that_takes_ages_to_read(coalition, monkeypatch):
    monkeypatch.setattr("sources.pages.markdown.READING_SECONDS", 0.2)
    coalition.write(NEWS, FRONT + "&a;" * 80_000)

    assert_refused(
        publish(coalition),
        "content/pages/news.md:5:1: this page takes more than 5 seconds to read. Look for long rows of the same signs.",
    )


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
import building
building.register()
watched = (
    signals.get_writer, signals.generator_init, signals.get_generators, signals.page_writer_finalized
)
print(*(len(list(signal.receivers_for(None))) for signal in watched))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert ["1", "1", "1", "2"] == done.stdout.split()


@pytest.mark.parametrize("text", ["A <script>alert(1)</script>", "<b onclick=x>b</b>"])
def test_p27_a_title_with_tags_is_text(coalition, text):
    coalition.change("pages/membership/friend.md", "title: Friend", f"title: {text}")

    assert text == publish(coalition).page("membership/friend").h1.get_text()


def test_p18_a_theme_that_is_not_there_changes_nothing(coalition):
    built = publish_apart(coalition, "-t", "no-theme")

    assert 1 == built.status
    assert "Could not find the theme no-theme" in " ".join(built.said.split())
    assert not built.output.exists()
