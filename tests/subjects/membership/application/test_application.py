"""Where one applies, told truthfully."""

from datetime import date

import pytest

from conftest import TODAY, WORDS
from subjects.membership.application.lead import Known, Lead
from subjects.membership.application.link import application_link, inherited
from subjects.membership.application.records import Application, InterestForm, Pause, Prefill
from subjects.membership.application.window import State
from subjects.membership.records import Tier

REAL = "https://forms.smallcoalition.org/join"
EXAMPLE = "https://forms.example.org/join"
WAVE = InterestForm(url="https://forms.smallcoalition.org/wave", label="Wave to us")
WAVED = Lead("Wave to us on forms.smallcoalition.org", "https://forms.smallcoalition.org/wave")
PAUSE = Pause(reason="We are moving house.")


def tier(**application: object) -> Tier:
    return Tier(
        id="friend",
        title="Friends & Family",
        category="outer",
        summary="For those who help.",
        requirements={},
        application=Application(**application),
    )


def link(application: dict, shared: Application | None = None, *, production: bool = True):
    return application_link(tier(**application), shared or Application(), Known(WORDS, production, TODAY))


@pytest.mark.parametrize(
    ("application", "preview", "production"),
    [
        ({"url": REAL, "confirmed": True}, State.OPEN, State.OPEN),
        ({"url": REAL, "confirmed": False}, State.OPEN, State.NOT_ONLINE),
        ({"url": REAL}, State.OPEN, State.NOT_ONLINE),
        ({"url": EXAMPLE, "confirmed": True}, State.OPEN, State.NOT_ONLINE),
        ({}, State.NOT_ONLINE, State.NOT_ONLINE),
    ],
)
def test_production_links_only_to_a_confirmed_address_of_a_real_host(application, preview, production):
    shown = {profile: link(application, production=profile) for profile in (False, True)}

    assert (preview, production) == (shown[False].state, shown[True].state)
    for one in shown.values():
        assert (one.href is None) == (one.state is State.NOT_ONLINE)
    assert not shown[True].example
    assert shown[False].example == (preview is not production)


OPEN = {"opens": TODAY, "closes": TODAY}
CLOSED = {"closes": date(2026, 11, 22)}
UPCOMING = {"opens": date(2026, 11, 24)}


@pytest.mark.parametrize(
    ("time", "state"),
    [
        ({}, State.OPEN),
        (OPEN, State.OPEN),
        ({"rolling": True}, State.ROLLING),
        (CLOSED, State.CLOSED),
        (UPCOMING, State.UPCOMING),
        ({"paused": PAUSE}, State.PAUSED),
        ({"paused": PAUSE, "rolling": True}, State.PAUSED),
    ],
)
def test_only_an_open_form_has_a_link_and_only_a_form_without_link_has_the_other_one(time, state):
    shown = link({"url": REAL, "confirmed": True, "interest_form": WAVE, **time})

    assert state is shown.state
    assert (REAL, None) == (shown.href, shown.other) or (None, WAVED) == (shown.href, shown.other)
    assert (shown.href is not None) == (state in {State.OPEN, State.ROLLING})


@pytest.mark.parametrize("time", [OPEN, CLOSED, UPCOMING, {"rolling": True}])
def test_dates_of_a_form_that_is_not_online_are_not_shown(time):
    shown = link({"url": REAL, "interest_form": WAVE, **time})

    assert State.NOT_ONLINE is shown.state
    assert ("Applications for the Friends & Family tier are not yet taken online.",) == shown.announcement.sentences
    assert shown.announcement.as_of is None
    assert WAVED == shown.other


def test_a_pause_is_told_even_without_a_form():
    assert State.PAUSED is link({"paused": PAUSE}).state


def test_an_example_that_is_closed_needs_no_mark():
    shown = link({"url": EXAMPLE, **CLOSED}, production=False)

    assert (State.CLOSED, None, False) == (shown.state, shown.href, shown.example)


def test_what_a_tier_does_not_say_is_what_all_tiers_share():
    shared = Application(host_label="Sheets & Co", prefill=Prefill(style="query", field="tier"), confirmed=True)

    shown = link({"url": REAL}, shared)

    words = "Apply on Sheets & Co"
    there = f"{REAL}?tier=Friends%20%26%20Family"
    assert (State.OPEN, Lead(words, there, what_for="for the Friends & Family tier")) == (shown.state, shown.lead)


@pytest.mark.parametrize(
    ("own", "shared", "expected"),
    [
        ({"closes": date(2027, 3, 1)}, {"opens": date(2027, 1, 1), "closes": date(2027, 2, 1)},
         (date(2027, 1, 1), date(2027, 3, 1), None)),
        ({"rolling": True}, {"opens": date(2027, 1, 1), "closes": date(2027, 2, 1)}, (None, None, True)),
        ({"opens": date(2027, 1, 1)}, {"rolling": True}, (date(2027, 1, 1), None, None)),
        ({"rolling": False}, {"rolling": True}, (None, None, False)),
        ({}, {"rolling": True}, (None, None, True)),
    ],
)  # fmt: skip
def test_dates_are_shared_one_by_one_and_all_year_replaces_them_as_they_replace_it(own, shared, expected):
    application = inherited(Application(**own), Application(**shared))

    assert expected == (application.opens, application.closes, application.rolling)


@pytest.mark.parametrize(("label", "name"), [(None, "Google Forms"), ("our own form", "our own form")])
def test_a_service_that_is_known_is_named_unless_the_coalition_calls_it_otherwise(label, name):
    google = "https://docs.google.com/forms/d/e/x/viewform"
    shown = link({"url": google, "confirmed": True, "host_label": label})

    assert f"Apply on {name}" == shown.lead.words


def test_a_service_without_a_name_is_called_by_its_host():
    shown = link({"url": REAL}, production=False)

    assert "Apply on forms.smallcoalition.org" == shown.lead.words
