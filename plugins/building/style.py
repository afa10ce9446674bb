"""The style that a page is sent: of all sheets of the theme only the rules that it uses, short in space and in names.

Own code, since what is on offer fails on this theme or costs more than it saves: rcssmin joins `.a :where(b)` into
`.a:where(b)`, lightningcss rewrites media queries into a form that phones before 2023 do not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, SelectolaxError

STRING = r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'"
BETWEEN = re.compile(r" ([+~]) ")  # in selectors only: in a sum the space counts
COMMENT = re.compile(rf"({STRING})|/\*.*?\*/", re.DOTALL)
SPACE = re.compile(rf"({STRING})|\s*([{{}};,>])\s*|(:)\s+|\s+")
BRACE = re.compile(rf"{STRING}|[{{}};]")
GROUPS = ("@layer", "@media", "@supports", "@container")
NAME = re.compile(rf"({STRING})|--[\w-]+")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
TOKEN = re.compile(rf"(--[\w-]+):(?:{STRING}|[^;{{}}\"'])*;?")

# A selector can match only where all its elements and classes are, those in brackets left aside; then the page is
# asked, without what comes and goes (`:hover`, `[open]`) and what no element is (`::before`).
BRACKETS = r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)"
SELECTOR = re.compile(rf"(?:[^,()]|{BRACKETS})+")
ASIDE = re.compile(rf"\[[^\]]*\]|::?[\w-]+(?:{BRACKETS})?")
STATE = re.compile(r"::[\w-]+|:(?:hover|focus(?:-visible)?|checked|target)\b|\[(?:open|data-left)\]")
IS = re.compile(r":is\((?P<inner>(?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)")
COMBINED = re.compile(r"[ >+~](?![^(]*\))")  # more than one element asked for
NOT = re.compile(rf":not{BRACKETS}")
PLAIN = re.compile(r"[.\w-]*")
NAMED = re.compile(r"\.?[a-zA-Z][\w-]*")
TAG = re.compile(r"<([a-z][\w-]*)")
CLASSES = re.compile(r' class="([^"]*)"')
AROUND = frozenset(["html", "body"])


def used_by(style: str, body: str) -> Markup:
    """Return the rules of `style`, the text of style sheets, that a page with this `body` uses (a filter of Jinja)."""
    folded = _folded(str(style))
    names = _names_in_page(str(body)) & _names_in_style(folded)
    page = LexborHTMLParser(str(body))
    absent = [one for one, lasting in _asked(folded, names).items() if not _matches(page, lasting)]
    return Markup(_used(folded, names, frozenset(absent)))


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
def _asked(folded: str, names: frozenset[str]) -> dict[str, str]:
    """Return the selectors of which only the page itself can tell, with what of each lasts."""
    selectors = SELECTOR.findall(",".join(_openings(folded)))
    return {one: _lasting(one) for one in selectors if not PLAIN.fullmatch(one) and _possible(one, names)}


def _openings(folded: str) -> Iterator[str]:
    for opening, content in _blocks(folded):
        if content and opening.startswith(GROUPS):
            yield from _openings(content)
        elif not opening.startswith("@"):
            yield opening


def _lasting(selector: str) -> str:
    lasting = NOT.sub(lambda found: "" if STATE.search(found[0]) else found[0], selector)
    return STATE.sub("", lasting) or "*"


def _matches(page: LexborHTMLParser, selector: str) -> bool:
    try:
        return any(page.css_first(one) is not None for one in _alternatives(selector))
    except SelectolaxError:
        return True  # a selector that only browsers know


def _alternatives(selector: str) -> list[str]:
    """Return the selectors that one with `:is()` stands for, since lexbor finds no elements by their names in it."""
    found = IS.search(selector)
    if not found:
        return [selector]
    before, after = selector[: found.start()], selector[found.end() :]
    inner = [one.strip() for one in SELECTOR.findall(found["inner"])]
    if any(before.strip() and COMBINED.search(one) for one in inner):
        return ["*"]  # what stands outside of what is before it may be meant: nobody can tell
    return [whole for one in inner for whole in _alternatives(f"{before}{one}{after}")]


@lru_cache(maxsize=1024)
def _used(folded: str, names: frozenset[str], absent: frozenset[str]) -> str:
    kept = _kept(folded, names, absent)
    values = set(re.findall(r"var\((--[\w-]+)", kept))
    return TOKEN.sub(lambda found: found[0] if found[1] in values else "", kept).replace(";}", "}")


def _kept(folded: str, names: frozenset[str], absent: frozenset[str]) -> str:
    kept = []
    for opening, content in _blocks(folded):
        if content is None:
            kept.append(f"{opening};")
        elif opening.startswith(GROUPS):
            inner = _kept(content, names, absent)
            kept.append(f"{opening}{{{inner}}}" if inner else "")
        elif opening.startswith("@"):
            kept.append(f"{opening}{{{content}}}")
        elif used := [one for one in SELECTOR.findall(opening) if one not in absent and _possible(one, names)]:
            kept.append(f"{BETWEEN.sub(_sign, ','.join(used))}{{{content}}}")
    return "".join(kept)


def _sign(found: re.Match[str]) -> str:
    return found[1]


def _possible(selector: str, names: frozenset[str]) -> bool:
    return names.issuperset(NAMED.findall(ASIDE.sub(" ", selector)))


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
