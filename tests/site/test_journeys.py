"""Thirteen people with a question come from the home page, without script, to what is known, and nobody is stuck."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from building.typography import straight
from checking.to_do import to_do
from sites import CATE, Location

pytestmark = pytest.mark.browser
GUIDE, ABOUT = "Which tier fits us?", "More about CATE"


@dataclass(frozen=True)
class Journey:
    """Who somebody is, the links and answers that they tap, and the words that they come to."""

    who: str
    taps: tuple[str, ...]
    comes_to: str


JOURNEYS = (
    Journey("a therapist", (GUIDE, "A practitioner", "Fewer are", "Coalition Member"), "individual practitioners"),
    Journey("a hospital", (GUIDE, "a hospital", "Fewer are", "Coalition Member"), "501(c)(3) organizations"),
    Journey("a shelter with 90 %", (GUIDE, "A 501(c)(3)", "At least 75%", "Share in leading", "Collaborative Partner"),
            "Statewide shared leadership"),
    Journey("a youth shelter with 10 %", (GUIDE, "A 501(c)(3)", "Fewer are", "Coalition Member"),
            "intersecting populations"),
    Journey("a task force", (GUIDE, "a task force", "Not sure", "Ally Network"), "Show intentional support"),
    Journey("a church", (GUIDE, "a church group", "We provide no services", "Ally Network"), "Populations intersect"),
    Journey("a student", (GUIDE, "One person", "Community Network"), "Individuals"),
    Journey("a senator's aide", (GUIDE, "a government office", "We provide no services", "Community Network"),
            "government"),
    Journey("a survivor", ("Get help",), "1-888-373-7888"),
    Journey("a journalist", (ABOUT,), "The overall goal of CATE"),
    Journey("a donor", (ABOUT,), "serves as the coalition's home and fiscal sponsor"),
    Journey("somebody who wants to come to a meeting", (ABOUT,), "when someone RSVPs to a meeting invitation"),
    Journey("somebody with a complaint", (ABOUT,), "The CATE leadership is made up of executive leaders"),
)  # fmt: skip
# What nobody has told yet, as those ask it who come to the end of what is known.
QUESTIONS = {
    "a journalist": "Whom does a journalist or an official ask?",
    "a donor": "How can I give money to CATE?",
    "somebody who wants to come to a meeting": "How do I get an invitation to a meeting, and when is the next one?",
    "somebody with a complaint": "Whom do I tell when I have a complaint about CATE or one of its members?",
}


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.who)
def test_everybody_comes_from_home_to_what_is_known_and_on_from_there(visit, journey):
    page = visit(Location(CATE, ""), 390, script=False)
    for tap in journey.taps:
        page.locator("main :is(a, summary):visible").filter(has_text=tap).first.click()
    main = page.locator("main")

    assert journey.comes_to in straight(main.inner_text())
    assert [] != main.locator("a:visible").all()


@pytest.mark.parametrize(("who", "question"), QUESTIONS.items(), ids=QUESTIONS)
def test_what_is_not_known_stands_on_the_to_do_list_as_the_question_that_they_have(who, question):
    assert who in {journey.who for journey in JOURNEYS}
    assert any(entry.text.startswith(question) for entry in to_do(CATE.sources))


def test_with_a_way_to_reach_the_coalition_every_page_shows_it(coalition):
    coalition.write("data/site.yaml", coalition.read("data/site.yaml") + "contact: Ring the bell at noon\n")
    built = coalition.build()

    assert all("Contact: Ring the bell at noon" in built.page(url).footer.get_text() for url in ("", "membership"))
