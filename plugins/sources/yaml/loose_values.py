"""Values that YAML would refuse, cut or take for something else, though a field that is known leaves no doubt of them.

What could be meant in two ways is let be: two fields on one line, a text and a comment, an anchor, an open quote.
"""

from __future__ import annotations

import re
from functools import lru_cache

from yaml import YAMLError
from yaml.nodes import MappingNode, Node, ScalarNode

from sources.records.shapes import Shape

from .lines import Line
from .parser import QUOTES, compose, too_deep

WORDS = ("line", "text", "several")  # any words may stand there
ONE_ENTRY = re.compile(r"[^\[{\"'&*!|>?,;-][^,;]*")  # a text that stands for a list of one
STRUCTURE = ("record", "named", "list", "lines")
COLOR = re.compile(r"#[ \t]?(?P<digits>[0-9a-fA-F]+)(?=[ \t]|$)")
COLOR_IN_BRACES = re.compile(r"(:[ \t]+)(#[0-9a-fA-F]+)(?=[ \t]*[,}])")
HASH = re.compile(r"(?:^|(?P<space>[ \t]+))#(?P<number>[ \t]?[0-9])?")
# Signs of YAML that some use; signs of templates; a quote or bracket that is never closed; a comma as in JSON.
TWO_MEANINGS = re.compile(
    r"\*[\w-]+|&[\w-]+(?: .*)?|!(?:!|<).*|[|>][-+]?|\{[{%].*|\"[^\"]*|'[^']*|\[[^\]]*|\{[^}]*"
    r"|(?:\".*\"|'.*'|\[.*\]|\{.*\})[,;]",
    re.DOTALL,
)
BRACKETS = re.compile(r"\[[^\]]*\]|\{[^}]*\}")
STARS = re.compile(r"(\*{1,3})([^*\s](?:[^*]*[^*\s])?)\1")
CURLY = re.compile(
    '["\u201c\u201d\u201e\xab\xbb]([^"\u201c-\u201f\xab\xbb]+)["\u201c\u201d\xab\xbb]'
    "|[\u2018\u201a]([^\u2018]+)[\u2018\u2019]"
)


def in_yaml(line: Line, whole: Shape) -> str | None:
    """Return the value of a line as YAML says it, None where that reads as it should, or nobody knows what is meant."""
    value, kind = line.value, line.shape.kind if line.shape else "record"
    if line.shape and value[0] == "{" and any(field.shape.kind == "color" for field in line.shape.fields):
        return COLOR_IN_BRACES.sub(r"\1'\2'", value)
    comment = None if value[0] in "\"'[{" else HASH.search(value)
    if comment:
        if kind == "color" and (color := COLOR.match(value)):
            return _quoted(f"#{color['digits']}") + value[color.end() :]
        if kind in WORDS:
            belongs = comment["number"] or (_in_front_matter(line, whole) and _is_text(comment, value))
            return _quoted(_text(value)) if belongs else None
        return None if kind in STRUCTURE or not comment.start() else value[: comment.start()].ljust(len(value))
    if kind == "lines" and ONE_ENTRY.fullmatch(value):
        return f"[{_quoted(_text(value))}]"
    only_text = kind in ("line", "text") and _in_front_matter(line, whole)
    if _reads(value, collections=not only_text) or (TWO_MEANINGS.fullmatch(value) and not CURLY.fullmatch(value)):
        return None
    structure = (
        (kind in STRUCTURE and value[0] in "[{\"'-&*!|>?")
        or (kind == "several" and value.startswith("- "))
        or (not only_text and BRACKETS.fullmatch(value))
    )
    return None if structure or _holds_two_fields(line) else _quoted(_text(value))


def _in_front_matter(line: Line, whole: Shape) -> bool:
    return whole.hash_is_text and line.field is not None and line.field.record is whole


def _is_text(comment: re.Match[str], value: str) -> bool:
    """Tell whether a number sign belongs to the text: comments stand apart from it, behind two spaces."""
    apart = not comment.start() or len(comment["space"]) > 1
    return not (apart and value[comment.end() : comment.end() + 1] in ("", " ", "#"))


@lru_cache(maxsize=65536)  # most values of a list that grows are those of the last time
def _reads(value: str, *, collections: bool) -> bool:
    """Tell whether YAML reads a value alone: as that text, or as what brackets hold where that may be meant."""
    line = f"value: {value}\n"
    if too_deep(line):
        return True  # and is told as such, when the whole is read
    try:
        root = compose(line)
    except YAMLError:
        return False
    found = root.value[0][1] if isinstance(root, MappingNode) and len(root.value) == 1 else None
    if isinstance(found, ScalarNode):
        whole = found.style in QUOTES and line[found.end_mark.index] != "#"  # which libyaml takes for a comment
        return value[0] not in "!&*" and (whole or "\n" in value or found.value == value)
    return isinstance(found, Node) and collections and value[0] not in "!&*"


def _holds_two_fields(line: Line) -> bool:
    """Tell whether a value may hold the next field of its record, whose line end was forgotten."""
    record = line.field.record if line.field else None
    found = re.findall(r"(?<=\s)([a-z_]+):(?=\s|$)", line.value)
    return record is not None and record.kind == "record" and any(map(record.field, found))


def _text(value: str) -> str:
    """Return the text that a value is, without quotes or stars around the whole of it."""
    plain = without_curly_quotes(STARS.sub(r"\2", value) if STARS.fullmatch(value) else value)
    if plain != value or value[0] not in "\"'" or value[-1] != value[0] or len(value) == 1:
        return plain
    inner, sign = value[1:-1], value[0]
    alone = inner.count(sign) % 2 == 1  # such as an apostrophe
    return inner if alone or sign not in inner or re.search(rf"^[^{sign}]*{sign}\w", inner) else value


def _quoted(text: str) -> str:
    return "'" + text.replace("\t", " ").replace("'", "''") + "'"


def without_curly_quotes(text: str) -> str:
    """Return a text without the curly quotes that stand around the whole of it."""
    found = CURLY.fullmatch(text)
    return (found[1] or found[2]).strip() if found else text
