"""The sites that tests look at: a full one, frozen for the tests, and that of another coalition, invented for them.

Each is built once in a whole run, whichever worker asks first.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from building.typography import straight
from checking.check import Sources, check
from conftest import CATE_CONTENT, ROOT, THEME, Built, build
from releasing.lock import taken
from subjects.membership.application.lead import Known
from subjects.membership.application.link import ApplicationLink, application_link
from subjects.membership.records import MEMBERSHIP


@dataclass(frozen=True)
class Site:
    """One site to build: from which content, with which settings, published under which address, if any."""

    name: str
    content: Path
    settings: str = "pelicanconf.py"
    address: str = ""
    of_each_folder: int | None = None  # so many of its pages below the top stand for all that are there

    @property
    def path(self) -> str:
        """Return the path below which it is served, such as /repo; empty at the root of a host."""
        return urlsplit(self.address).path

    @cached_property
    def sources(self) -> Sources:
        """Return what it is built from."""
        return check(self.content, THEME, production=self.settings == "publishconf.py")

    @property
    def urls(self) -> tuple[str, ...]:
        """Return the address of every page that it should have."""
        pages = (page for one in self.sources.in_every_language for page in one.pages)
        return tuple(page.url for page in pages if not (page.draft and self.sources.production))

    @property
    def looked_at(self) -> tuple[str, ...]:
        """Return the addresses that tests of every page look at; a year and a number count for any other."""
        found: dict[str, list[str]] = {}
        for url in self.urls:
            folder, _, name = url.rstrip("/").rpartition("/")
            kind = f"{YEAR.sub('#', folder)}/{YEAR.sub('#', name) if YEAR.fullmatch(name) else '*'}" if folder else url
            found.setdefault(kind, []).append(url)
        return tuple(url for some in found.values() for url in some[: self.of_each_folder])

    def application(self, tier_id: str) -> ApplicationLink:
        """Return the application of a tier as every page of the site should show it."""
        sources = self.sources
        tier, shared = sources.of(MEMBERSHIP).tier(tier_id), sources.of(MEMBERSHIP).application
        return application_link(tier, shared, Known.of(sources))


YEAR = re.compile(r"\d+")
HARBOR_CONTENT = ROOT / "tests" / "coalitions" / "harbor"
CATE = Site("cate", CATE_CONTENT)
HARBOR = Site("harbor", HARBOR_CONTENT)
PUBLIC_CATE = Site("public-cate", CATE_CONTENT, "publishconf.py")
PUBLIC_HARBOR = Site("public-harbor", HARBOR_CONTENT, "publishconf.py", "https://harbor-food-alliance.org")
CATE_BELOW_A_PATH = Site("cate-below-a-path", CATE_CONTENT, "publishconf.py", "https://example-coalition.org/repo")
COALITIONS = ROOT / "tests" / "coalitions"
FOUNDATION = Site("foundation", COALITIONS / "foundation")
CLUB = Site("club", COALITIONS / "club", "publishconf.py", "https://alderbrook-on-sile-rowing.org")
ASSOCIATION = Site("association", COALITIONS / "association", "publishconf.py", "https://cinder-lane-reading-room.org")
# With much in it: events, news, people and members, resources; tests look at a sample of its pages.
FEDERATION = Site(
    "federation", COALITIONS / "federation", "publishconf.py", "https://harrow-valley-food-federation.org", 2
)
# In three languages, one of them half, and written from right to left.
WELCOME = Site("welcome", COALITIONS / "welcome", "publishconf.py", "https://ostwick-welcome-network.org", 3)
EXAMPLES = (FOUNDATION, CLUB, ASSOCIATION, FEDERATION, WELCOME)  # of organisations that are no coalitions
ALL_SITES = (CATE, HARBOR, PUBLIC_CATE, PUBLIC_HARBOR, CATE_BELOW_A_PATH, *EXAMPLES)


@dataclass(frozen=True)
class Location:
    """One page of one site."""

    site: Site
    url: str

    @property
    def sources(self) -> Sources:
        """Return what the page is made from, in its language."""
        main = self.site.sources
        return next((one for one in main.translations if self.url.startswith(one.root)), main)


def every_page(*sites: Site) -> list:
    """Return the parameters of a test that looks at every page of the sites, named after them."""
    return [pytest.param(Location(site, url), id=f"{site.name}:/{url}") for site in sites for url in site.looked_at]


def named(*locations: Location) -> list:
    """Return the parameters of a test that looks at these pages."""
    return [pytest.param(one, id=f"{one.site.name}:/{one.url}") for one in locations]


COMPARISON = "membership/compare/coalition-member-and-ally-network/"
PLAIN_PAGES = (
    "",
    "about/",
    "history/",
    "membership/coalition-member/",
    "membership/which-tier/",
    "get-help/",
    "404.html",
)
PAGES_WITH_TABLES = (Location(CATE, "membership/"), Location(CATE, COMPARISON), Location(HARBOR, "membership/"))
LIVING = ("events/", "news/", "people/", "members/", "resources/")
# What no page of a coalition shows: prices, marks, notes, other ways to apply, a logo, no help lines.
OF_EXAMPLES = (
    *(Location(FOUNDATION, url) for url in ("", "membership/", "membership/steward/", "membership/which-level/")),
    *(Location(CLUB, url) for url in ("", "plans/", "plans/family/", "plans/friend/", "story/")),
    *(Location(ASSOCIATION, url) for url in ("", "visit/", "404.html")),
    *(Location(FEDERATION, url) for url in FEDERATION.looked_at if url.startswith(LIVING)),
    *(Location(WELCOME, url) for url in ("es/", "es/join/", "es/get-help/", "ar/", "ar/about/", "ar/404.html")),
)
ONE_OF_EACH_KIND = (*(Location(CATE, url) for url in PLAIN_PAGES), *PAGES_WITH_TABLES)


@cache
def parsed(output: Path, url: str) -> BeautifulSoup:
    """Return a page, parsed once for all tests; nobody changes it."""
    return Built(0, "", output).page(url)


def words(element: Tag) -> str:
    """Return the text of an element as it reads: one space between words, and quotation marks as people type them."""
    return straight(" ".join(element.get_text(" ").split()))


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Keep all other workers waiting."""
    with lock.open("a", encoding="utf-8") as held:
        while not taken(held):
            time.sleep(0.02)
        yield


@pytest.fixture(scope="session")
def shared(tmp_path_factory) -> Path:
    """Return the folder that all workers of this run share."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


@pytest.fixture(scope="session")
def output(shared) -> Callable[[Site], Path]:
    """Return the output folder of a site, built when it is first asked for."""

    @cache
    def finished(site: Site) -> Built:
        said = shared / f"{site.name}.said"
        with alone(shared / f"{site.name}.lock"):
            if not said.exists():
                built = build(site.content, shared / site.name, site.settings, address=site.address)
                said.write_text(f"{built.status}\n{built.said}", "utf-8")
        status, _, words = said.read_text("utf-8").partition("\n")
        return Built(int(status), words, shared / site.name)

    def folder(site: Site) -> Path:
        built = finished(site)
        if built.status:
            pytest.fail(f"{site.name} was not built:\n{built.said}", pytrace=False)
        return built.output

    return folder
