"""Help lines as a subject: on every page, and in full where a page asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from components.registry import Call, Component
from sources.problems import Problem

from ..loaded import Loaded, Sources
from ..subject import Form, Subject, of_file
from .beginning import BEGINNING
from .records import HELP_LINES, help_line_problems


def components(sources: Sources) -> tuple[Component, ...]:
    """Return the component that shows the help lines in full."""
    lines = sources.of(HELP_LINES).in_order

    def help_lines(_: Call) -> dict[str, Any]:
        return {"lines": lines}

    return (Component("help-lines", help_lines),)


def problems(loaded: Loaded) -> Iterable[Problem]:
    """Return what is wrong with the help lines beside their fields."""
    nodes = loaded.nodes(HELP_LINES)
    return help_line_problems(nodes) if nodes else ()


def values(sources: Sources) -> Mapping[str, object]:
    """Return the help lines, for the foot of every page."""
    return {"help_lines": sources.of(HELP_LINES).in_order}


SUBJECT = Subject(
    name="help-lines",
    data=HELP_LINES,
    form=Form("Help lines", shown_on="get-help/"),
    parts=lambda loaded: (of_file("help-lines", "there are no help lines", HELP_LINES, loaded, ("help-lines",)),),
    problems=problems,
    components=components,
    values=values,
    beginnings=(BEGINNING,),
    on_every_page=lambda sources: (f"tel:{line.tel}" for line in sources.of(HELP_LINES).in_order),
)
