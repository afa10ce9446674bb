"""The Markdown side of a directive: its line becomes an empty placeholder, which `rendering` fills later."""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from .directive import directives

# Raw HTML is off in pages, so nobody can write this tag by hand.
PLACEHOLDER = '<component number="{}"></component>'


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
