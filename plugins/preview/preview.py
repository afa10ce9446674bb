"""What the preview shows besides the site: the problems over the last good page, the health report, the sources."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cached_property
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from releasing.audit.file_rules import LIMIT
from releasing.finish.headers import EVERYWHERE, Header
from sources.problems import MOST_PROBLEMS, count
from subjects.loaded import Sources

from .editor.config import EDITOR
from .editor.forms import entry_of
from .guide import address_of, read_guide
from .guide_search import search
from .health import grade_chart, health, parted, weight_chart
from .live_site import LiveSite
from .source_lines import SourceLine, line_of, lines_of
from .tabs import Event, Tabs

NO_SITE_YET = "broken.html"
COLORS = "tokens.css"
PREFIX = "/-/"  # no page of the site can have such an address
SCRIPT = f'<script src="{PREFIX}live.js"></script>\n</body>'
POLICY = re.compile(r'(?<=http-equiv="content-security-policy" content=")[^"]*')
SCRIPTS = re.compile(r"\bscript-src\b")
LEADS_ON = '<meta http-equiv="refresh"'
STYLE = re.compile(r"style-src [^;]*")
# What differs from the public host: a page has the script and the style of the preview, which are files of their own,
# may ask for what is new, and may stand beside the editor; the guide has a form to look something up.
RELAXED = {
    "-src 'unsafe-inline'": "-src 'self' 'unsafe-inline'",
    "connect-src 'none'": "connect-src 'self'",
    "form-action 'none'": "form-action 'self'",
    "frame-ancestors 'none'": "frame-ancestors 'self'",
}
LEFT_OUT = ("X-Frame-Options", "Strict-Transport-Security")


class Preview:
    """The live site with all that staff see around it."""

    def __init__(self, site: LiveSite, theme: Path, guide: Path) -> None:
        self.site = site
        self.tabs = Tabs(self.current)
        self.editing = False  # whether the editor stands beside it
        self._theme, self._guide, self._folders = theme, guide, (site.content, theme)
        self._reported: Sources | None = None  # what the health report that is kept is about

    def refresh(self, changed: Collection[Path]) -> None:
        """Take in what has changed on disk, and tell the open tabs."""
        for made_before in ("_templates", "_health"):
            self.__dict__.pop(made_before, None)
        self.site.refresh(changed)
        self.tabs.tell()

    def current(self, path: str) -> Iterator[Event]:
        """Yield what a tab at this path should show: its page, and the problems over it."""
        answer = self.site.answer(path)
        if answer and answer.name.endswith(".html"):
            yield "page", self.page(answer.content.decode())
            self.site.audit(answer.name)
        yield "problems", self.problems()

    def problems(self) -> str:
        """Return the problems as HTML, each with the line that it is about; nothing where there is none."""
        problems = self.site.problems
        return self._rendered(
            "problems.html",
            problems=[(problem, line_of(problem.place, self._folders)) for problem in problems[:MOST_PROBLEMS]],
            how_many=count(len(problems), "problem"),
            more=max(0, len(problems) - MOST_PROBLEMS),
            address_of=address_of,
        )

    def page(self, html: str | None) -> str:
        """Return a page of the site as the preview shows it; without a page, the one that waits for the first."""
        return with_refresh(html if html is not None else self._rendered(NO_SITE_YET))

    def source(self, name: str, line: int) -> str | None:
        """Return a file of the content with its lines numbered; None for any other file."""
        lines: list[SourceLine] | None = lines_of(name, self._folders)
        return self._rendered("source.html", name=name, lines=lines, marked=line) if lines is not None else None

    def guide(self, asked: str) -> str:
        """Return the guide as a page, or what it holds of what somebody looks for."""
        guide = read_guide(self._guide)
        found = search(guide, asked) if asked.strip() else None
        return self._rendered("guide.html", guide=guide, asked=asked.strip(), search=found, count=count, at=PREFIX)

    def health(self) -> str | None:
        """Return the health report as a page; None while there is no site to report on."""
        self.site.answer("")  # the site takes in a new day when somebody asks
        if self._reported is not self.site.sources:
            self._reported = self.site.sources
            self.__dict__.pop("_health", None)
        return self._health

    def file(self, name: str) -> bytes | None:
        """Return a file that belongs to the preview, such as its script, or the colors of the site."""
        files = (self._theme / "static" / ("css" if name == COLORS else "preview")).iterdir()
        return next((path.read_bytes() for path in files if path.name == name), None)

    @cached_property
    def _health(self) -> str | None:
        sources = self.site.sources
        if sources is None:
            return None
        found = health(sources, self.site.content, self._output)
        return self._rendered(
            "health.html",
            health=found,
            grades=grade_chart(found),
            weights=weight_chart(found),
            limit=LIMIT,
            site=sources.site,
            problems=count(len(self.site.problems), "problem") if self.site.problems else "",
            parted=parted,
            count=count,
            editor_entry=entry_of if self.editing else lambda _: None,
            editor=EDITOR,
        )

    def _output(self, name: str) -> bytes:
        answer = self.site.answer(name)
        return answer.content if answer else b""

    def _rendered(self, template: str, **values: object) -> str:
        return self._templates.get_template(f"preview/{template}").render(values)

    @cached_property
    def _templates(self) -> Environment:
        return templates(self._theme)


def templates(theme: Path) -> Environment:
    """Return the templates of the theme, for what only staff see."""
    loader = FileSystemLoader(theme / "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)


def with_refresh(html: str) -> str:
    """Return a page that shows what changes: its script added, and allowed by its policy.

    A style that is put in place later has another sum, so the preview allows any within the page. A page that leads on
    at once stays as it is.
    """
    if LEADS_ON in html:
        return html
    if policy := POLICY.search(html):
        allowed = STYLE.sub("style-src 'self' 'unsafe-inline'", policy[0])
        allowed = SCRIPTS.sub("script-src 'self'", allowed if SCRIPTS.search(allowed) else f"{allowed}; script-src")
        html = f"{html[: policy.start()]}{allowed}; connect-src 'self'{html[policy.end() :]}"
    before, body_end, after = html.rpartition("</body>")
    return f"{before}{SCRIPT}{after}" if body_end else html


def headers() -> list[Header]:
    """Return the headers of the public host, but for what the preview itself needs."""
    kept = [header for header in EVERYWHERE if header.name not in LEFT_OUT]
    for strict, relaxed in RELAXED.items():
        kept = [Header(header.name, header.value.replace(strict, relaxed)) for header in kept]
    return kept
