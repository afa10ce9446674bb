"""How the tests find their browser; these need none."""

import os
from pathlib import Path

import pytest

from programs import not_on_windows

from . import browser

pytestmark = not_on_windows("it has no such shell")

APT_GET = """#!/bin/sh
echo "$@" >> "{asked}"
case "$1" in install) printf '#!/bin/sh\\n' > "{folder}/chromium"; /bin/chmod +x "{folder}/chromium";; esac
"""


@pytest.fixture
def path(tmp_path, monkeypatch) -> Path:
    """Return the only folder on PATH, empty, on a machine without any browser."""
    folder = tmp_path / "path"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "playwrights_own", lambda: None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    return folder


def program(path: Path, text: str = "#!/bin/sh\n") -> str:
    path.write_text(text)
    path.chmod(0o755)
    return str(path)


def test_the_one_that_chromium_names_comes_first(path, tmp_path, monkeypatch):
    program(path / "chromium")
    named = program(tmp_path / "mine")
    monkeypatch.setenv("CHROMIUM", named)

    assert named == browser.find(tmp_path / "lock").program


def test_then_come_the_names_on_path_in_their_order(path, tmp_path):
    program(path / "google-chrome")
    first = program(path / "chromium-browser")

    assert first == browser.find(tmp_path / "lock").program


def test_then_comes_the_one_that_playwright_installed(path, tmp_path, monkeypatch):
    monkeypatch.setattr(browser, "playwrights_own", lambda: "/opt/ms-playwright/chrome")

    assert "/opt/ms-playwright/chrome" == browser.find(tmp_path / "lock").program


def test_one_without_windows_shows_the_pages_where_it_is_there_and_nobody_named_another(path, tmp_path, monkeypatch):
    whole = program(path / "chromium")
    assert whole == browser.find(tmp_path / "lock").lightest

    windowless = program(path / "chromium-headless-shell")
    found = browser.find(tmp_path / "lock")
    assert (whole, windowless) == (found.program, found.lightest)

    monkeypatch.setenv("CHROMIUM", whole)
    assert whole == browser.find(tmp_path / "lock").lightest


def test_at_last_root_installs_one_and_only_the_first_worker_does(path, tmp_path, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    asked = tmp_path / "asked"
    program(path / "apt-get", APT_GET.format(asked=asked, folder=path))

    assert str(path / "chromium") == browser.find(tmp_path / "lock").program
    (path / "chromium").unlink()
    assert browser.find(tmp_path / "lock").program is None
    assert [
        "update -qq",
        "install -y -qq --no-install-recommends chromium",
        "update -qq",
        "install -y -qq --no-install-recommends chromium-headless-shell",
    ] == asked.read_text().splitlines()


def test_without_any_one_line_says_what_to_install(path, tmp_path):
    found = browser.find(tmp_path / "lock")

    assert found.program is None
    assert (
        "There is no browser to test the site in. Install Chromium (Debian: apt install chromium), name one with "
        "CHROMIUM=/path/to/chrome, or leave the browser tests out with NO_BROWSER=1."
    ) == found.complaint


def test_a_name_that_is_no_program_is_told_and_not_passed_over(path, tmp_path, monkeypatch):
    program(path / "chromium")
    monkeypatch.setenv("CHROMIUM", "/nowhere/chrome")

    found = browser.find(tmp_path / "lock")

    assert found.program is None
    assert found.complaint.startswith('CHROMIUM names no program: "/nowhere/chrome". Install Chromium')
