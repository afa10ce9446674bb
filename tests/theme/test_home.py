"""The home page says what there is: vision and mission, or else what its own file and the site's facts say."""

import pytest

from conftest import Coalition

VISION = "  vision: {text: A small vision}\n"
MISSION = "  mission: {text: A small mission}\n"
PLAIN = "  mission: {text: A small mission, in_plain_words: {text: What we do}}\n"
LEAD = ("pages/index.md", "template: home", "template: home\nlead: Our own lead.")
TITLE = ("pages/index.md", "title: Small Coalition", "title: Welcome")
FACTS = "data/site.yaml"


def hero(coalition: Coalition) -> list[str]:
    """Return what the top of the home page says: its heading, which is the name, and what stands below."""
    built = coalition.build()
    assert 0 == built.status, built.said
    assert "Small Coalition" == built.page().h1.get_text()
    return [one.get_text() for one in built.page().select(".hero h1, .hero .vision, .hero .lead, .opening p")]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ([], ["Small Coalition", "A small vision", "A small mission"]),
        (
            [(FACTS, MISSION, PLAIN)],
            [
                "Small Coalition",
                "A small vision",
                "In plain words, not yet confirmed: What we do",
                "Our mission:",
                "A small mission",
            ],
        ),
        (
            [LEAD],
            ["Small Coalition", "A small vision", "Our own lead.", "Our mission:", "A small mission"],
        ),
        ([(FACTS, VISION, "")], ["Small Coalition", "A small mission"]),
        ([(FACTS, VISION, ""), TITLE], ["Small Coalition", "Welcome", "A small mission"]),
        ([(FACTS, MISSION, "")], ["Small Coalition", "A small vision", "A coalition made for tests."]),
        ([(FACTS, MISSION, ""), LEAD], ["Small Coalition", "A small vision", "Our own lead."]),
        (
            [(FACTS, VISION, ""), (FACTS, MISSION, ""), (FACTS, "description: A coalition made for tests.\n", "")],
            ["Small Coalition"],
        ),
    ],
)
def test_it_shows_what_is_given(coalition, changes, said):
    for change in changes:
        coalition.change(*change)

    assert said == hero(coalition)


def test_a_home_page_of_the_plain_layout_tells_machines_only_what_it_shows(coalition):
    coalition.change("pages/index.md", "template: home\n", "")
    built = coalition.build("publishconf.py")

    assert 0 == built.status, built.said
    assert '"description":"A coalition made for tests."' in str(built.page())


@pytest.mark.parametrize(("name", "long"), [("Small", False), ("Alliance of Small Coalitions and Others", True)])
def test_a_long_name_is_set_in_small_letters_beside_the_mark(coalition, name, long):
    coalition.change(FACTS, "short_name: Small", f"short_name: {name}")

    assert long == ("long" in coalition.build().page().select_one(".brand")["class"])
