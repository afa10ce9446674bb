"""Every file and folder that the pages for people name is there, and the house is drawn as it is."""

import re
from pathlib import Path

import pytest

from conftest import CATE_CONTENT, ROOT

PAGES = ("README.md", "CONTRIBUTING.md", "HOSTING.md", "GUIDE.md", "bench/README.md")
# What staff or a host may add: examples.
MADE_UP = {
    "about.es.md",
    "data/membership.es.yaml",
    "data/words.ar.yaml",
    "data/words.es.yaml",
    "pages/about.es.md",
    "application.pdf",
    "content/extra/CNAME",
    "extra/",
    "extra/.well-known/security.txt",
    "flyer.pdf",
    "history.md",
    "logo.svg",
    "membership.yaml",
    "map.png",
    "membership/history.md",
    "membership/how-to-join",
    "membership/renewal",
    "pages/Annual",  # Report (final).md
    "pages/annual-report.md",
    "pages/events/index.md",
    "pages/events/spring-assembly.md",
    "pages/meetings.md",
    "pages/news/index.md",
    "pages/membership/compare/coalition-member-and-ally-network.md",
    "pages/membership/youth-network.md",
}
MADE = (".cache/", ".venv/", "admin/", "output/", "public/", "robots.txt", "sitemap.xml", "index.html", "404.html")
NO_PATHS = {
    "text/html",
    "America/Chicago",
    "forms.gle/...",
    "forms.office.com/r/...",
    "membership/index",
    "news/index",
    ".md",
    ".pdf",
}
FILE = re.compile(r".*\.(css|html|json|md|mjs|pdf|png|py|svg|toml|txt|yaml|yml)")


def told(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def house() -> str:
    return told("README.md").partition("\n## The house\n\n")[2].partition("\n\n")[0]


def is_path(word: str) -> bool:
    elsewhere = "://" in word or "@" in word or word.startswith(("/", "~", "*", "http"))
    return ("/" in word or bool(FILE.fullmatch(word))) and not elsewhere and not word.startswith(MADE)


def named(text: str) -> set[str]:
    """Return what looks like a path in code, in blocks of code and in links."""
    code = re.findall(r"`([^`\n]+)`", text) + re.findall(r"^ {4,}(.+)$", text, re.MULTILINE)
    words = [word for one in code for word in re.findall(r"[^\s\"'`|,;()=<>{}\[\]]+", one)]
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", re.sub(r"`[^`\n]+`", "", text))
    paths = {re.sub(r":\d+:\d+:$", "", word).partition("#")[0].rstrip(":") for word in [*words, *links]}
    return {path for path in paths if is_path(path)} - NO_PATHS


def is_there(path: str, *folders: Path) -> bool:
    """Say whether a path is in one of the folders, or in the content, for which two examples stand."""
    within = path.removeprefix("content/").rstrip("/") or "."
    contents = (CATE_CONTENT, ROOT / "tests" / "coalitions" / "federation")
    return any((one / within).exists() for one in contents) or any(
        [*folder.glob(path.rstrip("/"))] for folder in folders
    )


def drawn() -> list[tuple[str, str]]:
    """Return each line of the drawing of the house: the folder, from the root, and what is said of it."""
    lines = re.findall(r"^ {4}( *)(\S+/) *(.*)$", house(), re.MULTILINE)
    return [(f"plugins/{folder}" if spaces else folder, text) for spaces, folder, text in lines]


@pytest.mark.parametrize("page", PAGES)
def test_every_file_and_folder_that_is_named_exists(page):
    text = told(page).replace(house(), "") if page == "README.md" else told(page)
    beside = (ROOT / page).parent

    assert [] == sorted(path for path in named(text) - MADE_UP if not is_there(path, ROOT, beside))


def test_every_folder_of_the_drawing_exists_and_what_it_is_said_to_hold():
    missing = [
        f"{folder}: {path}"
        for folder, text in drawn()
        for path in [".", *named(f"`{text}`")]
        if not is_there(path, ROOT, ROOT / folder) or not is_there(folder, ROOT)
    ]

    assert [] == missing


def test_the_drawing_shows_every_room_and_no_other():
    rooms = [folder.removeprefix("plugins/") for folder, _ in drawn() if folder.startswith("plugins/")][1:]
    there = {f"{path.parent.name}/" for path in (ROOT / "plugins").glob("*/__init__.py")}

    assert there == {*rooms}


def test_examples_are_named_and_not_there():
    assert [] == sorted(MADE_UP - {path for page in PAGES for path in named(told(page))})
    assert [] == sorted(path for path in MADE_UP if is_there(path, ROOT))


CHANGES = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", told("CONTRIBUTING.md"), re.MULTILINE)[2:]


def test_the_page_on_changes_tells_of_fifteen():
    assert 15 == len({change for change, _ in CHANGES})


@pytest.mark.parametrize(("change", "files"), CHANGES)
def test_a_change_touches_at_most_three_files_or_folders(change, files):
    assert 1 <= len(named(files)) <= 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see `plugins/gone/away.py`", {"plugins/gone/away.py"}),
        ("see [it](docs/GONE.md#part)", {"docs/GONE.md"}),
        ("    make x FILE=data/gone.yaml", {"data/gone.yaml"}),
        ("`content/data/gone.yaml:48:7: no`", {"content/data/gone.yaml"}),
        ("`https://a.org/b.html`, `user@host:/folder`, `/an/address/`, `make check`", set()),
    ],
)
def test_what_is_named_is_found(text, found):
    assert found == named(text)
    assert not any(is_there(path, ROOT) for path in found)
