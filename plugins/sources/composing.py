"""YAML text becomes the parser's own nodes: by libyaml, and where that refuses, by the same parser in Python.

libyaml is twenty times as fast. What the other one says of a mistake is what `syntax` knows how to put plainly; and it
refuses tabs that libyaml takes for space.
"""

from __future__ import annotations

from contextlib import suppress

import yaml
from yaml.nodes import Node

FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # some systems have no libyaml


def compose(text: str) -> Node | None:
    """Return the one document of a text, None if it holds nothing; raise YAMLError if it cannot be read."""
    if "\t" not in text:
        with suppress(yaml.YAMLError):
            return yaml.compose(text, Loader=FAST)
    return yaml.compose(text, Loader=yaml.SafeLoader)
