"""A directive in Markdown: its line becomes an empty placeholder, which a template of the theme fills later."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from sources.pages.page import PageSource

from .directive import directives
from .registry import Registry, calls

if TYPE_CHECKING:
    from jinja2 import Template

# Raw HTML is off in pages, so nobody can write this tag by hand.
PLACEHOLDER = '<component number="{}"></component>'
COMPONENT = re.compile(PLACEHOLDER.format(r"(\d+)"))
HEADING = re.compile(r"<h([1-6])[ >]")


class DirectivePreprocessor(Preprocessor):
    """Puts a placeholder, numbered from 0, where a directive stands."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with each directive replaced by a block of its own."""
        replaced = list(lines)
        for number, directive in enumerate(directives("\n".join(lines))):
            if directive.malformed:
                continue
            stashed = self.md.htmlStash.store(PLACEHOLDER.format(number))
            replaced[directive.line] = f"\n\n{stashed}\n\n"
        return "\n".join(replaced).split("\n")


class DirectiveExtension(Extension):
    """Teach Markdown the directive.

    | added | registry | priority | why there |
    |---|---|---|---|
    | directive | preprocessors | 27 | before whatever takes lines out and would shift the others |
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register the preprocessor, and let the placeholder stand without a paragraph around it."""
        md.preprocessors.register(DirectivePreprocessor(md), "directive", 27)
        md.block_level_elements.append("component")


def makeExtension(**_: object) -> DirectiveExtension:  # noqa: N802 (the name is Python-Markdown's)
    """Return the extension (called by Python-Markdown)."""
    return DirectiveExtension()


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
