"""Pages as a whole: one that begins, one that gets another address, one that goes; links and old addresses lead on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sources.file_names import plain
from sources.page_edits import begun, fields_of, free_page, leading_here
from sources.pages.old_addresses import FIELD
from sources.pages.page import address
from sources.problems import Place, Problem, ProblemsFound, Section
from sources.records.fields import one_or_several
from sources.words import read_words
from subjects.site.records import SITE

from .allowed_paths import existing_path
from .entry_saves import moved, put

NO_TITLE = "a page needs a title."
ANOTHER = "choose another page to lead to."


def new_page(title: str, folder: str, content: Path, theme: Path) -> str:
    """Write a page that begins as a draft, and return its path below the content."""
    if not (name := plain(title)):
        raise ProblemsFound([Problem(Place(f"{content.name}/pages", 0), NO_TITLE, Section.PAGES)])
    words = read_words(theme, SITE.record(SITE.nodes(content)).language)
    path = free_page(f"{folder.strip('/')}/{name}".lstrip("/"), content)
    put({path: begun(title.strip(), words)}, content, theme)
    return path


def rename(asked: Any, to: str, content: Path, theme: Path) -> str:
    """Give a page another address, to which its old one leads, and return its path below the content."""
    path = existing_path(asked, content)
    new_path = free_page(to.strip().strip("/"), content)
    put(moved(path, new_path, (content / path).read_bytes(), content), content, theme)
    return new_path


def delete(asked: Any, leads_to: str, content: Path, theme: Path) -> None:
    """Delete a page; its address, and those that it had before, lead to another page, where one is named."""
    path = existing_path(asked, content)
    files: dict[str, bytes | None] = {path: None}
    if leads_to:
        other = existing_path(f"{content.name}/pages/{leads_to}.md", content)
        if other == path:
            raise ProblemsFound([Problem(Place(f"{content.name}/{path}", 0), ANOTHER, Section.PAGES)])
        before = fields_of((content / path).read_bytes().decode(), path).get(FIELD) or ()
        left = [_address(path), *one_or_several(before)]
        text = (content / other).read_bytes().decode()
        files[other] = leading_here(text, other, left, _address(other)).encode()
    put(files, content, theme)


def _address(path: str) -> str:
    return address(path.removeprefix("pages/").removesuffix(".md"))
