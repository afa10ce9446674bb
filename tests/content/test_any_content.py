"""Of our own content only that is tested which holds of any; and that the same holds whatever staff may change."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

import first_of_all
import pytest
import yaml

from any_content import AnyContent, all_text, is_shown
from conftest import CATE_CONTENT, ROOT, Coalition, epoch
from sources.records.data_file import plain
from sources.records.fields import Record
from sources.yaml.document import parse
from subjects.help_lines.records import HelpLines
from subjects.membership.records import Membership
from subjects.pictures.subject import Pictures
from subjects.site.records import Site

from .edits import EDITS, everything_that_can_be_said

COALITIONS = sorted((ROOT / "tests" / "coalitions").iterdir())
LATER = date(2036, 7, 4)  # than any day on which staff may have looked at something by now
UNMARKED = {
    "number",
    "text",
    "chat",
    "relay",
    "video",
    "source",
    "url",
    "file",
}  # telephone numbers, addresses: no word can be added to them
MARK = "Zq"


@pytest.fixture
def may_read(monkeypatch):
    monkeypatch.setattr(first_of_all, "reads_content", True)


@pytest.mark.parametrize("content", [ROOT / "content", *COALITIONS], ids=lambda path: path.name)
def test_it_is_published_with_all_that_its_data_say_and_no_draft(content, tmp_path, may_read, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(LATER))
    found = AnyContent(content)
    site = found.publish(tmp_path / "addressed")

    assert [] == found.unseen(site)
    assert [] == found.shown_drafts(site)
    assert found.preview(tmp_path / "preview")
    assert found.publish(tmp_path / "without", address="")


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_what_staff_may_change_turns_nothing_red(edit, tmp_path):
    coalition = copied(tmp_path)
    theme = edit(coalition)
    found = AnyContent(coalition.content, *([theme] if theme else []))
    site = found.publish(tmp_path / "public")

    assert [] == found.unseen(site)
    assert [] == found.shown_drafts(site)
    assert found.preview(tmp_path / "preview")


def test_every_field_that_visitors_should_see_is_seen_where_it_is_filled_in(tmp_path):
    coalition = copied(tmp_path)
    everything_that_can_be_said(coalition)
    marks = mark(coalition)
    seen = all_text(AnyContent(coalition.content).publish(tmp_path / "public"))

    assert [] == [field for sign, field in marks.items() if sign not in seen]
    filled = {field for field, _ in AnyContent(coalition.content).values()}
    known = {field for record in (Site, Membership, HelpLines, Pictures) for field in leaves(record)}
    of_all_tiers = {f"tiers.{field}" for field in filled}  # what a tier may say of its form, all may say together
    assert {"tiers.requirements"} == {field for field in known if is_shown(field)} - filled - of_all_tiers


def test_a_value_that_reaches_no_page_and_a_draft_that_does_are_found(coalition, tmp_path):
    coalition.write(
        "pages/plan.md", "---\ntitle: Plan\ndescription: P.\nstatus: draft\n---\n\nWe plan a gala in May.\n"
    )
    found = AnyContent(coalition.content)
    site = found.publish(tmp_path / "public")
    coalition.change("data/site.yaml", "place: Anytown", "place: Anothertown")
    (site / "index.html").write_text("We plan a gala in May.")

    assert ["place: Anothertown"] == [one for one in found.unseen(site) if "town" in one]
    assert ["content/pages/plan.md"] == found.shown_drafts(site)


def copied(folder: Path) -> Coalition:
    return Coalition(Path(shutil.copytree(CATE_CONTENT, folder / "content")))


def mark(coalition: Coalition) -> dict[str, str]:
    """Put a word of its own at the end of every text that visitors should see; return the field of each."""
    marks: dict[str, str] = {}

    def marked(value, field: str):
        if isinstance(value, dict):
            return {key: marked(inner, f"{field}.{key}".lstrip(".")) for key, inner in value.items()}
        if isinstance(value, list):
            return [marked(inner, field) for inner in value]
        if value is None or not is_shown(field) or field.rpartition(".")[2] in UNMARKED:
            return value
        sign = f"{MARK}{len(marks)}z"
        marks[sign] = field
        return f"{value} {sign}"

    for path in (coalition.content / "data").glob("*.yaml"):
        held = marked(plain(parse(path.read_text("utf-8"), path.name)), "")
        path.write_text(yaml.safe_dump(held, allow_unicode=True, sort_keys=False, width=1000), "utf-8")
    return marks


def leaves(record: type[Record], field: str = "") -> Iterator[str]:
    """Yield every field of a record that holds no other record, after the names that lead to it."""
    for name, info in record.model_fields.items():
        path = f"{field}.{info.alias or name}".lstrip(".")
        below = [one for one in inner_types(info.annotation) if isinstance(one, type) and issubclass(one, Record)]
        yield from [leaf for one in below for leaf in leaves(one, path)] or [path]


def inner_types(annotation) -> Iterator:
    yield annotation
    for inner in get_args(annotation):
        yield from inner_types(inner)
