"""Further languages in the editor: what is translated, pages begun as drafts, texts below their originals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from checking.loading import today
from checking.parity import data_texts, page_texts
from checking.site_words import BASE, FILE
from saving.translating import as_lines, begun_translation, noted_level, said_in, texts_of, with_texts
from sources.languages import own_name, parted
from sources.pages.page import PageSource, read_page
from sources.problems import Place, Problem, ProblemsFound, Section
from sources.records.data_file import DataFile, plain
from sources.records.level import FIELD, level_with
from sources.words import CONFIRMED, words_file, words_in
from sources.yaml.document import parse
from sources.yaml.edit import edited
from sources.yaml.spans import plain_lines
from subjects import all_subjects, forms
from subjects.site.records import SITE

from .allowed_paths import existing_path
from .entry_saves import put
from .merging import labelled
from .offers import page_titles

WORDS = "words"
WORDS_LABEL = "What the site says by itself: buttons, dates, help"
ANSWERS = "yes, once somebody who knows the language has read all of these"
SINCE = "{} was changed in another tab or program meanwhile. It says now: {}"
Params = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Translation:
    """A page, a data file, or the words of the site, in a further language, as the editor asks for it."""

    what: str  # such as pages/about, data/membership.yaml, words
    language: str
    content: Path

    @property
    def path(self) -> str:
        """Return where it stands, or will, by its path below the content."""
        if self.what == WORDS:
            return FILE.format(language=self.language)
        if file := _files(self.content).get(self.what):
            return file.in_language(self.language).path
        inside = f"pages/{self.language.lower()}/{self.what.removeprefix('pages/')}.md"
        return inside if (self.content / inside).is_file() else f"{self.what}.{self.language}.md"

    @property
    def is_there(self) -> bool:
        """Tell whether somebody has begun it."""
        return (self.content / self.path).is_file()

    @property
    def file(self) -> DataFile[Any] | None:
        """Return the data file whose texts it holds; None for the words of the site."""
        return None if self.what == WORDS else _files(self.content)[self.what]

    @property
    def original(self) -> PageSource:
        """Return the page that it is of; raise ProblemsFound where there is none."""
        path = existing_path(f"{self.content.name}/{self.what}.md", self.content)
        return read_page(self.content / path, self.content / "pages", self.content.name)

    @property
    def held(self) -> str:
        """Return what it holds, as it was typed."""
        return (self.content / self.path).read_bytes().decode() if self.is_there else ""

    @property
    def said(self) -> dict[str, Any]:
        """Return what it says by now, as plain values."""
        text, name = plain_lines(self.held.removeprefix("\ufeff")), f"{self.content.name}/{self.path}"
        return dict(plain(self.file.parsed(text, name) if self.file else parse(text, name)) or {}) if text else {}


def listed(content: Path) -> list[dict[str, Any]]:
    """Return each further language of the site with what can be translated, and whether somebody has begun."""
    pages = {f"pages/{name}": title for name, title in page_titles(content).items() if not parted(name)[1]}
    files = {path: forms()[path][1].label if path in forms() else path for path in _files(content)}
    titles = {**pages, **files, WORDS: WORDS_LABEL}
    return [
        {"language": language, "name": own_name(language), "whats": [
            {"what": what, "title": title, "there": Translation(what, language, content).is_there}
            for what, title in titles.items()
        ]}
        for language in _further(content)
    ]  # fmt: skip


def begin(params: Params, content: Path, theme: Path) -> dict[str, str]:
    """Return where the translation of a page stands, below the content, begun as a draft where there is none."""
    asked = _asked(params, content)
    page = asked.original
    if not asked.is_there:
        put({asked.path: begun_translation(page, _today(content))}, content, theme)
    return {"path": asked.path}


def note_level(params: Params, content: Path, theme: Path) -> dict[str, str]:
    """Note that the translation of a page says what its original says now."""
    asked = _asked(params, content)
    file = existing_path(f"{content.name}/{asked.path}", content)
    level = level_with(page_texts(asked.original), _today(content))
    put({file: noted_level(file, (content / file).read_bytes(), level)}, content, theme)
    return {"path": file}


def texts(params: Params, content: Path, theme: Path) -> list[dict[str, str]]:
    """Return each text of a data file, or what the site says by itself: the original, and what the translation says."""
    asked = _asked(params, content)
    if asked.file is None:
        return list(_words(asked, theme))
    facts = asked.file.nodes(content)
    said = said_in(facts, asked.said)
    record = asked.file.record(facts)
    names = forms()[asked.file.path][1].choices(record) if asked.file.path in forms() else {}
    found = texts_of(record, facts, names)
    return [_row(one.key, labelled(one.where), one.original, said[one.key]) for one in found]


def save(params: Params, content: Path, theme: Path) -> dict[str, str]:
    """Write the texts that somebody changed, each with what it said before; note that all are level, if they are."""
    asked = _asked(params, content)
    changed = {str(key): (str(before), str(now)) for key, (before, now) in params["said"].items()}
    for row in texts(params, content, theme):
        if row["key"] in changed and row["text"] not in changed[row["key"]]:
            message = SINCE.format(row["where"], row["text"] or "nothing")
            raise ProblemsFound([Problem(Place(f"{content.name}/{asked.path}", 0), message, Section.TRANSLATIONS)])
    now = {key: text for key, (_, text) in changed.items()}
    if asked.file is None:
        wanted = {key: text for key, text in {**asked.said, **now}.items() if text}
    else:
        facts = asked.file.nodes(content)
        level = level_with(data_texts(asked.file.record(facts), facts), _today(content))
        wanted = with_texts(facts, asked.said, now) | ({FIELD: str(level)} if params.get("level") else {})
    model = asked.file.model if asked.file else None
    put({asked.path: edited(asked.held, wanted, model).encode() if wanted else None}, content, theme)
    return {"message": "saved"}


def _words(asked: Translation, theme: Path) -> Iterator[dict[str, str]]:
    """Yield what the site says by itself; where the theme has words in the language, they are given."""
    main = SITE.record(SITE.nodes(asked.content)).language
    originals = words_in(theme, main if words_file(theme, main).is_file() else BASE)
    given, said = dict[str, str](), asked.said
    if words_file(theme, asked.language).is_file():
        given, originals[CONFIRMED] = words_in(theme, asked.language) | {CONFIRMED: ""}, ANSWERS
    for key, original in originals.items():
        yield _row(key, labelled([key]), original, as_lines(said.get(key)), given.get(key, ""))


def _row(key: str, where: str, original: str, text: str, given: str = "") -> dict[str, str]:
    return {"key": key, "where": where, "original": original, "text": text, "given": given}


def _asked(params: Params, content: Path) -> Translation:
    """Return what is asked for; raise ValueError for a language that the site does not have."""
    if (language := str(params["language"])) not in _further(content):
        raise ValueError(language)
    return Translation(str(params["what"]), language, content)


def _files(content: Path) -> dict[str, DataFile[Any]]:
    return {one.data.path: one.data for one in all_subjects() if one.data and (content / one.data.path).is_file()}


def _further(content: Path) -> tuple[str, ...]:
    return SITE.record(SITE.nodes(content)).every_language[1:]


def _today(content: Path) -> date:
    return today(SITE.record(SITE.nodes(content)).time_zone)
