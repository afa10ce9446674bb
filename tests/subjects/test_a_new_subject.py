"""A subject is one folder: with its line in the list it is checked, built, audited, kept up and edited like all."""

import json
import shutil
from pathlib import Path

import pytest

import subjects
from checking.calendar import calendar_list, next_change, reviews
from checking.check import check
from checking.reading import reading
from checking.to_do import to_do
from commands.schemas import schemas
from conftest import THEME, build
from preview.editor.backend import answer
from preview.editor.config import editor_config
from preview.editor.forms import place
from sources.problems import ProblemsFound

from .garden.subject import SUBJECT as GARDEN

HERE = Path(__file__).parent / "garden"
FILE = "content/data/garden.yaml"
PAGE = "---\ntitle: Garden\ndescription: What grows here.\n---\n\n::: garden\n"


@pytest.fixture
def theme(tmp_path) -> Path:
    """Copy the theme, with the one template and the one style sheet of the garden's component."""
    theme = Path(shutil.copytree(THEME, tmp_path / "theme"))
    shutil.copy(HERE / "theme" / "garden.html", theme / "templates" / "components")
    shutil.copy(HERE / "theme" / "garden.css", theme / "static" / "css" / "components")
    return theme


@pytest.fixture
def garden(coalition, monkeypatch):
    """Add the subject to the list, and its data and a page to the content."""
    monkeypatch.setattr(subjects, "SUBJECTS", (*subjects.SUBJECTS, GARDEN))
    coalition.write("data/garden.yaml", (HERE / "garden.yaml").read_bytes())
    coalition.write("pages/garden.md", PAGE)
    return coalition


def built(garden, theme):
    overrides = f"THEME_TEMPLATES_OVERRIDES={json.dumps([str(theme / 'static')])}"
    cache = f"CACHE_PATH={json.dumps(str(theme.parent / 'cache'))}"
    output = theme.parent / "output"
    return build(garden.content, output, "pelicanconf.py", "-t", theme, "-e", overrides, cache)


def test_its_data_are_checked_with_every_problem_at_its_place(garden):
    garden.change("data/garden.yaml", "id: oak", "id: rose")
    garden.change("data/garden.yaml", "blooms: 2027-06-01", "bloms: 2027-06-01")

    assert garden.problems() == [
        f'{FILE}:5:5: plant "rose": unknown field "bloms". Did you mean "blooms"?',
        f'{FILE}:7:9: plant "rose": this id is taken, see line 2. Each plant has its own.',
    ]


def test_its_component_page_and_file_are_built_and_pass_the_audit(garden, theme):
    done = built(garden, theme)

    assert 0 == done.status, done.said
    page = done.page("garden")
    assert ["Rose (1 of 2)", "Oak & ash (2 of 2)"] == [item.get_text() for item in page.select("ul.garden li")]
    assert ".garden" in page.style.get_text()
    assert "garden" == json.loads(page.find("script", type="application/ld+json").get_text())["keywords"]
    assert ["Rose", "Oak & ash"] == json.loads((done.output / "garden.json").read_bytes())


def test_a_file_of_staff_cannot_take_the_place_of_one_that_it_makes(garden):
    garden.write("extra/garden.json", "[]")

    assert garden.problems() == ['content/extra/garden.json: the site writes "garden.json" itself. Delete yours.']


def test_it_is_kept_up_like_everything_else(garden):
    sources = garden.check()

    assert 'Plant "Oak & ash": nobody knows when it blooms.' in [entry.text for entry in to_do(sources)]
    assert "Next change: Rose blooms. Build again on 2027-06-01." == next_change(sources)
    assert {"Rose", "Oak & ash"} <= {review.name for review in reviews(sources)}
    assert 'plant "rose", note' in [text.name for text in reading(sources)]
    assert "2027-06-01: Rose blooms" in calendar_list(sources)


def test_it_has_a_form_and_a_schema_and_can_be_saved(garden):
    forms = editor_config(garden.content)["collections"][0]["files"]
    (form,) = [form for form in forms if form["file"] == FILE]
    assert ("The garden", "/garden/") == (form["label"], place("data/garden", garden.content))
    assert "plant" == form["fields"][0]["label_singular"]
    assert b"What it is called." in schemas()["garden.json"]

    _, found = answer("getEntry", {"path": FILE}, garden.content, THEME)
    values = json.loads(found["data"])
    values["plants"][0]["name"] = "White rose"
    sent = {"dataFiles": [{"path": FILE, "raw": json.dumps(values)}], "assets": []}
    assert 200 == answer("persistEntry", sent, garden.content, THEME)[0]
    assert "name: White rose" in garden.read("data/garden.yaml")


def test_without_its_data_it_leaves_no_trace(garden):
    (garden.content / "data" / "garden.yaml").unlink()

    with pytest.raises(ProblemsFound) as found:
        check(garden.content, THEME, production=True)
    assert [str(problem) for problem in found.value.problems] == [
        'content/pages/garden.md:6:1: no component "garden". Expected one of: statement, values, timeline, tiers, '
        "compare, pairs, requirements, standards, apply, ways, guide, help-lines."
    ]
    (garden.content / "pages" / "garden.md").unlink()
    assert garden.problems() == []
    assert not (garden.build().output / "garden.json").exists()
