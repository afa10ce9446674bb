"""What a component is, and the check of every call against the registered ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sources.pages.page import PageSource
from sources.problems import Place, Problem, Section, count, guess, quoted

from .directive import Directive, directives


@dataclass(frozen=True, slots=True)
class Call:
    """One use of a component: the page, its number there, its argument, and how many of something it asks for."""

    page: PageSource
    number: int
    argument: str | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Component:
    """A component that pages may use.

    `meaning` turns a call into what its template prints. `choices` are the words it takes as its one argument: none at
    all, or one of these, which may be left out if `optional`; one that is `counted` takes as its last word how many to
    show. `shows` names the templates that draw it, the one to start from first; without it that is the one of its name.
    """

    name: str
    meaning: Callable[[Call], dict[str, Any]]
    choices: tuple[str, ...] = ()
    optional: bool = False
    counted: bool = False
    shows: tuple[str, ...] = ()

    @property
    def templates(self) -> tuple[str, ...]:
        """Return the templates that draw it, each of which has a style sheet of the same name."""
        return self.shows or (self.name,)


COUNT = re.compile("[1-9][0-9]?")
Registry = Mapping[str, Component]


def registry(*components: Iterable[Component]) -> Registry:
    """Return the components by name; two of one name are a mistake of ours."""
    by_name: dict[str, Component] = {}
    for component in (one for some in components for one in some):
        if component.name in by_name:
            raise ValueError(f"two components are called {component.name}")
        by_name[component.name] = component
    return by_name


def calls(page: PageSource) -> tuple[tuple[str, Call], ...]:
    """Return name and call of every directive of a page, in order."""
    return tuple(
        (directive.name, _call(page, number, directive.arguments))
        for number, directive in enumerate(directives(page.body))
    )


def _call(page: PageSource, number: int, words: tuple[str, ...]) -> Call:
    names = [word for word in words if not COUNT.fullmatch(word)]
    return Call(page, number, next(iter(names), None), next((int(word) for word in words if word not in names), None))


def directive_problems(page: PageSource, known: Registry, lacking: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for every directive of a page that names no component or takes no such argument.

    `lacking` says, by its words, why one draws nothing on this site; nothing where that is told elsewhere.
    """
    for directive in directives(page.body):
        lack = _lack(directive, known, lacking)
        message = _complaint(directive, known) if lack is None else lack
        if message:
            yield Problem(
                Place(page.file, page.body_line + directive.line, directive.column), message, Section.DIRECTIVES
            )


def _lack(directive: Directive, known: Registry, lacking: Mapping[str, str]) -> str | None:
    """Return what staff read of a directive that draws what this site lacks; None for any other."""
    name, whole = directive.name, " ".join((directive.name, *directive.arguments))
    likely = () if name in known else (call for call in lacking if call.startswith(f"{name} "))
    call = next((one for one in (whole, name, *likely) if one in lacking), None)
    if call is None:
        return None
    return f"::: {whole}: {lacking[call]}. Add it, or take this line out." if lacking[call] else ""


def _complaint(directive: Directive, known: Registry) -> str | None:
    if directive.malformed:
        return _misplaced(directive.name)
    component = known.get(directive.name)
    if component is None:
        return f"no component {quoted(directive.name)}.{guess(directive.name, known)}"
    words = directive.arguments
    if component.counted and words and COUNT.fullmatch(words[-1]):
        words = words[:-1]
    if not words:
        complete = component.optional or not component.choices
        return None if complete else f"::: {component.name}: say which one: {', '.join(component.choices)}."
    if not component.choices:
        return f"::: {component.name}: expected nothing after the name, found {quoted(' '.join(words))}."
    if len(words) > 1:
        return f"::: {component.name}: expected one word after the name, found {count(len(words), 'word')}."
    if words[0] not in component.choices:
        return f"::: {component.name}: unknown {quoted(words[0])}.{guess(words[0], component.choices)}"
    return None


def _misplaced(line: str) -> str:
    if line.startswith(":"):
        return f'expected ":::", a space and a name at the left edge, found {quoted(line)}.'
    return 'a directive (":::") is shown as text. Put it on a line of its own, at the left edge.'
