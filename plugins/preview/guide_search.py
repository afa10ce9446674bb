"""Finds the sections of the guide that hold what staff look for, in their own words; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from .guide import IN_BLOCK, Guide, GuideSection

WORD = re.compile(r"[^\W_]+")
SHORT = 3  # letters of a word that has no ending to take off
# They stand in every section, and nobody looks for them.
SMALL = frozenset(
    (  # noqa: SIM905
        "a an and are as at be by can change changing do does for from get give how i if in into is it its make me my "
        "of on or our page put see site that the their them there this to up use want was we what when where which who "
        "why will with you your"
    ).split()
)
# How the guide says it, and what staff say.
SAID = {
    **{"address": "url", "again": "recurring repeat", "apply": "application", "closes": "deadline"},
    **{"consent": "privacy", "delete": "remove", "e-mail": "mail", "event": "calendar meeting"},
    **{"exit": "logout", "extra": "download", "feed": "subscribe", "foot": "footer", "formerly": "redirect"},
    **{"group": "board", "help": "hotline", "lead": "subtitle", "link": "button donate hyperlink"},
    **{"menu": "navigation", "note": "banner", "people": "staff", "picture": "image photo upload"},
    **{"price": "dues fee", "public": "launch online publish", "role": "chair", "search": "google"},
    **{"sentence": "typo", "site": "website", "social": "facebook", "spreadsheet": "excel"},
    **{"telephone": "phone", "tier": "level", "top": "header", "translation": "translate", "type": "font"},
    **{"undo": "backup", "words": "caption"},
}
MEANT = {word: meant for meant, words in SAID.items() for word in words.split()}
LONGEST = 200  # signs of what is asked
NEAR = 0.75  # how alike two words are, at least, of which one is taken for the other, if they begin alike
MOST_LINES = 3  # that are shown of a section


def stem(word: str) -> str:
    """Return what a word has in common with its plural and its other forms."""
    word = word.casefold()
    if len(word) <= SHORT or word == "news":
        return word
    word = re.sub("(?<=[^aeiou])ies$", "y", word)
    word = re.sub("(?<=ss|sh|ch)es$|(?<=[^s])s$", "", word)
    word = re.sub("(?<=...)(?:ing|ed)$", "", word) if re.search("[aeiouy].*(?:ing|ed)$", word) else word
    word = re.sub(r"([bdgmnprt])\1$", r"\1", word)
    return word.removesuffix("e") if len(word) > SHORT else word


def meanings_of(word: str) -> frozenset[str]:
    """Return the stems that a word stands for: its own, and those that the guide has for it."""
    return frozenset(map(stem, [word, *WORD.findall(MEANT_BY_STEM.get(stem(word), ""))]))


MEANT_BY_STEM = {stem(word): meant for word, meant in MEANT.items()}


@dataclass(frozen=True, slots=True)
class Piece:
    """Some signs of a line, and whether they are what was looked for."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class FoundSection:
    """A section that holds what was looked for, with the lines that say most of it."""

    section: GuideSection
    lines: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Search:
    """What was found, best first; `taken_for` are the words that nobody has written, with those that are near."""

    found: tuple[FoundSection, ...]
    taken_for: tuple[tuple[str, str], ...]
    whole: bool  # whether each section holds all of the words, and not only some


@dataclass(frozen=True, slots=True)
class Read:
    """A section as it is searched: the stems of its title, all of its stems, and its lines with theirs."""

    section: GuideSection
    title: frozenset[str]
    stems: frozenset[str]
    lines: tuple[tuple[str, frozenset[str]], ...]


def search(guide: Guide, asked: str) -> Search:
    """Return the sections that hold all words, or where there are none, those that hold the most of them."""
    read, known = _read(guide)
    words = list(dict.fromkeys(word.casefold() for word in WORD.findall(asked[:LONGEST])))
    words = [word for word in words if word not in SMALL] or words
    near = {word: taken for word in words if (taken := _taken_for(word, known))}
    meanings = [meanings_of(near.get(word, word)) for word in words]
    held = [(_held(meanings, one.stems), one) for one in read]
    most = max(many for many, _ in held)
    best = sorted((one for many, one in held if many == most > 0), key=lambda one: -_worth(one, meanings))
    found = tuple(FoundSection(one.section, _shown(one, meanings)) for one in best)
    return Search(found, tuple(near.items()), most == len(meanings))


@lru_cache(maxsize=1)
def _read(guide: Guide) -> tuple[tuple[Read, ...], dict[str, str]]:
    """Return the sections as they are searched, and the first word with each stem."""
    read, known = list[Read](), dict[str, str]()
    for section in (*guide.sections, guide.beginning):
        typed = (line for line in section.text.split("\n") if WORD.search(line) and not line.startswith(IN_BLOCK))
        lines = tuple((line, _stems(line)) for line in map(_plain, typed))
        title = _stems(section.title)
        read.append(Read(section, title, title | _stems(section.text), lines))
        for word in WORD.findall(f"{section.title} {section.text}".casefold()):
            known.setdefault(stem(word), word)
    return tuple(read), {**{stem(word): word for word in MEANT}, **known}


def _plain(line: str) -> str:
    """Return a line without the marks of Markdown, the cells of a table behind each other."""
    cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")]
    return re.sub(r"\*\*|`|^(?:-|\d+\.) ", "", ": ".join(cells))


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, WORD.findall(text)))


def _taken_for(word: str, known: Mapping[str, str]) -> str | None:
    """Return the word that was probably meant by one that neither the guide nor staff use."""
    if len(word) <= SHORT or stem(word) in known:
        return None
    near = get_close_matches(stem(word), [one for one in known if one[0] == word[0]], n=1, cutoff=NEAR)
    return known[near[0]] if near else None


def _held(meanings: Iterable[frozenset[str]], stems: frozenset[str]) -> int:
    """Return how many of the words stand among some stems."""
    return sum(not meaning.isdisjoint(stems) for meaning in meanings)


def _worth(one: Read, meanings: Sequence[frozenset[str]]) -> int:
    """Return how much a section is about the words: by its title, by lines that begin with one, or hold several."""
    lines = [_held(meanings, stems) for _, stems in one.lines]
    begins = _held(meanings, frozenset(_first(line) for line, _ in one.lines))
    return 12 * _held(meanings, one.title) + 8 * begins + 6 * max(lines, default=0) + min(4, sum(map(bool, lines)))


def _first(line: str) -> str:
    """Return the stem of the word with which a line begins, as the row of a table does with its field."""
    return next((stem(word) for word in WORD.findall(line) if word.casefold() not in SMALL), "")


def _shown(one: Read, meanings: Sequence[frozenset[str]]) -> tuple[tuple[Piece, ...], ...]:
    """Return the lines that hold the most of the words, in their order, with the words marked."""
    held = [_held(meanings, stems) for _, stems in one.lines]
    best = [line for (line, _), many in zip(one.lines, held, strict=True) if many == max(held) > 0]
    return tuple(_pieces(line, frozenset().union(*meanings)) for line in best[:MOST_LINES])


def _pieces(line: str, stems: frozenset[str]) -> tuple[Piece, ...]:
    pieces, end = list[Piece](), 0
    for word in WORD.finditer(line):
        if stem(word[0]) in stems:
            pieces += [Piece(line[end : word.start()], False), Piece(word[0], True)]
            end = word.end()
    return tuple(piece for piece in (*pieces, Piece(line[end:], False)) if piece.text)
