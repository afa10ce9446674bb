"""Files of `content/` as the entries that the editor shows, and back into files."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from membership.answers import with_every_answer
from membership.model import MEMBERSHIP
from publication.schemas import FILES
from sources.blocks import field
from sources.edits import edited
from sources.front_matter import FrontMatter, read_front_matter
from sources.nodes import parse
from sources.pages import read_page
from sources.problems import Place, Problem, ProblemsFound
from sources.typed import plain

from .shapes import Shape, shape_of
from .values import meant, merged, shown

AS_READ = "as-read"  # what the editor was given, which it sends back
BODY = "body"
EDGE = "---\n"
DATA = {source.path: source for source in FILES}
NOT_SENT = "this is not what the editor sends. Load it again."


def entry(path: str, content: Path) -> str:
    """Return a file, by its path below `content`, as JSON; raise ProblemsFound when it cannot be read."""
    values = _values(path, content)
    return json.dumps(values | {AS_READ: json.dumps(values)}, ensure_ascii=False)


def label(path: str, content: Path) -> str:
    """Return enough of a file to list it, even if it cannot be read."""
    try:
        return entry(path, content)
    except ProblemsFound:
        return json.dumps({"title": f"{path} (cannot be read)"})


def written(path: str, raw: str, content: Path) -> bytes:
    """Return what a file holds after somebody saved an entry; raise ProblemsFound when it cannot be read."""
    try:
        sent = json.loads(raw)
        base = json.loads(sent.pop(AS_READ, "{}"))
    except (ValueError, AttributeError, TypeError):
        raise ProblemsFound([Problem(Place(f"{content.name}/{path}", 0), NOT_SENT)]) from None
    if not isinstance(sent, dict) or not isinstance(base, dict):
        raise ProblemsFound([Problem(Place(f"{content.name}/{path}", 0), NOT_SENT)])
    if not (content / path).is_file():
        return _new(path, sent)
    now = _values(path, content)
    sent = merged(base or now, sent, now)
    text = (content / path).read_bytes().decode()
    if path in DATA:
        return _data_written(path, sent, text)
    return _page_written(sent, text, f"{content.name}/{path}", changed=sent.get(BODY) != now[BODY])


def _values(path: str, content: Path) -> dict[str, Any]:
    if path in DATA:
        before = plain(DATA[path].nodes(content)) if (content / path).is_file() else {}
        return dict(shown(before, shape_of(DATA[path].model)))
    page = read_page(content / path, content / "pages", content.name)
    return dict(shown(plain(page.nodes), shape_of(FrontMatter))) | {BODY: page.body}


def _data_written(path: str, sent: dict[str, Any], text: str) -> bytes:
    complete: Callable[[Any], Any] = with_every_answer if path == MEMBERSHIP.path else dict
    bare = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    before = plain(parse(bare, path))
    return edited(text, complete(meant(sent, before, shape_of(DATA[path].model)))).encode()


def _page_written(sent: dict[str, Any], text: str, file: str, *, changed: bool) -> bytes:
    nodes, body_line = read_front_matter(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), file)
    first, *lines = text.split("\n")
    front, end, body = "\n".join(lines[: body_line - 3]), lines[body_line - 3], "\n".join(lines[body_line - 2 :])
    wanted = meant({name: value for name, value in sent.items() if name != BODY}, plain(nodes), shape_of(FrontMatter))
    if changed:
        body = _ended(sent.get(BODY) or "").replace("\n", "\r\n" if "\r\n" in text else "\n")
    return "\n".join([first, edited(front, wanted), end, body]).encode()


def _new(path: str, sent: dict[str, Any]) -> bytes:
    """Return a file that there was not."""
    shape: Shape = shape_of(DATA[path].model if path in DATA else FrontMatter)
    values = meant({name: value for name, value in sent.items() if name != BODY}, {}, shape)
    fields = "".join(f"{field(name, value, 0)}\n" for name, value in values.items())
    return (fields if path in DATA else f"{EDGE}{fields}{EDGE}\n{_ended(sent.get(BODY) or '')}").encode()


def _ended(body: str) -> str:
    return body if not body or body.endswith("\n") else f"{body}\n"


def pages(content: Path) -> Iterable[str]:
    """Yield the path below `content` of every page, in order."""
    for found in sorted((content / "pages").rglob("*.md")):
        if found.is_file() and not found.is_symlink():
            yield found.relative_to(content).as_posix()
