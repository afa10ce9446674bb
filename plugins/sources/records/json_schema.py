"""The JSON Schema of a record: what text editors know about a data file."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


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
