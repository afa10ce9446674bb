"""The words that a site shows by itself: those of the theme, and what `data/words.es.yaml` puts in their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from sources.files import DATA_LIMIT
from sources.problems import Place, Problem, ProblemsFound, Section, guess, quoted
from sources.result_store import digest, of_code
from sources.text import read_text
from sources.words import (
    BRACES,
    CONFIRMED,
    FORMS,
    NOUNS,
    ONE_OR_MORE,
    PLURAL,
    PLURAL_OF,
    Words,
    forms_wanted,
    with_own,
    words_file,
    words_in,
)
from sources.yaml.nodes import Mapping as Fields
from sources.yaml.nodes import Node, Scalar

from .inputs import Inputs, held_in

FILE = "data/words.{language}.yaml"
BASE = "en"  # the language in which the theme has every word
LISTS = ("months", "weekdays", "rule_places")  # keys of words that stand one after the other, with commas between
NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SiteWords:
    """The words of a language by key, and which of them are lent: those of the main language, for want of own ones."""

    words: Words | None
    lent: frozenset[str] = frozenset()


def site_words(
    inputs: Inputs,
    language: str,
    asked_at: Place | None,
    organisations: Mapping[str, str],
    main: Mapping[str, str] | None = None,
) -> SiteWords:
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
    main = main or NONE
    lent = {key: text for key, text in main.items() if key not in words}
    counted = (PLURAL_OF.format(key) for key in lent if FORMS in lent[key])
    formulas = dict.fromkeys(counted, main.get(PLURAL, ONE_OR_MORE))
    whole = with_own({**lent, **words, **formulas}, organisations)
    return SiteWords(whole, frozenset(text for text in lent.values() if any(map(str.isalpha, text))))


def _typed(content: Path, name: str, known: Mapping[str, str]) -> dict[str, str]:
    """Return what a file of the content says; raise ProblemsFound for words that nobody shows, or with other braces."""
    from sources.yaml.document import parse  # late, like every reader of files

    file = f"{content.name}/{name}"
    node = parse(read_text(content / name, file, DATA_LIMIT), file)
    entries = node.entries if isinstance(node, Fields) else {}
    said = {key: entry.text for key, entry in entries.items() if isinstance(entry, Scalar) and entry.text}
    problems = [problem for key, entry in entries.items() for problem in _problems(key, entry, known)]
    problems += [
        Problem(entries[key].place, f"{key}: {told}", Section.LANGUAGES)
        for key, told in _parts_told(said, {**known, **said}.get(PLURAL, ONE_OR_MORE), known)
    ]
    if problems:
        raise ProblemsFound(problems)
    return said


def _parts_told(said: Mapping[str, str], formula: str, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with how many parts words have, by their key: the forms of a language, months, weekdays."""
    try:
        wanted = forms_wanted(formula)
    except ValueError:
        yield PLURAL, f"expected a formula as gettext has it, such as {quoted(ONE_OR_MORE)}, found {quoted(formula)}."
        return
    for key, text in said.items():
        parts, own = known.get(key, ""), text.split(FORMS)
        if FORMS in parts and len(own) != wanted:
            yield key, f"expected {wanted} forms with bars between them, as plural has it, found {len(own)}."
        elif key in LISTS and (count := len(text.split(", "))) != (few := len(parts.split(", "))):
            yield key, f'expected {few} words with ", " between them, found {count}.'


def _problems(key: str, entry: Node, known: Mapping[str, str]) -> Iterator[Problem]:
    if not isinstance(entry, Scalar):
        yield Problem(entry.place, f"{key}: expected text.", Section.LANGUAGES)
    elif key not in (*known, CONFIRMED):
        message = f"{key}: the site has no words of that name.{guess(key, known)}"
        yield Problem(entry.key_place, message, Section.LANGUAGES)
    elif entry.text and (odd := _filled(entry.text) ^ _filled(known.get(key, ""))):
        lost = sorted(odd - _filled(entry.text))
        what = f"{quoted(lost[0])} is missing" if lost else f"nothing is filled in for {quoted(sorted(odd)[0])}"
        yield Problem(entry.place, f"{key}: {what}. Compare it with {quoted(known[key])}.", Section.LANGUAGES)


def _filled(text: str) -> set[str]:
    """Return what a page fills in; without the nouns, which any sentence may have or do without."""
    return {*BRACES.findall(text)}.difference(f"{{{noun}}}" for noun in NOUNS)
