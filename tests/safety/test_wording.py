"""Words to think about are found at their place, and nowhere else."""

import pytest

from safety.wording import abbreviation_remarks, wording_remarks
from sources.site import Wording

BETTER = [Wording(avoid=("victim", "victims"), instead="survivor"), Wording(avoid=("act now",), instead="calm words")]


def remarks(text: str) -> list[tuple[int, int, str]]:
    return [(remark.line, remark.column, remark.message) for remark in wording_remarks(text, BETTER)]


def unexplained(text: str) -> list[str]:
    return [remark.message.split('"')[1] for remark in abbreviation_remarks(text, ["CATE"])]


def test_a_word_is_found_with_its_place_and_a_better_one():
    assert [
        (3, 6, '"Victims": think of survivor.'),
        (4, 3, '"Act now": think of calm words.'),
    ] == remarks("One.\n\nFor *Victims* of it.\n- Act\nnow!")


@pytest.mark.parametrize(
    "text",
    [
        "Victimless, the VictimsFund",
        "`victims`",
        "```\nvictims\n```",
        "[list](/victims/)",
        "https://victims.org/",
        "::: victims",
    ],
)
def test_other_words_code_and_addresses_are_left_alone(text):
    assert [] == remarks(text)


def test_a_short_form_that_is_explained_on_the_page_is_fine():
    assert [] == unexplained("CATE knows the International Institute (IISTL). IISTL helps. `YAML` and Title IX.")


def test_a_short_form_that_nobody_explained_is_found_once():
    assert ["IISTL", "R&R", "RSVP"] == unexplained("IISTL began the R&R coalition. IISTL asked for RSVPs.")
