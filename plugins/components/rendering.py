"""Fills the placeholders with the theme's templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Template

from sources.pages.page import PageSource

from .registry import Registry, calls

# Nobody can write this by hand.
COMPONENT = re.compile(r'<component number="(\d+)"></component>')
HEADING = re.compile(r"<h([1-6])[ >]")


def with_components(
    html: str, page: PageSource, context: Mapping[str, Any], template: Callable[[str], Template]
) -> str:
    """Return the HTML of a page with its components in place; links in them are left for Pelican to resolve."""
    known: Registry = context["COMPONENTS"]
    page_calls = calls(page)

    def render(placeholder: re.Match[str]) -> str:
        name, call = page_calls[int(placeholder[1])]
        level = _level(placeholder.string, placeholder.start())
        given = {**context, "number": call.number, "level": level, **known[name].meaning(call)}
        return str(template(f"components/{known[name].templates[0]}").render(given))

    return COMPONENT.sub(render, html)


def _level(html: str, at: int) -> int:
    """Return the level for the headings of a component: one below the heading it stands under, and no deeper than 5."""
    above = HEADING.findall(html, 0, at)
    return min(int(above[-1] if above else 1) + 1, 5)  # the title of the page is its first heading
