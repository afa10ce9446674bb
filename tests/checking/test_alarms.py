"""How much of what tells where people are is found, and how often what tells nobody is taken for it.

`alarms/true.txt` and `alarms/false.txt` hold what coalitions write. Lines with odd numbers were at hand when the rules
were made, the others were held out. Nothing that is found may be lost again.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from checking.private import address_words, emails, named_people, numbers_in_addresses, phone_numbers, places, plain

CORPUS = Path(__file__).parent / "alarms"
NOT_FOUND = "~"


class Said(NamedTuple):
    """One line: the section that it stands in, whether it was held out, and whether it is known to be missed."""

    text: str
    section: str
    held_out: bool
    missed: bool


def said(name: str) -> Iterator[Said]:
    section, number = "", 0
    for line in (CORPUS / name).read_text("utf-8").splitlines():
        if line.startswith("== "):
            section, number = line[3:], 0
        elif line and not line.startswith("#"):
            number += 1
            yield Said(line.removeprefix(NOT_FOUND), section, number % 2 == 0, line.startswith(NOT_FOUND))


def found(text: str) -> bool:
    """Tell whether any rule finds something, as in a page or, of an address, in a link."""
    is_address = text.startswith("https://")
    words = address_words(text) if is_address else plain(text)
    numbers = numbers_in_addresses(words) if is_address else phone_numbers(words)
    return any((*emails(words), *numbers, *places(words), *named_people(words)))


TRUE, FALSE = list(said("true.txt")), list(said("false.txt"))


def test_there_is_enough_to_measure_by():
    assert len(TRUE) >= 300
    assert len(FALSE) >= 300
    assert len(TRUE) == len({one.text for one in TRUE})
    assert len(FALSE) == len({one.text for one in FALSE})


def test_nothing_that_was_found_is_lost():
    assert [] == [one.text for one in TRUE if not (one.missed or found(one.text))]


def test_what_is_missed_is_marked_as_missed():
    assert [] == [one.text for one in TRUE if one.missed and found(one.text)]


# Before there were shapes of what is harmless, 86 and 87 were false alarms.
@pytest.mark.parametrize(("held_out", "most", "of"), [(False, 7, 171), (True, 11, 169)])
def test_false_alarms_stay_few(held_out, most, of):
    some = [one for one in FALSE if one.held_out == held_out]
    alarms = [one.text for one in some if found(one.text)]

    assert of == len(some)
    assert len(alarms) <= most, alarms


def test_nothing_harmless_hides_what_stands_beside_it():
    hidden = []
    for one, other in zip(TRUE * 2, FALSE * 2, strict=False):
        for together in (f"{one.text} {other.text}", f"{other.text.rstrip('.')}\n{one.text}"):
            if not (one.missed or one.text.startswith("https://") or found(together)):
                hidden.append(together)
    assert [] == hidden


@pytest.mark.parametrize(
    "text",
    [
        "Drop donations at 25 Family Court in Hannibal.",
        "Come to 25 Family Court, judges will be there.",
        "Meet at 500 Main Street County Court judges",
        "1510 E. Elm Street Highway Patrol office",
        "12 Oak Drive, Toy Drive",
        "We live at 2018 Old Mill Road dinner is at six",
        "The 2018 Old Mill Road house",
        "Room 204 or on Zoom",
        "Room 204 (Zoom link below)",
        "Book room 3 for the group.",
        "Our office suite 2024 is open.",
        "Breakout Room 2 on Zoom, then Room 204",
        "Rev. Stat. Dr. Jane Doe",
        "The Dr. Hale Award for Dr. Jane Doe",
        "the Dr. Jane Doe Award winner",
        "Dr. Jane Doe University of Missouri",
        "Ask Rev. Martin Luther about beds.",
        "5800 Dr. Martin Luther King Jr. Boulevard",
        "Jane Doe, Clinical Director, LCSW, answers.",
        "Jane Doe is our Clinical Director, LCSW, now.",
        "Jane, Program Director, MSW, answers.",
        "Jane Doe is here. She is a Licensed Clinical Social Worker, LCSW, and answers.",
        "Jane Doe. Clinical Director, LCSW. She answers.",
        "Jane Doe leads us. As our Clinical Director, LCSW, she answers.",
        "Licensed Clinical Social Worker, LCSW",
        "Ann Lee Fontbonne University, PhD program",
        "Jane Doe of Saint Louis University, PhD program",
        "The training is online Room 204",
        "Phone No. 3145550134",
        "Contact number 3145550134",
        "Case manager 3145550134",
        "Meeting ID: 314-555-0134",
        "Grant 3145550199, 3145550134",
        "Call 555-0134 volunteers answer.",
    ],
)
def test_nothing_harmless_hides_what_is_not(text):
    assert found(text)
