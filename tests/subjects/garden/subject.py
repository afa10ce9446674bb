"""A subject that only the tests know: the plants of a garden, in a data file, on a page, and in a file of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from components.registry import Component
from sources.problems import Problem, Section
from sources.records.data_file import DataFile
from sources.records.days import months_after
from sources.records.fields import Day, Id, Line, Measured, Months, Record
from sources.records.ids import repeated_ids
from subjects.form import Form
from subjects.loaded import Loaded, Sources
from subjects.subject import Address, Change, Subject, ToDo


class Plant(Record):
    """One plant."""

    called = "plant"

    id: Id = Field(description="Its short name.")
    name: Line = Field(description="What it is called.")
    note: Annotated[Line | None, Measured()] = Field(default=None, description="A sentence about it.")
    blooms: Day | None = Field(default=None, description="The day on which it blooms.")
    last_reviewed: Day = Field(description="The day on which somebody last looked at it.")
    review_every: Months = Field(default=6, description="How often to look at it.")

    @property
    def due(self) -> Any:
        return months_after(self.last_reviewed, self.review_every)


class Garden(Record):
    """All plants."""

    plants: tuple[Plant, ...] = Field(min_length=1, description="The plants, in order.")


GARDEN = DataFile("data/garden.yaml", Garden, Section.SITE)


def problems(loaded: Loaded) -> Iterator[Problem]:
    if nodes := loaded.nodes(GARDEN):
        yield from repeated_ids("plant", nodes.each("plants"))


def plants_file(sources: Sources, _: Address) -> bytes:
    return json.dumps([plant.name for plant in sources.of(GARDEN).plants]).encode()


def to_do(sources: Sources) -> Iterator[ToDo]:
    nodes = sources.nodes(GARDEN).each("plants")
    for plant, node in zip(sources.of(GARDEN).plants, nodes, strict=True):
        if plant.blooms is None:
            yield ToDo(f'Plant "{plant.name}": nobody knows when it blooms.', node.place)


def changes(sources: Sources) -> Iterator[Change]:
    for plant in sources.of(GARDEN).plants:
        if plant.blooms and plant.blooms > sources.today:
            yield Change(plant.blooms, f"{plant.name} blooms")


SUBJECT = Subject(
    name="garden",
    data=GARDEN,
    form=Form("The garden", shown_by="garden"),
    problems=problems,
    components=lambda sources: (Component("garden", lambda _: {"plants": sources.of(GARDEN).plants}),),
    values=lambda sources: {"plant_count": len(sources.of(GARDEN).plants)},
    files=lambda _: {"garden.json": plants_file},
    structured_data=lambda _: lambda page: {"keywords": "garden"} if page.path == "garden" else {},
    to_do=to_do,
    changes=changes,
)
