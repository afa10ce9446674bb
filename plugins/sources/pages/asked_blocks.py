"""Has Python-Markdown ask of the blocks of a page only processors whose signs stand somewhere in the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import Registry

ANYWHERE = ("",)  # stands in every text


def any_of(signs: Iterable[str], text: str) -> bool:
    """Return whether one of the signs stands in the text."""
    return any(map(text.__contains__, signs))


class Asked(Registry[BlockProcessor]):
    """The processors of blocks, of which those are asked that can find something in the page."""

    asked: tuple[BlockProcessor, ...] = ()

    def __iter__(self) -> Iterator[BlockProcessor]:
        """Go through those that are asked, or else through all."""
        return iter(self.asked) if self.asked else super().__iter__()


class AskedBlocks(Preprocessor):
    """Chooses which processors of blocks are asked; in no block are signs that are not in the page."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines as they are."""
        text, registry = "\n".join(["", *lines]), self.md.parser.blockprocessors
        if isinstance(registry, Asked):
            registry.asked = ()
            registry.asked = tuple(one for one in registry if any_of(getattr(one, "signs", ANYWHERE), text))
        return lines
