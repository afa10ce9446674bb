"""Looking first for the lines that could hold something finds what the patterns alone would find."""

import re

from hypothesis import given
from hypothesis import strategies as st

from checking import harmless as known
from checking import private
from checking.harmless import Shapes, found_in, harmless, of_nobody

NUMBERS = ["417", "866-2345", "(417)", "+1 ", "1-888-373-7888", "+44 20 7946 0958", "911", "12", "2018"]
STREETS = ["Main", "N.", "5th", "Street", "St", "Drive", "Toy", "Way", "St. Louis"]
ROOMS = ["room", "ROOM", "Suite", "sUiTe", "Apt.", "Rm.", "Ste"]
NAMES = ["Dr.", "Prof", "Ana", "Lee", "O'Neil", "MSW", ", PhD", "Ph.D", "a@b.org", "ana (at) b.org", "(\nat ) b.org"]
FORBIDDEN = ["Old Mill", "Safe House", "stra\u00dfe", "\u00ffz kin"]
AS_FORBIDDEN = ["OLD", "old\n", "mill", "\u017fafe", "house", "STRA\u1e9eE", "\u0178Z", "\u212a\u0130n", "k\u0131N"]
SIGNS = [" ", "-", ".", "(", ")", "\u2013", "@", "#", "4b", "\n", "\r", "\u0663", "x"]
PARTS = [*NUMBERS, *STREETS, *ROOMS, *NAMES, *FORBIDDEN, *AS_FORBIDDEN, *SIGNS]
TEXTS = st.lists(st.sampled_from(PARTS) | st.text(max_size=3), max_size=12).flatmap(
    lambda parts: st.sampled_from(["", " "]).map(lambda between: between.join(parts))
)


def lines_of(pattern: re.Pattern[str], text: str, shapes: Shapes) -> list[str]:
    """Return what a pattern finds in the whole text, and no shape knows to be harmless."""
    return [one.words for one in found_in(pattern, text) if not harmless(one, shapes)]


@given(TEXTS)
def test_nothing_private_is_missed_for_the_sake_of_speed(text):
    assert [found[0] for found in private.EMAIL.finditer(text)] == list(private.emails(text))
    assert lines_of(private.PHONE, text, known.NUMBERS) == [one.words for one in private.phone_numbers(text)]
    assert [
        words
        for pattern in (private.STREET, private.DRIVE, private.ROUTE, private.ROOM)
        for words in lines_of(pattern, text, known.PLACES)
    ] == [one.words for one in private.places(text)]
    assert [
        *lines_of(private.TITLED, text, known.PEOPLE),
        *(
            one.words
            for one in found_in(private.DEGREE, text)
            if not harmless(one, known.PEOPLE) and not of_nobody(one)
        ),
    ] == [one.words for one in private.named_people(text)]


def test_a_room_in_turkish_capitals_is_found():
    assert ["SU\u0131TE 4"] == [one.words for one in private.places("In SU\u0131TE 4")]


@given(TEXTS)
def test_no_forbidden_words_are_missed_for_the_sake_of_speed(text):
    patterns = [r"(?<!\w)" + word.replace(" ", r"\s+") + r"(?!\w)" for word in FORBIDDEN]

    assert [found[0] for one in patterns if (found := re.search(one, text, re.IGNORECASE))] == list(
        private.standing(FORBIDDEN, text)
    )
