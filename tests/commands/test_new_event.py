"""`make new-event` and `make new-article`: one command begins what visitors will read."""

import pytest

from commands.__main__ import main
from conftest import THEME

EVENTS = "data/events.yaml"


@pytest.fixture
def run(coalition, capsys):
    """Return what runs a command as nobody at a terminal; it returns the status and all that was said."""

    def ran(command: str, *given: str) -> tuple[int, str]:
        status = main([command, str(coalition.content), str(THEME), *given])
        said = capsys.readouterr()
        return status, said.out + said.err

    return ran


def test_the_first_event_begins_the_file(run, coalition):
    assert run("new-event", "Board & barbecue", "May 9, 2027, 6:30 pm") == (
        0,
        'content/data/events.yaml: event "board-barbecue".\nPut in where it is, and what else visitors should know.\n',
    )
    assert coalition.read(EVENTS) == (
        "events:\n  - id: board-barbecue\n    title: Board & barbecue\n    starts: May 9, 2027, 6:30 pm\n"
    )
    assert [] == coalition.problems()


def test_another_one_follows_and_nothing_else_changes(run, coalition):
    before = "# Ours.\nevents:\n  - id: gala  # the big one\n    title: Gala\n    starts: 2027-03-09\n"
    coalition.write(EVENTS, before)

    assert 0 == run("new-event", "Picnic", "2027-05-09", "summer")[0]
    assert f"{before}  - id: summer\n    title: Picnic\n    starts: 2027-05-09\n" == coalition.read(EVENTS)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("Gala", "May 39"), 'event "gala", starts: '),
        (("Gala", "2027-03-09", "Gala!"), 'event "Gala!", id: '),
    ],
)
def test_what_cannot_be_is_told_and_not_written(run, coalition, given, told):
    status, said = run("new-event", *given)

    assert 1 == status
    assert said.startswith("1 problem in 1 file; nothing was changed.\n  content/data/events.yaml:")
    assert told in said
    assert not (coalition.content / EVENTS).exists()


def test_an_article_is_a_draft_of_today_below_news(run, coalition):
    status, said = run("new-article", "A new truck")

    assert (0, "content/pages/news/a-new-truck.md: a draft, seen only in the preview.") == (status, said.split("\n")[0])
    assert (
        '---\ntitle: A new truck\ndescription: "To be written: one sentence on A new truck."\n'
        "date: 2026-11-23\nstatus: draft\n---\n"
    ) == coalition.read("pages/news/a-new-truck.md").partition("\nTo be")[0]
    assert [] == coalition.problems()


def test_its_name_and_its_day_may_be_given(run, coalition):
    run("new-article", "A new truck", "news/truck", "March 9, 2027")

    assert "\ndate: March 9, 2027\n" in coalition.read("pages/news/truck.md")


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("new-event", 'Which title? Say TITLE="..."\nWhen does it start, such as 2027-03-09 18:30? Say STARTS="..."\n'),
        ("new-article", 'Which title? Say TITLE="..."\n'),
    ],
)
def test_what_is_missing_is_asked_for(run, command, told):
    assert (2, told) == run(command)
