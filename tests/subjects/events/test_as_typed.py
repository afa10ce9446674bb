"""Events as people type them: an end behind the beginning, a page of their own at the address of a list, nothing."""

import pytest

from sites import words
from subjects.events.records import Event


def built(coalition):
    done = coalition.build("publishconf.py", "https://small-coalition.org")
    assert 0 == done.status, done.said
    return done


@pytest.mark.parametrize(
    "typed", ["2027-03-13 10:00 - 16:00", "March 13, 2027, 10 am to 4 pm", "2027-03-13 10:00\u201316:00"]
)
def test_the_end_may_stand_behind_the_beginning(coalition, typed):
    coalition.write("data/events.yaml", f'events:\n  - {{id: a, title: Assembly, starts: "{typed}"}}\n')

    assert "Saturday, March 13, 2027, 10 am to 4 pm (UTC)" == words(
        built(coalition).page("events/a").select_one(".opening dd")
    )


@pytest.mark.parametrize("page", ["events", "events/index"])
def test_a_list_that_staff_have_written_takes_the_place_of_the_one_at_its_address(coalition, page):
    coalition.write("data/events.yaml", "events:\n  - {id: a, title: Walk, starts: 2027-03-13}\n")
    coalition.write(f"pages/{page}.md", "---\ntitle: What is on\ndescription: All of it.\n---\n\n::: events\n")

    assert "What is on" == built(coalition).page("events").h1.get_text()


def test_an_event_that_is_called_like_a_page_has_its_day_in_the_title_of_its_own(coalition):
    coalition.write("data/events.yaml", "events:\n  - {id: a, title: Membership, starts: 2027-03-13}\n")

    assert "Membership, March 13, 2027" == built(coalition).page("events/a").h1.get_text()


@pytest.mark.parametrize("kind", ["events", "people", "members", "resources"])
def test_a_list_from_which_everything_was_taken_is_empty(coalition, kind):
    coalition.write(f"data/{kind}.yaml", f"{kind}:\n")

    assert [] == coalition.problems()


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
