"""How each kind of answer is shown, in the table, in the list, and on the page of its tier."""

import pytest
from bs4 import BeautifulSoup, Tag

DUES = "      - {id: joining, title: Joining, application_link: yes}\n"
HELP = "      - {id: dues, title: Dues, help: 'What you **pay**.'}\n"


@pytest.fixture
def shown(coalition):
    """Return what shows a page on which the tiers answer a further criterion."""

    def page(partner: str, friend: str, url: str = "membership") -> BeautifulSoup:
        coalition.change("data/membership.yaml", DUES, DUES + HELP)
        coalition.change("data/membership.yaml", "      joining: Yes\n", f"      joining: Yes\n      dues: {partner}\n")
        coalition.change(
            "data/membership.yaml", "      joining: not stated\n", f"      joining: No\n      dues: {friend}\n"
        )
        built = coalition.build("pelicanconf.py")
        assert 0 == built.status, built.said
        return built.page(url)

    return page


def text(shown: Tag) -> str:
    return " ".join(shown.get_text().split())


def dues(page: BeautifulSoup) -> list[Tag]:
    return page.select_one("tr:has(th[aria-label='Dues'])").select("td")


@pytest.mark.parametrize(("typed", "said"), [("✓", "Yes"), ("no, but soon", "No, but soon"), ("yes (now)", "Yes, now")])
def test_yes_and_no_are_words_with_a_mark_that_only_the_eye_sees(shown, typed, said):
    cell = dues(shown(typed, "no"))[0]
    mark = cell.select_one("b")

    assert said == text(cell)
    assert [said.partition(",")[0].casefold()] == mark["class"]
    assert said.partition(",")[0] == mark.get_text()


@pytest.mark.parametrize(
    ("typed", "said", "value"),
    [
        ("$5k", "$5,000", "5000"),
        ("$5k under 100 employees", "$5,000 under 100 employees", "5000"),
        ("12,50 € per month", "€12.50 a month", "12.50"),
        ("CHF 1500 yearly (students)", "CHF\u00a01,500 a year (students)", "1500"),
        ("Free", "Free", "0"),
        ("$50 once, for *good*", "$50 once for good", "50"),
    ],
)
def test_a_price_has_its_currency_its_period_and_its_condition(shown, typed, said, value):
    cell = dues(shown(typed, "no"))[0]

    assert said.replace("\u00a0", " ") == text(cell)
    assert value == cell.data["value"]


@pytest.mark.parametrize("typed", ["3 seats", "1,500", "Unlimited", "Open", "501(c)(3) organizations"])
def test_numbers_and_words_are_shown_as_they_were_typed(shown, typed):
    assert typed == text(dues(shown(typed, "no"))[0])


def test_unlimited_begins_as_every_answer_does(shown):
    assert "Unlimited places" == text(dues(shown("unlimited places", "no"))[0])


def test_several_answers_are_a_list(shown):
    cell = dues(shown("[$5k a year, $1k under 100 employees]", "no"))[0]

    assert ["$5,000 a year", "$1,000 under 100 employees"] == [text(one) for one in cell.select("ul > li")]


NOTED = ("{answer: $50, note: 'See [us](/membership/).'}", "['no', 'Note: Ask.']")


def test_a_note_stands_below_the_table_with_a_way_there_and_back(shown):
    page = shown(*NOTED)
    notes = page.select("ol.notes > li")

    assert ["See us. ↩ Back to the text", "Ask. ↩ Back to the text"] == [text(note) for note in notes]
    for cell, note, number in zip(dues(page), notes, "12", strict=True):
        there, back = cell.select_one("sup > a"), note.select_one(".footnote-backref")
        assert f"#{note['id']}" == there["href"]
        assert f"#{there.parent['id']}" == back["href"]
        assert f"note {number}" == text(there)
    ids = [element["id"] for element in page.select("[id]")]
    assert len(ids) == len(set(ids))


def test_cells_with_the_same_note_share_it(shown):
    page = shown("{answer: $50, note: Ask.}", "{answer: $60, note: Ask.}")
    (note,) = page.select("ol.notes > li")

    assert 2 == len(note.select(".footnote-backref"))
    assert {f"#{note['id']}"} == {cell.select_one("sup > a")["href"] for cell in dues(page)}
    assert {f"#{cell.sup['id']}" for cell in dues(page)} == {one["href"] for one in note.select(".footnote-backref")}


@pytest.mark.parametrize("url", ["membership", "membership/partner"])
def test_where_there_is_room_the_note_stands_right_below_the_answer(shown, url):
    page = shown(*NOTED, url)
    answer = page.select_one(":is(.row, dl > div):has(details) dd")

    assert "$50 Note: See us." == text(answer)


@pytest.mark.parametrize("url", ["membership", "membership/partner"])
def test_what_a_row_means_can_be_opened_beside_its_name(shown, url):
    page = shown("$5", "$6", url)
    told = page.select("details.meaning")

    assert {"What does this mean? What you pay."} == {text(one) for one in told}
    assert all("pay" == one.strong.get_text() for one in told)
    assert ({"div", "th"} if url == "membership" else {"dt"}) == {one.parent.name for one in told}


def test_rows_that_mean_the_same_are_alike_however_they_were_typed(shown):
    page = shown("$5k a year", "USD 5,000 yearly")

    assert "alike" in page.select_one("tr:has(th[aria-label='Dues'])")["class"]
