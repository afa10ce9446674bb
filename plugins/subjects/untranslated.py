"""Which texts of the data a language has not got, so that its pages show those of the main one."""

from __future__ import annotations

from collections.abc import Iterator

from sources.records.walk import texts_in

from .loaded import Sources


def untranslated(sources: Sources) -> Iterator[str]:
    """Yield every text that visitors read and that no file of this language holds: of the data, and of the theme."""
    own = f".{sources.language}.yaml"
    for found in sources.records():
        yield from (one.text or "" for one in texts_in(found) if not one.place.file.endswith(own))
    yield from sources.unspoken
