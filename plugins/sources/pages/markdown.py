"""Python-Markdown without raw HTML: what looks like a tag in a page is shown as the text it is."""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from sources.pages.fast_path import FastPath

# The first is in another room, which teaches Markdown our components.
EXTENSIONS = ("components.markdown", "tables", "fenced_code", "sane_lists", "toc")


class PlainMarkdown(Extension):
    """Take raw HTML out of Markdown.

    | removed | registry | why |
    |---|---|---|
    | html_block | preprocessors | blocks of raw HTML would reach the page as they are |
    | html | inlinePatterns | so would single tags within a sentence |
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Deregister both, so that the serializer escapes every `<`."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")


def converter(settings: dict[str, Any]) -> Markdown:
    """Return a Markdown converter with settings such as Pelican's MARKDOWN; raw HTML is off whatever they say."""
    extensions = [*settings.get("extensions", ()), PlainMarkdown(), FastPath()]
    return Markdown(
        extensions=extensions,
        extension_configs=settings.get("extension_configs", {}),
        output_format=settings.get("output_format", "html"),
    )
