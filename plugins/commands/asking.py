"""Asks at the terminal for what the variables of `make` do not say, and tells what has come of it.

The commands that make or take in something of `content/` load what they need late: what writes loads the audit, and
what belongs to one subject its records. A check would wait for both.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from sources.problems import ProblemsFound, report

T = TypeVar("T")
Ask = Callable[[str], str]


def somebody() -> Ask | None:
    """Return what asks whoever sits at the terminal; None if nobody does."""
    return input if sys.stdin.isatty() else None


def answered(
    questions: Mapping[str, str], given: Sequence[str], ask: Ask | None, unasked: Collection[str] = ()
) -> dict[str, str]:
    """Return the answers by their variables: those given, in the order of the questions, and those asked for."""
    padded = [answer.strip() for answer in (*given, *[""] * len(questions))]
    pairs = zip(questions.items(), padded, strict=False)
    return {name: answer if answer or name in unasked else _asked(question, ask) for (name, question), answer in pairs}


def understood(question: str, given: str, meaning: Callable[[str], T], ask: Ask | None) -> T:
    """Return what an answer means, asked for again until it means anything.

    Raises ProblemsFound with what an answer cannot be, where nobody can be asked.
    """
    answer = given.strip() or _asked(question, ask)
    while True:
        try:
            return meaning(answer)
        except ProblemsFound as found:
            if ask is None:
                raise
            said = "\n".join(f"  {problem.message}" for problem in found.problems)
        answer = _asked(f"{said}\n{question}", ask)


def _asked(question: str, ask: Ask | None) -> str:
    return ask(f"{question}? ").strip() if ask else ""


def said(say: Callable[[], str], outcome: str) -> int:
    """Print what is to be said, or the report of the problems that it runs into, with what has come of it."""
    try:
        sys.stdout.write(f"{say()}\n")
    except ProblemsFound as found:
        sys.stderr.write(f"{report(found.problems, outcome)}\n")
        return 1
    return 0


def _new_page(given: Sequence[str], content: Path, theme: Path) -> int:
    from .new_page import NEW_PAGE, new_page

    return _made(NEW_PAGE, given, lambda page, title: new_page(page, title, content, theme))


def _new_article(given: Sequence[str], content: Path, theme: Path) -> int:
    from .new_page import FROM_TITLE, NEW_ARTICLE, new_article

    return _made(NEW_ARTICLE, given, lambda title, page, day: new_article(title, page, day, content, theme), FROM_TITLE)


def _new_event(given: Sequence[str], content: Path, theme: Path) -> int:
    from .new_page import FROM_TITLE, NEW_EVENT, new_event

    return _made(
        NEW_EVENT, given, lambda title, starts, name: new_event(title, starts, name, content, theme), FROM_TITLE
    )


def _new_tier(given: Sequence[str], content: Path, theme: Path) -> int:
    from .tiers import NEW_TIER, NewTier, new_tier, unasked

    return _made(NEW_TIER, given, lambda *tier: new_tier(NewTier(*tier), content, theme), unasked(content))


def _export(given: Sequence[str], content: Path, _: Path) -> int:
    from .spreadsheet import TABLE, export

    return _made(TABLE, given, lambda data, file: export(data, Path(file), content))


def _import(given: Sequence[str], content: Path, theme: Path) -> int:
    from .spreadsheet import TABLE, take_in

    return _made(TABLE, given, lambda data, file: take_in(data, Path(file), content, theme))


def _translated(given: Sequence[str], content: Path, theme: Path) -> int:
    from .translated import FROM_SITE, TRANSLATED, translated

    return _made(TRANSLATED, given, lambda page, language: translated(page, language, content, theme), FROM_SITE)


ASKING: Mapping[str, Callable[[Sequence[str], Path, Path], int]] = {
    "new-page": _new_page,
    "new-article": _new_article,
    "new-event": _new_event,
    "new-tier": _new_tier,
    "translated": _translated,
    "export": _export,
    "import": _import,
}


def _made(asked: dict[str, str], given: Sequence[str], make: Callable[..., str], unasked: Collection[str] = ()) -> int:
    """Make something from the answers given; ask for the others but `unasked`, if somebody is at the terminal."""
    try:
        answers = answered(asked, given, somebody(), unasked)
        if lacking := [name for name, answer in answers.items() if not answer and name not in unasked]:
            sys.stderr.writelines(f'{asked[name]}? Say {name}="..."\n' for name in lacking)
            return 2
        return said(lambda: make(*answers.values()), "nothing was changed")
    except (EOFError, KeyboardInterrupt):
        sys.stderr.write("\nNothing was changed.\n")
        return 1
