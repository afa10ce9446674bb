"""Which files the editor may touch: pages, data, pictures, documents below `content/`, and nothing behind a link."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

from sources.files import DOCUMENTS, FOR_THE_WEB, INSTEAD, OTHERS, PICTURES
from sources.problems import Place, Problem, ProblemsFound, Section
from subjects import forms

from .entries import TAKEN
from .pictures import EXTRA, FOLDER

# What is uploaded as a document; of those that cannot be published the check says what to save them as.
PAPERS = tuple(one for one in (*OTHERS, *INSTEAD, *DOCUMENTS) if one not in (*FOR_THE_WEB, ".json", ".xml"))
OUTSIDE = "the editor writes only pages, data files, pictures and documents."
MISSING = "this file is missing."


def known_path(asked: Any, content: Path) -> str:
    """Return the path of a file below `content`; raise ProblemsFound for any that is not the editor's business."""
    text = str(asked)
    path = PurePosixPath(text)
    inner = path.parts[1:]
    name = "/".join(inner)
    plain = path.parts[:1] == (content.name,) and text == f"{content.name}/{name}" and "\\" not in text
    uploaded = _is_in(FOLDER, inner, PICTURES) or _is_in(EXTRA, inner, PAPERS)
    ours = name in forms() or _is_in("pages", inner, (".md",)) or uploaded
    if not (plain and ours and ".." not in inner and "\0" not in text) or _leads_elsewhere(inner, content):
        raise ProblemsFound([Problem(Place(text, 0), OUTSIDE, Section.IN_BROWSER)])
    return name


def existing_path(asked: Any, content: Path) -> str:
    """Return the same; raise ProblemsFound where a page or picture is missing, as only a data file may be."""
    path = known_path(asked, content)
    if path not in forms() and not (content / path).is_file():
        raise ProblemsFound([Problem(Place(str(asked), 0), MISSING, Section.IN_BROWSER)])
    return path


def upload_path(asked: Any, content: Path) -> str:
    """Return the path of a file that is uploaded: a picture where it is sent, a document in the folder for these."""
    name = PurePosixPath(str(asked)).name
    paper = name.casefold().endswith(PAPERS)
    return known_path(f"{content.name}/{EXTRA}/{name}" if paper else asked, content)


def free_path(path: str, content: Path) -> str:
    """Return the path; raise ProblemsFound where a file is already, which would be lost."""
    if (content / path).exists():
        raise ProblemsFound([Problem(Place(f"{content.name}/{path}", 0), TAKEN, Section.IN_BROWSER)])
    return path


def _is_in(room: str, parts: tuple[str, ...], endings: tuple[str, ...]) -> bool:
    return len(parts) > 1 and parts[0] == room and parts[-1].casefold().endswith(endings)


def _leads_elsewhere(parts: tuple[str, ...], content: Path) -> bool:
    ways = [content.joinpath(*parts[:number]) for number in range(1, len(parts) + 1)]
    return any(way.is_symlink() for way in ways)
