"""Files of `content/` as the entries that the editor shows, and back into files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saving.save import held_in
from sources.page_edits import fields_of, leading_here, page_with
from sources.pages.front_matter import FrontMatter, read_front_matter
from sources.pages.page import address, read_page
from sources.problems import Place, Problem, ProblemsFound, Section
from sources.records.data_file import plain
from sources.records.shapes import Shape, shape_of
from sources.yaml.edit import edited
from sources.yaml.spans import plain_lines
from sources.yaml.write import field
from subjects import forms
from subjects.form import Edit

from .forms import KEY, Form, agreed, form_sent
from .merging import Conflict, Merging, same
from .values import for_editor, for_file, with_ids

BODY = "body"
EDGE = "---\n"
NOT_SENT = "this is not what the editor sends. Load it again."
TAKEN = "this file is there already. Choose another name."
WHOLE_PAGE = "the whole page"


def entry(path: str, content: Path) -> str:
    """Return a file, by its path below `content`, as JSON; raise ProblemsFound when it cannot be read."""
    values = _values(path, content)
    return json.dumps(values | {KEY: agreed(Form(path, values))}, ensure_ascii=False)


def label(path: str, content: Path) -> str:
    """Return enough of a file to list it, even if it cannot be read."""
    try:
        return entry(path, content)
    except ProblemsFound:
        return json.dumps({"title": f"{path} (cannot be read)"})


@dataclass(frozen=True, slots=True)
class Save:
    """What somebody saved: what the file held just before, what it should hold, and what only people can decide."""

    held: bytes | None
    written: bytes
    agreed: dict[str, Any]  # what the fields of the form stand for, once this is written
    merged: bool = False  # whether the file keeps changes that the form does not show
    conflicts: tuple[Conflict, ...] = ()
    more: bool = False  # whether the file says more then than the form shows, such as an id made from a title


def saved(path: str, raw: str, content: Path) -> Save:
    """Return what a file should hold after somebody saved an entry; raise ProblemsFound when it cannot be read."""
    form, sent = _sent(path, raw, content)
    held = held_in(content / path)
    if held is None:
        gone = form is not None and form.path == path and bool(form.values)
        told = (Conflict((WHOLE_PAGE,), "", sent.get(BODY) or ""),) if gone else ()
        written = _new(path, sent)
        shown = _values_in(path, written)
        return Save(None, written, shown, conflicts=told, more=path in forms() and not same(shown, sent))
    if form is None or form.path != path:
        raise ProblemsFound([Problem(Place(f"{content.name}/{path}", 0), TAKEN, Section.IN_BROWSER)])
    now = _values(path, content)
    merging = Merging()
    wanted = merging.of(form.values, sent, now)
    changed = wanted.get(BODY) != now.get(BODY)
    text = held.decode()
    file = f"{content.name}/{path}"
    written = (
        _data_written(path, wanted, text) if path in forms() else _page_written(wanted, text, file, changed=changed)
    )
    shown = _values_in(path, written)
    stand_for = Merging().of(wanted, shown, sent)
    more = path in forms() and not same(shown, sent)
    return Save(held, written, stand_for, not same(wanted, sent), tuple(merging.conflicts), more)


def _sent(path: str, raw: str, content: Path) -> tuple[Form | None, dict[str, Any]]:
    try:
        sent = json.loads(raw)
        return form_sent(sent), dict(sent)
    except (ValueError, AttributeError, TypeError):
        raise ProblemsFound([Problem(Place(f"{content.name}/{path}", 0), NOT_SENT, Section.IN_BROWSER)]) from None


def _values(path: str, content: Path) -> dict[str, Any]:
    if path in forms():
        file, _ = forms()[path]
        before = plain(file.nodes(content)) if (content / path).is_file() else {}
        return dict(for_editor(before, shape_of(file.model)))
    page = read_page(content / path, content / "pages", content.name)
    return dict(for_editor(plain(page.nodes), shape_of(FrontMatter))) | {BODY: page.body}


def _values_in(path: str, written: bytes) -> dict[str, Any]:
    """Return what a file says that is written now: what goes with a field, such as the answers to a criterion, too."""
    text = plain_lines(written.decode("utf-8-sig"))
    if path in forms():
        return dict(for_editor(plain(forms()[path][0].parsed(text, path)), shape_of(forms()[path][0].model)))
    nodes, body_line = read_front_matter(text, path)
    body = "\n".join(text.split("\n")[body_line - 1 :])
    return dict(for_editor(plain(nodes), shape_of(FrontMatter))) | {BODY: body}


def _data_written(path: str, sent: dict[str, Any], text: str) -> bytes:
    file, form = forms()[path]
    bare = plain_lines(text.removeprefix("\ufeff"))
    before = plain(file.parsed(bare, path))
    wanted = with_ids(for_file(sent, before, shape_of(file.model)), shape_of(file.model))
    return edited(text, form.complete(wanted, before), file.model).encode()


def pages_along(path: str, save: Save, content: Path, theme: Path) -> Mapping[str, bytes | None]:
    """Return the pages that come and go with the entries of a data file that is saved."""
    if path not in forms():
        return {}
    file, form = forms()[path]
    before, now = (file.parsed(plain_lines((text or b"").decode("utf-8-sig"))) for text in (save.held, save.written))
    return form.pages_along(Edit(content, theme, plain(before) or {}, now))


def _page_written(sent: dict[str, Any], text: str, file: str, *, changed: bool) -> bytes:
    wanted = {name: value for name, value in sent.items() if name != BODY}
    fields = for_file(wanted, fields_of(text, file), shape_of(FrontMatter))
    return page_with(text, file, fields, _ended(sent.get(BODY) or "") if changed else None).encode()


def keeping_address(written: bytes, path: str, new_path: str) -> bytes:
    """Return a page that moves, with the address that it leaves among its old ones; a draft had none that counts."""
    text = written.decode()
    if str(fields_of(text, new_path).get("status")).casefold() == "draft":
        return written
    left, now = (address(one.removeprefix("pages/").removesuffix(".md")) for one in (path, new_path))
    return leading_here(text, new_path, [left], now).encode()


def _new(path: str, sent: dict[str, Any]) -> bytes:
    """Return a file that there was not."""
    shape: Shape = shape_of(forms()[path][0].model if path in forms() else FrontMatter)
    values = for_file({name: value for name, value in sent.items() if name != BODY}, {}, shape)
    if path in forms():
        return edited("", forms()[path][1].complete(with_ids(values, shape), {})).encode()
    fields = "".join(f"{field(name, value, 0)}\n" for name, value in values.items())
    return f"{EDGE}{fields}{EDGE}\n{_ended((sent.get(BODY) or '').lstrip(chr(10)))}".encode()


def _ended(body: str) -> str:
    return body if not body or body.endswith("\n") else f"{body}\n"


def pages(content: Path) -> Iterable[str]:
    """Yield the path below `content` of every page, in order."""
    for found in sorted((content / "pages").rglob("*.md")):
        if found.is_file() and not found.is_symlink():
            yield found.relative_to(content).as_posix()
