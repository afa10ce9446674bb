"""What a record looks like: its JSON Schema, which text editors read, and its fields, of what kind each is."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from .fields import ALSO, AS_TYPED_DAY, AS_TYPED_YES_OR_NO

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# A "line" or a "text" is in any words, a "word" has a fixed form, such as an address. "lines" is a list of texts,
# "several" one text or a list of texts, perhaps with further fields beside it, "named" one value for each of many
# names.
Kind = Literal[
    "line", "text", "word", "color", "choice", "day", "yes_no", "lines", "several", "list", "record", "named"
]
LONGEST_LINE = 300


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


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of value; `item` is what a list holds or each name has, `fields` what a record holds."""

    kind: Kind
    choices: tuple[str, ...] = ()
    item: Shape | None = None
    fields: tuple[FieldShape, ...] = ()
    hash_is_text: bool = False  # of the record of a whole file: " #" within the texts of its lines belongs to them

    def field(self, name: str) -> Shape | None:
        """Return what the field of that name holds; None where there is none."""
        if self.kind == "named":
            return self.item
        return next((one.shape for one in self.fields if one.name == name), None)

    def known_as(self, name: str) -> str | None:
        """Return the name of the field that a name means, in other letters, signs or words; None if there is none."""
        plain = re.sub(r"[\s-]", "_", name.casefold())
        known = (one.name for one in self.fields if plain == one.name or plain in one.also)
        return name if self.field(name) else next(known, None)


@dataclass(frozen=True, slots=True)
class FieldShape:
    """A field of a record: its name in the file, what it is for, and what it holds."""

    name: str
    description: str
    required: bool
    shape: Shape
    also: tuple[str, ...] = ()  # other names for it


def label(field: str) -> str:
    """Return what staff call a field, in the editor and wherever else they read of it."""
    return field.strip("_").replace("_", " ").capitalize()


def shape_of(model: type[BaseModel]) -> Shape:
    """Return the shape of a record."""
    return _shape_of(model)


@cache
def _shape_of(model: type[BaseModel]) -> Shape:
    model.model_rebuild()  # which does nothing for one that is built
    made = ForEditors()  # used as it makes parts: what `model_json_schema` does to the whole takes longer than that
    schema = made.generate_inner(model.__pydantic_core_schema__)
    return replace(_shape(schema, made.definitions), hash_is_text=getattr(model, "hash_is_text", False))


def _shape(schema: dict[str, Any], known: Mapping[Any, Any]) -> Shape:
    if name := schema.get("$ref"):
        return _shape(known[name.rpartition("/")[2]], known)
    if "anyOf" in schema:
        return _one_of([one for one in schema["anyOf"] if one != {"type": "null"}], known)
    if "enum" in schema or "const" in schema:
        return Shape("choice", tuple(schema.get("enum") or [schema["const"]]))
    if schema.get("type") == "array":
        item = _shape(schema["items"], known)
        return Shape("list" if item.kind == "record" else "lines", item=item)
    if "properties" in schema:
        needed = schema.get("required", ())
        fields = (
            FieldShape(
                name, below.get("description", ""), name in needed, _shape(below, known), tuple(below.get(ALSO, ()))
            )
            for name, below in schema["properties"].items()
        )
        return Shape("record", fields=tuple(fields))
    for below in (schema.get("additionalProperties"), *schema.get("patternProperties", {}).values()):
        if isinstance(below, dict):
            return Shape("named", item=_shape(below, known))
    if schema.get("format") == "color":
        return Shape("color")
    longest = schema.get("maxLength")
    return Shape("text" if longest and longest > LONGEST_LINE else "line" if longest else "word")


def _one_of(choices: list[dict[str, Any]], known: Mapping[Any, Any]) -> Shape:
    if choices == AS_TYPED_YES_OR_NO["anyOf"]:
        return Shape("yes_no", ("yes", "no"))
    if choices == AS_TYPED_DAY["anyOf"]:
        return Shape("day")
    first, *others = [_shape(one, known) for one in choices]
    if not others:
        return first
    return Shape("several", item=first, fields=next((one.fields for one in others if one.kind == "record"), ()))


def in_order(before: Sequence[str], declared: Sequence[str]) -> list[str]:
    """Return the names in the order of the file; one that is new follows the last declared before it."""
    names = list(before)
    for number, name in enumerate(declared):
        if name not in names:
            known = [names.index(one) for one in declared[:number] if one in names]
            names.insert(max(known) + 1 if known else 0, name)
    return names
