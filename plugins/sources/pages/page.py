"""Reads a page from its file; checks its name, and what all pages together must be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from sources.file_names import KEPT_BY_WINDOWS, plain
from sources.files import DOCUMENTS, HIDDEN, MARKDOWN_LIMIT, OFFICE, misplaced
from sources.languages import parted
from sources.problems import Place, Section, command, quoted, refusal
from sources.records.data_file import typed
from sources.records.fields import ID
from sources.result_store import digest
from sources.text import position, read_text
from sources.yaml.nodes import Mapping, Node

from .front_matter import FrontMatter, read_front_matter
from .rendered import Rendered

NAME_RULE = "use small letters, digits and single hyphens"
NOTHING = Rendered()
HOME, NOT_FOUND = "index", "404"
NO_DRAFT = {HOME: "it is the home page", NOT_FOUND: "it is shown when somebody follows an old or mistyped link"}


def name_complaint(path: Path, relative: str) -> str | None:
    """Return what staff read about a name, below content/pages, that no page can have; None if one can."""
    if message := misplaced(PurePosixPath("pages", relative)):
        return message
    if path.name.startswith("."):
        return HIDDEN
    if path.suffix != ".md":
        return f'"{path.name}" is not a page. {_instead(path.name)}'
    for part in parted(relative.removesuffix(".md"))[0].split("/"):
        if not ID.fullmatch(part):
            hint = f", such as {quoted(plain(part))}" if plain(part) else ""
            return f"the name {quoted(part)} becomes part of an address: {NAME_RULE}{hint}."
        if KEPT_BY_WINDOWS.fullmatch(part):
            return f"the name {quoted(part)} is one that Windows keeps for itself. Choose another."
    return None


def _instead(name: str) -> str:
    """Return what to do with a file that is no page."""
    page, ending = PurePosixPath(name).stem, PurePosixPath(name).suffix.casefold()
    if page.endswith(".md"):  # some programs and computers add an ending, and hide it
        return f"Take the ending {quoted(ending)} away: {quoted(page)}."
    if ending in OFFICE:
        return f"Copy its text into a page ({command('new-page')}), or move it to content/extra."
    if ending in DOCUMENTS:
        return f"Copy its text into a page ({command('new-page')}), or save it as a PDF into content/extra."
    return 'Pages end in ".md"; pictures go to content/images.'


def address(name: str, language: str = "") -> str:
    """Return the address of the page of that name, below the site's own; `language` is one besides the main one."""
    root = root_of(language)
    if name == NOT_FOUND:
        return f"{root}404.html"
    return root + (name.removesuffix("index") if name == "index" or name.endswith("/index") else f"{name}/")


def root_of(language: str) -> str:
    """Return the folder of all pages in a language besides the main one, such as es/; empty for that."""
    return f"{language.lower()}/" if language else ""


def file_of(url: str) -> str:
    """Return the output file of an address, relative to the output directory."""
    return url if url.endswith(".html") else f"{url}index.html"


@dataclass(frozen=True, slots=True)
class PageSource:
    """One page as its author wrote it."""

    file: str  # as problems name it: content/pages/about.md
    path: str  # as other files name it: about, membership/index
    url: str  # below the site's own, without leading slash: membership/; empty for the home page
    front_matter: FrontMatter
    body: str
    body_line: int  # the line of the file on which the body begins
    nodes: Node  # the front matter with its places
    digest: bytes  # what tells the whole page from every other one, and from itself before a change
    waits: bool = False  # whether its day is to come, on the day of the build
    rendered: Rendered = NOTHING  # what Markdown makes of the body, once that has been looked at
    language: str = ""  # besides the main one, such as es

    @property
    def root(self) -> str:
        """Return the address of the home page in the language of this one."""
        return root_of(self.language)

    @property
    def below_content(self) -> str:
        """Return its file below the content, or the one that it would have: pages/about.es.md."""
        return f"pages/{self.path}{f'.{self.language}' if self.language else ''}.md"

    @property
    def save_as(self) -> str:
        """Return the output file, relative to the output directory."""
        return file_of(self.url)

    @property
    def name(self) -> str:
        """Return the short name, for menus and breadcrumbs."""
        return self.front_matter.nav_title or self.front_matter.title

    @property
    def needed(self) -> bool:
        """Tell whether the public site cannot do without this page, which is told already when it is a draft."""
        return self.path in NO_DRAFT or self.front_matter.tier is not None

    def place(self, field: str) -> Place:
        """Return where the value of a field of the front matter stands."""
        return place_of(self.nodes, field)

    def at(self, offset: int) -> Place:
        """Return the place of a character of the body."""
        line, column = position(self.body[:offset])
        return Place(self.file, self.body_line + line - 1, column)

    @property
    def draft(self) -> bool:
        """Tell whether the page is kept off the public site, for good or until its day comes."""
        return self.front_matter.status == "draft" or self.waits

    @property
    def listed(self) -> bool:
        """Tell whether search engines may list the page: not a draft, and not the page for mistyped links."""
        return not self.draft and self.path != NOT_FOUND


def place_of(record: Node, field: str) -> Place:
    """Return where the value of a field stands; without the field, where the record does."""
    found = record.get(field)
    return found.place if found else record.place


def read_page(path: Path, root: Path, content_name: str = "content") -> PageSource:
    """Return one page; raise ProblemsFound with everything wrong in its name and its front matter."""
    relative = path.relative_to(root).as_posix()
    file = f"{content_name}/{root.name}/{relative}"
    if message := name_complaint(path, relative):
        raise refusal(file, message, Section.PAGES)
    text = read_text(path, file, MARKDOWN_LIMIT)
    nodes, body_line = read_front_matter(text, file)
    body = "\n".join(text.split("\n")[body_line - 1 :])
    name, language = parted(relative.removesuffix(".md"))
    front_matter = typed(nodes, FrontMatter, lambda _: Section.FRONT_MATTER)
    page = PageSource(file, name, address(name), front_matter, body, body_line, nodes, digest(file, text))
    return in_language(page, language)


def made_page(file: str, path: str, front_matter: FrontMatter, body: str) -> PageSource:
    """Return a page that is made from facts; `file` is the one that holds them, where problems on it stand."""
    nodes = Mapping(Place(file, 0), Place(file, 0), {})
    return PageSource(file, path, address(path), front_matter, body, 0, nodes, digest(file, path, front_matter, body))


def in_language(page: PageSource, language: str) -> PageSource:
    """Return a page as one in a language besides the main one, or in that."""
    return replace(page, language=language, url=address(page.path, language))
