"""Staff see the file and the line that a problem names, and no file but those of the content and the theme."""

import contextlib
import io
import shutil
from pathlib import Path

import pytest

from conftest import ROOT
from preview.__main__ import preview_of


@pytest.mark.parametrize(
    "name",
    [
        "plugins/preview/server.py",
        "content/../plugins/preview/server.py",
        "content",
        "content/images/share.png",
        "Makefile",
        "%00",
        "content/%00.md",
        "content/" + "x" * 3000 + ".md",
    ],
)
def test_no_file_but_those_of_the_content_and_the_theme_is_shown_as_source(coalition, get, name):
    coalition.write("images/share.png", b"\x89PNG")

    assert 404 == get(f"/-/source/{name}")[0]


def test_a_link_out_of_the_content_is_not_followed(coalition, get, tmp_path):
    (tmp_path / "secret.md").write_text("A secret.")
    (coalition.content / "out.md").symlink_to(tmp_path / "secret.md")

    assert 404 == get("/-/source/content/out.md")[0]


def test_a_source_is_shown_with_the_line_that_is_meant(coalition, get):
    line = coalition.line("data/site.yaml", "place: Anytown")
    status, _, html = get(f"/-/source/content/data/site.yaml?line={line}")

    assert 200 == status
    assert f'<li id="line-{line}" aria-current="true"><code>place: Anytown</code></li>' in html


@pytest.mark.parametrize("line", ["", "-1", "x", "9" * 5000, "٣"])
def test_a_source_is_shown_whatever_line_is_asked_for(get, line):
    status, _, html = get(f"/-/source/content/data/site.yaml?line={'%D9%A3' if line == '٣' else line}")

    assert 200 == status
    assert "aria-current" not in html


def test_sources_are_shown_where_content_and_theme_have_names_of_their_own(coalition, tmp_path):
    content = coalition.content.rename(tmp_path / "text")
    theme = Path(shutil.copytree(ROOT / "theme", tmp_path / "looks"))
    (content / "pages" / "index.md").write_text("Hello.\n")
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(io.StringIO()):
        preview = preview_of(content, theme)

    assert 'href="/-/source/text/pages/index.md?line=1#line-1"' in preview.problems()
    assert "Hello." in preview.problems()
    assert "Hello." in preview.source("text/pages/index.md", 1)
    assert preview.source("looks/templates/base.html", 1)
    assert preview.source("content/pages/index.md", 1) is None
