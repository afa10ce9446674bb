"""Parses YAML: by libyaml, and where that refuses, by the same parser in Python, whose words are put plainly.

libyaml is twenty times as fast; the other one says more of a mistake, and refuses tabs that libyaml takes for space.
"""

from __future__ import annotations

import re
from contextlib import suppress

import yaml
from yaml.error import Mark, MarkedYAMLError, YAMLError
from yaml.events import CollectionEndEvent, CollectionStartEvent
from yaml.nodes import Node
from yaml.tokens import ScalarToken, Token

from sources.records.sentences import NOT_FIELDS

from .messages import PARSER_MESSAGES
from .mistakes import NAME, QUOTE_LEFT_OPEN, SPOT, Mistake, first_mistake

FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # some systems have no libyaml
DEEPEST = 20  # values within values: who follows many more ends in an error that Python cannot catch
INDENTED = re.compile(f"^ {{{DEEPEST}}}", re.MULTILINE)
HEADLESS = "the fields of a file start at the left edge. This one does not, or the line above that names it is missing."
BEHIND_QUOTE = "text stands behind a closing quote. Write quotes inside the text as \u201cthese\u201d."
QUOTES = ("'", '"')
START = Mark("", 0, 0, 0, None, 0)
QUOTED = re.compile(r"(?<![^\s\[{,:])([\"'])(?:(?!\1)[^\n\0])*\1")


def compose(text: str) -> Node | None:
    """Return the one document of a text, None if it holds nothing; raise YAMLError if it cannot be read."""
    if "\t" not in text:
        with suppress(yaml.YAMLError):
            return yaml.compose(text, Loader=FAST)
    return yaml.compose(text, Loader=yaml.SafeLoader)


def too_deep(text: str) -> int | None:
    """Return where values within values become too many; None in any text that may be composed."""
    if text.count("[") + text.count("{") <= DEEPEST and not INDENTED.search(text):
        return None
    depth = 0
    with suppress(yaml.YAMLError):
        for event in yaml.parse(text, Loader=FAST):
            depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            if depth > DEEPEST:
                return event.start_mark.index if event.start_mark else 0
    return None


def syntax_mistake(error: MarkedYAMLError, text: str) -> tuple[int, str]:
    """Return where in the text to look, and what the parser says in words for people who do not know YAML."""
    said = f"{error.context or ''} {error.problem or ''}"
    late = (error.problem_mark or error.context_mark or START).index
    early = (error.context_mark or error.problem_mark or START).index
    if "'<scalar>'" in said and (mistake := _quote_mistake(text, late)):
        return mistake
    for message in PARSER_MESSAGES:
        if re.search(message.says, said):
            begin, shown = _lines(text, early if message.began_earlier else late, late)
            if found := first_mistake([Mistake(message.looks, message.meaning)], shown):
                place = begin + found[0]
                return place - (SPOT in shown[: found[0]]), found[1]
    first = re.search(r"^ *[^\s#]", text, re.MULTILINE)
    return first.end() - 1 if first else 0, HEADLESS if "'<block" in said else NOT_FIELDS


def _lines(text: str, spot: int, last: int) -> tuple[int, str]:
    """Return the lines from the one above the spot to the last place, texts in quotes blank, and where they begin.

    The one above is the last that is neither empty nor a comment.
    """
    above = text[: text.rfind("\n", 0, spot) + 1].split("\n")[:-1]
    while above and re.fullmatch(" *(#.*)?", above[-1]):
        above.pop()
    begin = sum(len(line) + 1 for line in above[:-1])
    end = text.find("\n", last)
    shown = f"{text[begin:spot]}{SPOT}{text[spot : end if end >= 0 else len(text)]}"
    return begin, QUOTED.sub(lambda quote: quote[1] + "_" * (len(quote[0]) - 2) + quote[1], shown)


def _quote_mistake(text: str, index: int) -> tuple[int, str] | None:
    """Tell of the quoted text that ends just before a text where none can stand: closed too early, or too late."""
    quote = _quoted_before(text, index)
    if quote is None:
        return None
    start, end = quote.start_mark.index, quote.end_mark.index
    if "\n" in text[start:end]:
        return start, QUOTE_LEFT_OPEN
    if re.match(rf"{NAME}: ", text[index:]):
        return None  # a field of its own: only the comma is missing
    return index, BEHIND_QUOTE


def _quoted_before(text: str, index: int) -> ScalarToken | None:
    last: Token | None = None
    with suppress(YAMLError):
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if token.start_mark.index >= index:
                break
            last = token
    if not (isinstance(last, ScalarToken) and last.style in QUOTES):
        return None
    return None if text[last.end_mark.index : index].strip() else last
