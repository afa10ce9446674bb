"""Models as JSON Schema, without the titles that pydantic makes up from the names of classes and fields."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Plain(GenerateJsonSchema):
    """JSON Schema as programs read it."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Return the schema of a model."""
        found = super().model_schema(schema)
        found.pop("title", None)
        return found

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Tell pydantic to leave out titles that say no more than the name of the field."""
        return False
