"""Fills the placeholders with the theme's templates, in Pelican's own environment, once all pages are read.

Rendering this late keeps links such as `{filename}` in components working, since Pelican resolves them when a page is
first printed, and leaves no component stale when pages come from a cache.
"""

from __future__ import annotations

import re
from itertools import chain

from pelican import signals
from pelican.contents import Page
from pelican.generators import PagesGenerator

from .registry import Registry, calls

PLACEHOLDER = re.compile(r'<component number="(\d+)"></component>')


def render_components(generator: PagesGenerator) -> None:
    """Render the components of every page that Pelican is about to write."""
    for page in chain(
        generator.pages,
        generator.hidden_pages,
        generator.draft_pages,
        generator.translations,
        generator.hidden_translations,
        generator.draft_translations,
    ):
        _render_page(page, generator)


def _render_page(page: Page, generator: PagesGenerator) -> None:
    known: Registry = generator.context["COMPONENTS"]
    page_calls = calls(page.source)

    def render(placeholder: re.Match[str]) -> str:
        name, call = page_calls[int(placeholder[1])]
        template = generator.get_template(f"components/{known[name].templates[0]}")
        given = {**generator.context, "number": call.number, "level": call.level}
        return str(template.render({**given, **known[name].meaning(call)}))

    page._content = PLACEHOLDER.sub(render, page._content)


def register() -> None:
    """Connect to Pelican."""
    signals.page_generator_finalized.connect(render_components)
