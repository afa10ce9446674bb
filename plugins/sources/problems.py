"""Problems: what is wrong, in which file and line, with a guess at what was meant; and the report of all of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from typing import NamedTuple, ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")


TYPED = "COMMANDS_BEGIN_WITH"  # in the environment, where run.py says what was typed: "py run.py" on Windows


def command(words: str) -> str:
    """Return a command as people here type it, for a message."""
    return f"{os.environ.get(TYPED, 'make')} {words}"


class Place(NamedTuple):
    """A spot in a source file: path as staff know it, line and column counted from 1; line 0 is the file as a whole."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class SectionOfGuide(StrEnum):
    """The titles of sections of the guide, GUIDE.md, to which problems send staff: a subject has its own."""


class Section(SectionOfGuide):
    """The sections that are about no subject, or about more than one."""

    SENTENCES = "Changing a sentence"
    NEW_SITE = "A new site"
    IN_BROWSER = "Editing in the browser"
    ON_THE_WEB = "Editing on the web"
    PAGES = "Adding a page"
    FRONT_MATTER = "Front matter"
    DIRECTIVES = "Directives"
    PLAIN_WORDS = "Plain words"
    SITE = "Site settings"
    PICTURES = "Pictures"
    PEOPLE = "People and places"
    SPREADSHEET = "Editing in a spreadsheet"
    AGE = "What is getting old"
    LANGUAGES = "Adding a language"
    TRANSLATIONS = "Keeping a translation level"
    PUBLISHING = "Going public"
    MESSAGES = "When something is wrong"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend; `guide` names the section of the staff guide that helps."""

    place: Place
    message: str
    guide: str = field(default=Section.MESSAGES, compare=False)

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class ProblemsFound(Exception):
    """Raised at the edge with every problem of one source; the caller gathers and goes on."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(report(self.problems))

    def __reduce__(self) -> tuple[type[ProblemsFound], tuple[tuple[Problem, ...]]]:
        """Travel between processes as what was found (an exception would as its words)."""
        return ProblemsFound, (self.problems,)


def refusal(where: Place | str, message: str, guide: str = Section.MESSAGES) -> ProblemsFound:
    """Return one problem, ready to be raised: at a place, or of a whole file or a variable of a command."""
    return ProblemsFound([Problem(Place(where, 0) if isinstance(where, str) else where, message, guide)])


class Gathering:
    """Runs one reading step after another and keeps the problems of all of them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def attempt(self, step: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Return what `step` returns, or None when it found problems (which are kept)."""
        try:
            return step(*args, **kwargs)
        except ProblemsFound as found:
            self.problems.extend(found.problems)
            return None

    def settle(self, value: T | None) -> T:
        """Return `value` if every step so far went well; raise ProblemsFound with all problems if not."""
        if self.problems:
            raise ProblemsFound(self.problems)
        return cast(T, value)


MOST_PROBLEMS = 50
LONGEST_QUOTE = 80


def quoted(text: object, longest: int = LONGEST_QUOTE) -> str:
    """Return a value as a report shows it: in quotes, on one line, of a length that one can read."""
    shown = visible(str(text))
    return f'"{shown}"' if len(shown) <= longest else f'"{shown[:longest]}..."'


def visible(text: str) -> str:
    """Return a text in which the signs that cannot be seen stand as their numbers."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)


def report(problems: Iterable[Problem], outcome: str = "nothing was published") -> str:
    """Return the report that staff read: a count, one line a problem by file and line, where to look it up."""
    ordered = sorted(set(problems))
    files = {problem.place.file for problem in ordered}
    guides = dict.fromkeys(problem.guide for problem in ordered)
    return "\n".join(
        [
            f"{count(len(ordered), 'problem')} in {count(len(files), 'file')}; {outcome}.",
            *(f"  {problem}" for problem in ordered[:MOST_PROBLEMS]),
            *([f"  ... and {len(ordered) - MOST_PROBLEMS} more."] if len(ordered) > MOST_PROBLEMS else []),
            *(f'  See GUIDE.md, "{guide}".' for guide in guides),
        ]
    )


def count(number: int, noun: str) -> str:
    """Return the number with its noun, in the plural where it needs one: `1 file`, `2 files`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that was probably meant, if one is near enough."""
    near = get_close_matches(word.casefold(), list(choices), n=1, cutoff=0.7)
    return near[0] if near else None


def nearest_path(path: str, paths: Iterable[str]) -> str | None:
    """Return the path that was probably meant: near enough as a whole and in its last part, not by its folder alone."""
    last = path.rpartition("/")[2]
    return nearest(path, [other for other in paths if nearest(last, [other.rpartition("/")[2]])])


def guess(word: str, choices: Iterable[str]) -> str:
    """Return the sentence that helps: the nearest choice, or else all of them; empty without choices."""
    known = list(dict.fromkeys(choices))
    if near := nearest(word, known):
        return f" Did you mean {quoted(near)}?"
    return f" Expected one of: {', '.join(known)}." if known else ""
