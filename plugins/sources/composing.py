"""YAML text becomes the parser's own nodes: by libyaml, and where that refuses, by the same parser in Python.

libyaml is twenty times as fast. What the other one says of a mistake is what `syntax` knows how to put plainly; and it
refuses tabs that libyaml takes for space.
"""

from __future__ import annotations

import re
from contextlib import suppress

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent
from yaml.nodes import Node

FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # some systems have no libyaml
DEEPEST = 20  # values within values: who follows many more ends in an error that Python cannot catch
INDENTED = re.compile(f"^ {{{DEEPEST}}}", re.MULTILINE)


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
