"""What the editor offers to choose from, instead of names that somebody must know: pages, pictures, documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sources.file_names import is_left_behind

from .entries import label, pages
from .pictures import EXTRA, FOLDER


def page_titles(content: Path) -> dict[str, str]:
    """Return the title of each page, by its name: about, membership/index."""
    paths = [path for path in pages(content) if path != "pages/404.md"]
    return {_name(path): str(json.loads(label(path, content)).get("title") or _name(path)) for path in paths}


def offers(content: Path) -> dict[str, Any]:
    """Return what a page may lead to, the folders that a new one may be put into, and the name of the folder of all."""
    titles = page_titles(content)
    return {
        "content": content.name,
        "pages": [{"name": name, "title": title} for name, title in titles.items()],
        "folders": sorted({name.rpartition("/")[0] for name in titles}),
        "pictures": _files(content / FOLDER),
        "documents": _files(content / EXTRA),
    }


def _files(folder: Path) -> list[str]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and not is_left_behind(path.name))
    return [path.relative_to(folder).as_posix() for path in found]


def _name(path: str) -> str:
    return path.removeprefix("pages/").removesuffix(".md")
