"""Resources as a subject: recommended links and documents, by kind, from which visitors choose those for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from components.registry import Call, Component
from sources.file_names import plain
from sources.files import LIST_LIMIT
from sources.languages import direction, own_name
from sources.pages.page import place_of
from sources.problems import Place, Problem, SectionOfGuide, guess, quoted
from sources.published import file_meant, offered_files
from sources.records.data_file import DataFile
from sources.records.days import months_after
from sources.records.fields import Language, Line, Months, Named, PastDay, Record, Title, also, none_yet, one_or_several
from sources.records.web_addresses import RealAddress

from ..form import Form
from ..loaded import Loaded, Sources
from ..subject import Subject, of_file

COMPONENT = "resources"
MOST_AUDIENCES = 6  # among which visitors choose: for each there is a rule of the style sheet


def _titles(value: Any) -> Any:
    return one_or_several(none_yet(value))


Titles = Annotated[tuple[Title, ...], BeforeValidator(_titles, json_schema_input_type=Title | tuple[Title, ...])]


class Section(SectionOfGuide):
    """Where the guide tells about resources."""

    RESOURCES = "Resources"


class Resource(Record):
    """A page elsewhere, or a document of this site."""

    called = "resource"

    title: Title = Field(description="What it is called.", json_schema_extra=also("name"))
    link: RealAddress | None = Field(
        default=None, description="Its address, if it is elsewhere.", json_schema_extra=also("url", "website")
    )
    file: Named | None = Field(
        default=None,
        description="Instead of that: a document in content/extra, such as guide.pdf.",
        json_schema_extra=also("document", "pdf"),
    )
    kind: Title = Field(
        description="What it is, such as Training; those of one kind stand together.",
        json_schema_extra=also("type", "category"),
    )
    about: Line | None = Field(
        default=None, description="One sentence on what it says.", json_schema_extra=also("description", "summary")
    )
    audience: Titles = Field(default=(), description="Whom it is for, one or several; visitors choose among these.")
    language: Language | None = Field(default=None, description="Its language, such as es, if that is another.")
    publisher: Title | None = Field(default=None, description="Who published it.")
    last_reviewed: PastDay | None = Field(default=None, description="The day on which somebody last looked at it.")
    review_every: Months | None = Field(default=None, description="How often to look again, such as 1 year.")

    @property
    def due(self) -> date | None:
        """Return the day by which somebody should look at it again; None if none was set."""
        if self.last_reviewed is None or self.review_every is None:
            return None
        return months_after(self.last_reviewed, self.review_every)


class Resources(Record):
    """All resources, in the order in which they are shown."""

    resources: Annotated[tuple[Resource, ...], BeforeValidator(none_yet)] = Field(
        default=(), description="The resources, in order."
    )


RESOURCES = DataFile("data/resources.yaml", Resources, Section.RESOURCES, LIST_LIMIT)


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
            yield Problem(place_of(node, "file") if link else node.place, message)
        if file and not file_meant(_in_extra(file), files):
            message = f"{called}, file: no file {quoted(_in_extra(file))} in content.{guess(_in_extra(file), files)}"
            yield Problem(place_of(node, "file"), message)
        if link and (earlier := first.setdefault(link, place_of(node, "link"))) != place_of(node, "link"):
            message = f"{called}: this address is in line {earlier.line} already. Keep one."
            yield Problem(place_of(node, "link"), message)


SUBJECT = Subject(
    name=COMPONENT,
    data=RESOURCES,
    form=Form("Resources", shown_by=COMPONENT, apart=True),
    parts=lambda loaded: (of_file(COMPONENT, "there are no resources", RESOURCES, loaded, (COMPONENT,)),),
    problems=problems,
    components=components,
)
