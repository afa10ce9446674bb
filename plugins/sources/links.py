"""Links as they stand in Markdown: found with their place, so that a wrong one is told where it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote

from .pages import PageSource
from .problems import Place, Problem, guess

GUIDE = "Changing a sentence"
CODE = re.compile(
    r"^( {0,3})(`{3,}|~{3,})[^\n]*\n.*?(^ {0,3}\2[`~]*[ \t]*$|\Z)|(?<!`)(`+)(?!`).*?(?<!`)\4(?!`)", re.M | re.S
)
TARGET = re.compile(r"\]\(\s*<?([^)\s>]+)|^ {0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)", re.M)
SILENT = re.compile(r"!\[\s*\]")
TOKEN = re.compile(r"[{|](filename|static|attach)[|}](.*)")


@dataclass(frozen=True, slots=True)
class MarkdownLink:
    """The address of one link or picture, as typed, and where."""

    address: str
    place: Place


def links(page: PageSource) -> Iterator[MarkdownLink]:
    """Yield the links of a page in order; code holds none."""
    body = _without_code(page)
    for found in TARGET.finditer(body):
        yield MarkdownLink(found[1] or found[2], _place(page, body, found.start(1 if found[1] else 2)))


def _without_code(page: PageSource) -> str:
    return CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), page.body)


def _place(page: PageSource, body: str, start: int) -> Place:
    column = start - (body.rfind("\n", 0, start) + 1) + 1
    return Place(page.file, page.body_line + body.count("\n", 0, start), column)


def link_problems(pages: Sequence[PageSource], statics: Mapping[str, object], *, production: bool) -> Iterator[Problem]:
    """Yield a problem for every link that Pelican could not resolve; `statics` are the files served as they are."""
    by_file = {f"pages/{page.path}.md": page for page in pages}
    sources = {name if name.startswith("images/") else f"extra/{name}" for name in statics}
    for page in pages:
        body = _without_code(page)
        for silent in SILENT.finditer(body):
            message = "a picture without words. Say what it shows: ![Map of the counties](...)."
            yield Problem(_place(page, body, silent.start()), message, GUIDE)
        for link in links(page):
            if complaint := _complaint(link.address, page, by_file, sources, production=production):
                yield Problem(link.place, complaint, GUIDE)


def _complaint(
    address: str, page: PageSource, by_file: Mapping[str, PageSource], statics: set[str], *, production: bool
) -> str | None:
    token = TOKEN.match(address)
    path = unquote((token[2] if token else address).partition("#")[0].partition("?")[0])
    if not token:
        inside = ":" not in path.partition("/")[0]
        meant = f"{{filename}}/pages/{path.lstrip('/')}"
        return f'a link to a file needs {{filename}}: write "{meant}".' if inside and path.endswith(".md") else None
    target = path.lstrip("/") if path.startswith("/") else _relative(page, path)
    if token[1] != "filename":
        return None if target in statics else f'no file "{target}" in content.{guess(target, statics)}'
    found = by_file.get(target)
    if found is None:
        return f'no page "{target}".{guess(target, by_file)}'
    if found.draft and production and not page.draft:
        return f'"{target}" is a draft and not on the public site. Publish it, or take the link out.'
    return None


def _relative(page: PageSource, path: str) -> str:
    parts: list[str] = []
    for part in (PurePosixPath("pages") / PurePosixPath(page.path).parent / path).parts:
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts)
