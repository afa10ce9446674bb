"""A tier is added, taken out and renamed in its form: its page, and whatever else names it, goes along in one save."""

import json
import shutil

import pytest

from conftest import Coalition
from sites import CATE

from .asked import TIERS, ask, read, save

DATA, OVERVIEW, PAGE = "data/membership.yaml", "pages/membership/index.md", "pages/membership/friend.md"
NEW = {"title": "Good neighbor", "category": "outer", "summary": "For those next door."}


def test_a_tier_that_is_added_has_an_id_of_its_title_answers_nothing_and_has_its_page(coalition):
    before, values = coalition.read(DATA), read(coalition, TIERS)
    values["tiers"].append({**NEW, "id": "", "requirements": {"kind": ""}, "application": {"url": ""}})

    status, found = save(coalition, TIERS, values)

    assert (200, ["content/pages/membership/good-neighbor.md: made."]) == (status, found["along"])
    assert (
        "  - id: good-neighbor\n    title: Good neighbor\n    category: outer\n    summary: For those next door.\n"
        "    application:\n      url: https://forms.example.org/good-neighbor\n      confirmed: no\n"
        "    requirements:\n      kind: not stated\n      joining: not stated\n"
    ) == coalition.read(DATA).removeprefix(before)
    assert "tier: good-neighbor\n" in coalition.read("pages/membership/good-neighbor.md")
    assert [] == coalition.problems()


def test_a_tier_that_is_taken_out_takes_its_page_along_whose_address_leads_to_the_page_of_all_tiers(coalition):
    values = read(coalition, TIERS)
    coalition.change(
        "data/site.yaml", "place: Anytown", "place: Anytown\nfooter_navigation: [{page: membership/friend}]"
    )
    del values["tiers"][1]
    del values["categories"][1]
    values["pairs"] = "all"

    status, found = save(coalition, TIERS, values)

    assert (200, ["content/pages/membership/friend.md: deleted.", "content/pages/membership/index.md: changed."]) == (
        status,
        found.get("along", found),
    )
    assert not (coalition.content / PAGE).exists()
    assert "\nformerly: /membership/friend/\n" in coalition.read(OVERVIEW)
    assert [] == coalition.problems()


def test_whatever_else_names_a_tier_that_is_taken_out_is_told_and_nothing_is_written(coalition):
    coalition.write("pages/more.md", "---\ntitle: More\ndescription: More of it.\n---\n\n::: requirements friend\n")
    before, values = coalition.read(DATA), read(coalition, TIERS)
    del values["tiers"][1]
    values["pairs"] = "all"

    status, found = save(coalition, TIERS, values)

    assert 422 == status
    assert 'content/pages/more.md:6:1: ::: requirements: unknown "friend". Expected one of: partner.' in found["error"]
    assert before == coalition.read(DATA)
    assert (coalition.content / PAGE).exists()


def test_tiers_change_places_and_no_page_does(coalition):
    values = read(coalition, TIERS)
    values["tiers"].reverse()

    assert (200, {"message": "saved"}) == save(coalition, TIERS, values)

    assert ["friend", "partner"] == [one["id"] for one in read(coalition, TIERS)["tiers"]]
    assert [] == coalition.problems()


def test_links_to_the_page_of_two_tiers_follow_when_these_change_places(coalition):
    page = "---\ntitle: Plan\ndescription: A plan.\n---\n\n[Both](membership/compare/partner-and-friend.md)\n"
    coalition.write("pages/plan.md", page)
    values = read(coalition, TIERS)
    values["tiers"].reverse()

    assert (200, {"message": "saved", "along": ["content/pages/plan.md: changed."]}) == save(coalition, TIERS, values)
    assert page.replace("partner-and-friend", "friend-and-partner") == coalition.read("pages/plan.md")
    assert [] == coalition.problems()


def test_a_tier_with_another_id_keeps_its_page_and_the_directives_follow(coalition):
    values = read(coalition, TIERS)
    values["tiers"][1]["id"] = "supporter"

    assert 200 == save(coalition, TIERS, values)[0]

    page = coalition.read(PAGE)
    assert "tier: supporter\n" in page
    assert "::: requirements supporter\n" in page
    assert [] == coalition.problems()


def test_the_guide_leaves_a_new_tier_out_and_forgets_one_that_is_gone(tmp_path):
    coalition = Coalition(shutil.copytree(CATE.content, tmp_path / "content"))
    values = read(coalition, TIERS)
    values["tiers"].append({**NEW, "category": values["categories"][0]["id"]})

    assert 200 == save(coalition, TIERS, values)[0]
    assert ["good-neighbor"] == read(coalition, TIERS)["guide"]["left_out"].split("\n")

    values = read(coalition, TIERS)
    del values["tiers"][-1]
    assert 200 == save(coalition, TIERS, values)[0]
    assert not read(coalition, TIERS)["guide"].get("left_out")
    assert not (coalition.content / "pages/membership/good-neighbor.md").exists()


@pytest.mark.parametrize("name", ["categories", "groups"])
def test_an_entry_that_is_called_as_another_has_an_id_of_its_own(coalition, name):
    values = read(coalition, TIERS)
    first = values[name][0]
    more = {"criteria": [{"title": "Gift"}]} if name == "groups" else {}
    values[name].append({"title": first["id"].capitalize(), **more})

    status, found = save(coalition, TIERS, values)

    assert (200, {"message": "saved"}) == (status, found)
    assert f"{first['id']}-2" == read(coalition, TIERS)[name][-1]["id"]


def test_a_form_is_to_be_opened_anew_where_the_file_or_the_lists_say_more_than_it_shows(coalition):
    values = read(coalition, TIERS)
    values["groups"][0]["criteria"].append({"title": "Dues"})
    sent = [{"path": TIERS, "raw": json.dumps(values)}]

    status, found = ask(coalition, "persistEntry", dataFiles=sent, assets=[])

    assert (200, True) == (status, found["anew"])
    assert "      dues: not stated\n" in coalition.read(DATA)
