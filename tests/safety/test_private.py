"""Looking for words first finds what the patterns alone would find."""

from hypothesis import given
from hypothesis import strategies as st

from safety import private

NUMBERS = ["417", "866-2345", "(417)", "+1 ", "1-888-373-7888", "+44 20 7946 0958", "911", "12", "2018"]
STREETS = ["Main", "N.", "5th", "Street", "St", "Drive", "Toy", "Way"]
ROOMS = ["room", "ROOM", "Suite", "sUiTe", "Apt.", "Rm.", "Ste"]
NAMES = ["Dr.", "Prof", "Ana", "Lee", "O'Neil", "MSW", ", PhD", "Ph.D", "a@b.org", "ana (at) b.org"]
SIGNS = [" ", "-", ".", "(", ")", "\u2013", "@", "#", "4b", "\n", "x"]
PARTS = [*NUMBERS, *STREETS, *ROOMS, *NAMES, *SIGNS]
TEXTS = st.lists(st.sampled_from(PARTS) | st.text(max_size=3), max_size=12).flatmap(
    lambda parts: st.sampled_from(["", " "]).map(lambda between: between.join(parts))
)


@given(TEXTS)
def test_nothing_private_is_missed_for_the_sake_of_speed(text):
    assert [found[0] for found in private.EMAIL.finditer(text)] == list(private.emails(text))
    assert [found[0] for found in private.PHONE.finditer(text)] == list(private.phone_numbers(text))
    assert [
        found[0] for pattern in (private.STREET, private.DRIVE, private.ROOM) for found in pattern.finditer(text)
    ] == list(private.places(text))
    assert [found["name"] for pattern in (private.TITLED, private.DEGREE) for found in pattern.finditer(text)] == list(
        private.named_people(text)
    )
