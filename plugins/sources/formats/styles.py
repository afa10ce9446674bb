"""What a style sheet makes a browser fetch, found by a parser of CSS."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import tinycss2
from tinycss2.ast import AtKeywordToken, FunctionBlock, Node, StringToken, URLToken

# CSS Values and Units 4, 4.5; CSS Images 4, 2: what takes an address, in `url()` or as a plain string.
TAKE_ADDRESSES = frozenset(["url", "src", "image", "image-set", "-webkit-image-set", "cross-fade"])
# What is in the file itself, or part of it: no bitmap and no font holds anything that runs or fetches.
HELD = re.compile(r"\s*(#|data:(image/(png|jpeg|gif|webp|avif)|font/|application/(x-)?font))", re.IGNORECASE)
# Without any of these nothing can be fetched; an escape may spell each of them.
MAY_FETCH = re.compile(r"\\|@import|(?:url|src|image|image-set|cross-fade)\(", re.IGNORECASE)


@lru_cache(maxsize=256)  # pages with the same components have the same style
def fetches(style: str) -> tuple[str, ...]:
    """Return all that a style sheet, or the value of one property, makes a browser fetch, each as a report shows it."""
    nodes = tinycss2.parse_component_value_list(style, skip_comments=True) if MAY_FETCH.search(style) else ()
    return tuple(_of(nodes))


def _of(nodes: Iterable[Node], function: str = "") -> Iterator[str]:
    at_rule = ""  # the one whose words these are, up to its end
    for node in nodes:
        if isinstance(node, AtKeywordToken):
            at_rule = node.lower_value
            if at_rule == "import":
                yield "@import"
        elif node == ";" or node.type == "{} block":
            at_rule = ""
        if at_rule != "namespace":  # whose address is only a name
            yield from _of_one(node, function)


def _of_one(node: Node, function: str) -> Iterator[str]:
    if isinstance(node, URLToken):
        yield from () if HELD.match(node.value) else [f"url({node.value})"]
    elif isinstance(node, StringToken):
        if function in TAKE_ADDRESSES and not HELD.match(node.value):
            yield f"{function}({node.value})"
    elif isinstance(node, FunctionBlock):
        if node.lower_name == "var" and function in TAKE_ADDRESSES:
            yield f"{function}(var())"
        yield from _of(node.arguments, node.lower_name)
    elif hasattr(node, "content"):
        yield from _of(node.content, function)
