"""Resources as a subject: recommended links and documents, by kind, from which visitors choose those for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from components.registry import Call, Component
from sources.file_names import plain
from sources.languages import direction, own_name
from sources.pages.page import place_of
from sources.problems import Place, Problem, guess, quoted
from sources.published import file_meant, offered_files

from ..form import Form
from ..loaded import Loaded, Sources
from ..subject import Subject, of_file
from .records import RESOURCES, Resource, Section

COMPONENT = "resources"
MOST_AUDIENCES = 6  # among which visitors choose: for each there is a rule of the style sheet


@dataclass(frozen=True, slots=True)
class Entry:
    """A resource as a list shows it; `language` only if it is another than that of the site."""

    resource: Resource
    href: str
    language: str | None
    language_name: str
    direction: str
    audiences: tuple[int, ...]  # their numbers, from 1


def components(sources: Sources) -> Iterator[Component]:
    """Yield the component that lists resources: all by kind, or those of one kind."""
    known = sources.of(RESOURCES).resources
    kinds = {plain(kind): kind for kind in dict.fromkeys(one.kind for one in known)}

    def resources(call: Call) -> dict[str, Any]:
        some = [one for one in known if not call.argument or plain(one.kind) == call.argument]
        audiences = list(dict.fromkeys(name for one in some for name in one.audience))
        audiences = audiences if 1 < len(audiences) <= MOST_AUDIENCES else []
        by_kind = [
            ("" if call.argument else kind, [_entry(one, audiences, sources) for one in some if one.kind == kind])
            for kind in kinds.values()
        ]
        return {"kinds": [(kind, entries) for kind, entries in by_kind if entries], "audiences": audiences}

    yield Component(COMPONENT, resources, choices=tuple(kinds), optional=True)


def _entry(one: Resource, audiences: list[str], sources: Sources) -> Entry:
    file = file_meant(_in_extra(one.file), sources.published) if one.file else None
    href = one.link or (f"/{sources.published[file]}" if file else "")
    language = one.language if one.language != sources.site.language else None
    name, written = own_name(language or ""), direction(language or "")
    numbers = tuple(number for number, name in enumerate(audiences, 1) if name in one.audience or not one.audience)
    return Entry(one, href, language, name, written, numbers)


def _in_extra(name: str) -> str:
    return name if "/" in name else f"extra/{name}"


def problems(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for a resource that leads nowhere or to two places, or stands twice."""
    nodes, files, first = loaded.nodes(RESOURCES), offered_files(loaded.content), dict[str, Place]()
    for node in nodes.each("resources") if nodes else ():
        title, link, file = (node.text_of(name) for name in ("title", "link", "file"))
        called = f"resource {quoted(title or '?')}"
        if bool(link) == bool(file):
            found = "both" if link else "neither"
            message = f'{called}: expected "link" or "file", found {found}.'
            yield Problem(place_of(node, "file") if link else node.place, message, Section.RESOURCES)
        if file and not file_meant(_in_extra(file), files):
            message = f"{called}, file: no file {quoted(_in_extra(file))} in content.{guess(_in_extra(file), files)}"
            yield Problem(place_of(node, "file"), message, Section.RESOURCES)
        if link and (earlier := first.setdefault(link, place_of(node, "link"))) != place_of(node, "link"):
            message = f"{called}: this address is in line {earlier.line} already. Keep one."
            yield Problem(place_of(node, "link"), message, Section.RESOURCES)


SUBJECT = Subject(
    name=COMPONENT,
    data=RESOURCES,
    form=Form("Resources", shown_by=COMPONENT, apart=True),
    parts=lambda loaded: (of_file(COMPONENT, "there are no resources", RESOURCES, loaded, (COMPONENT,)),),
    problems=problems,
    components=components,
)
