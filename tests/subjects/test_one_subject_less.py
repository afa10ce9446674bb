"""A subject's folder and its two lines in the list deleted leave a house that checks and builds a site without it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from programs import environment

PAGE = "---\ntitle: {0}\ndescription: {0} of it.\n---\n\nWelcome.\n"
SITE = """name: Small Society
short_name: Small
place: Somewhere
description: A small society.
statements:
  vision: {text: A small vision}
  mission: {text: A small mission}
  values: {introduction: We hold, list: [One]}
navigation: [{page: index}]
exit_link: {url: "https://www.weather.gov/"}
"""


@pytest.fixture
def house(tmp_path) -> Path:
    """Copy the house, with a content that needs nothing but the site's own facts."""
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, tmp_path)
    content = Path(shutil.copytree(ROOT / "tests" / "coalitions" / "small", tmp_path / "content"))
    shutil.rmtree(content / "pages")
    (content / "pages" / "membership").mkdir(parents=True)
    (content / "pages" / "index.md").write_text(
        PAGE.format("Home").replace("---\n\n", "template: home\n---\n\n"), "utf-8"
    )
    (content / "pages" / "404.md").write_text(PAGE.format("Not found"), "utf-8")
    (content / "data" / "site.yaml").write_text(SITE, "utf-8")
    for tier in ("friend", "partner"):
        page = PAGE.format(tier.title()).replace("---\n\n", f"tier: {tier}\n---\n\n")
        (content / "pages" / "membership" / f"{tier}.md").write_text(page, "utf-8")
    return tmp_path


def without(house: Path, subject: str) -> None:
    """Delete a subject: its folder, its lines, and the data that nobody knows any more."""
    shutil.rmtree(house / "plugins" / "subjects" / subject)
    listed = house / "plugins" / "subjects" / "__init__.py"
    text = re.sub(rf"^from \.{subject}\..*\n", "", listed.read_text("utf-8"), flags=re.MULTILINE)
    listed.write_text(text.replace(f"{subject.upper()}, ", "").replace(f", {subject.upper()}", ""), "utf-8")
    (house / "content" / "data" / f"{subject.replace('_', '-')}.yaml").unlink(missing_ok=True)
    if subject == "membership":
        shutil.rmtree(house / "content" / "pages" / "membership")


def run(house: Path, *command: str) -> str:
    """Run a program in the house, and return what it says; it must succeed."""
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=house, env=environment(), capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert 0 == done.returncode, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("subject", ["history", "membership", "help_lines", "pictures", "moved_pages"])
def test_the_house_stands_without_it(house, subject):
    without(house, subject)

    assert "No problems" in run(house, "commands", "check", str(house / "content"), "theme")
    run(house, "pelican", str(house / "content"), "-s", "publishconf.py", "-o", "public", "--fatal", "warnings")
    home = (house / "public" / "index.html").read_text("utf-8")
    assert "Welcome." in home
    assert ("911" in home) == (subject != "help_lines")
