"""The ways to apply: each with its own words, one for each tier."""

from dataclasses import replace
from datetime import date

import pytest

from conftest import TODAY
from pdfs import pdf
from subjects.membership.application.lead import Known, Lead
from subjects.membership.application.link import application_link, inherited
from subjects.membership.application.records import WAY, Application, InterestForm, Pause, Renewal, WaitList
from subjects.membership.application.window import State
from subjects.membership.records import Tier

REAL = "https://forms.smallcoalition.org/join"
MAIL = "join@smallcoalition.org"
WORD = InterestForm(email=MAIL, label="Leave word")
LEFT = Lead(f"Leave word: write to {MAIL}", f"mailto:{MAIL}")


@pytest.fixture
def known(coalition) -> Known:
    """Return what a coalition has: a page on joining, a form to print, a contact."""
    coalition.write("pages/join.md", "---\ntitle: How to join\ndescription: How one joins us.\n---\nCome.\n")
    coalition.write("extra/files/form.pdf", pdf())
    coalition.change("data/site.yaml", "place:", "contact: Ring the bell\nplace:")
    return Known.of(coalition.check())


def link(known: Known, own: dict, shared: dict | None = None, *, production: bool = True):
    tier = Tier(
        id="crew",
        title="Crew",
        category="outer",
        summary="x",
        requirements={},
        application=Application.model_validate(own),
    )
    return application_link(tier, Application.model_validate(shared or {}), replace(known, production=production))


@pytest.mark.parametrize(
    ("own", "words", "href"),
    [
        ({"url": REAL, "confirmed": True}, "Apply on forms.smallcoalition.org", REAL),
        ({"page": "join"}, "Apply: How to join", "/join/"),
        ({"page": "how to join"}, "Apply: How to join", "/join/"),
        ({"page": "pages/join.md#first"}, "Apply: How to join", "/join/#first"),
        ({"email": MAIL}, f"Apply: write to {MAIL}", f"mailto:{MAIL}"),
        ({"url": MAIL}, f"Apply: write to {MAIL}", f"mailto:{MAIL}"),
        ({"document": "files/form.pdf"}, "Apply: form to print (PDF, 1\u00a0kB)", "/files/form.pdf"),
        ({"document": "form.pdf"}, "Apply: form to print (PDF, 1\u00a0kB)", "/files/form.pdf"),
        ({"page": "form.pdf"}, "Apply: form to print (PDF, 1\u00a0kB)", "/files/form.pdf"),
        ({"document": "join"}, "Apply: How to join", "/join/"),
        ({"by": "conversation", "page": "join"}, "Talk to us: How to join", "/join/"),
        ({"by": "conversation", "email": MAIL}, f"Talk to us: write to {MAIL}", f"mailto:{MAIL}"),
        ({"by": "invitation", "page": "join"}, "Ask about an invitation: How to join", "/join/"),
    ],
)
def test_each_way_has_a_link_that_says_where_it_leads(known, own, words, href):
    assert Lead(words, href, what_for="for the Crew tier") == replace(link(known, own).lead, printed=False)


@pytest.mark.parametrize(
    ("own", "sentences"),
    [
        ({"page": "join"}, ()),
        ({"email": MAIL}, ()),
        ({"document": "form.pdf"}, ()),
        ({"by": "invitation"}, ("Membership in the Crew tier is by invitation.",)),
        ({"by": "Invitation only"}, ("Membership in the Crew tier is by invitation.",)),
        ({"by": "conversation", "email": MAIL}, ("Membership in the Crew tier begins with a conversation.",)),
        (
            {"by": "talk to us"},
            ("Membership in the Crew tier begins with a conversation.", "Contact: Ring the bell"),
        ),
        (
            {"by": "conversation", "email": MAIL, "rolling": True},
            (
                "Membership in the Crew tier begins with a conversation.",
                "Applications for the Crew tier are accepted all year.",
            ),
        ),
    ],
)
def test_what_a_link_does_not_say_is_said_in_a_sentence(known, own, sentences):
    assert sentences == link(known, own).announcement.sentences


def test_without_any_contact_a_conversation_says_so(known):
    shown = link(replace(known, contact=None), {"by": "conversation"})

    assert "This site does not yet say how to reach us." == shown.announcement.sentences[-1]


@pytest.mark.parametrize(
    ("own", "after"),
    [
        ({"document": "form.pdf"}, "Print it, fill it in and send it."),
        ({"document": "form.pdf", "send_to": "P.O. Box 1"}, "Print it, fill it in and send it to: P.O. Box 1"),
        ({"document": "form.pdf", "closes": date(2026, 1, 1)}, None),
        ({"document": "join"}, None),
        ({"page": "join"}, None),
    ],
)
def test_only_what_is_printed_is_sent(known, own, after):
    assert after == link(known, own).after


