"""`make new-page`, `new-article` and `new-event`: what nobody has written yet, with all that it needs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from checking.loading import today
from saving.save import no_worse, write_if_valid
from sources.file_names import plain as plain_name
from sources.pages.front_matter import EDGE
from sources.pages.page import name_complaint
from sources.problems import Place, Problem, ProblemsFound, Section, quoted
from sources.records.data_file import plain
from sources.words import read_words
from sources.yaml.edit import edited
from sources.yaml.write import field
from subjects.events.records import EVENTS, Events
from subjects.news.articles import FOLDER
from subjects.site.records import SITE

# By the variable of `make` that answers it.
NEW_PAGE = {"PAGE": "Which page, such as events/gala", "TITLE": "Which title"}
NEW_ARTICLE = {
    "TITLE": "Which title",
    "PAGE": "Which page, such as news/new-truck",
    "DATE": "Which day, such as 2027-03-09",
}
NEW_EVENT = {
    "TITLE": "Which title",
    "STARTS": "When does it start, such as 2027-03-09 18:30",
    "EVENT": "Which id, such as spring-assembly",
}
FROM_TITLE = ("PAGE", "DATE", "EVENT")  # which nobody needs to say
THERE = "this page is there already. Choose another name, or change that page."


def new_page(name: str, title: str, content: Path, theme: Path, **more: str) -> str:
    """Write the page and return what to tell about it; raise ProblemsFound, and write nothing, if anything is wrong.

    `name` is its place below content/pages, such as events/gala; `more` are further fields of its front matter.
    """
    words = read_words(theme, SITE.record(SITE.nodes(content)).language)
    file = page_file(name, content)
    values = {"title": title, "description": words["new_page_description"].format(title=title), **more}
    text = page_text({**values, "status": "draft"}, words["new_page_text"])
    write_if_valid(content, theme, {file: text}, no_worse(content, theme))
    return (
        f"{content.name}/{file}: a draft, seen only in the preview.\n"
        'Write its text and its description. Delete the line "status: draft" when it may go public.'
    )


def new_article(title: str, name: str, day: str, content: Path, theme: Path) -> str:
    """Write an article, as a draft, and return what to tell; its name follows from its title, and today is its day."""
    day = day or str(today(SITE.record(SITE.nodes(content)).time_zone))
    return new_page(name or f"{FOLDER}{plain_name(title)}", title, content, theme, date=day)


def new_event(title: str, starts: str, name: str, content: Path, theme: Path) -> str:
    """Write an event behind the others, and return what to tell; its id follows from its title."""
    path, event = content / EVENTS.path, {"id": name or plain_name(title), "title": title, "starts": starts}
    held = path.read_bytes() if path.is_file() else b""
    values = plain(EVENTS.nodes(content)) if held else {}
    text = edited(held.decode(), {**values, "events": [*(values.get("events") or []), event]}, Events)
    write_if_valid(content, theme, {EVENTS.path: text.encode()}, no_worse(content, theme))
    return (
        f"{EVENTS.file(content)}: event {quoted(event['id'])}.\nPut in where it is, and what else visitors should know."
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
