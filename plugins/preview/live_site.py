"""The site as it is at this moment: checked when a source changes, and each page made when it is asked for.

Each page is looked at as the audit will, so that what only the audit finds is told before anybody publishes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import RLock
from urllib.parse import unquote

from building.builder import SiteBuilder
from building.deferred_writer import Recipes, make
from building.pictures import Owners, key, owners, picture_files
from building.sqlite_store import ThreadedStore
from checking.check import check
from checking.loading import today
from checking.recheck import rechecked
from releasing.audit import BuiltSite, page_audit, problems_of
from releasing.audit.address_rules import links_within_the_site_lead_somewhere
from releasing.audit.page_facts import Outline, outline, page_facts
from sources.parallel import collecting_rarely
from sources.problems import Problem, ProblemsFound
from sources.published import static_files
from sources.result_store import MemoryStore
from subjects.loaded import Sources

NOT_FOUND = "404.html"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site answers: the bytes of a file by its name, and whether it is the one that was asked for.

    `made` is false for a file of the content that is served as it is.
    """

    name: str
    content: bytes
    found: bool = True
    made: bool = True


class LiveSite:
    """The site in the preview. `problems` are those of the sources as they are now; pages are of the last good ones."""

    def __init__(self, builder: SiteBuilder) -> None:
        self.sources: Sources | None = None
        self._refused: tuple[Problem, ...] = ()  # what is wrong with the sources
        self._faults: dict[str, tuple[Problem, ...]] = {}  # and with pages that were asked for since
        self._shown: dict[str, bytes] = {}  # the last good text of each page that was asked for
        self._builder = builder
        self.content, self._theme = Path(builder.settings["PATH"]).resolve(), Path(builder.settings["THEME"]).resolve()
        self._memory, self._kept = MemoryStore(), ThreadedStore(builder.store.folder)
        self._lock = RLock()  # one Markdown converter and one Jinja environment serve all who ask
        self._recipes: Recipes = {}
        self._statics: Mapping[str, Path] = {}
        self._made: Mapping[str, bytes] = {}
        self._pictures: Owners = {}
        self._folder = TemporaryDirectory(prefix="preview-")
        self.refresh(())

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the sources; if nothing is, what went wrong in pages that were asked for."""
        return self._refused or tuple(sorted(set(chain.from_iterable(self._faults.values()))))

    def refresh(self, changed: Collection[Path]) -> None:
        """Take in what has changed on disk; without a name, everything may have."""
        with self._lock, collecting_rarely():
            self._faults.clear()
            try:
                if not self._refresh_texts(changed):
                    self._refresh_all(changed)
            except ProblemsFound as found:
                self._refused = found.problems
            else:
                self._refused = ()

    def names(self) -> Collection[str]:
        """Return the name of every file of the site."""
        return {*self._recipes, *self._statics, *self._pictures, *self._made}

    def answer(self, path: str) -> Answer | None:
        """Return what stands at a path such as `membership/`, or else the page for mistyped links.

        None as long as there has been no good page to show.
        """
        with self._lock:
            if self.sources and not self._refused and self._is_yesterdays(self.sources):
                self.refresh(())
            asked = f"{path}index.html" if path.endswith("/") or not path else path
            names, of_language = self.names(), f"{path.partition('/')[0]}/{NOT_FOUND}"
            name = next((one for one in (asked, of_language) if one in names), NOT_FOUND)
            content = self._content_of(name)
            made = name in self._recipes or name in self._made
            return Answer(name, content, name == asked, made) if content is not None else None

    def audit(self, name: str) -> None:
        """Look at a page that was asked for as the audit will; what it finds is among the problems from then on."""
        with self._lock:
            if self.sources is None or name not in self._shown or self._faults.get(name):
                return
            path = Path(self._folder.name, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self._shown[name])
            site = BuiltSite(path.parents[name.count("/")], tuple(sorted(self.names())), self._statics, self.sources)
            found = problems_in(name, site, lambda other: make(self._recipes[other]).text, self.content)
            self._faults[name] = tuple(found)

    def _content_of(self, name: str) -> bytes | None:
        if name in self._recipes:
            page = make(self._recipes[name])
            self._faults[name] = page.problems
            if not page.problems:
                self._shown[name] = page.text.encode()
            return self._shown.get(name)
        if name in self._pictures:
            wanted = [self._pictures[name]]
            made = next(self._kept.each(lambda one: picture_files(self.content, *one), wanted, lambda one: key(*one)))
            self._faults[name] = made.problems
            return made.content.get(name)
        if name in self._made:
            return self._made[name]
        path = self._statics.get(name, Path(self._folder.name, name))
        return path.read_bytes() if path.is_file() else None

    def _is_yesterdays(self, sources: Sources) -> bool:
        return today(sources.site.time_zone) != sources.today

    def _refresh_all(self, changed: Collection[Path]) -> None:
        sources = self.sources
        if sources is None or self._refused or not all(map(self._is_looks, changed or (self.content,))):
            self._memory.begin()
            sources = check(self.content, self._theme, production=False, store=self._memory, pictures=self._kept)
        self._recipes = self._builder.generate(sources, Path(self._folder.name), None)
        self._statics, self._pictures = static_files(self.content), owners(sources)
        self._made = self._builder.settings["MADE"]
        self.sources = sources

    def _refresh_texts(self, changed: Collection[Path]) -> bool:
        """Take in pages of which only the text has changed; tell whether that was all."""
        if self.sources is None or self._refused or not changed or self._is_yesterdays(self.sources):
            return False
        sources = rechecked(self.sources, self.content, changed)
        if sources is None:
            return False
        for old, new in zip(self.sources.in_every_language, sources.in_every_language, strict=True):
            for before, source in zip(old.pages, new.pages, strict=True):
                if before is not source:
                    self._builder.renew(source, self._recipes)
        self.sources = sources
        return True

    def _is_looks(self, path: Path) -> bool:
        return path.is_relative_to(self._theme) and not path.is_relative_to(self._theme / "words")


def problems_in(name: str, site: BuiltSite, text_of: Callable[[str], str], content: Path) -> Iterator[Problem]:
    """Yield what the audit finds in a page of the site, and in where its links lead; `text_of` makes other pages."""
    audited = page_audit(site, name)
    others = {*_with_places(audited.page, site)} - {name}
    known = site.of([audited.page, *(outline(page_facts(other, text_of(other))) for other in others)])
    lost = (finding for finding in links_within_the_site_lead_somewhere(known) if finding.file == name)
    yield from problems_of((*audited.findings, *lost), site, content)


def _with_places(page: Outline, site: BuiltSite) -> Iterator[str]:
    """Yield the pages to places of which this page links."""
    for link in page.links:
        path, mark, _ = unquote(link).partition("#")
        name = f"{path.lstrip('/')}index.html" if path.endswith("/") else path.lstrip("/")
        if mark and path.startswith("/") and name in site.names and name.endswith(".html"):
            yield name
