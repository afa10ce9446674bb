"""The script that a page is sent: short in space and in the names that it gives itself.

Only for our own script, which ends each statement with a semicolon, and names with `let` and before `=>` alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

STRING = r"\"[^\"]*\""
SPACE = re.compile(rf"({STRING})|\s*([^\w\s\"])\s*|\s+")
LET = re.compile(r"\blet ([^;]*);")
GIVEN = re.compile(r"(\w+)=>|\(([^()]*)\)=>")
NAME = re.compile(rf"{STRING}|(?<!\.)\b[a-zA-Z]\w*")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@lru_cache
def shortened(script: str) -> Markup:
    """Return a script that does the same in fewer letters (a filter of Jinja)."""
    bare = SPACE.sub(lambda found: found[1] or found[2] or " ", str(script)).strip().replace(";}", "}")
    names = dict(zip(_own_names(bare), LETTERS, strict=False))
    return Markup(NAME.sub(lambda found: names.get(found[0], found[0]), bare))


def _own_names(bare: str) -> list[str]:
    """Return the names that a script declares and those of what its functions are given, each once, in order."""
    declared = [name for list_ in LET.findall(bare) for name in re.findall(r"(?:^|,)(\w+)(?==|,|$)", _flat(list_))]
    given = [name for found in GIVEN.findall(bare) for name in re.findall(r"(?:^|,)(\w+)", "".join(found))]
    return list(dict.fromkeys([*declared, *given]))


def _flat(declarations: str) -> str:
    """Return declarations without what stands in brackets."""
    return re.sub(rf"{STRING}|\([^()]*\)|\{{.*", "", declarations)
