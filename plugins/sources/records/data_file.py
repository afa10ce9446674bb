"""A data file: its nodes become a typed record, every mistake is told at its place, and editors get its JSON Schema."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from sources.files import DATA_LIMIT
from sources.problems import Place, Problem, ProblemsFound
from sources.text import read_text
from sources.yaml.nodes import Mapping, Node, Scalar, Sequence, parse

from .errors import record_problems
from .fields import Record

R = TypeVar("R", bound=Record)
NO_FIELDS = "this file holds no fields. Compare it with an earlier version."
DIALECT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True)
class DataFile(Generic[R]):
    """One YAML file of facts: its path below the content folder, the record it holds, the section of the guide."""

    path: str
    model: type[R]
    guide: str
    required: bool = True  # a site cannot do without it

    def file(self, content: Path) -> str:
        """Return the name of the file as problems show it."""
        return f"{content.name}/{self.path}"

    def nodes(self, content: Path) -> Node:
        """Return what the file holds, with places; raise ProblemsFound when it is missing or cannot be read."""
        file = self.file(content)
        if not (content / self.path).is_file():
            raise ProblemsFound([Problem(Place(file, 0), "this file is missing.", self.guide)])
        nodes = parse(read_text(content / self.path, file, DATA_LIMIT), file)
        if isinstance(nodes, Mapping) and not nodes.entries:
            raise ProblemsFound([Problem(Place(file), NO_FIELDS, self.guide)])
        return nodes

    def record(self, nodes: Node) -> R:
        """Return the nodes as a typed record; raise ProblemsFound with every field that does not fit."""
        return typed(nodes, self.model, self.guide)


def typed(node: Node, model: type[R], guide: str) -> R:
    """Return the node as a `model`; raise ProblemsFound with every field that does not fit."""
    try:
        return model.model_validate(plain(node))
    except ValidationError as error:
        raise ProblemsFound(record_problems(error.errors(), node, model, guide)) from None


def plain(node: Node) -> Any:
    """Return the node as dict, list, text or None, as pydantic takes it."""
    match node:
        case Mapping():
            return {key: plain(value) for key, value in node.entries.items()}
        case Sequence():
            return [plain(item) for item in node.items]
        case Scalar():
            return node.text
    raise TypeError(node)


class Plain(GenerateJsonSchema):
    """JSON Schema without the titles that pydantic makes up from the names of classes and fields."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Return the schema of a model."""
        found = super().model_schema(schema)
        found.pop("title", None)
        return found

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Tell pydantic to leave out titles that say no more than the name of the field."""
        return False


class ForEditors(Plain):
    """JSON Schema for YAML whose scalars are all read as text: to an editor 012 and true are none."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Return the schema of a text."""
        return super().str_schema(schema) | {"type": ["string", "number", "boolean"]}


def as_json(terms: dict[str, Any]) -> bytes:
    """Return the terms as a file of JSON that people can read too."""
    return f"{json.dumps(terms, ensure_ascii=False, indent=2)}\n".encode()


def editor_schema(model: type[BaseModel]) -> bytes:
    """Return the JSON Schema that tells an editor which fields a YAML file has, and what each is for."""
    return as_json({"$schema": DIALECT, **model.model_json_schema(schema_generator=ForEditors)})
