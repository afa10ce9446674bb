"""Where one applies, told truthfully."""

import pytest

from membership.application import State, application_link, prefilled
from membership.model import Application, Prefill, Tier


def tier(**application: object) -> Tier:
    return Tier(
        id="friend",
        title="Friends & Family",
        category="outer",
        summary="For those who help.",
        requirements={},
        application=Application(**application),
    )


REAL = "https://forms.smallcoalition.org/join"
EXAMPLE = "https://forms.example.org/join"


@pytest.mark.parametrize(
    ("application", "preview", "production"),
    [
        ({"url": REAL, "confirmed": True}, State.OPEN, State.OPEN),
        ({"url": REAL, "confirmed": False}, State.EXAMPLE, State.NOT_ONLINE),
        ({"url": REAL}, State.EXAMPLE, State.NOT_ONLINE),
        ({"url": EXAMPLE, "confirmed": True}, State.EXAMPLE, State.NOT_ONLINE),
        ({}, State.NOT_ONLINE, State.NOT_ONLINE),
    ],
)
def test_production_links_only_to_a_confirmed_address_of_a_real_host(application, preview, production):
    shared = Application()
    shown = {profile: application_link(tier(**application), shared, production=profile) for profile in (False, True)}

    assert (preview, production) == (shown[False].state, shown[True].state)
    for link in shown.values():
        assert (link.href is None) == (link.state is State.NOT_ONLINE)


def test_what_a_tier_does_not_say_is_what_all_tiers_share():
    shared = Application(host_label="Sheets & Co", prefill=Prefill(style="query", field="tier"), confirmed=True)

    link = application_link(tier(url=REAL), shared, production=True)

    assert (State.OPEN, "Sheets & Co", f"{REAL}?tier=Friends%20%26%20Family") == (
        link.state,
        link.host_label,
        link.href,
    )


def test_a_service_without_a_name_is_called_by_its_host():
    assert application_link(tier(url=REAL), Application(), production=False).host_label == "forms.smallcoalition.org"


@pytest.mark.parametrize(
    ("style", "field", "url", "expected"),
    [
        ("query", "tier", REAL, f"{REAL}?tier=A%20%26%20B"),
        ("query", "tier", f"{REAL}?x=1#top", f"{REAL}?x=1&tier=A%20%26%20B#top"),
        (
            "google",
            "entry.12",
            "https://docs.google.com/forms/d/e/x/viewform",
            "https://docs.google.com/forms/d/e/x/viewform?usp=pp_url&entry.12=A%20%26%20B",
        ),
        (
            "airtable",
            "Which tier?",
            "https://airtable.com/shr1",
            "https://airtable.com/shr1?prefill_Which%20tier%3F=A%20%26%20B",
        ),
    ],
)
def test_each_service_gets_the_tier_in_its_own_way(style, field, url, expected):
    assert expected == prefilled(url, Prefill(style=style, field=field), "A & B")
