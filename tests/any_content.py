"""What holds of any content, whatever its words: of ours, of the coalitions of the tests and of every edit of them.

It checks, is built and published, and passes the audit on the way; what its data files say reaches visitors; no draft
does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from building.typography import alike
from checking.check import Sources, check, components
from conftest import THEME, build
from sources.languages import parted
from sources.text import read_text
from sources.yaml.document import parse
from sources.yaml.nodes import Mapping, Node, Scalar, Sequence

ADDRESS = "https://any-coalition.org/below"
TEXTS = {".json", ".csv", ".txt", ".xml"}

# Fields that visitors do not see as they are typed, and why. A name stands for everything below it.
NOT_SEEN = {
    **dict.fromkeys(("id", "category", "within", "for", "tier", "page", "criterion"), "a name within the files"),
    **dict.fromkeys(("rules.answers", "left_out"), "names within the files"),
    **dict.fromkeys(
        ("emergency", "application_link", "confirmed", "rolling", "full", "by", "people", "pairs", "closed", "kind"),
        "decides something",
    ),
    **dict.fromkeys(("last_reviewed", "review_every", "opens", "closes", "opens_again", "until"), "a date in words"),
    "checked": "a choice in words",
    **dict.fromkeys(("application.url", "host_label", "prefill", "application_hosts"), "while there is a form"),
    **dict.fromkeys(("email", "send_to"), "while applications are accepted"),
    **dict.fromkeys(("document", "renew"), "where a link leads"),
    **dict.fromkeys(("interest_form", "wait_list", "paused.reason"), "while applications are not accepted"),
    **dict.fromkeys(("language", "languages", "answers_in", "time_zone", "address"), "decides how pages are made"),
    **dict.fromkeys(
        (
            "requires",
            "repository",
            "reading_grade",
            "wording",
            "abbreviations",
            "not_yet_given",
            "translated",
            "translation_grace",
        ),
        "for staff",
    ),
    **dict.fromkeys(
        ("approved_people", "approved_phrases", "forbidden_words"), "what may, and what must not, be named"
    ),
    **dict.fromkeys(("images.file", "images.rights", "images.consent"), "for staff"),
    **dict.fromkeys(("colors", "logo.shows_name"), "decides how pages look"),
    **dict.fromkeys(("share_image.file", "logo.file", "logo.file_dark"), "published under another name"),
    **dict.fromkeys(("starts", "ends", "moved_from", "every", "except"), "dates in words"),
    **dict.fromkeys(("state", "online", "address_after_rsvp", "person", "group", "sort_as"), "decides something"),
    **dict.fromkeys(("consent", "withdrawn", "picture"), "for staff"),
    **dict.fromkeys(("register", "resources.language"), "where and in what one is led"),
    "logo.words": "where the name is not written beside the logo",
}
# Fields that only a component shows: a site that does not use it has none of them.
SHOWN_BY = {
    "guide": "guide",
    "standards": "standards",
    "statements.values": "values",
    "help_lines": "help-lines",
    "in_plain_words": "statement",
}


@dataclass(frozen=True)
class AnyContent:
    """A content folder, and the theme that it is shown in."""

    content: Path
    theme: Path = THEME

    @cached_property
    def public(self) -> Sources:
        """Return what is published."""
        return check(self.content, self.theme, production=True)

    def publish(self, output: Path, address: str = ADDRESS) -> Path:
        """Publish it, and return the folder."""
        return self._build(output, "publishconf.py", address)

    def preview(self, output: Path) -> Path:
        """Build the preview, and return the folder."""
        return self._build(output, "pelicanconf.py", "")

    def _build(self, output: Path, settings: str, address: str) -> Path:
        built = build(self.content, output, settings, "-t", self.theme, address=address)
        assert 0 == built.status, built.said
        return output

    def unseen(self, site: Path) -> list[str]:
        """Return what the data files say and no file of the published site shows."""
        seen = alike(all_text(site))
        bodies = "\n".join(page.body for page in self.public.pages if not page.draft)
        used = {name for name in components(self.public) if f"::: {name}" in bodies}
        return [
            f"{field}: {text}"
            for field, text in self.values()
            if is_shown(field, used) and alike(spaced(text)) not in seen
        ]

    def values(self) -> Iterator[tuple[str, str]]:
        """Yield every text of the data files after the names of the fields that lead to it."""
        for path in sorted((self.content / "data").glob("*.yaml")):
            name, language = parted(path.stem)
            if name == "words" or language not in ("", *(one.language for one in self.public.translations)):
                continue  # said by the theme, or in no public language
            yield from _texts(parse(read_text(path, path.name), path.name))

    def shown_drafts(self, site: Path) -> list[str]:
        """Return the drafts of which the published site has the page or a line of its own."""
        seen = all_text(site)
        told = "\n".join(page.body for page in self.public.pages if not page.draft)
        return [
            page.file
            for page in check(self.content, self.theme, production=False).pages
            if page.draft
            and ((site / page.url).exists() or any(line in seen for line in _long_lines(page.body) if line not in told))
        ]


def is_shown(field: str, used: set[str] | None = None) -> bool:
    """Say whether visitors should see what a field holds; `used` are the components of the pages, None any."""
    if any(_is_below(field, name) for name in NOT_SEEN):
        return False
    return used is None or all(name in used for part, name in SHOWN_BY.items() if _is_below(field, part))


def all_text(site: Path) -> str:
    """Return everything that people or machines can read on a site."""
    parts: list[str] = []
    for path in sorted(site.rglob("*")):
        if path.suffix == ".html":
            tree = LexborHTMLParser(path.read_text("utf-8"))
            parts += [tree.text(), *(value or "" for one in tree.css("*") for value in one.attributes.values())]
        elif path.suffix in TEXTS and path.name != "tiers.schema.json":
            parts.append(path.read_text("utf-8"))
    return spaced(" ".join(parts))


def spaced(text: str) -> str:
    """Return a text with one space between words."""
    return " ".join(text.split())


def _texts(node: Node, field: str = "") -> Iterator[tuple[str, str]]:
    if (
        field in ("people", "members")
        and isinstance(node, Mapping)
        and (node.get("withdrawn") or not node.get("consent"))
    ):
        return  # nobody is shown without consent
    match node:
        case Mapping():
            for key, inner in node.entries.items():
                yield from _texts(inner, f"{field}.{key}".lstrip("."))
        case Sequence():
            for inner in node.items:
                yield from _texts(inner, field)
        case Scalar(text=str(text)):
            yield field, text


def _is_below(field: str, name: str) -> bool:
    return f".{name}." in f".{field}."


def _long_lines(body: str) -> list[str]:
    return [line for line in body.split("\n") if len(line) > 20]
