"""A problem in a data file leads to the section of the guide that tells of its place."""

import pytest

from sources.problems import Place
from sources.records.data_file import DataFile
from sources.records.fields import Line, Record


class Form(Record):
    url: Line
    opens: Line | None = None


class Club(Record):
    name: Line
    application: Form


TEXT = "name: Small\napplication:\n  url: https://x.org\n  opens: July 1\n"
CLUB = DataFile("data/club.yaml", Club, "A club", sections={"application": "The form", "opens": "Dates"})


@pytest.mark.parametrize(
    ("place", "section"),
    [
        ((1, 1), "A club"),
        ((1, 7), "A club"),
        ((2, 1), "The form"),
        ((3, 3), "The form"),
        ((3, 8), "The form"),
        ((4, 3), "Dates"),
        ((4, 10), "Dates"),
    ],
)
def test_the_section_is_that_of_the_innermost_field_around_the_place(place, section):
    assert section == CLUB.section(CLUB.parsed(TEXT, "club.yaml"), Place("club.yaml", *place))


def test_what_is_wrong_with_a_record_as_a_whole_is_no_matter_of_its_first_field():
    text = "name: Small\napplication:\n  opens: July 1\n"

    assert "The form" == CLUB.section(CLUB.parsed(text, "club.yaml"), Place("club.yaml", 3, 3))


def test_a_place_in_another_file_leads_to_the_section_of_the_whole():
    assert "A club" == CLUB.section(CLUB.parsed(TEXT, "club.yaml"), Place("club.es.yaml", 4, 3))
