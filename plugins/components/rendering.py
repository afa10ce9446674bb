"""Fills the placeholders with the theme's templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Template

from sources.pages.page import PageSource

from .registry import Registry, calls

PLACEHOLDER = re.compile(r'<component number="(\d+)"></component>')


def with_components(
    html: str, page: PageSource, context: Mapping[str, Any], template: Callable[[str], Template]
) -> str:
    """Return the HTML of a page with its components in place; links in them are left for Pelican to resolve."""
    known: Registry = context["COMPONENTS"]
    page_calls = calls(page)

    def render(placeholder: re.Match[str]) -> str:
        name, call = page_calls[int(placeholder[1])]
        given = {**context, "number": call.number, "level": call.level, **known[name].meaning(call)}
        return str(template(f"components/{known[name].templates[0]}").render(given))

    return PLACEHOLDER.sub(render, html)
