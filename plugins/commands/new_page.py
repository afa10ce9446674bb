"""`make new-page`, `new-article` and `new-event`: what nobody has written yet, with all that it needs."""

from __future__ import annotations

from pathlib import Path

from checking.loading import today
from saving.save import no_worse, write_if_valid
from sources.file_names import plain as plain_name
from sources.page_edits import begun, free_page
from sources.problems import quoted
from sources.records.data_file import plain
from sources.words import read_words
from sources.yaml.edit import edited
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


def new_page(name: str, title: str, content: Path, theme: Path, **more: str) -> str:
    """Write the page and return what to tell about it; raise ProblemsFound, and write nothing, if anything is wrong.

    `name` is its place below content/pages, such as events/gala; `more` are further fields of its front matter.
    """
    words = read_words(theme, SITE.record(SITE.nodes(content)).language)
    file = free_page(name, content)
    write_if_valid(content, theme, {file: begun(title, words, **more)}, no_worse(content, theme))
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
