"""Events as people type them: an end behind the beginning, a page of their own at the address of a list, nothing."""

import pytest

from sites import words


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
