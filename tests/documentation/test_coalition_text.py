"""The coalition's own words reach the site, word for word where they are formal."""

import pytest

from conftest import CATE_CONTENT, build

VISION = "Community. Educated, Aware, Supportive"
MISSION = (
    "CATE is a collaborative effort of agencies and individuals building a community movement to prevent and respond "
    "to human trafficking and exploitation through advocacy, public policy, education and direct outreach strategies."
)
VALUES = ["Social Justice Focus", "System Impact", "Transparency", "Knowledge Seeking", "Respect for Survivors"]
REQUIREMENTS = {
    "Number": [["Limited"], ["Open"], ["Open"], ["Open"]],
    "Type": [
        ["501(c)(3) organizations"],
        ["501(c)(3) organizations", "Individual practitioners providing direct services"],
        ["Individuals, organizations, education, government, health systems, community members"],
        ["Coalitions & community groups"],
    ],
    "Population served": [
        ["Minimum 75% human trafficking"],
        ["Currently providing services to related or intersecting populations"],
        ["Interested in the larger human trafficking movement, provides indirect services"],
        ["Populations intersect"],
    ],
    "Commitment to CATE mission": [
        ["High shared values and mission tenets"],
        ["Some shared values and mission tenets"],
        ["Little shared mission, some general shared values"],
        ["Some shared values and mission tenets"],
    ],
    "Participation": [
        ["Organization's executive leaders' participation", "Direct service staff"],
        ["Decision making staff", "Direct care staff"],
        ["Individual"],
        ["As needed"],
    ],
    "Responsibility": [
        ["Statewide shared leadership"],
        ["Some shared decision making", "Input at CATE organizational level"],
        ["Input at CATE organizational level"],
        ["Show intentional support for coalition work"],
    ],
    "Selection": [["Based on adherence to identified membership requirements"]] * 4,
    "Agreement": [["Signed Partner"], ["Coalition Member"], ["Network Member"], ["Network Member"]],
}
HISTORY = [
    "In 2005, the St. Louis Rescue and Restore Coalition was created by local organizations",
    "its main goal was to provide a space for professionals to collaborate",
    "unfunded until 2011 when IISTL received a federal grant",
    "This grant focused on capacity building",
    "moved to Catholic Charities Southside until 2014",
    "focus more direct outreach efforts on foreign-born victims",
    "under the leadership of the Crime Victim Advocacy Center (CVAC)",
    "the coalition was at risk of closing",
    "In March of 2018, Healing Action stepped in",
    "In the fall of 2018 The Covering House joined Healing Action",
]
ABOUT = [
    "a multiyear project that began in March of 2018",
    "addressing unmet and underfunded needs",
    "addressing exploitation and trafficking",
    "Healing Action, serves as the coalition's home and fiscal sponsor",
    "support from local foundations and corporations",
    "A specific address is provided when someone RSVPs to a meeting invitation",
    "executive leaders within the Collaborative Partner organizations",
    "are considered equal partners in the leadership of CATE",
    "currently serves the Eastern District of Missouri",
    "the coalition will move statewide",
]
MEMBERSHIP = [
    "enjoy common privileges or opportunities, including leadership, professional development, resources and discounts",
    "Build your team's skills and knowledge year-round",
    "Empower your staff with access to content and tools",
    "Connect your team with other professionals facing the same challenges",
    "to ensure Evidence Based Practice on understanding, preventing and responding to human trafficking",
    "Conferences, workshops and regional meetings",
    "Recommended information and resources about human trafficking nationally and statewide",
    "exhibits or works towards exhibiting to participate as members",
    "exhibit or work towards exhibiting to participate as a network member",
    *("Commitment to Standards", "Cultural Inclusivity", "Client Centered", "Trauma Informed"),
    *("Commitment to CATE Mission", "Commitment to CATE Standards", "Transparent Collaboration"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Build the real site as the public sees it."""
    built = build(CATE_CONTENT, tmp_path_factory.mktemp("public"), "publishconf.py")
    assert 0 == built.status, built.said
    return built


def words(soup) -> str:
    return " ".join(soup.get_text(" ").split())


@pytest.mark.parametrize("url", ["", "about"])
def test_vision_mission_and_the_five_values_stand_word_for_word(site, url):
    page = site.page(url)

    assert VISION in words(page)
    assert MISSION in words(page)
    assert VALUES == [item.get_text() for item in page.find(class_="values").find_all("li")]


@pytest.mark.parametrize(
    ("url", "sentences"),
    [("history", HISTORY), ("about", ABOUT), ("membership", MEMBERSHIP)],
    ids=lambda v: str(v)[:12],
)
def test_every_part_of_the_text_is_there(site, url, sentences):
    text = words(site.page(url).main)

    assert [] == [sentence for sentence in sentences if sentence not in text]


def test_all_requirement_values_stand_in_the_comparison(site):
    table = site.page("membership").table
    rows = {row.th.get_text(): row.find_all("td") for row in table.find_all("tr") if row.find("td")}

    assert {*REQUIREMENTS, "Application"} == set(rows)
    for title, expected in REQUIREMENTS.items():
        found = [[item.get_text() for item in cell.find_all("li")] or [words(cell)] for cell in rows[title]]
        assert expected == found, title
    assert all(words(cell).startswith("Yes") for cell in rows["Application"])


def test_the_meeting_place_is_never_more_than_the_source_gives(site):
    assert "Street" not in words(site.page("about"))


def test_corrections_and_guide_are_not_published(site):
    published = {path.name for path in site.output.rglob("*") if path.is_file()}

    made = {"tiers.json", "tiers.schema.json", "tiers.csv", "robots.txt"}
    assert {"index.html", "404.html", "share.png", "SHA256SUMS", *made} == published
