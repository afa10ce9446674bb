"""Whatever somebody saves, out comes a valid site or a report with positions: no traceback, no hang, nothing that runs.

`make fuzz` makes twenty times as many examples, other ones each time; here they are the same in every run.
"""

from __future__ import annotations

import html
import json
import re
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from edits import MARKDOWN_PIECES, YAML_PIECES, edited, edits
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from conftest import THEME, TIMES, Coalition
from sources.problems import ProblemsFound
from sources.text import cleaned

RUNS = ("iframe", "frame", "object", "embed", "applet", "portal", "form", "base", "template", "audio", "video")
OURS = {"style": 1, "link": 3, "meta": 20, "script": 2}  # how many of these the theme itself may put into a page
PHASES = (Phase.explicit, Phase.generate, *([Phase.shrink] if TIMES > 1 else []))  # to shrink takes minutes
EXIT = "".join(map(str.strip, (THEME / "static" / "js" / "exit.js").read_text("utf-8").splitlines()))
SCHEMES = ("", "https", "mailto", "tel", "sms")
WORD = re.compile(r"[A-Za-z0-9]+")
# What is typed but not read: directives, numbers of entries, {filename} and the file it names.
UNREAD = re.compile(
    r"^:::.*$|^(?:[ \t>]|[*+-][ \t]|\d+\.[ \t])+|\{(?:filename|static)\}[^)\s]*|\]\(\{[^{}]*\}[^)\s]*"
    r"|\[TOC\]|\]\([^)\s]*\.md"
    r"|\[\[index\]\]|</?(?:b|i|br|sup|details|summary) ?/?>"
    r"|\[!\w+\][+-]?|!!! ?\w+|\[[xX]\](?=\s)|^[ >\t\u00a0]*(?:[*+-][ \t]+|[•➢] ?)?\(?(?:[ab]|\d+)[.)]"
    r"|\[\^[^\]\n]*\]|^\*\[[^\]\n]*\]|\{:? ?\w+=[^{}\s]*\}|:tada:",
    re.MULTILINE | re.IGNORECASE,
)
NOTE = re.compile("<!--.*?-->", re.DOTALL)
OUR_CLASSES = [["yes"], ["no"], ["label"]]  # of the theme's marks
HARMLESS = "b i sup sub del ins mark u small kbd strong em".split()  # noqa: SIM905
NAMES = re.compile(r"\]\s?\[[^\]]*\](?!\()|^[ >]*\[[^\]]*\]:", re.MULTILINE)
INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def fuzz(examples: int):
    """Return the settings of a test with so many examples, each of which must end in time."""
    return settings(
        max_examples=examples * TIMES,
        deadline=timedelta(seconds=10),
        suppress_health_check=list(HealthCheck),
        phases=PHASES,
    )


def assert_a_site_or_a_report(coalition: Coalition) -> None:
    try:
        coalition.check()
    except ProblemsFound as found:
        assert_positions(coalition, found)
        return
    built = coalition.build("publishconf.py")
    assert "Traceback" not in built.said
    if built.status:
        assert re.search(r"\d+ problems? in \d+ files?; nothing was published\.\n  content/", built.said), built.said
        return
    for path in built.output.rglob("*.html"):
        assert_nothing_runs_in(path.read_text("utf-8"))
    assert_every_word(coalition.content / "pages" / "news.md", built.output / "news" / "index.html")


def assert_positions(coalition: Coalition, found: ProblemsFound) -> None:
    assert found.problems
    for problem in found.problems:
        file = coalition.content / problem.place.file.removeprefix("content/")
        lines = file.read_bytes().count(b"\n") + file.read_bytes().count(b"\r") + 1 if file.is_file() else 0
        assert problem.place.file.startswith("content/")
        assert 0 <= problem.place.line <= lines
        assert 1 <= problem.place.column
        assert problem.message.strip()
        assert not INVISIBLE.search(str(problem)), repr(str(problem))


