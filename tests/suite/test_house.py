"""The house keeps its plan: imports run one way, and nothing in it grows beyond what one can overlook."""

from collections import Counter

import pytest

from conftest import ROOT
from subjects import all_subjects

from .house import circles, functions, lines, modules

ROOMS = ("sources", "components", "subjects", "checking", "building", "releasing", "saving", "commands", "preview")
HOUSE = modules(ROOT / "plugins")
SUBJECTS = {path.parent.name for path in (ROOT / "plugins" / "subjects").glob("*/subject.py")}
LIST_OF_SUBJECTS = "subjects"
COMMON = {"site"}  # the one subject that no house is without
# Two commands are those of one subject, and loaded when somebody calls them.
OWN_COMMANDS = {"commands.new_page", "commands.tiers"}


def test_the_rooms_are_those_that_the_plan_names():
    assert {*ROOMS} == {module.room for module in HOUSE.values()}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_from_itself_and_from_those_before_it(room):
    allowed = {*ROOMS[: ROOMS.index(room) + 1]} - ({"commands"} if room == "preview" else set())

    assert [] == [
        f"{module.name} imports {imported}"
        for module in HOUSE.values()
        for imported in sorted(module.imports & HOUSE.keys())
        if module.room == room and HOUSE[imported].room not in allowed
    ]


def test_no_module_imports_itself_by_way_of_others():
    assert [] == circles({name: module.imports & HOUSE.keys() for name, module in HOUSE.items()})


def test_only_building_knows_pelican():
    knowing = {module.name for module in HOUSE.values() for name in module.imports if name.split(".")[0] == "pelican"}

    assert set() == {name for name in knowing if HOUSE[name].room != "building"}


def test_a_subject_imports_no_other_one_but_the_site():
    assert [] == [
        f"{module.name} imports {imported}"
        for module in HOUSE.values()
        for imported in sorted(module.imports & HOUSE.keys())
        if module.subject and HOUSE[imported].subject not in {"", module.subject, *COMMON}
    ]


def test_a_subject_is_named_by_the_list_and_by_nobody_else():
    naming = {
        module.name
        for module in HOUSE.values()
        for imported in module.imports & HOUSE.keys()
        if HOUSE[imported].subject not in {"", module.subject, *COMMON}
    }

    assert {LIST_OF_SUBJECTS, *OWN_COMMANDS} == naming


def test_every_folder_with_a_subject_is_in_the_list():
    assert len(SUBJECTS) <= len(all_subjects())  # people and members share a folder
    assert {f"subjects.{name}.subject" for name in SUBJECTS} <= HOUSE[LIST_OF_SUBJECTS].imports


def test_no_folder_holds_more_than_twenty_modules():
    held = Counter(module.path.parent for module in HOUSE.values() if module.path.name != "__init__.py")

    assert [] == [f"{folder.relative_to(ROOT)}: {count}" for folder, count in held.items() if count > 20]


def test_no_module_is_longer_than_two_hundred_lines():
    assert [] == [name for name, module in HOUSE.items() if lines(module.path) > 200]


def test_no_function_is_longer_than_forty_lines():
    assert [] == [
        f"{module.name}: {name}, {length} lines"
        for module in HOUSE.values()
        for name, length in functions(module)
        if length > 40
    ]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import b", {"b"}),
        ("from b import c", {"b.c"}),
        ("from b.c import name", {"b.c"}),
        ("def later():\n    from b import name", {"b"}),
        ("from . import d", {"a.d"}),
        ("from .d import name", {"a.d"}),
        ("from ..b import c", {"b.c"}),
    ],
)
def test_every_way_to_import_is_seen(tmp_path, source, found):
    for name in ("a", "b"):
        (tmp_path / "top" / name).mkdir(parents=True)
        (tmp_path / "top" / name / "__init__.py").write_text("", "utf-8")
    for name, text in {"a/one.py": source, "a/d.py": "", "b/c.py": ""}.items():
        (tmp_path / "top" / name).write_text(text, "utf-8")

    if source.startswith("from .."):
        assert {f"top.{name}" for name in found} == modules(tmp_path)["top.a.one"].imports
    else:
        assert found == modules(tmp_path / "top")["a.one"].imports


def test_a_circle_is_found_however_long():
    chain = {"a": frozenset("b"), "b": frozenset("c"), "c": frozenset("ad"), "d": frozenset()}

    assert ["a", "b", "c"] == circles(chain)
