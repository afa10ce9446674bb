"""The guide as it stands in the page: every step with its answers, and every outcome with its reasons."""

from urllib.parse import unquote

import pytest

from conftest import WORDS
from sites import CATE, HARBOR, PUBLIC_CATE, PUBLIC_HARBOR, Location, words
from subjects.membership.answers.shown import shown_text
from subjects.membership.guide import Ask, Outcome, steps, walk
from subjects.membership.records import MEMBERSHIP

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
    """Return what reads the guide of a site: every step beside its section."""

    def both(site) -> list[tuple]:
        page = read(Location(site, URLS[site.name.removeprefix("public-")])).soup
        membership = site.sources.of(MEMBERSHIP)
        expected = steps(walk(membership.guide, [tier.id for tier in membership.tiers]))
        return list(zip(expected, page.select(".guide > section"), strict=True))

    return both


def outcomes(both) -> list[tuple]:
    return [(step, section) for step, section in both if isinstance(step, Outcome)]


@SITES
def test_every_step_has_its_section_with_a_heading_to_go_to(guide, site):
    for step, section in guide(site):
        heading = section.find(id=True)
        said = [one.answer.id for one in step.said]

        assert said == heading["id"].split(".")[1:]
        assert heading is section.find(["h2", "h3", "h4"])
        assert "-1" == heading["tabindex"]


@SITES
def test_a_question_offers_its_answers_and_each_leads_to_the_step_that_follows(guide, site):
    by_id = {section.find(id=True)["id"]: step for step, section in guide(site)}
    for step, section in guide(site):
        if isinstance(step, Ask):
            links = section.select(".options a")
            assert words(section.find(id=True)) == " ".join(step.question.title.split())
            assert [words(link) for link in links] == [answer.title for answer in step.question.answers]
            assert list(step.steps) == [by_id[unquote(link["href"].removeprefix("#"))] for link in links]


@SITES
def test_every_step_says_what_was_said_and_how_to_change_it(guide, site):
    start = guide(site)[0][1].find(id=True)["id"]
    for step, section in guide(site):
        said = section.select_one(".said")
        if not step.said:
            assert said is None
            continue
        pairs = zip(said.find_all("dt"), said.find_all("dd"), strict=True)
        before = ".".join([start, *(one.answer.id for one in step.said[:-1])])

        assert [(one.question.title, one.answer.title) for one in step.said] == [
            (words(question), words(answer)) for question, answer in pairs
        ]
        assert list(dict.fromkeys([f"#{before}", f"#{start}"])) == [link["href"] for link in said.find_all("a")]


@SITES
def test_an_outcome_names_the_tiers_that_may_fit_and_where_the_others_differ(guide, site):
    membership = site.sources.of(MEMBERSHIP)
    for step, section in outcomes(guide(site)):
        heading = {0: "guide_none", 1: "guide_one"}.get(len(step.fits), "guide_several")
        fits = [words(one.find(["h3", "h4"])) for one in section.select("section:not(.others)")]

        assert site.sources.words[heading] == words(section.find(id=True))
        assert [membership.tier(match.tier).title for match in step.fits] == fits
        assert [membership.tier(match.tier).title for match in step.others] == [
            words(term) for term in section.select(".others dt")
        ]


@SITES
def test_a_tier_that_may_fit_has_its_requirements_beside_the_answers_its_note_and_its_application(guide, site):
    membership = site.sources.of(MEMBERSHIP)
    for step, section in outcomes(guide(site)):
        for match, shown in zip(step.fits, section.select("section:not(.others)"), strict=True):
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
    text = " ".join(words(section) for _, section in guide(site)).casefold()

    assert [] == [word for word in ("eligib", "qualif", "entitle", "guarant", "you can join") if word in text]


def test_a_visitor_of_cate_answers_one_to_three_questions(guide):
    assert {1, 2, 3} == {len(step.said) for step, _ in outcomes(guide(CATE))}


def test_where_no_tier_fits_it_says_to_ask_and_whom_once_that_is_known(coalition):
    coalition.write("data/site.yaml", coalition.read("data/site.yaml") + "contact: Ring the bell at noon\n")
    coalition.write("pages/which.md", "---\ntitle: Which tier?\ndescription: Find it.\n---\n\n::: guide\n")
    coalition.write("data/membership.yaml", coalition.read("data/membership.yaml") + SMALL_GUIDE)

    none = coalition.build().page("which").find(id="g0.else").find_parent("section")

    assert "Ask Small which tier it suggests. Contact: Ring the bell at noon" in words(none)
    assert [] == none.select(".apply")
