"""Whatever a site may do without leaves no trace once it is gone: the rest is built and passes the audit."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from conftest import Coalition

SITE = """name: Small Coalition of Everything
short_name: Small
place: Anytown
description: A coalition made for tests.
contact: hello@small-coalition.org
statements:
  vision: {text: A small vision}
  mission: {text: A small mission, in_plain_words: {text: What we do}}
  values: {introduction: What we value, list: [Care, Candor]}
navigation: [{page: membership/index}]
footer_navigation: [{page: story}]
exit_link: {url: https://www.weather.gov/, page: careful}
"""
TIMELINE = "timeline: [{shown: Since 2001, from: 2001, led_by: Ann, coalition: The first one}]"


def page(title: str, body: str, more: str = "") -> str:
    return f"---\ntitle: {title}\ndescription: {title} of it.\n{more}---\n\n{body}\n"


@pytest.fixture
def full(coalition) -> Coalition:
    """Give the small coalition everything that a site can have."""
    coalition.write("data/site.yaml", SITE)
    coalition.write("images/map.svg", b"<svg xmlns='http://www.w3.org/2000/svg'></svg>")
    home = page("Welcome", "::: ways\n\n![A map](map.svg)", "template: home\nlead: Our own lead.\n")
    coalition.write("pages/index.md", home)
    coalition.write("pages/lines.md", page("Lines", "::: help-lines"))
    coalition.write("pages/careful.md", page("Careful", "What the link at the top does not do."))
    coalition.write("pages/story.md", page("Story", "::: timeline", f"{TIMELINE}\n"))
    coalition.write("pages/vision.md", page("What we see", "::: statement vision"))
    coalition.write("pages/mission.md", page("What we are for", "::: statement mission"))
    coalition.write("pages/values.md", page("What counts", "::: values"))
    return coalition


@dataclass(frozen=True)
class Part:
    """Something to take out: files and lines; afterward no page has such elements, words or rules of style."""

    files: tuple[str, ...] = ()
    lines: tuple[tuple[str, str], ...] = ()  # of which file, and what in it
    elements: str = ""
    words: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()


def in_site(line: str) -> tuple[tuple[str, str], ...]:
    return (("data/site.yaml", line),)


PARTS = {
    "help lines": Part(
        files=("data/help-lines.yaml", "pages/lines.md"),
        elements="#site-help, footer section, .help-lines, [href^='tel:']",
        words=("Need help", "911", "Emergency", "Checked on"),
    ),
    "exit link": Part(
        files=("pages/careful.md",),
        lines=in_site("exit_link: {url: https://www.weather.gov/, page: careful}\n"),
        elements=".exit, .leaving, [role=status], [role=alert], body > script, [href*='weather.gov']",
        words=("Exit", "Shift", "safe", "Leaving", "script-src", ".exit", ".leaving", "data-left"),
    ),
    "vision": Part(
        files=("pages/vision.md",),
        lines=in_site("  vision: {text: A small vision}\n"),
        words=("small vision",),
    ),
    "mission": Part(
        files=("pages/mission.md",),
        lines=in_site("  mission: {text: A small mission, in_plain_words: {text: What we do}}\n"),
        words=("small mission", "What we do", "plain words"),
    ),
    "values": Part(
        files=("pages/values.md",),
        lines=in_site("  values: {introduction: What we value, list: [Care, Candor]}\n"),
        elements=".values",
        words=("What we value", "Candor"),
    ),
    "introduction of the values": Part(lines=in_site("introduction: What we value, "), words=("What we value",)),
    "short name": Part(lines=in_site("short_name: Small\n"), words=("alternateName",)),
    "place": Part(lines=in_site("place: Anytown\n"), words=("Anytown", '"location"')),
    "description": Part(lines=in_site("description: A coalition made for tests.\n"), words=("made for tests",)),
    "contact": Part(lines=in_site("contact: hello@small-coalition.org\n"), words=()),
    "menu": Part(
        lines=in_site("navigation: [{page: membership/index}]\n"),
        elements="header nav a[href='/membership/']",  # the page about the exit link stays in the menu
    ),
    "menu at the foot": Part(
        lines=in_site("footer_navigation: [{page: story}]\n"), elements="footer nav", words=("Footer",)
    ),
    "history": Part(files=("pages/story.md",), elements=".timeline", words=("Led by", "The first one", "Since 2001")),
    "coalition of a period": Part(lines=(("pages/story.md", ", coalition: The first one"),), words=("The first one",)),
    "pictures": Part(
        files=("data/images.yaml", "images/map.svg"),
        lines=(("pages/index.md", "![A map](map.svg)"),),
        elements="main img",
        outputs=("images",),
    ),
    "membership": Part(
        files=(
            "data/membership.yaml",
            *(f"pages/membership/{name}.md" for name in ("index", "friend", "partner")),
        ),
        lines=(("pages/index.md", "::: ways\n\n"),),
        elements=".ways, table, .tiers",
        words=("tier", "Friend", "membership"),
        outputs=("membership",),
    ),
    "page for mistyped links": Part(files=("pages/404.md",), words=("There is no such page.",)),
    "lead of the home page": Part(lines=(("pages/index.md", "lead: Our own lead.\n"),), words=("Our own lead.",)),
}
# What else has to go with it: a menu cannot lead to a page that is gone.
GOES_ALONG = {"membership": ("menu",), "history": ("menu at the foot",)}


def without(coalition: Coalition, *names: str) -> None:
    """Take parts out of the content, each with what has to go along."""
    along = [more for name in names for more in GOES_ALONG.get(name, ())]
    for name in dict.fromkeys([*names, *along]):
        for file, line in PARTS[name].lines:
            coalition.change(file, line, "")
        for file in PARTS[name].files:
            (coalition.content / file).unlink()


def built(coalition: Coalition, settings: str) -> dict[str, BeautifulSoup]:
    """Return every page of the site, by its file."""
    done = coalition.build(settings)
    assert 0 == done.status, done.said
    return {str(path.relative_to(done.output)): done.page(path) for path in sorted(done.output.rglob("*.html"))}


def traces(name: str, pages: dict[str, BeautifulSoup], output: Path) -> set[str]:
    """Return what of a part is still on the site."""
    part, sources = PARTS[name], [str(page) for page in pages.values()]
    return {
        *(word for word in part.words if any(word in source for source in sources)),
        *(one for one in part.elements.split(", ") if one and any(page.select(one) for page in pages.values())),
        *(file for file in part.outputs if (output / file).exists()),
    }


def is_empty(element: Tag) -> bool:
    """Tell whether an element holds nothing for anybody; what is told later has a place that is empty until then."""
    waits = element.get("role") in ("status", "alert")
    return not (waits or element.get_text(strip=True) or element.select("svg, img"))


def nothing_is_empty(pages: dict[str, BeautifulSoup]) -> bool:
    holders = "header, main, footer, nav, section, div, ul, ol, dl, p, li, h1, h2, h3, h4, h5, table, a, style, script"
    return [] == [str(one) for page in pages.values() for one in page.select(holders) if is_empty(one)]


def test_a_full_site_shows_every_part(full):
    pages = built(full, "publishconf.py")

    assert nothing_is_empty(pages)
    for name, part in PARTS.items():
        shown = {*part.words, *part.outputs, *filter(None, part.elements.split(", "))}
        assert shown == traces(name, pages, full.content.parent / "output"), name


@pytest.mark.parametrize("name", PARTS)
def test_what_is_taken_out_leaves_no_trace(full, name):
    without(full, name)
    pages = built(full, "publishconf.py")

    assert set() == traces(name, pages, full.content.parent / "output")
    assert nothing_is_empty(pages)


@pytest.mark.parametrize("settings", ["publishconf.py", "pelicanconf.py"])
def test_a_name_and_one_page_are_a_site(coalition, settings):
    for file in [*coalition.content.rglob("*.yaml"), *coalition.content.rglob("*.md")]:
        file.unlink()
    coalition.write("data/site.yaml", "name: Tiny Makers\n")
    coalition.write("pages/index.md", page("Welcome", "We make tiny things."))
    pages = built(coalition, settings)
    output = coalition.content.parent / "output"

    assert {"index.html", "404.html", "robots.txt", "SHA256SUMS"} == {file.name for file in output.rglob("*")}
    assert nothing_is_empty(pages)
    assert set() == set().union(*(traces(name, pages, output) for name in PARTS))
    for html in map(str, pages.values()):
        said = html.casefold()
        assert not [word for word in ("safe", "coalition", "help", "menu", "tier", "exit") if word in said]
        assert "None" not in html
