"""What is asked in the same way of what is known of a site in any of its languages."""

from __future__ import annotations

from typing import Any

from sources.pages.page import PageSource, root_of
from sources.records.data_file import DataFile


class InLanguage:
    """A site in one language; the empty name stands for the main one."""

    __slots__ = ()
    language: str
    translated: frozenset[str]
    pages: tuple[PageSource, ...]
    made: tuple[PageSource, ...]
    others: tuple[PageSource, ...]

    @property
    def root(self) -> str:
        """Return the folder of this language in the output, such as es/; empty for the main one."""
        return root_of(self.language)

    @property
    def findable(self) -> tuple[PageSource, ...]:
        """Return the pages that names in files can mean: all of this language, and of the main one what it lacks."""
        own = {page.path: page for page in (*self.pages, *self.made)}
        return (*own.values(), *(page for page in self.others if not page.language and page.path not in own))

    def speaks(self, file: DataFile[Any] | None) -> bool:
        """Tell whether what is made from a data file is made in this language."""
        return not (self.language and file) or file.path in self.translated

    def root_of(self, file: DataFile[Any]) -> str:
        """Return the folder of what is made from a data file: that of the main language as long as it has no other."""
        return self.root if self.speaks(file) else ""
