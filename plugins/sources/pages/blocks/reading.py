"""Reads lines as blocks that stand in each other, as CommonMark does; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .cursor import Cursor
from .leaves import Block, code, footnote, marked_heading, paragraph, rule, table
from .signs import ALERT, DEEPER, DEFINITION, DETAILS, NOTE, PLAIN, QUOTE, Fences, indent, marker

DETAILS_TAG = re.compile(r"<(?P<end>/?)details\s*>", re.IGNORECASE)
SUMMARY = re.compile(r"\s*<summary\s*>(?P<words>.*?)</summary\s*>", re.IGNORECASE | re.DOTALL)


def blocks(lines: Sequence[str]) -> list[Block]:
    """Return the blocks in some lines."""
    found: list[Block] = []
    at = Cursor(lines)
    apart = at.past_blank_lines()
    while not at.ended():
        if found and found[-1].kind in ("paragraph", "terms") and DEFINITION.match(at.line):
            _meaning(at, found, apart=apart)
        else:
            block = _block(at)
            block.apart = apart
            found.append(block)
        apart = at.past_blank_lines()
    return found


def _block(at: Cursor) -> Block:
    """Read the block that begins at a line."""
    if not PLAIN.match(at.line):
        for reads in (code, _quotation, _note, _details, rule, marked_heading, _list, footnote):
            if block := reads(at):
                return block
    return table(at) or paragraph(at)


def _quotation(at: Cursor) -> Block | None:
    """Read a quotation, or the note that begins as one; two with a blank line between them are one."""
    if not QUOTE.match(at.line):
        return None
    taken = _quoted(at)
    if alert := ALERT.match(taken[0]):
        return Block("note", alert["title"].strip(), alert["kind"].lower(), blocks(taken[1:]))
    while not at.line.strip() and (following := QUOTE.match(at.look(1))):
        if ALERT.match(at.look(1)[following.end() :]):
            break
        at.at += 1
        taken += ["", *_quoted(at)]
    return Block("quotation", within=blocks(taken))


def _quoted(at: Cursor) -> list[str]:
    """Read the lines of a quotation up to a blank line, without their signs."""
    taken: list[str] = []
    fences = Fences()
    while opening := QUOTE.match(at.line):
        taken.append(at.line[opening.end() :])
        fences.hold(taken[-1])
        at.at += 1
        while not fences.closing and at.lazy(taken[-1]):
            taken.append(at.line)
            at.at += 1
    return taken


def _note(at: Cursor) -> Block | None:
    """Read a note, with the lines that stand further right, or else those right below."""
    found = NOTE.match(at.line)
    if not found:
        return None
    belongs = indent(at.line) + DEEPER
    at.at += 1
    taken = at.below(belongs, "", lazy=False)
    while not any(taken) and at.line.strip():
        taken.append(at.line)
        at.at += 1
    return Block("note", (found["title"] or "").strip(), found["kind"].lower(), blocks(taken))


def _details(at: Cursor) -> Block | None:
    """Read what can be opened, from <details> to its end; None where its end or its summary is missing."""
    if not (opening := DETAILS.match(at.line)):
        return None
    text = "\n".join(at.lines[at.at :])
    summary, depth = SUMMARY.match(text, opening.end()), 1
    for tag in DETAILS_TAG.finditer(text, summary.end()) if summary else ():
        depth += -1 if tag["end"] else 1
        if summary and not depth:
            at.go_on_with(text[tag.end() :].lstrip())
            inner = text[summary.end() : tag.start()].split("\n")
            return Block("details", " ".join(summary["words"].split()), within=blocks(inner))
    return None


def _list(at: Cursor) -> Block | None:
    """Read a list: entries of one kind, wherever they begin."""
    first = entry = marker(at.line)
    if not first:
        return None
    found = Block("list", str(first.number), first.kind)
    apart, begin = False, at.at
    while entry and entry.kind == first.kind:
        at.at += 1
        within = blocks(at.below(entry.belongs, entry.text, entry))
        found.within.append(Block("entry", within=within, apart=apart))
        begin = at.at
        apart = at.past_blank_lines()
        entry = marker(at.line)
    at.at = begin
    return found


def _meaning(at: Cursor, found: list[Block], *, apart: bool) -> None:
    """Read what a term means, and put it behind its term; the paragraph before it is the term."""
    term = found.pop() if found[-1].kind == "paragraph" else None
    if not found or found[-1].kind != "terms":
        found.append(Block("terms", apart=bool(term and term.apart)))
    if term:
        found[-1].within.append(term)
    opening = DEFINITION.match(at.line)
    words, belongs = at.line[opening.end() if opening else 0 :], indent(at.line) + DEEPER
    at.at += 1
    found[-1].within.append(Block("meaning", within=blocks(at.below(belongs, words)), apart=apart))
