"""What text editors know about the data files: `schemas/`, made from the models."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from commands.__main__ import main
from commands.schemas import MODELINE, schemas
from conftest import CATE_CONTENT, ROOT
from sources.yaml.parser import compose

FOLDER = ROOT / "schemas"
FILES = sorted((CATE_CONTENT / "data").glob("*.yaml"))
# Texts in another language hold a part of each file: no schema demands it.
ALL_FILES = sorted(path for path in (ROOT / "tests" / "coalitions").glob("*/data/*.yaml") if "." not in path.stem)
# YAML 1.2.2, 10.3.2: what editors take plain text for. (1.1 differs: yes is a truth value there, 12:30 a number.)
CORE = {
    r"null|Null|NULL|~|": lambda _: None,
    r"true|True|TRUE|false|False|FALSE": lambda text: text.casefold() == "true",
    r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+": lambda text: int(re.sub("^0+(?=[0-9])", "", text), 0),
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)": lambda _: 1.5,
}


def as_editors_read(text: str):
    return core(compose(text))


def core(node):
    match node:
        case MappingNode():
            return {key.value: core(value) for key, value in node.value}
        case SequenceNode():
            return [core(value) for value in node.value]
        case ScalarNode() if not node.style:
            reading = next((read for pattern, read in CORE.items() if re.fullmatch(pattern, node.value)), str)
            return reading(node.value)
    return node.value


def complaints(name: str, text: str) -> list[str]:
    """Return what an editor marks in the text of a data file: the path of each field that does not fit."""
    validator = Draft202012Validator(json.loads(schemas()[f"{name}.json"]))
    return ["/".join(map(str, error.absolute_path)) for error in validator.iter_errors(as_editors_read(text))]


def test_the_schemas_that_are_kept_are_those_of_the_models():
    assert schemas() == {path.name: path.read_bytes() for path in FOLDER.iterdir()}, "run: make schemas"


def test_the_command_writes_them(tmp_path):
    assert 0 == main(["schemas", str(tmp_path / "schemas")])

    assert schemas() == {path.name: path.read_bytes() for path in (tmp_path / "schemas").iterdir()}


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_each_data_file_names_its_schema_before_its_first_field(file):
    (line,) = [line for line in file.read_text("utf-8").split("\n\n")[0].split("\n") if line.startswith(MODELINE)]

    assert f"../../schemas/{file.stem}.json" == line.removeprefix(MODELINE)  # from content/data
    assert (FOLDER / f"{file.stem}.json").is_file()


@pytest.mark.parametrize("name", sorted(schemas()))
def test_each_is_a_schema_and_explains_every_field(name):
    schema = json.loads(schemas()[name])
    Draft202012Validator.check_schema(schema)

    fields = [field for part in (schema, *schema["$defs"].values()) for field in part["properties"].items()]
    assert [] == [key for key, field in fields if not field.get("description")]


@pytest.mark.parametrize("file", ALL_FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_an_editor_marks_nothing_in_a_file_that_is_right(file: Path):
    assert [] == complaints(file.stem, file.read_text("utf-8"))


@pytest.mark.parametrize(
    "value",
    [
        "yes",
        "No",
        "YES",
        "012",
        "1.10",
        "1e3",
        "0x1F",
        "true",
        "2024-01-02",
        "12:30:45",
        "not stated",
        "[1, Yes indeed, text]",
    ],
)
def test_an_editor_takes_any_text_for_a_requirement(coalition, value):
    coalition.change("data/membership.yaml", "kind: People", f"kind: {value}")

    assert [] == coalition.problems()
    assert [] == complaints("membership", coalition.read("data/membership.yaml"))


@pytest.mark.parametrize("value", ["yes", "no", "Yes", "NO", "true", "False"])
def test_an_editor_takes_every_yes_and_no(coalition, value):
    coalition.change("data/membership.yaml", "confirmed: no", f"confirmed: {value}")

    assert [] == complaints("membership", coalition.read("data/membership.yaml"))


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("summary: For those who help.", "sumary: For those who help.", {"tiers/1"}),
        ("confirmed: no", "confirmed: maybe", {"tiers/1/application/confirmed"}),
        ("https://forms.example.org/friend", "http://forms.example.org/friend", {"tiers/1/application/url"}),
        ("kind: People", "kind:", {"tiers/1/requirements/kind"}),
        ("kind: People", "kind: []", {"tiers/1/requirements/kind"}),
        ("id: friend", "id: A friend", {"tiers/1/id"}),
        ("title: Friend", "title: [Friend]", {"tiers/1/title"}),
        ("title: Friend", f"title: {'x' * 91}", {"tiers/1/title"}),
        ("style: query", "style: post", {"application/prefill"}),
    ],
)
def test_an_editor_marks_what_the_check_refuses(coalition, old, new, marked):
    coalition.change("data/membership.yaml", old, new)

    assert coalition.problems()
    assert marked == set(complaints("membership", coalition.read("data/membership.yaml")))
