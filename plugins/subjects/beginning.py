"""What a new site begins with: each subject says by which word people ask for it, and what it brings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import shorten
from typing import Any

from sources.page_edits import page_text as written
from sources.words import Words

LONGEST_DESCRIPTION = 170  # as front matter takes it
MARKS = re.compile(r"[\\`*_{}\[\]<>#~|]")  # that mean something within a line of Markdown


@dataclass(frozen=True, slots=True)
class NewSite:
    """What is known of a site before it is there, and the words in which its first pages are written.

    `named` holds what was named of each thing that is there, `told` the answers to what it asks further, by variable.
    """

    name: str
    words: Mapping[str, str]
    theme_words: Words
    named: Mapping[str, Sequence[str]] = field(default_factory=dict)
    told: Mapping[str, Any] = field(default_factory=dict)

    def text(self, key: str, **given: str) -> str:
        """Return a text of the file of words, with the name of the organisation and what else is given in it."""
        return self.words[key].format(name=self.name, **given)

    def prose(self, key: str) -> str:
        """Return a text of the file of words as Markdown, in which no sign of the name means anything."""
        return self.words[key].format(name=MARKS.sub(r"\\\g<0>", self.name))

    def missing(self, *keys: str) -> list[dict[str, str]]:
        """Return the entries of the to-do list for facts that nobody has given yet."""
        return [{"fact": self.text(f"{key}_missing"), "reason": self.text(f"{key}_reason")} for key in keys]

    def page(self, key: str, body: str | None = None, **fields: str) -> bytes:
        """Return a page: its title, description and text are those of the file of words, unless `body` is its text."""
        text = self.prose(f"{key}_text") if body is None else body
        return page_text(self.text(f"{key}_title"), self.text(f"{key}_description"), text, **fields)


@dataclass(frozen=True, slots=True)
class Begun:
    """What a new site has of one thing: files by their path, fields of site.yaml, and a section of the home page."""

    files: Mapping[str, bytes]
    site: Mapping[str, Any] = field(default_factory=dict)
    home: str = ""


@dataclass(frozen=True, slots=True)
class Further:
    """Something more to ask where a thing is there; `understood` raises ProblemsFound with what it cannot be."""

    variable: str
    text: str
    understood: Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Beginning:
    """One thing that may be there: what people call it, what it begins with, and what is asked of it.

    `names` tells whether several of it may be named, in brackets.
    """

    called: str
    begin: Callable[[NewSite], Begun]
    also_called: tuple[str, ...] = ()
    names: bool = False
    further: Further | None = None


def page_text(title: str, description: str, body: str, **fields: str) -> bytes:
    """Return a page; of a description that is longer than search engines take, as many words as they do."""
    short = shorten(description, LONGEST_DESCRIPTION, placeholder="...")
    return written({"title": title, "description": short, **fields}, body.rstrip())


def fields_text(fields: Mapping[str, Any]) -> str:
    """Return fields as YAML, each on lines of its own, with a blank line before those that have several."""
    from sources.yaml.write import field as yaml_field  # late: only a new site is written

    texts = [(value, f"{yaml_field(name, value, 0)}\n") for name, value in fields.items()]
    return "".join(f"\n{text}" if isinstance(value, list | dict) else text for value, text in texts).lstrip("\n")


def joined(fields: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the fields of several, in which lists of the same name go on where the one before ends."""
    found: dict[str, Any] = {}
    for one in fields:
        for name, value in one.items():
            known = found.get(name)
            new = [entry for entry in value if entry not in (known or [])] if isinstance(value, list) else value
            found[name] = [*(known or []), *new] if isinstance(value, list) else new
    return found
