"""Asks at the terminal for what the variables of `make` do not say, and tells what has come of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
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
