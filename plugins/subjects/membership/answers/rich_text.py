"""Links and emphasis within an answer, as on a page: `[the rules](rules.md)`, `[[history]]`, `**two stars**`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

SIGNS = re.compile(r"[\[\]*_\\]|https?://", re.IGNORECASE)  # without one of these a text is what it is
MARKUP = re.compile(
    r"\\(?P<escaped>[\\`*_{}\[\]()#+.!|~<>&$=@\"-])"
    r"|\[\[(?P<page>[^\[\]|]+)(?:\|(?P<called>[^\[\]|]+))?\]\]"
    r"|(?<!!)\[(?P<words>(?:[^\[\]\\]|\\.)+)\]\((?P<address>[^()]*(?:\([^()]*\)[^()]*)*)\)"
    r"|<?(?P<bare>https?://[^\s<>()\"]*[^\s<>()\".,;:!?'])>?"
    r"|(?P<sign>\*{1,3}(?!\*)|(?<!\w)_{1,3}(?!_))(?P<inner>[^\s](?:.*?[^\s\\])?)(?<![*_])(?P=sign)(?![*_])(?!(?<=_)\w)",
    re.IGNORECASE,
)
ALL_SIGNS = 2


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style; `address` is where they lead, as it was typed."""

    text: str
    address: str | None = None
    strong: bool = False
    em: bool = False


@lru_cache(maxsize=2048)
def runs(text: str) -> tuple[Run, ...]:
    """Return a text as the words in it, each with its style."""
    if not SIGNS.search(text):
        return (Run(text),) if text else ()
    found: list[Run] = []
    for run in _runs(text, Run("")):
        if found and replace(found[-1], text="") == replace(run, text="") and run.address is None:
            found[-1] = replace(run, text=found[-1].text + run.text)
        elif run.text:
            found.append(run)
    return tuple(found)


def plain_text(text: str) -> str:
    """Return a text without the signs of links and emphasis."""
    return "".join(run.text for run in runs(text))


def addresses(text: str) -> tuple[str, ...]:
    """Return the addresses of the links in a text, as they were typed."""
    return tuple(run.address for run in runs(text) if run.address is not None)


def _runs(text: str, style: Run) -> Iterator[Run]:
    last = 0
    for found in MARKUP.finditer(text):
        yield replace(style, text=text[last : found.start()])
        yield from _run(found, style)
        last = found.end()
    yield replace(style, text=text[last:])


def _run(found: re.Match[str], style: Run) -> Iterator[Run]:
    if found["escaped"]:
        yield replace(style, text=found["escaped"])
    elif found["page"]:
        yield replace(style, text=(found["called"] or found["page"]).strip(), address=found["page"].strip())
    elif found["bare"]:
        yield replace(style, text=found["bare"], address=found["bare"])
    elif found["words"]:
        inner = replace(style, address=found["address"].strip())
        yield from (replace(run, address=inner.address) for run in _runs(found["words"], inner) if run.text)
    else:
        several = len(found["sign"])
        strong, em = several >= ALL_SIGNS or style.strong, several != ALL_SIGNS or style.em
        yield from _runs(found["inner"], replace(style, strong=strong, em=em))
