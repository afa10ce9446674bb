"""The guide for staff, GUIDE.md, as the preview shows it: its sections, each with an address of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from markdown import Markdown

from sources.pages.blocks.headings import heading_id
from sources.problems import Problem

ADDRESS = "/-/guide"
QUOTED = re.compile('"([A-Z][^"\n]+)"')
IN_BLOCK = " " * 4  # how a line of code begins, which is shown as it is typed
IN_ENTRY = re.compile(" {7}[^ ]")  # how code within an entry of a list begins
INDENTED = re.compile("^", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class GuideSection:
    """One section: its heading, the id of that, and its text as typed and as HTML."""

    title: str
    id: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Guide:
    """The whole guide: its title, what stands before the first section, and the sections."""

    title: str
    beginning: GuideSection
    sections: tuple[GuideSection, ...]


def address_of(title: str) -> str:
    """Return the address of a section in the preview."""
    return f"{ADDRESS}#{_id(title)}"


def addresses(problems: Iterable[Problem]) -> dict[str, str]:
    """Return the sections that help with some problems, each with its address."""
    return {str(problem.guide): address_of(problem.guide) for problem in problems}


def read_guide(path: Path) -> Guide:
    """Return the guide as it is on disk now."""
    return guide_of(path.read_text("utf-8"))


@lru_cache(maxsize=1)  # it takes a tenth of a second
def guide_of(text: str) -> Guide:
    """Return the guide of a text."""
    first, *others = re.split("^## ", text, flags=re.MULTILINE)
    title, _, beginning = first.removeprefix("# ").partition("\n")
    parts = [(title, beginning), *((name, body) for name, _, body in (other.partition("\n") for other in others))]
    titles = frozenset(name for name, _ in parts)
    # Not with the converter of the site, which takes the indented examples for what staff would mean on a page.
    markdown = Markdown(extensions=["tables", "sane_lists"])
    sections = [
        GuideSection(name, _id(name), body.strip(), markdown.reset().convert(_linked(_nested(body), titles)))
        for name, body in parts
    ]
    return Guide(title, sections[0], tuple(sections[1:]))


def _id(title: str) -> str:
    return heading_id(title, "-")


def _nested(body: str) -> str:
    """Return a text in which what belongs to an entry is indented as Python-Markdown wants it, one space further."""
    blocks = (INDENTED.sub(" ", block) if IN_ENTRY.match(block) else block for block in body.split("\n\n"))
    return "\n\n".join(blocks)


def _linked(body: str, titles: frozenset[str]) -> str:
    """Return a text in which the titles of sections lead there."""

    def link(found: re.Match[str]) -> str:
        return f'["{found[1]}"](#{_id(found[1])})' if found[1] in titles else found[0]

    return "\n".join(line if line.startswith(IN_BLOCK) else QUOTED.sub(link, line) for line in body.split("\n"))