def assert_every_word(source: Path, page: Path) -> None:
    """Assert that what somebody wrote is there, as text or in an address."""
    if source.is_file() and page.is_file():
        body = source.read_text("utf-8").split("---\n", 2)[2]
        soup = BeautifulSoup(page.read_text("utf-8"), "html.parser").main
        values = (value for one in soup.find_all(True) for value in one.attrs.values() if isinstance(value, str))
        shown = set(WORD.findall(" ".join([*soup.find_all(string=True), *values])))
        shown.add("http")  # the site links to https
        typed = WORD.findall(UNREAD.sub(" ", NAMES.sub("] ", NOTE.sub(" ", cleaned(html.unescape(body))))))
        assert not [word for word in typed if word not in shown]


@lru_cache(1000)  # most pages are those of the example before
def assert_nothing_runs_in(html: str) -> None:
    page = BeautifulSoup(html, "html.parser")
    assert not page.find_all(RUNS)
    for name, most in OURS.items():
        assert len(page.find_all(name)) <= most, name
    scripts = page.find_all("script", type=None)
    assert [EXIT] == [script.string for script in scripts]
    for said in page.find_all("script", type="application/ld+json"):
        json.loads(said.string)
    typed = (element for element in page.main.find_all(HARMLESS) if element.get("class") not in OUR_CLASSES)
    assert not [element for element in typed if element.attrs.keys() - {"id"}]
    for element in page.find_all(True):
        assert not [name for name in element.attrs if name.startswith("on") or name in ("style", "srcdoc")], element
        for name in ("href", "src", "action", "formaction", "xlink:href"):
            address = re.sub(r"\s", "", element.get(name, ""))
            icon = element.name == "link" and "icon" in element["rel"]
            assert icon or urlsplit(address).scheme in SCHEMES, element
    assert not INVISIBLE.search(page.get_text())


def test_the_text_that_is_edited_is_valid(coalition):
    coalition.write("pages/news.md", f"{FRONT_MATTER}---\n\n{BODY}")

    assert not coalition.problems()


@pytest.mark.parametrize("file", ["data/membership.yaml", "data/site.yaml", "data/help-lines.yaml"])
@fuzz(300)
@given(made=edits(YAML_PIECES))
def test_any_edit_of_a_data_file(file, made, coalition):
    coalition.write(file, edited(ORIGINALS.setdefault(file, coalition.read(file)), made))

    assert_a_site_or_a_report(coalition)


@fuzz(400)
@given(made=edits(YAML_PIECES))
def test_any_edit_of_front_matter(made, coalition):
    coalition.write("pages/news.md", edited(FRONT_MATTER, made) + "---\n\nText.\n")

    assert_a_site_or_a_report(coalition)


@fuzz(400)
@given(made=edits(MARKDOWN_PIECES, 8))
def test_any_edit_of_a_page(made, coalition):
    coalition.write("pages/news.md", f"{FRONT_MATTER}---\n\n{edited(BODY, made)}")

    assert_a_site_or_a_report(coalition)


@fuzz(400)
@given(body=st.lists(st.sampled_from(MARKDOWN_PIECES), max_size=30).map("".join))
def test_any_text_of_markdown_html_and_directives(body, coalition):
    coalition.write("pages/news.md", f"{FRONT_MATTER}---\n\n{body}")

    assert_a_site_or_a_report(coalition)


ORIGINALS: dict[str, str] = {}
FRONT_MATTER = """---
title: News
description: What is new.
lead: "Two sentences: one. And another."
last_reviewed: 2026-01-31
timeline:
  - {shown: "2005", from: 2005, to: 2011, led_by: Some, coalition: One}
  - {shown: since 2011, from: 2011, led_by: Others, coalition: Other}
"""
BODY = """Some *text* with [a link]({filename}/pages/index.md) and [another](https://www.weather.gov/).

## A heading

- one
- two

::: timeline

::: tiers

| a | b |
| - | - |
| 1 | 2 |
"""
