"""When an event begins and ends, out of one text."""

import pytest

from subjects.events.records import Event


@pytest.mark.parametrize(
    ("typed", "starts", "ends"),
    [
        ("2027-03-09 18:30-20:00", "2027-03-09 18:30", "2027-03-09 20:00"),
        ("2027-03-09 6-8 pm", "2027-03-09 18:00", "2027-03-09 20:00"),
        ("2027-03-09 10-2 pm", "2027-03-09 10:00", "2027-03-09 14:00"),
        ("2027-03-09 9 am - noon", "2027-03-09 09:00", "2027-03-09 12:00"),
        ("2027-03-09 18:30 to 2027-03-10 12:00", "2027-03-09 18:30", "2027-03-10 12:00"),
        ("2027-03-09 to 2027-03-11", "2027-03-09", "2027-03-11"),
        ("March 9-11, 2027", "2027-03-09", "2027-03-11"),
        ("9-11 March 2027", "2027-03-09", "2027-03-11"),
        ("2027-03-09 (all day)", "2027-03-09", "2027-03-09"),
        ("2027-03-09 18h30", "2027-03-09 18:30", "2027-03-09"),
    ],
)
def test_a_text_may_name_both(typed, starts, ends):
    event = Event(id="x", title="X", starts=typed)

    assert (starts, ends) == (str(event.starts), str(event.end))


@pytest.mark.parametrize("ends", ["24:00", "midnight", "00:00", "12 am"])
def test_an_end_at_midnight_is_that_of_the_day(ends):
    event = Event(id="x", title="X", starts="2027-03-09 09:00", ends=ends)

    assert "2027-03-10" == str(event.end.day)
    assert not event.ends_before_it_begins
