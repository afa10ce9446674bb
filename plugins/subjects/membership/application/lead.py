"""A link about membership as pages show it: where it leads, in words that say so; and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath

from sources.pages.front_matter import FrontMatter
from sources.pages.page import PageSource
from sources.pages.targets import Targets, meant, parts, resolved
from sources.pages.typed_addresses import elsewhere, finished
from sources.problems import Place
from sources.published import Document
from sources.words import Words, shown_size
from sources.yaml.nodes import Mapping as Fields

from ...loaded import Sources
from .records import Application, Way
from .services import service_of

KINDS = {"url": "form", "page": "page", "email": "email", "document": "document"}  # of ways, for programs


def page_of(file: str) -> PageSource:
    """Return a page at the top of `pages/`, as which links in a data file lead to others."""
    nodes = Fields(Place(file, 0), Place(file, 0), {})
    front_matter = FrontMatter.model_construct(title="", description="")
    return PageSource(file, "answers", "", front_matter, "", 0, nodes, b"")


HERE = page_of("")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known where links are made: words, profile, day, and what of the site they can lead to."""

    words: Words
    production: bool
    today: date
    targets: Targets = field(default_factory=lambda: Targets({}, {}, production=True))
    documents: Mapping[str, Document] = field(default_factory=dict)
    contact: str | None = None

    @classmethod
    def of(cls, sources: Sources) -> Known:
        """Return what a site has."""
        contact, documents = sources.site.contact, sources.documents
        return cls(sources.words, sources.production, sources.today, sources.targets, documents, contact)

    def file(self, named: str) -> str:
        """Return the page or file, below content, that a name means; empty for none, which is checked."""
        return next(iter(meant(named, HERE, self.targets)), "")

    def address(self, typed: str) -> str:
        """Return an address as a browser takes it; one within the site lacks what stands before its first slash."""
        return resolved(typed, HERE, self.targets, "")

    def around(self, typed: Iterable[str]) -> list[tuple[str, str, int]]:
        """Return what pages draw on for some addresses: where each leads, and how large the file there is."""
        return [(one, self.address(one), self._size(one)) for one in sorted({*typed})]

    def _size(self, typed: str) -> int:
        address = finished(typed)
        files = () if elsewhere(address) else meant(address, HERE, self.targets)
        return max((known.size for file in files if (known := self.documents.get(file))), default=0)


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


def lead(way: Way, label: str, known: Known, host_label: str | None = None) -> Lead | None:
    """Return the link to where a way leads; None where that is nowhere."""
    words = known.words
    if way.url:
        service = service_of(way.url)
        host = host_label or (service.name if service else way.host)
        return Lead(words["way_url"].format(label=label, host=host), way.url)
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


def described(application: Application, known: Known, root: str) -> dict[str, object]:
    """Return how one applies, for programs: nothing of a way that is not confirmed, whatever the profile."""
    given = application.ways if application.is_confirmed else []
    there = lead(application, "", known) if given else None
    return {
        "way": KINDS.get(given[-1], application.by) if given else None,
        "url": (f"{root}{there.href}" if there.within else there.href) if there and not application.email else None,
        "email": application.email if given else None,
        "full": bool(application.full),
    }
