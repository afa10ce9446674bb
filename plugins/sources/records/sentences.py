"""What pydantic finds, as a sentence that says what was expected and what was found."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic_core import ErrorDetails, PydanticCustomError

from sources.problems import guess, quoted

NOT_FIELDS = 'this is not a file of fields ("name: value").'


def expected(what: str, found: object, hint: str = "") -> PydanticCustomError:
    """Return the error that names what was expected and what was found, and a sentence that helps."""
    return told(f"expected {what}, found {_shape(found or None)}. {hint}".strip())


def told(sentence: str) -> PydanticCustomError:
    """Return the error that says a sentence."""
    return PydanticCustomError("expected", "{sentence}", {"sentence": sentence})


def sentence(details: ErrorDetails, fields: Sequence[str] = ()) -> str:
    """Return what was expected and what was found, for one finding of pydantic; `fields` are those of a record."""
    context = details.get("ctx", {})
    match details["type"]:
        case "string_type":
            hint = ' Put text that contains ": " in "quotes".' if isinstance(details["input"], dict) else ""
            return f"expected text, found {_shape(details['input'])}.{hint}"
        case "list_type" | "tuple_type":
            return f"expected a list, found {_shape(details['input'])}.{_how_to_list(details['input'])}"
        case "model_type" | "dict_type" | "model_attributes_type":
            whole = isinstance(details["input"], str) and not details["loc"]
            return NOT_FIELDS if whole else about_fields(details["input"], fields, in_a_list=bool(details["loc"]))
        case "string_too_short":
            return "expected text, found nothing."
        case "string_too_long":
            return f"expected at most {context['max_length']} characters, found {len(details['input'].strip())}."
        case "too_short":
            return f"expected at least {context['min_length']} in the list, found {context['actual_length']}."
        case "too_long":
            return f"expected at most {context['max_length']} in the list, found {context['actual_length']}."
        case "literal_error":
            choices = [choice.strip(" '") for choice in context["expected"].replace(" or ", ", ").split(", ")]
            if not isinstance(details["input"], str):
                return f"expected {context['expected'].replace(chr(39), '')}, found {_shape(details['input'])}."
            return f"unknown value {quoted(details['input'])}.{guess(details['input'], choices)}"
        case "expected":
            return str(context["sentence"])
        case _:
            return f"expected {_wanted(details['type'])}, found {_shape(details['input'])}."


def about_fields(found: object, fields: Sequence[str], *, in_a_list: bool = False) -> str:
    """Return what is said of a value that should be fields; `in_a_list` if a list could only be these by mistake."""
    hint = ""
    if found is None:
        hint = " Write them on indented lines below it."
    elif isinstance(found, str):
        hint = f' Write them on indented lines below it, such as "{fields[0] if fields else "name"}: ...".'
    elif isinstance(found, list) and in_a_list:
        hint = ' Leave out the "- " before them.'
    return f"expected fields{_in_brackets(fields)}, found {_shape(found)}.{hint}"


def _in_brackets(fields: Sequence[str]) -> str:
    return f" ({', '.join(fields)})" if fields else ""


def _how_to_list(found: object) -> str:
    if isinstance(found, dict):
        return ' Start each entry with "- ".'
    return ' Write each entry on a line below it, behind "- ".' if isinstance(found, str) else ""


def _wanted(error_type: str) -> str:
    wanted = {
        "string_unicode": "text",
        "bool_type": "yes or no",
        "date_type": "a date such as 2026-11-23",
        "int_type": "a number",
    }
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
