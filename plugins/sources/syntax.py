"""What the YAML parser says, in words for people who do not know YAML."""

from __future__ import annotations

from dataclasses import dataclass

from ruamel.yaml.error import MarkedYAMLError

from .problems import Place, Problem


@dataclass(frozen=True, slots=True)
class _Slip:
    """What the parser says, what it usually is in a file edited by hand, and whether to look where it began."""

    sign: str
    meaning: str
    began_earlier: bool = False


# The first sign that fits decides.
SLIPS = (
    _Slip("found character '\\t'", "a tab. Use spaces to indent."),
    _Slip("while scanning a quoted scalar", "a quote that opens here is never closed.", began_earlier=True),
    _Slip(
        "while scanning a double-quoted scalar",
        'a backslash inside "double quotes". Use single quotes around the text.',
    ),
    _Slip("found character", 'the text begins with a sign that YAML keeps for itself. Put the value in "quotes".'),
    _Slip(
        "mapping values are not allowed",
        'a ": " where none can stand. Put text that contains ": " in "quotes", check that each field starts as far '
        "left as its neighbors, and leave a space after each colon.",
    ),
    _Slip("while parsing a flow", "a bracket that opens on this line is never closed.", began_earlier=True),
    _Slip("found undefined alias", 'the text begins with "*". Put the value in "quotes".'),
    _Slip("but found another document", 'a line "---" splits the file in two. Delete it.'),
    _Slip(
        "could not find expected ':'",
        'a line without ": ". Each field is written "name: value".',
        began_earlier=True,
    ),
    _Slip(
        "while parsing a block",
        "this line does not start as far left as its neighbors, or a quote inside the text ends it early. "
        "Line it up with the lines around it.",
    ),
)


def syntax_problem(error: MarkedYAMLError, file: str, first_line: int) -> Problem:
    """Return what the parser says in words for people who do not know YAML, at the place to look at."""
    said = f"{error.context or ''} {error.problem or ''}"
    slip = next((slip for slip in SLIPS if slip.sign in said), _Slip("", f"not understood: {error.problem}."))
    mark = (slip.began_earlier and error.context_mark) or error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return Problem(Place(file, line + first_line, column + 1), slip.meaning)
