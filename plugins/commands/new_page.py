"""`make new-page`: a page that nobody has written yet, as a draft with all that a page needs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from saving.save import no_worse, write_if_valid
from sources.pages.front_matter import EDGE
from sources.pages.page import name_complaint
from sources.problems import Place, Problem, ProblemsFound, Section
from sources.words import read_words
from sources.yaml.write import field
from subjects.site.records import SITE

# By the variable of `make` that answers it.
NEW_PAGE = {"PAGE": "Which page, such as events/gala", "TITLE": "Which title"}
THERE = "this page is there already. Choose another name, or change that page."


def new_page(name: str, title: str, content: Path, theme: Path) -> str:
    """Write the page and return what to tell about it; raise ProblemsFound, and write nothing, if anything is wrong.

    `name` is its place below content/pages, such as events/gala.
    """
    words = read_words(theme, SITE.record(SITE.nodes(content)).language)
    file = page_file(name, content)
    values = {"title": title, "description": words["new_page_description"].format(title=title), "status": "draft"}
    write_if_valid(content, theme, {file: page_text(values, words["new_page_text"])}, no_worse(content, theme))
    return (
        f"{content.name}/{file}: a draft, seen only in the preview.\n"
        'Write its text and its description. Delete the line "status: draft" when it may go public.'
    )


def page_file(name: str, content: Path) -> str:
    """Return the file of a new page, by its path below `content`; raise ProblemsFound if there can be none."""
    bare = name.strip().removeprefix(f"{content.name}/").removeprefix("pages/").removesuffix(".md")
    file = f"pages/{bare}.md"
    place = Place(f"{content.name}/{file}", 0)
    if message := name_complaint(content / file, f"{bare}.md"):
        raise ProblemsFound([Problem(place, message, Section.PAGES)])
    if (content / file).exists():
        raise ProblemsFound([Problem(place, THERE, Section.PAGES)])
    return file


def page_text(front_matter: dict[str, Any], body: str) -> bytes:
    """Return a page with this front matter and text."""
    fields = "".join(f"{field(name, value, 0)}\n" for name, value in front_matter.items())
    return f"{EDGE}\n{fields}{EDGE}\n\n{body}\n".encode()
