"""What a record looks like to an editor: its fields, and of what kind each is; read from its JSON Schema."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel

from sources.records.data_file import ForEditors
from sources.records.fields import AS_TYPED_YES_OR_NO

# "lines" is a list of texts, "several" one text or a list of texts, "named" one value for each of many names.
Kind = Literal["line", "text", "choice", "day", "yes_no", "lines", "several", "list", "record", "named"]
LONGEST_LINE = 300


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of value; `item` is what a list holds or each name has, `fields` what a record holds."""

    kind: Kind
    choices: tuple[str, ...] = ()
    item: Shape | None = None
    fields: tuple[FieldShape, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldShape:
    """A field of a record: its name in the file, what it is for, and what it holds."""

    name: str
    description: str
    required: bool
    shape: Shape


def shape_of(model: type[BaseModel]) -> Shape:
    """Return the shape of a record."""
    return _shape_of(model)


@cache
def _shape_of(model: type[BaseModel]) -> Shape:
    schema = model.model_json_schema(schema_generator=ForEditors)
    return _shape(schema, schema.get("$defs", {}))


def _shape(schema: dict[str, Any], known: dict[str, Any]) -> Shape:
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
            FieldShape(name, below.get("description", ""), name in needed, _shape(below, known))
            for name, below in schema["properties"].items()
        )
        return Shape("record", fields=tuple(fields))
    for below in (schema.get("additionalProperties"), *schema.get("patternProperties", {}).values()):
        if isinstance(below, dict):
            return Shape("named", item=_shape(below, known))
    if schema.get("format") == "date":
        return Shape("day")
    return Shape("text" if schema.get("maxLength", 0) > LONGEST_LINE else "line")


def _one_of(choices: list[dict[str, Any]], known: dict[str, Any]) -> Shape:
    if choices == AS_TYPED_YES_OR_NO["anyOf"]:
        return Shape("yes_no", ("yes", "no"))
    first, *others = [_shape(one, known) for one in choices]
    return Shape("several", item=first) if others else first
