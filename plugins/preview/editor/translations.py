"""Further languages in the editor: which translations there are, pages begun as drafts, texts beside their originals."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checking.loading import today
from checking.parity import data_texts
from checking.site_words import BASE, FILE
from saving.translating import as_lines, begun_translation, said_in, texts_of, with_texts
from sources.languages import own_name, parted
from sources.pages.page import read_page
from sources.problems import Place, Problem, ProblemsFound, Section
from sources.records.data_file import DataFile, plain
from sources.records.level import FIELD, level_with
from sources.words import CONFIRMED, words_file, words_in
from sources.yaml.document import parse
from sources.yaml.edit import edited
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


def listed(content: Path) -> list[dict[str, Any]]:
    """Return each further language of the site with what can be translated, and whether somebody has begun."""
    titles = page_titles(content)
    pages = {f"pages/{name}": title for name, title in titles.items() if not parted(name)[1]}
    files = {path: forms()[path][1].label if path in forms() else path for path in _files(content)}
    whats = {**pages, **files, WORDS: WORDS_LABEL}
    return [
        {
            "language": language,
            "name": own_name(language),
            "whats": [
                {"what": what, "title": title, "there": (content / _place(what, language, content)).is_file()}
                for what, title in whats.items()
            ],
        }
        for language in _further(content)
    ]


def begin(what: str, language: str, content: Path, theme: Path) -> str:
    """Return the translation of a page, by its path below the content, begun as a draft where there is none."""
    original, path = (
        existing_path(f"{content.name}/{what}.md", content),
        _place(what, _one_of(language, content), content),
    )
    if not (content / path).is_file():
        page = read_page(content / original, content / "pages", content.name)
        put({path: begun_translation(page, _today(content))}, content, theme)
    return path


def rows(what: str, language: str, content: Path, theme: Path) -> list[dict[str, str]]:
    """Return each text of a data file, or what the site says by itself: the original, and what the translation says."""
    path = _place(what, _one_of(language, content), content)
    if what == WORDS:
        there = words_file(theme, language).is_file()
        given = words_in(theme, language) | {CONFIRMED: ""} if there else {}
        own = _own(path, None, content)
        originals = _words(content, theme) | ({CONFIRMED: ANSWERS} if there else {})
        texts = [(key, key, original, as_lines(own.get(key))) for key, original in originals.items()]
        return [_row(*one, given.get(one[0], "")) for one in texts]
    file = _files(content)[what]
    facts = file.nodes(content)
    said = said_in(facts, _own(path, file, content))
    found = [(one.key, one.original) for one in texts_of(file.record(facts), facts)]
    return [_row(key, labelled(key.split("/")[1:]), original, said[key]) for key, original in found]


def save(what: str, language: str, said: Mapping[str, list[str]], content: Path, theme: Path, *, level: bool) -> None:
    """Write the texts that somebody changed, each with what it said before; note that all are level, if they are."""
    path = _place(what, _one_of(language, content), content)
    for row in rows(what, language, content, theme):
        before, now = said.get(row["key"], [row["text"]] * 2)
        if row["text"] not in (before, now):
            message = SINCE.format(row["where"], row["text"] or "nothing")
            raise ProblemsFound([Problem(Place(f"{content.name}/{path}", 0), message, Section.TRANSLATIONS)])
    texts = {key: now for key, (_, now) in said.items()}
    file = None if what == WORDS else _files(content)[what]
    own = _own(path, file, content)
    if file:
        facts = file.nodes(content)
        own = with_texts(facts, own, texts)
        now = level_with(data_texts(file.record(facts), facts), _today(content))
        own |= {FIELD: str(now)} if level else {}
    else:
        own = {key: text for key, text in {**own, **texts}.items() if text}
    held = (content / path).read_bytes().decode() if (content / path).is_file() else ""
    put({path: edited(held, own, file.model if file else None).encode() if own else None}, content, theme)


def _row(key: str, where: str, original: str, text: str, given: str = "") -> dict[str, str]:
    return {"key": key, "where": where, "original": original, "text": text, "given": given}


def _place(what: str, language: str, content: Path) -> str:
    """Return where a translation stands, or will, by its path below the content."""
    if what == WORDS:
        return FILE.format(language=language)
    if what in _files(content):
        return _files(content)[what].in_language(language).path
    inside = f"pages/{language.lower()}/{what.removeprefix('pages/')}.md"
    return inside if (content / inside).is_file() else f"{what}.{language}.md"


def _files(content: Path) -> dict[str, DataFile[Any]]:
    return {one.data.path: one.data for one in all_subjects() if one.data and (content / one.data.path).is_file()}


def _own(path: str, file: DataFile[Any] | None, content: Path) -> dict[str, Any]:
    """Return what a file of texts says by now; nothing where there is none."""
    if not (content / path).is_file():
        return {}
    text = (content / path).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    return dict(plain(parse(text, f"{content.name}/{path}", model=file.model if file else None)) or {})


def _words(content: Path, theme: Path) -> dict[str, str]:
    main = SITE.record(SITE.nodes(content)).language
    return words_in(theme, main if words_file(theme, main).is_file() else BASE)


def _further(content: Path) -> tuple[str, ...]:
    return tuple(SITE.record(SITE.nodes(content)).every_language[1:])


def _one_of(language: str, content: Path) -> str:
    if language not in _further(content):
        raise ValueError(language)
    return language


def _today(content: Path) -> Any:
    return today(SITE.record(SITE.nodes(content)).time_zone)
