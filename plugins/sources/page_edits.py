"""A page made to say something else: its front matter with as few changes as that takes, its text as it is or anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sources.problems import Section, refusal
from sources.records.data_file import plain
from sources.records.fields import one_or_several
from sources.records.shapes import in_order
from sources.yaml.nodes import Node

from .pages.front_matter import EDGE, FrontMatter, read_front_matter
from .pages.old_addresses import FIELD, old_address
from .pages.page import name_complaint

THERE = "this page is there already. Choose another name, or change that page."


def free_page(name: str, content: Path) -> str:
    """Return the file of a new page, by its path below `content`; raise ProblemsFound if there can be none."""
    bare = name.strip().removeprefix(f"{content.name}/").removeprefix("pages/").removesuffix(".md")
    file = f"pages/{bare}.md"
    complaint = name_complaint(content / file, f"{bare}.md")
    if message := complaint or (THERE if (content / file).exists() else ""):
        raise refusal(f"{content.name}/{file}", message, Section.PAGES)
    return file


def page_text(front_matter: Mapping[str, Any], body: str) -> bytes:
    """Return a new page with this front matter and text."""
    from sources.yaml.write import field  # late, like all that reads or writes files: most checks do neither

    fields = "".join(f"{field(name, value, 0)}\n" for name, value in front_matter.items())
    return f"{EDGE}\n{fields}{EDGE}\n\n{body}\n".encode()


def begun(title: str, words: Mapping[str, str], **more: str) -> bytes:
    """Return a page that nobody has written yet: a draft, with words that say what is missing."""
    values = {"title": title, "description": words["new_page_description"].format(title=title), **more}
    return page_text({**values, "status": "draft"}, words["new_page_text"])


def fields_of(text: str, file: str) -> dict[str, Any]:
    """Return the front matter of a page as plain values; raise ProblemsFound when it cannot be read."""
    nodes, _ = _front_matter(text, file)
    return dict(plain(nodes))


def _front_matter(text: str, file: str) -> tuple[Node, int]:
    from sources.yaml.spans import plain_lines

    return read_front_matter(plain_lines(text.removeprefix("\ufeff")), file)


def page_with(text: str, file: str, fields: Mapping[str, Any], body: str | None = None) -> str:
    """Return a page with this front matter, and another text where one is given."""
    from sources.yaml.edit import edited

    _, body_line = _front_matter(text, file)
    first, *lines = text.split("\n")
    front, end, old = "\n".join(lines[: body_line - 3]), lines[body_line - 3], "\n".join(lines[body_line - 2 :])
    if body is not None:
        old = body.replace("\n", "\r\n" if "\r\n" in text else "\n")
    return "\n".join([first, edited(f"{front}\n", dict(fields), FrontMatter).removesuffix("\n"), end, old])


def leading_here(text: str, file: str, left: Iterable[str], own: str) -> str:
    """Return a page to which addresses that are left lead on; `own` is its address, which cannot be among them."""
    fields = fields_of(text, file)
    before = [*one_or_several(fields.get(FIELD) or ())]
    known = {old_address(one) for one in before}
    new = [f"/{one}" for one in map(old_address, left) if one not in known and one != own]
    kept = [one for one in before if old_address(one) != own] + new
    if not kept and FIELD not in fields:
        return text
    wanted = {**fields, FIELD: kept[0] if len(kept) == 1 else kept}
    order = in_order([*fields], [*FrontMatter.model_fields])
    return page_with(text, file, {name: wanted[name] for name in order if name in wanted and (kept or name != FIELD)})
