"""The staff guide and the README name what exists, and nothing else."""

import re
import shutil
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import get_args

import pytest

from checking.check import check, components
from checking.inputs import Inputs
from checking.loading import load
from commands.new_page import NEW_ARTICLE, NEW_EVENT, NEW_PAGE
from commands.new_site import NEW_SITE
from commands.tiers import NEW_TIER
from conftest import CATE_CONTENT, ROOT, Coalition
from programs import COMMANDS
from sources.pages.front_matter import FrontMatter
from sources.problems import Gathering, SectionOfGuide
from sources.records.fields import Record
from sources.records.shapes import Shape, shape_of
from sources.result_store import NoStore
from subjects import all_subjects
from subjects.membership.application.records import FIELDS as PREFILL_FIELDS

GUIDE = (ROOT / "GUIDE.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
TARGETS = set(COMMANDS)
FOR_DEVELOPERS = {"help", "test", "lint", "lock", "clean", "bench", "bench-peers", "fuzz", "server-config", "schemas"}


def records_in(kind: object) -> set[type[Record]]:
    """Return every record that stands in a type, and those in the fields of these."""
    if isinstance(kind, type) and issubclass(kind, Record):
        return {kind}.union(*(records_in(info.annotation) for info in kind.model_fields.values()))
    return set().union(*map(records_in, get_args(kind)))


RECORDS = sorted(
    records_in(FrontMatter).union(*(records_in(one.data.model) for one in all_subjects() if one.data)),
    key=lambda record: record.__name__,
)
FIELDS = {info.alias or name for record in RECORDS for name, info in record.model_fields.items()}


def section(title: str) -> str:
    """Return the text of one section of the guide."""
    return re.split(r"^## ", GUIDE.split(f"\n## {title}\n")[1], flags=re.MULTILINE)[0]


def first_column(text: str) -> set[str]:
    """Return the code words in the first column of the tables of a text."""
    cells = re.findall(r"^\| (`[^|]+`) \|", text, re.MULTILINE)
    return {field for cell in cells for field in re.findall(r"`([a-z_]+)`", cell)}


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_every_field_that_staff_may_write_is_in_the_guide(field):
    assert re.search(rf"[`{{ ]{field}[`:]", GUIDE)


def ways(shape: Shape, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the way to every field that may stand below a record."""
    for field in shape.fields:
        yield (*above, field.name)
        for below in (field.shape, field.shape.item):
            yield from ways(below, (*above, field.name)) if below else ()


@pytest.mark.parametrize("file", [one.data for one in all_subjects() if one.data], ids=lambda file: file.path)
def test_a_problem_of_any_field_leads_to_a_section_that_names_it(file):
    told = {way: section(file.section_of(way)) for way in ways(shape_of(file.model))}

    assert [] == [way for way, text in told.items() if not re.search(rf"\b{way[-1]}\b", text)]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_says_what_it_is_for(record):
    assert all(info.description and info.description.endswith(".") for info in record.model_fields.values())


@pytest.mark.parametrize(
    "title",
    [
        "Front matter",
        "Changing a tier",
        "The application form",
        "Opening and closing applications",
        "The guide to the right tier",
        "Site settings",
        "Events",
        "Help lines",
        "News",
        "People and places",
        "Plain words",
        "Pictures",
    ],
)
def test_every_field_in_the_tables_of_the_guide_exists(title):
    assert set() == first_column(section(title)) - FIELDS


def test_the_guide_names_everything_that_can_be_demanded_and_nothing_else(coalition):
    loaded = load(Inputs(coalition.content, ROOT / "theme", Gathering(), NoStore()), production=True)
    told = re.search("^It may name (.+)$", section("Site settings"), re.MULTILINE)[1].replace("`timeline`", "")

    assert {part.name for one in all_subjects() for part in one.parts(loaded)} == set(re.findall("`([a-z-]+)`", told))


def test_the_guide_names_every_way_to_fill_in_the_tier_and_no_other():
    assert set(PREFILL_FIELDS) == set(re.findall(r"style: ([a-z-]+)", section("The application form")))


def test_the_guide_names_every_directive_and_no_other():
    named = set(re.findall(r"`::: ([a-z-]+)", section("Directives")))

    sites = (CATE_CONTENT, ROOT / "tests" / "coalitions" / "federation")

    assert set().union(*(components(check(site, ROOT / "theme", production=False)) for site in sites)) == named


@pytest.mark.parametrize("text", [GUIDE, README], ids=["guide", "README"])
def test_every_command_that_is_named_exists(text):
    assert set() == set(re.findall(r"`make ([a-z-]+)", text)) - TARGETS


def test_every_command_is_named_where_its_readers_look():
    assert TARGETS - FOR_DEVELOPERS <= set(re.findall(r"`make ([a-z-]+)`", GUIDE))
    assert set() == TARGETS - set(re.findall(r"`make ([a-z-]+)`", README))


TASKS = re.findall(r'^\| [A-Z][^|`]+ \| ("[^|]+") \|$', GUIDE, re.MULTILINE)


@pytest.mark.parametrize("title", [title for told in TASKS for title in re.findall('"([^"]+)"', told)])
def test_every_task_has_its_section_with_a_good_and_a_bad_example(title):
    assert re.search("^- Good: .+$", section(title), re.MULTILINE)
    assert re.search("^- Bad: .+$", section(title), re.MULTILINE)


def test_the_guide_begins_with_the_tasks():
    assert [
        "Changing a sentence",
        "Adding a page",
        "Changing a tier",
        "Adding a tier",
        "The application form",
        "Opening and closing applications",
        "When something is wrong",
        "Going public",
    ] == [told.strip('"') for told in TASKS[:8]]


def test_the_messages_that_the_guide_shows_are_those_of_the_check(tmp_path):
    coalition = Coalition(Path(shutil.copytree(CATE_CONTENT, tmp_path / "content")))
    text = coalition.read("data/membership.yaml")
    text = text.replace("      participation: As needed", "      particpation: As needed")
    text = text.replace('"https://forms.example.org/coalition-member"', '"http://forms.example.org/coalition-member"')
    coalition.write("data/membership.yaml", text)

    shown = [
        line.split(": ", 1)[1]
        for line in section("When something is wrong").split("\n")
        if line.startswith("      content/")
    ]
    found = [problem.split(": ", 1)[1] for problem in coalition.problems()]

    quoted = [re.sub(r'found "http://[^"]*".*', 'found "http://..."', message) for message in found]
    assert {line for line in shown if line.startswith("tier ")} == {*quoted}


@pytest.mark.parametrize(
    "command", re.findall(r"`(make new-[a-z]+ [^`]+)`|^ {7}(make new-[^\n]+)$", GUIDE, re.MULTILINE)
)
def test_what_a_command_is_told_is_what_it_asks(command):
    variables = re.findall(r"([A-Z]+)=", "".join(command))

    assert {*variables} <= {*NEW_PAGE, *NEW_ARTICLE, *NEW_EVENT, *NEW_TIER, *NEW_SITE, "FOLDER"}


def test_every_word_on_a_button_of_the_editor_that_the_guide_names_is_there():
    named = set(re.findall('"(Save[a-z ]*|Show in[a-z ]*)"', section("Editing in the browser")))

    assert {"Save", "Show in the preview"} == named
    start = (ROOT / "theme" / "static" / "editor" / "start.js").read_text("utf-8")
    assert all(f'"{button}"' in start for button in named)


def test_every_section_that_a_report_may_send_staff_to_exists():
    known = chain.from_iterable(SectionOfGuide.__subclasses__())
    sections = {*known, *(one.data.guide for one in all_subjects() if one.data)}

    assert [] == [str(section) for section in sections if f"\n## {section}\n" not in GUIDE]


def test_dates_fit_into_the_brackets_of_an_application_as_the_guide_says(coalition):
    written = re.search(r'`application: \{url: "https://\.\.\.", (confirmed: yes, closes: [0-9-]+)\}`', GUIDE)[1]
    coalition.change("data/membership.yaml", '/partner", confirmed: yes}', f'/partner", {written}}}')

    assert coalition.problems() == []


@pytest.mark.parametrize("text", ["Write to jane@gmail.com.", "[Fees](#what-it-costs)"])
def test_what_only_finished_pages_show_is_told_by_a_build_as_the_guide_says(coalition, text):
    coalition.write("pages/index.md", f"{coalition.read('pages/index.md')}\n{text}\n")

    assert coalition.problems() == []
    assert coalition.build().status == 1


MEMBERS = [(kind, name) for kind in SectionOfGuide.__subclasses__() for name in kind.__members__]
SOURCES = {path: path.read_text("utf-8") for path in (ROOT / "plugins").rglob("*.py")}


@pytest.mark.parametrize(("kind", "name"), MEMBERS, ids=lambda one: one if isinstance(one, str) else one.__module__)
def test_every_section_that_reports_know_is_named_by_one(kind, name):
    used = re.compile(rf"\bSection\.{name}\b")

    assert any(used.search(text) for text in SOURCES.values())


REPORTS = sorted((ROOT / "tests" / "bad_inputs").rglob("*.report"))


def test_every_report_on_a_bad_input_ends_with_sections_of_the_guide():
    headings = set(re.findall("^## (.+)$", GUIDE, re.MULTILINE))
    ends = {path: re.findall(r'^  See GUIDE\.md, "(.+)"\.$', path.read_text("utf-8"), re.MULTILINE) for path in REPORTS}

    assert [] == [path.name for path, named in ends.items() if not named or not headings.issuperset(named)]
    assert [] == [path.name for path in REPORTS if "See GUIDE.md" not in path.read_text("utf-8").splitlines()[-1]]
