"""The style that a page is sent: of all sheets of the theme only the rules that it uses, short in space and in names.

Own code, since what is on offer fails on this theme or costs more than it saves: rcssmin joins `.a :where(b)` into
`.a:where(b)`, lightningcss rewrites media queries into a form that phones before 2023 do not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from markupsafe import Markup

STRING = r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'"
BETWEEN = re.compile(r" ([+~]) ")  # in selectors only: in a sum the space counts
COMMENT = re.compile(rf"({STRING})|/\*.*?\*/", re.DOTALL)
SPACE = re.compile(rf"({STRING})|\s*([{{}};,>])\s*|(:)\s+|\s+")
BRACE = re.compile(rf"{STRING}|[{{}};]")
GROUPS = ("@layer", "@media", "@supports", "@container")
NAME = re.compile(rf"({STRING})|--[\w-]+")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
TOKEN = re.compile(rf"(--[\w-]+):(?:{STRING}|[^;{{}}\"'])*;?")

# A selector asks for its elements and classes, and for one alternative of each `:is()`, `:where()` and `:has()`, but
# neither for what stands in `:not()` nor for attributes, which come and go (`[open]`).
BRACKETS = r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)"
SELECTOR = re.compile(rf"(?:[^,()]|{BRACKETS})+")
NOT = re.compile(rf":not{BRACKETS}|\[[^\]]*\]")
ALTERNATIVES = re.compile(rf":(?:is|where|has)({BRACKETS})")
OTHERS = re.compile(rf"::?[\w-]+(?:{BRACKETS})?")
NAMED = re.compile(r"\.?[a-zA-Z][\w-]*")
TAG = re.compile(r"<([a-z][\w-]*)")
CLASSES = re.compile(r' class="([^"]*)"')
AROUND = frozenset(["html", "body"])


def used_by(style: str, body: str) -> Markup:
    """Return the rules of `style`, the text of style sheets, that a page with this `body` uses (a filter of Jinja)."""
    folded = _folded(str(style))
    return Markup(_used(folded, _names_in_page(str(body)) & _names_in_style(folded)))


@lru_cache
def _folded(style: str) -> str:
    """Return the style without comments and the space that means nothing, its tokens called `--a`, `--b` and so on."""
    bare = COMMENT.sub(r"\1", style)
    close = SPACE.sub(lambda found: found[1] or found[2] or found[3] or " ", bare).strip().replace(";}", "}")
    names: dict[str, str] = {}
    return NAME.sub(lambda found: found[1] or names.setdefault(found[0], f"--{_short(len(names))}"), close)


def _short(place: int) -> str:
    before, letter = divmod(place, len(LETTERS))
    return (_short(before - 1) if before else "") + LETTERS[letter]


@lru_cache
def _names_in_style(folded: str) -> frozenset[str]:
    return frozenset(NAMED.findall(folded))


def _names_in_page(body: str) -> frozenset[str]:
    classes = (f".{name}" for names in set(CLASSES.findall(body)) for name in names.split())
    return AROUND.union(TAG.findall(body), classes)


@lru_cache(maxsize=1024)
def _used(folded: str, names: frozenset[str]) -> str:
    kept = _kept(folded, names)
    values = set(re.findall(r"var\((--[\w-]+)", kept))
    return TOKEN.sub(lambda found: found[0] if found[1] in values else "", kept).replace(";}", "}")


def _kept(folded: str, names: frozenset[str]) -> str:
    kept = []
    for opening, content in _blocks(folded):
        if content is None:
            kept.append(f"{opening};")
        elif opening.startswith(GROUPS):
            inner = _kept(content, names)
            kept.append(f"{opening}{{{inner}}}" if inner else "")
        elif opening.startswith("@"):
            kept.append(f"{opening}{{{content}}}")
        elif selectors := [one for one in SELECTOR.findall(opening) if _possible(one, names)]:
            kept.append(f"{BETWEEN.sub(_sign, ','.join(selectors))}{{{content}}}")
    return "".join(kept)


def _sign(found: re.Match[str]) -> str:
    return found[1]


def _possible(selector: str, names: frozenset[str]) -> bool:
    asked = NOT.sub("*", selector)
    return names.issuperset(NAMED.findall(OTHERS.sub(" ", asked))) and all(
        any(_possible(one, names) for one in SELECTOR.findall(alternatives[1:-1]))
        for alternatives in ALTERNATIVES.findall(asked)
    )


def _blocks(folded: str) -> Iterator[tuple[str, str | None]]:
    """Yield each rule as what stands before and between its braces; a statement, such as `@layer a, b;`, has none."""
    depth = start = inside = 0
    for found in BRACE.finditer(folded):
        if found[0] == "{":
            depth += 1
            inside = found.end() if depth == 1 else inside
        elif found[0] == "}":
            depth -= 1
            if depth == 0:
                yield folded[start : inside - 1], folded[inside : found.start()]
                start = found.end()
        elif found[0] == ";" and depth == 0:
            yield folded[start : found.start()], None
            start = found.end()
