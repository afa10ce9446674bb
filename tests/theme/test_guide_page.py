"""The guide as it stands in the page: every step with its answers, and every outcome with its reasons."""

import pytest

from conftest import WORDS
from sites import CATE, HARBOR, PUBLIC_CATE, PUBLIC_HARBOR, Location, words
from subjects.membership.guide import Ask, Outcome, steps, walk
from subjects.membership.records import MEMBERSHIP

from .read_answers import shown_text

SMALL_GUIDE = """\
guide:
  questions:
    - id: who
      title: Who?
      answers: [{id: firm, title: A firm}, {id: else, title: Somebody else}]
  rules: [{tier: partner, answers: {who: firm}}]
  left_out: [friend]
"""
URLS = {"cate": "membership/which-tier/", "harbor": "membership/your-place/"}
SITES = pytest.mark.parametrize("site", [CATE, HARBOR, PUBLIC_CATE, PUBLIC_HARBOR], ids=lambda site: site.name)


@pytest.fixture
def guide(read):
    """Return what reads the guide of a site: every step beside the part of the page that holds it."""

    def both(site) -> list[tuple]:
        page = read(Location(site, URLS[site.name.removeprefix("public-")])).soup
        membership = site.sources.of(MEMBERSHIP)
        expected = steps(walk(membership.guide, [tier.id for tier in membership.tiers]))
        return list(zip(expected, page.select(".guide, .guide details"), strict=True))

    return both


def outcomes(both) -> list[tuple]:
    return [(step, part) for step, part in both if isinstance(step, Outcome)]


def own_options(part) -> list:
    """Return the answers of a question, without those of the questions that follow."""
    return [one.details for one in part.find(class_="options", recursive=False).find_all("li", recursive=False)]


@SITES
def test_every_step_has_a_heading_and_stands_in_the_answer_that_leads_to_it(guide, site):
    for step, part in guide(site):
        assert part.find(["h2", "h3", "h4"]) is part.find(["h2", "h3", "h4"], recursive=False)
        if step.said:
            assert f"{step.said[-1].answer.title} Change" == words(part.summary)


@SITES
def test_a_question_offers_its_answers_of_which_one_is_open_at_a_time(guide, site):
    asked = [(step, part) for step, part in guide(site) if isinstance(step, Ask)]
    for step, part in asked:
        options = own_options(part)
        assert words(part.find(["h2", "h3", "h4"])) == " ".join(step.question.title.split())
        assert [words(one.summary) for one in options] == [f"{one.title} Change" for one in step.question.answers]
        assert 1 == len({one["name"] for one in options})
    assert len(asked) == len({own_options(part)[0]["name"] for _, part in asked})


@SITES
def test_no_answer_has_an_address_of_its_own(guide, site):
    for _, part in guide(site):
        assert [] == part.find_all(id=True)
        assert [] == part.select("a[href^='#'], form, input, button")


@SITES
def test_an_outcome_names_the_tiers_that_may_fit_and_where_the_others_differ(guide, site):
    membership = site.sources.of(MEMBERSHIP)
    for step, part in outcomes(guide(site)):
        heading = {0: "guide_none", 1: "guide_one"}.get(len(step.fits), "guide_several")
        fits = [words(one.find(["h3", "h4"])) for one in part.select("section:not(.others)")]

        assert site.sources.words[heading] == words(part.find(["h2", "h3"]))
        assert [membership.tier(match.tier).title for match in step.fits] == fits
        assert [membership.tier(match.tier).title for match in step.others] == [
            words(term) for term in part.select(".others dt")
        ]


@SITES
def test_every_outcome_leads_on_to_the_page_of_a_tier(guide, site):
    for _, part in outcomes(guide(site)):
        assert [] != part.select("section h3 a, section dt a")


@SITES
def test_a_tier_that_may_fit_has_its_requirements_beside_the_answers_its_note_and_its_application(guide, site):
    membership = site.sources.of(MEMBERSHIP)
    for step, part in outcomes(guide(site)):
        for match, shown in zip(step.fits, part.select("section:not(.others)"), strict=True):
            tier = membership.tier(match.tier)
            application = site.application(match.tier)
            rows = shown.select("dl > div")

            assert len(match.points) == len(rows)
            for point, row in zip(match.points, rows, strict=True):
                assert f"You said: {point.said.answer.title}" == words(row.find_all("dd")[1])
                if point.said.question.criterion:
                    items = tier.requirements[point.said.question.criterion].items
                    values = [shown_text(WORDS, item) for item in items]
                    assert [" ".join(value.split()) for value in values] == [
                        words(value) for value in row.dd.find_all("li") or [row.dd]
                    ]
            assert match.note is None or match.note in words(shown)
            links = [link["href"] for link in shown.select(".apply a:not(.interest)")]
            assert ([application.href] if application.href else []) == links
            assert " ".join(application.announcement.sentences) in words(shown.select_one(".apply"))


@SITES
def test_it_never_says_that_somebody_is_eligible(guide, site):
    text = words(guide(site)[0][1]).casefold()

    assert [] == [word for word in ("eligib", "qualif", "entitle", "guarant", "you can join") if word in text]


def test_a_visitor_of_cate_answers_one_to_three_questions(guide):
    assert {1, 2, 3} == {len(step.said) for step, _ in outcomes(guide(CATE))}


@pytest.fixture
def nobody_fits(coalition):
    """Return what builds a guide in which one answer leads to no tier, and that outcome."""

    def outcome():
        coalition.write("pages/which.md", "---\ntitle: Which tier?\ndescription: Find it.\n---\n\n::: guide\n")
        coalition.write("data/membership.yaml", coalition.read("data/membership.yaml") + SMALL_GUIDE)
        return coalition.build().page("which").select(".guide details")[1]

    return outcome


def test_where_no_tier_fits_it_says_to_ask_and_whom_once_that_is_known(coalition, nobody_fits):
    coalition.write("data/site.yaml", coalition.read("data/site.yaml") + "contact: Ring the bell at noon\n")
    none = nobody_fits()

    assert "Ask Small which tier it suggests: Ring the bell at noon" in words(none)
    assert [] == none.select(".apply")


def test_where_no_tier_fits_and_nobody_can_be_asked_it_shows_where_each_tier_differs(nobody_fits):
    none = nobody_fits()

    assert "Ask" not in words(none)
    assert ["Partner"] == [words(link) for link in none.select(".others dt a")]
