"""The staff guide and the README name what exists, and nothing else."""

import re

import pytest

from conftest import ROOT
from membership.application_model import FIELDS as PREFILL_FIELDS
from membership.application_model import Application, InterestForm, Pause, Prefill
from membership.guide_records import Choice, Guide, Question, Rule
from membership.model import Category, Criterion, Group, Membership, Standards, Tier
from publication.check import check
from safety.help_lines import HelpLine, HelpLines
from safety.pictures import Picture, Pictures
from sources.front_matter import FrontMatter, NextStep, Period
from sources.site import (
    ApprovedPerson,
    ExitLink,
    MenuEntry,
    NotYetGiven,
    PlainWords,
    ShareImage,
    Site,
    Statement,
    Statements,
    Values,
    Wording,
)

GUIDE = (ROOT / "content" / "README.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.MULTILINE))
FOR_DEVELOPERS = {"help", "test", "lint", "lock", "clean", "bench", "bench-peers", "fuzz", "server-config", "schemas"}
RECORDS = (
    FrontMatter, NextStep, Period, Site, Statement, Statements, Values, MenuEntry, ExitLink, ShareImage, NotYetGiven,
    HelpLines, HelpLine, Membership, Group, Criterion, Category, Standards, Tier, Application, Prefill, Pause,
    ApprovedPerson, Picture, Pictures, PlainWords, Wording, InterestForm, Guide, Question, Choice, Rule,
)  # fmt: skip
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
        "Help lines",
        "People and places",
        "Plain words",
        "Pictures",
    ],
)
def test_every_field_in_the_tables_of_the_guide_exists(title):
    assert set() == first_column(section(title)) - FIELDS


def test_the_guide_names_every_way_to_fill_in_the_tier_and_no_other():
    assert set(PREFILL_FIELDS) == set(re.findall(r"style: ([a-z-]+)", section("The application form")))


def test_the_guide_names_every_directive_and_no_other():
    named = set(re.findall(r"`::: ([a-z-]+)", section("Directives")))

    assert set(check(ROOT / "content", ROOT / "theme", production=False).components) == named


@pytest.mark.parametrize("text", [GUIDE, README], ids=["guide", "README"])
def test_every_command_that_is_named_exists(text):
    assert set() == set(re.findall(r"`make ([a-z-]+)", text)) - TARGETS


def test_every_command_is_named_where_its_readers_look():
    assert TARGETS - FOR_DEVELOPERS <= set(re.findall(r"`make ([a-z-]+)`", GUIDE))
    assert set() == TARGETS - set(re.findall(r"`make ([a-z-]+)`", README))


def test_every_section_that_a_report_may_send_staff_to_exists():
    code = "".join(path.read_text("utf-8") for path in (ROOT / "plugins").rglob("*.py"))
    sent_to = set(re.findall(r'GUIDE = "([^"]+)"', code)) | set(re.findall(r'default="([A-Z][a-z ]+)"', code))
    sent_to |= set(re.findall(r', "([A-Z][a-z]+ [a-z ]+)"\)', code))

    assert {"When something is wrong", "Adding a page", "Changing a tier"} <= sent_to
    assert set() == {title for title in sent_to if f"\n## {title}\n" not in GUIDE}
