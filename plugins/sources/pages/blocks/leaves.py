"""Reads the blocks in which no others stand: paragraphs, headings, rules, tables, code; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .cursor import Cursor
from .signs import (
    DEEPER,
    DEFINITION,
    FENCE,
    FIGURE,
    FOOTNOTE,
    PLAIN,
    QUOTE,
    RULE,
    UNDERLINE,
    closes,
    heading,
    indent,
    interrupts,
)
from .tables import table_at, with_ruler

LONGEST_HEADING = 100  # signs above a line of hyphens; more are a paragraph above a rule
NO_HEADING = (".", ",", ";", ":")
TAB = "    "


@dataclass(slots=True)
class Block:
    """A block: what it is, its text, more about it, what stands in it; `apart` if a blank line stands before it.

    | kind | text | about | within |
    |---|---|---|---|
    | paragraph, indented, table, footnote | as typed | | |
    | heading | its words | its level | |
    | rule | | | |
    | code | as typed | its language | |
    | quotation, entry, meaning | | | any blocks |
    | note | its title | its kind | any blocks |
    | details | its summary | | any blocks |
    | list | its first number | the kind of its numbers | entries |
    | terms | | | paragraphs, each with its meanings behind it |
    """

    kind: str
    text: str = ""
    about: str = ""
    within: list[Block] = field(default_factory=list)
    apart: bool = False

    @property
    def spread(self) -> bool:
        """Tell whether a blank line stands between what is in it, or in a list that stands in it."""
        return any(one.apart for one in self.within[1:]) or any(
            one.kind == "list" and one.spread for one in self.within
        )


def code(at: Cursor) -> Block | None:
    """Read code up to the fence that closes it, or the end."""
    fence = FENCE.match(at.line)
    if not fence:
        return None
    margin, closing, taken = re.compile(f" {{0,{indent(at.line)}}}"), closes(fence["fence"]), []
    at.at += 1
    while not at.ended() and not closing.match(at.line):
        taken.append(margin.sub("", at.line, count=1))
        at.at += 1
    at.at += 1
    return Block("code", "\n".join(taken), fence["language"])


def rule(at: Cursor) -> Block | None:
    """Read a rule."""
    if not RULE.match(at.line):
        return None
    at.at += 1
    return Block("rule")


def marked_heading(at: Cursor) -> Block | None:
    """Read a heading with signs before it."""
    if not (found := heading(at.line)):
        return None
    at.at += 1
    return Block("heading", found[1], str(found[0]))


def table(at: Cursor) -> Block | None:
    """Read a table: all lines with a bar in them that begin nothing else."""
    if not table_at(at.lines, at.at):
        return None
    begin = at.at
    while "|" in at.line and (at.at < begin + 2 or not (heading(at.line) or QUOTE.match(at.line))):
        at.at += 1
    return Block("table", with_ruler(at.lines[begin : at.at]))


def footnote(at: Cursor) -> Block | None:
    """Read a footnote with what belongs to it, as Python-Markdown wants it."""
    if not FOOTNOTE.match(at.line):
        return None
    first = at.line
    at.at += 1
    first, *others = at.below(DEEPER, first)
    return Block("footnote", "\n".join([first.lstrip(), *(f"{TAB}{line.lstrip()}" if line else "" for line in others)]))


def paragraph(at: Cursor) -> Block:
    """Read a paragraph; a line below its only line may make a heading of it."""
    taken = [at.line]
    at.at += 1
    while at.line.strip() and not FIGURE.match(taken[0]):
        underline = UNDERLINE.match(at.line) if len(taken) == 1 else None
        if underline and _as_heading(taken[0]):
            at.at += 1
            return Block("heading", taken[0].strip(), "1" if underline["sign"].startswith("=") else "2")
        if not PLAIN.match(at.line) and (DEFINITION.match(at.line) or interrupts(at.line, at.look(1))):
            break
        if "|" in at.line and table_at(at.lines, at.at):
            break
        taken.append(at.line)
        at.at += 1
    further_right = len(taken) > 1 and all(line.startswith(TAB) for line in taken)
    return Block("indented" if further_right else "paragraph", "\n".join(taken).lstrip())


def _as_heading(line: str) -> bool:
    return len(line) <= LONGEST_HEADING and not line.rstrip().endswith(NO_HEADING)
