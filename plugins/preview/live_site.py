"""The site as it is at this moment: checked when a source changes, and each page made when it is asked for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import RLock

from pelican import signals
from pelican.generators import PagesGenerator

from publication.check import Sources, check
from publication.late_writer import Recipes, make
from publication.recheck import rechecked
from publication.site_builder import SiteBuilder
from publication.source_pages import SourcePages
from sources.files import static_files
from sources.problems import Problem, ProblemsFound

from .memory import Memory

NOT_FOUND = "404.html"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site answers: the bytes of a file by its name, and whether it is the one that was asked for."""

    name: str
    content: bytes
    found: bool = True


class LiveSite:
    """The site in the preview. `problems` are those of the sources as they are now; pages are of the last good ones."""

    def __init__(self, builder: SiteBuilder) -> None:
        self.problems: tuple[Problem, ...] = ()
        self.sources: Sources | None = None
        self._builder = builder
        self.content, self._theme = Path(builder.settings["PATH"]).resolve(), Path(builder.settings["THEME"]).resolve()
        self._memory = Memory()
        self._lock = RLock()  # one Markdown converter and one Jinja environment serve all who ask
        self._recipes: Recipes = {}
        self._statics: Mapping[str, Path] = {}
        self._folder = TemporaryDirectory(prefix="preview-")
        signals.page_generator_finalized.connect(self._heard)
        self.refresh(())

    def refresh(self, changed: Collection[Path]) -> None:
        """Take in what has changed on disk; without a name, everything may have."""
        with self._lock:
            try:
                if not self._refresh_texts(changed):
                    self._refresh_all(changed)
            except ProblemsFound as found:
                self.problems = found.problems
            else:
                self.problems = ()

    def answer(self, path: str) -> Answer | None:
        """Return what stands at a path such as `membership/`, or else the page for mistyped links, if there is one."""
        with self._lock:
            name = f"{path}index.html" if path.endswith("/") or not path else path
            content = self._made(name)
            if content is None and (content := self._made(NOT_FOUND)) is not None:
                return Answer(NOT_FOUND, content, found=False)
            return Answer(name, content) if content is not None else None

    def _made(self, name: str) -> bytes | None:
        if name in self._recipes:
            made = make(self._recipes[name])
            if made.problems:
                self.problems = made.problems
            return made.text.encode()
        path = self._statics.get(name) or self._written(name)
        return path.read_bytes() if path and path.is_file() else None

    def _written(self, name: str) -> Path | None:
        path = Path(self._folder.name, name).resolve()
        return path if path.is_relative_to(Path(self._folder.name).resolve()) else None

    def _refresh_all(self, changed: Collection[Path]) -> None:
        sources = self.sources if changed and all(map(self._is_looks, changed)) and not self.problems else None
        if sources is None:
            self._memory.begin()
            sources = check(self.content, self._theme, production=False, kept=self._memory)
        self._recipes = self._builder.generate(sources, Path(self._folder.name), None)
        self._statics = static_files(self.content)
        self.sources = sources

    def _refresh_texts(self, changed: Collection[Path]) -> bool:
        """Take in pages of which only the text has changed; tell whether that was all."""
        if self.sources is None or self.problems or not changed:
            return False
        sources = rechecked(self.sources, self.content, changed)
        if sources is None:
            return False
        for before, source in zip(self.sources.pages, sources.pages, strict=True):
            if before is not source:
                page = self._pages.page(source)
                self._pages.add_source_path(page)
                self._recipes[source.save_as] = replace(self._recipes[source.save_as], own={"page": page})
        self.sources = sources
        return True

    def _is_looks(self, path: Path) -> bool:
        return path.is_relative_to(self._theme) and not path.is_relative_to(self._theme / "words")

    def _heard(self, generator: PagesGenerator) -> None:
        if isinstance(generator, SourcePages):
            self._pages = generator
