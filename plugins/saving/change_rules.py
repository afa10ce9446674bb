"""What is asked of a change before it is written, besides what `make check` asks of all files together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import cast

from markdown import markdown

from checking.check import Sources
from checking.day import today
from checking.private import digits
from releasing.audit import BuiltSite, problems_of
from releasing.audit.page_facts import page_facts
from releasing.audit.places import DATA
from releasing.audit.rules import TEXT_RULES
from sources.pages.markdown import PlainMarkdown
from sources.pages.page import PageSource, place_of, read_page
from sources.problems import Problem, ProblemsFound, Section
from sources.yaml.nodes import Mapping, Node, parse
from subjects.help_lines.records import HELP_LINES, HelpLines
from subjects.membership.records import MEMBERSHIP, Membership
from subjects.site.records import SITE, Site

NUMBERS = ("number", "text")
UNSEEN = (
    'help line "{}", {}: another number needs another look. Call it or compare it with its source, and say when you '
    "checked it in last_reviewed."
)
# What stands in site.yaml so that it may be published, or so that it never is.
NOT_SHOWN = ("contact", "approved_people", "forbidden_words", "wording")


@dataclass(frozen=True)
class Known:
    """What the rules about people ask of the sources; the pages are those that change."""

    site: Site
    membership: Membership
    help_lines: HelpLines
    pages: tuple[PageSource, ...]
    production: bool = True


def people_problems(content: Path, files: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for what tells too much about people in some files, by their path below `content`."""
    there = [name for name in files if (content / name).is_file()]
    pages = tuple(page for name in there if name.startswith("pages/") and (page := _page(name, content)))
    try:
        site, membership = SITE.record(SITE.nodes(content)), MEMBERSHIP.record(MEMBERSHIP.nodes(content))
        known = Known(site, membership, HELP_LINES.record(HELP_LINES.nodes(content)), pages)
    except ProblemsFound:  # which `check` tells
        return
    texts = {page.save_as: _read_aloud(page) for page in pages if not page.draft}
    texts |= {name: _values_of(name, content) for name in there if name in DATA}
    statics = {f"images/{name}": content / "images" / name for name in _inside("images", there)}
    facts = {name: page_facts(name, html) for name, html in texts.items()}
    built = BuiltSite(content, (), statics, cast(Sources, known), pages=facts)
    yield from problems_of((found for rule in TEXT_RULES for found in rule(built)), built, content)


def unlooked_at(content: Path, before: bytes | None) -> Iterator[Problem]:
    """Yield a problem for every help line with another number than `before` and the same day of its last review.

    A number that is put right on the very day of its review has that day already.
    """
    try:
        site, nodes = SITE.record(SITE.nodes(content)), HELP_LINES.nodes(content)
        old = parse((before or b"").decode("utf-8-sig"), "")
        day = today(site.time_zone).isoformat()
    except (ProblemsFound, UnicodeDecodeError):  # which `check` tells, or which was so before
        return
    known = {line.text_of("id"): line for line in old.each("help_lines")}
    for line in nodes.each("help_lines"):
        was, reviewed = known.get(line.text_of("id")), line.text_of("last_reviewed")
        for name in NUMBERS if was and reviewed not in (None, day) else ():
            if was and _renewed(was, line, name) and was.text_of("last_reviewed") == reviewed:
                yield Problem(place_of(line, name), UNSEEN.format(line.text_of("id"), name), Section.HELP_LINES)


def _renewed(was: Node, line: Node, name: str) -> bool:
    """Tell whether a help line has another number, however that is written; one that is gone is none."""
    number = line.text_of(name)
    return number is not None and digits(number) != digits(was.text_of(name) or "")


def _page(name: str, content: Path) -> PageSource | None:
    try:
        return read_page(content / name, content / "pages", content.name)
    except ProblemsFound:
        return None


def _read_aloud(page: PageSource) -> str:
    """Return a page in the words that visitors read, without what its components add."""
    fields = _paragraphs(one.text for one in page.nodes.scalars())
    return fields + markdown(page.body, extensions=[PlainMarkdown(), "tables"])


def _values_of(name: str, content: Path) -> str:
    try:
        fields = parse((content / name).read_bytes().decode("utf-8-sig").replace("\r\n", "\n"), name)
    except (ProblemsFound, UnicodeDecodeError):
        return ""
    shown = (
        [field for key, field in fields.entries.items() if key not in NOT_SHOWN] if isinstance(fields, Mapping) else []
    )
    return _paragraphs(one.text for field in shown for one in field.scalars())


def _paragraphs(texts: Iterable[str | None]) -> str:
    """Return texts as a page holds them; what an address says is no text."""
    return "".join(f"<p>{escape(text)}</p>" for text in texts if text and not text.startswith("https://"))


def _inside(folder: str, names: Iterable[str]) -> Iterator[str]:
    return (name.removeprefix(f"{folder}/") for name in names if name.startswith(f"{folder}/"))