@pytest.mark.parametrize(
    ("own", "preview", "production"),
    [
        ({"page": "join"}, State.OPEN, State.OPEN),
        ({"document": "form.pdf"}, State.OPEN, State.OPEN),
        ({"email": MAIL}, State.OPEN, State.OPEN),
        ({"email": MAIL, "confirmed": False}, State.OPEN, State.NOT_ONLINE),
        ({"page": "join", "confirmed": False}, State.OPEN, State.NOT_ONLINE),
        ({"email": "join@example.org"}, State.OPEN, State.NOT_ONLINE),
        ({"email": "join@example.org", "confirmed": True}, State.OPEN, State.NOT_ONLINE),
        ({"by": "invitation"}, State.INVITATION, State.INVITATION),
        ({"by": "conversation"}, State.OPEN, State.OPEN),
    ],
)
def test_what_the_site_holds_itself_needs_no_confirmation_and_what_is_denied_or_an_example_is_not_public(
    known, own, preview, production
):
    shown = {profile: link(known, own, production=profile) for profile in (False, True)}

    assert (preview, production) == (shown[False].state, shown[True].state)
    assert shown[False].example == (preview is not production)
    assert not shown[True].example


def test_a_full_tier_leads_to_its_wait_list_whatever_its_dates(known):
    own = {"url": REAL, "confirmed": True, "rolling": True, "full": True, "paused": Pause(reason="A rest.")}
    wait = WaitList(page="join")

    shown = link(known, {**own, "wait_list": wait, "interest_form": WORD})

    assert (State.FULL, None) == (shown.state, shown.lead)
    assert ("No places are free in the Crew tier at the moment.",) == shown.announcement.sentences
    assert Lead("Join the wait list: How to join", "/join/", what_for="for the Crew tier") == shown.other
    assert LEFT == link(known, {**own, "interest_form": WORD}).other


def test_a_wait_list_has_words_of_its_own_and_is_not_shown_before_the_tier_is_full(known):
    wait = {"wait_list": {"email": MAIL, "label": "Wait with us"}}

    assert f"Wait with us: write to {MAIL}" == link(known, {**wait, "full": True}).other.words
    assert link(known, {**wait, "page": "join"}).other is None


@pytest.mark.parametrize("own", [{}, {"page": "join"}, {"full": True}, {"by": "invitation"}])
def test_members_are_led_to_their_renewal_whether_others_can_apply_or_not(known, own):
    shown = link(known, own, {"renew": Renewal(document="form.pdf")})

    words = "Renew your Crew membership: form to print (PDF, 1\u00a0kB)"
    assert Lead(words, "/files/form.pdf", printed=True) == shown.renewal


@pytest.mark.parametrize(
    ("own", "shared", "way"),
    [
        ({"email": MAIL}, {"url": REAL}, {"email": MAIL}),
        ({"by": "invitation"}, {"url": REAL}, {"by": "invitation"}),
        ({"page": "join"}, {"by": "conversation", "email": MAIL}, {"page": "join"}),
        ({"url": REAL}, {"document": "form.pdf", "send_to": "P.O. Box 1"}, {"url": REAL}),
        ({"send_to": "P.O. Box 2"}, {"document": "form.pdf"}, {"document": "form.pdf", "send_to": "P.O. Box 2"}),
        ({}, {"page": "join"}, {"page": "join"}),
    ],
)
def test_the_way_of_a_tier_replaces_the_shared_one_with_all_that_is_said_of_it(own, shared, way):
    found = inherited(Application(**own), Application(**shared))

    assert way == {name: text for name in (*WAY, "send_to") if (text := getattr(found, name))}


def test_a_form_that_is_not_confirmed_says_nothing_of_the_way_that_replaces_it():
    shared = Application(url=REAL, confirmed=False)

    assert inherited(Application(email=MAIL), shared).is_confirmed
    assert not inherited(Application(url=f"{REAL}/crew"), shared).is_confirmed
    assert not inherited(Application(email=MAIL), Application(confirmed=False)).is_confirmed


@pytest.mark.parametrize("shared", [{"opens": TODAY}, {"rolling": True}, {"paused": Pause(reason="A rest.")}])
def test_who_is_invited_keeps_no_dates_of_others(known, shared):
    assert State.INVITATION is link(known, {"by": "invitation"}, {**shared, "url": REAL}).state


def test_only_a_form_is_told_the_tier(known):
    prefill = {"prefill": {"style": "query", "field": "tier"}}

    assert f"{REAL}?tier=Crew" == link(known, {"url": REAL, "confirmed": True}, prefill).href
    assert f"mailto:{MAIL}" == link(known, {"email": MAIL}, prefill).href
    assert "/join/" == link(known, {"page": "join"}, prefill).href
