"""A link about membership as pages show it: where it leads, in words that say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath

from sources.pages.page import PageSource
from sources.pages.targets import Targets, meant, parts
from sources.published import Document
from sources.words import Words, shown_size

from ...loaded import Sources
from .way import Way

HOME = "index"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known where links are made: words, profile, day, what of the site they can lead to from its home page."""

    words: Words
    production: bool
    today: date
    home: PageSource | None = None
    targets: Targets = field(default_factory=lambda: Targets({}, {}, production=True))
    documents: Mapping[str, Document] = field(default_factory=dict)
    contact: str | None = None

    @classmethod
    def of(cls, sources: Sources) -> Known:
        """Return what a site has."""
        pages, published, production = sources.pages, sources.published, sources.production
        targets = Targets.of(pages, published, production=production, moved=sources.moved)
        home, contact = home_page(pages), sources.site.contact
        return cls(sources.words, production, sources.today, home, targets, sources.documents, contact)

    def file(self, named: str) -> str:
        """Return the page or file, below content, that a name means; empty for none, which is checked."""
        return next(iter(meant(named, self.home, self.targets)), "") if self.home else ""


@dataclass(frozen=True, slots=True)
class Lead:
    """A link: its words, its address, which within the site begins at its root, and whether it is a file to print.

    `what_for` completes the words for those who meet the link alone, as in a list of links that is read out.
    """

    words: str
    href: str
    printed: bool = False
    what_for: str = ""

    @property
    def within(self) -> bool:
        """Tell whether it leads to a page or file of this site."""
        return self.href.startswith("/")

    @property
    def leaves(self) -> bool:
        """Tell whether another site is told of the visit, or would be."""
        return self.href.startswith("https:")


def home_page(pages: tuple[PageSource, ...]) -> PageSource | None:
    """Return the home page, from which names in data files are looked up."""
    return next((page for page in pages if page.path == HOME), None)


def lead(way: Way, label: str, known: Known, host_label: str | None = None) -> Lead | None:
    """Return the link to where a way leads; None where that is nowhere."""
    words = known.words
    if way.url:
        return Lead(words["way_url"].format(label=label, host=host_label or way.host), way.url)
    if way.email:
        return Lead(words["way_email"].format(label=label, email=way.email), f"mailto:{way.email}")
    named = way.page or way.document
    file = known.file(named) if named else ""
    if not (named and file):
        return None
    href = known.targets.address(file) + parts(named)[2].replace(" ", "%20")
    if page := known.targets.pages.get(file):
        return Lead(words["way_page"].format(label=label, page=page.name), href)
    return Lead(f"{words['way_document'].format(label=label)}{_told(file, known)}", href, printed=True)


def _told(file: str, known: Known) -> str:
    """Return what is said of a file behind a link: its kind and its size."""
    kind = known.words.get(f"kind_{PurePosixPath(file).suffix.casefold().removeprefix('.')}")
    document = known.documents.get(file)
    if not (kind and document):
        return ""
    return f" {known.words['file_told'].format(kind=kind, size=shown_size(known.words, document.size))}"
