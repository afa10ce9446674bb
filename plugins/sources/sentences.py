"""What pydantic finds, as a sentence that says what was expected and what was found."""

from __future__ import annotations

from pydantic_core import ErrorDetails

from .problems import guess, quoted


def sentence(details: ErrorDetails) -> str:
    """Return what was expected and what was found, for one finding of pydantic."""
    context = details.get("ctx", {})
    match details["type"]:
        case "string_type":
            return f"expected text, found {_shape(details['input'])}."
        case "list_type" | "tuple_type":
            return f"expected a list, found {_shape(details['input'])}."
        case "model_type" | "dict_type" | "model_attributes_type":
            return f"expected fields with values, found {_shape(details['input'])}."
        case "string_too_short":
            return "expected text, found nothing."
        case "string_too_long":
            return f"expected at most {context['max_length']} characters, found {len(details['input'].strip())}."
        case "too_short":
            return f"expected at least {context['min_length']} in the list, found {context['actual_length']}."
        case "too_long":
            return f"expected at most {context['max_length']} in the list, found {context['actual_length']}."
        case "literal_error" if isinstance(details["input"], str):
            choices = [choice.strip(" '") for choice in context["expected"].replace(" or ", ", ").split(", ")]
            return f"unknown value {quoted(details['input'])}.{guess(details['input'], choices)}"
        case "expected":
            return f"{context['sentence']}."
        case _:
            return f"expected {_wanted(details['type'])}, found {_shape(details['input'])}."


def _wanted(error_type: str) -> str:
    wanted = {"bool_type": "yes or no", "date_type": "a date such as 2026-11-23", "int_type": "a number"}
    return wanted.get(error_type, "another value")


def _shape(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case str():
            return quoted(value)
        case dict():
            return "fields"
        case list() | tuple():
            return "a list"
        case _:
            return quoted(value)
