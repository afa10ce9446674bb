"""Templates are compiled once a process: tests build hundreds of sites, and two thirds of a build went into that."""

from __future__ import annotations

from functools import cache
from types import CodeType
from typing import Any

from jinja2 import Environment

_compile = Environment.compile


def once(
    environment: Environment, source: Any, name: str | None = None, filename: str | None = None, *rest: Any
) -> Any:
    """Compile a template as Jinja does, unless the same was compiled for such an environment before."""
    if not isinstance(source, str) or rest:
        return _compile(environment, source, name, filename, *rest)
    return _compiled(Alike(environment), source, name, filename)


class Alike:
    """An environment that equals another one if both compile alike."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.key = (
            *(environment.autoescape, environment.trim_blocks, environment.lstrip_blocks, environment.undefined),
            *(frozenset(environment.filters), frozenset(environment.tests), frozenset(environment.extensions)),
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Alike) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


@cache
def _compiled(alike: Alike, source: str, name: str | None, filename: str | None) -> CodeType:
    return _compile(alike.environment, source, name, filename)
