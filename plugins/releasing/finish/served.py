"""What hosts and servers must know of a site: the path below which it is served, and where old addresses lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from subjects.loaded import Sources


@dataclass(frozen=True, slots=True)
class Served:
    """A site that is served below `prefix`, such as /repo; `moved` has the new addresses by the old, both below it.

    `folders` are those of further languages, such as es/, each with a page of its own for what is not found.
    """

    prefix: str = ""
    moved: Mapping[str, str] = field(default_factory=dict)
    folders: tuple[str, ...] = ()
    shared: bool = False  # a preview that others open

    @property
    def redirects(self) -> Iterator[tuple[str, str]]:
        """Yield the path of every old address, also without the slash at its end, and the path to which it leads."""
        for old, new in self.moved.items():
            for path in dict.fromkeys((old, old.rstrip("/"))):
                yield f"{self.prefix}/{path}", f"{self.prefix}/{new}"


def served(sources: Sources, prefix: str, *, shared: bool = False) -> Served:
    """Return a site as hosts must know it."""
    moved = {moved.url: moved.page.url for one in sources.in_every_language for moved in one.moved}
    return Served(prefix, moved, tuple(one.root for one in sources.translations), shared)
