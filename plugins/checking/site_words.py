"""The words that a site shows by itself: those of the theme, and what `data/words.es.yaml` puts in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from sources.files import DATA_LIMIT
from sources.problems import Place, Problem, ProblemsFound, Section, guess, quoted
from sources.result_store import digest, of_code
from sources.text import read_text
from sources.words import CONFIRMED, Words, with_own, words_file, words_in
from sources.yaml.nodes import Mapping as Fields
from sources.yaml.nodes import Node, Scalar

from .inputs import Inputs, held_in

FILE = "data/words.{language}.yaml"
BASE = "en"  # the language in which the theme has every word
BRACES = re.compile(r"\{\w+\}")
NONE: Mapping[str, str] = MappingProxyType({})


def site_words(
    inputs: Inputs, language: str, asked_at: Place | None, organisations: Mapping[str, str], main: Words | None = None
) -> Words:
    """Return the words of a language; those of the `main` one where neither the theme nor the content has its own.

    `organisations` are single words of the organisation, such as its own for a tier. Raises ProblemsFound when there
    are none in the language, or some are wrong.
    """
    content, theme = inputs.content, inputs.theme
    own = FILE.format(language=language)
    held = (held_in(words_file(theme, language)), held_in(content / own))
    key = digest("words", of_code(), theme.name, language, asked_at, main is None, *held)

    def read(_: str) -> dict[str, str]:
        if main is not None and (content / own).is_file() and not words_file(theme, language).is_file():
            return {CONFIRMED: "yes", **_typed(content, own, words_in(theme, BASE))}
        words = words_in(theme, language, asked_at)
        return {**words, **(_typed(content, own, words) if (content / own).is_file() else {})}

    words = next(iter(inputs.store.each(read, [language], lambda _: key)))
    return with_own({**(main or NONE), **words}, organisations)


def _typed(content: Path, name: str, known: Mapping[str, str]) -> dict[str, str]:
    """Return what a file of the content says; raise ProblemsFound for words that nobody shows, or with other braces."""
    from sources.yaml.document import parse  # late, like every reader of files

    file = f"{content.name}/{name}"
    node = parse(read_text(content / name, file, DATA_LIMIT), file)
    entries = node.entries if isinstance(node, Fields) else {}
    if problems := [problem for key, entry in entries.items() for problem in _problems(key, entry, known)]:
        raise ProblemsFound(problems)
    return {key: entry.text for key, entry in entries.items() if isinstance(entry, Scalar) and entry.text}


def _problems(key: str, entry: Node, known: Mapping[str, str]) -> Iterator[Problem]:
    if not isinstance(entry, Scalar):
        yield Problem(entry.place, f"{key}: expected text.", Section.LANGUAGES)
    elif key not in (*known, CONFIRMED):
        message = f"{key}: the site has no words of that name.{guess(key, known)}"
        yield Problem(entry.key_place, message, Section.LANGUAGES)
    elif entry.text and (odd := {*BRACES.findall(entry.text)} ^ {*BRACES.findall(known.get(key, ""))}):
        lost = sorted(odd - {*BRACES.findall(entry.text)})
        what = f"{quoted(lost[0])} is missing" if lost else f"nothing is filled in for {quoted(sorted(odd)[0])}"
        yield Problem(entry.place, f"{key}: {what}. Compare it with {quoted(known[key])}.", Section.LANGUAGES)
