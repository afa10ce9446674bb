"""What the editor reads, and what saving, moving and deleting do to the files."""

import json
from base64 import b64decode
from io import BytesIO

import pytest
from PIL import Image

from rasters import picture as raster
from sources.formats.raster import BROKEN

from .asked import PNG, SITE, TIERS, ask, picture, read, save


def test_texts_are_what_was_typed_and_nothing_is_guessed(coalition):
    coalition.change("data/membership.yaml", "kind: People", "kind: [No, 012, 1.10, 2024-01-02]")

    values = read(coalition, TIERS)

    assert "No\n012\n1.10\n2024-01-02" == values["tiers"][1]["requirements"]["kind"]
    assert "no" == values["tiers"][1]["application"]["confirmed"]


def test_a_change_changes_its_line_and_no_other(coalition):
    before = coalition.read("data/membership.yaml")
    values = read(coalition, TIERS)
    values["tiers"][1]["application"]["confirmed"] = "no"
    values["tiers"][1]["requirements"]["kind"] = "People, and pets"

    save(coalition, TIERS, values)

    assert before.replace("kind: People", "kind: People, and pets") == coalition.read("data/membership.yaml")


def test_a_new_criterion_is_not_stated_for_any_tier(coalition):
    values = read(coalition, TIERS)
    values["groups"][0]["criteria"].append({"id": "dues", "title": "Dues"})

    assert (200, {"message": "saved"}) == save(coalition, TIERS, values)

    text = coalition.read("data/membership.yaml")
    assert "      - {id: dues, title: Dues}\n" in text
    assert 2 == text.count("      dues: not stated\n")


def test_a_criterion_that_goes_takes_its_answers_along(coalition):
    values = read(coalition, TIERS)
    del values["groups"][0]["criteria"][0]

    assert (200, {"message": "saved"}) == save(coalition, TIERS, values)
    assert "kind:" not in coalition.read("data/membership.yaml")


def test_what_was_left_empty_is_left_out(coalition):
    before = coalition.read("data/site.yaml")
    values = read(coalition, SITE)
    values |= {"contact": "", "share_image": {"file": "", "words": None}, "wording": [], "forbidden_words": None}

    assert (200, {"message": "saved"}) == save(coalition, SITE, values)
    assert before == coalition.read("data/site.yaml")


def test_what_is_needed_and_left_empty_is_refused(coalition):
    values = read(coalition, SITE)
    values["name"] = ""

    assert (422, {"error": "content/data/site.yaml:1:7: name: expected text, found nothing."}) == (
        save(coalition, SITE, values)
    )


def test_a_refusal_says_what_make_check_would_and_writes_nothing(coalition):
    before = coalition.read("data/membership.yaml")
    values = read(coalition, TIERS)
    values["tiers"][0]["category"] = "iner"

    status, found = save(coalition, TIERS, values)

    assert before == coalition.read("data/membership.yaml")
    coalition.change("data/membership.yaml", "category: inner", "category: iner")
    assert (422, coalition.problems()) == (status, found["error"].split("\n"))


def test_a_mistake_elsewhere_keeps_nobody_from_saving(coalition):
    coalition.change("pages/membership/friend.md", "::: standards outer", "::: standards outter")
    values = read(coalition, SITE)

    assert (200, {"message": "saved"}) == save(coalition, SITE, values | {"place": "Othertown"})
    assert "place: Othertown\n" in coalition.read("data/site.yaml")


def test_a_change_made_meanwhile_in_another_program_stays(coalition):
    values = read(coalition, SITE)
    coalition.change("data/site.yaml", "place: Anytown", "place: Othertown")

    save(coalition, SITE, values | {"short_name": "Tiny"})

    assert "short_name: Tiny\nplace: Othertown\n" in coalition.read("data/site.yaml")


def test_a_page_that_moves_keeps_its_address_and_every_link_to_it(coalition):
    for old, new in (("membership/friend", "friend"), ("membership/index", "all"), ("all", "every-tier")):
        path = f"content/pages/{old}.md"

        assert (200, {"message": "saved"}) == save(
            coalition, path, read(coalition, path), newPath=f"content/pages/{new}.md"
        )
        assert not (coalition.content / "pages" / f"{old}.md").exists()

    assert "\nformerly: /membership/friend/\n" in coalition.read("pages/friend.md")
    assert "\nformerly:\n  - /membership/\n  - /all/\n" in coalition.read("pages/every-tier.md")
    assert {"membership/", "all/", "membership/friend/"} == {one.url for one in coalition.check().moved}


def test_a_page_that_moves_back_takes_its_address_up_again_and_a_draft_leaves_none(coalition):
    path, other = "content/pages/membership/friend.md", "content/pages/friend.md"
    before = coalition.read("pages/membership/friend.md")
    coalition.write("pages/plan.md", "---\ntitle: Plan\ndescription: A plan.\nstatus: draft\n---\n\nSoon.\n")

    save(coalition, path, read(coalition, path), newPath=other)
    save(coalition, other, read(coalition, other), newPath=path)
    save(coalition, "content/pages/plan.md", read(coalition, "content/pages/plan.md"), newPath="content/pages/gala.md")

    assert before.replace("tier: friend\n", "formerly: /friend/\ntier: friend\n", 1) == coalition.read(
        "pages/membership/friend.md"
    )
    assert "formerly" not in coalition.read("pages/gala.md")


def test_the_form_of_a_page_that_moved_does_not_take_its_old_address_away(coalition):
    path, new = "content/pages/membership/friend.md", "content/pages/friend.md"
    shown = read(coalition, path)
    _, answered = ask(
        coalition, "persistEntry", dataFiles=[{"path": path, "newPath": new, "raw": json.dumps(shown)}], assets=[]
    )

    again = shown | {key: value for key, value in answered.items() if key in shown} | {"title": "Friends"}
    ask(coalition, "persistEntry", dataFiles=[{"path": new, "raw": json.dumps(again)}], assets=[])

    assert "title: Friends\n" in coalition.read("pages/friend.md")
    assert "formerly: /membership/friend/\n" in coalition.read("pages/friend.md")


def test_a_file_that_cannot_be_read_is_listed_and_says_why_when_it_is_opened(coalition):
    coalition.write("pages/plan.md", "no front matter")

    _, listed = ask(coalition, "entriesByFolder", folder="content/pages", extension="md", depth=10)
    refused = ask(coalition, "getEntry", path="content/pages/plan.md")

    assert {"title": "pages/plan.md (cannot be read)"} == json.loads(
        next(file["data"] for file in listed if file["file"]["path"] == "content/pages/plan.md")
    )
    assert 422 == refused[0]
    assert refused[1]["error"].startswith("content/pages/plan.md:1:1: expected the page to begin with a line")


def test_a_picture_is_taken_and_then_waits_for_its_entry(coalition):
    status, found = ask(coalition, "persistMedia", asset=picture("map.png"))

    assert (200, "map.png") == (status, found["name"])
    assert [found] == ask(coalition, "getMedia", mediaFolder="content/images")[1]
    assert 1 == len(coalition.problems())
    values = read(coalition, "content/data/images.yaml")
    entry = {"file": "map.png", "rights": "Drawn for the tests", "people": "no"}
    assert (200, {"message": "saved"}) == save(coalition, "content/data/images.yaml", values | {"images": [entry]})
    assert [] == coalition.problems()


SAID = {"rights": "Taken by our office: free to use", "people": "yes", "consent": "2026-10-01"}


@pytest.mark.parametrize(
    "listed", [None, "images: []\n", "# Ours\nimages:\n  - {file: a.png, rights: Ours, people: no}\n"]
)
def test_what_is_said_of_a_picture_while_it_is_uploaded_is_written_with_it(coalition, listed):
    coalition.write("images/a.png", PNG)
    data = coalition.content / "data" / "images.yaml"
    data.unlink() if listed is None else data.write_text(listed, "utf-8")

    status, found = ask(coalition, "persistMedia", asset=picture("IMG_2041.HEIC", raster("heic")), said=SAID)

    assert (200, "IMG_2041.HEIC") == (status, found["name"])
    assert coalition.read("data/images.yaml").startswith((listed or "").partition("images:")[0] + "images:")
    assert {"file": "IMG_2041.HEIC", **SAID} == read(coalition, "content/data/images.yaml")["images"][-1]
    assert not any("IMG_2041" in problem for problem in coalition.problems())


def test_what_is_said_of_a_picture_is_checked_before_any_is_written(coalition):
    said = {"rights": "Ours", "people": "yes"}

    status, found = ask(coalition, "persistMedia", asset=picture("us.png"), said=said)

    assert 422 == status
    assert 'image "us.png": people can be recognized in it, so "consent" needs the day' in found["error"]
    assert not (coalition.content / "images" / "us.png").exists()


def test_a_picture_that_is_damaged_is_refused(coalition):
    status, found = ask(coalition, "persistMedia", asset=picture("map.jpg", raster()[:900]))

    assert (422, f"content/images/map.jpg: {BROKEN}") == (status, found["error"])
    assert not (coalition.content / "images" / "map.jpg").exists()


def test_a_list_of_pictures_shows_photographs_small(coalition):
    coalition.write("images/IMG_2041.HEIC", raster("heic", (2000, 1500)))

    shown = b64decode(ask(coalition, "getMedia", mediaFolder="content/images")[1][0]["content"])

    assert Image.open(BytesIO(shown)).size == (480, 360)


def test_a_page_is_deleted_unless_a_link_leads_to_it(coalition):
    coalition.write("pages/plan.md", "---\ntitle: Plan\ndescription: A plan.\n---\n")

    assert (200, {"message": "deleted"}) == ask(coalition, "deleteFiles", paths=["content/pages/plan.md"])

    assert not (coalition.content / "pages/plan.md").exists()
    assert 422 == ask(coalition, "deleteFiles", paths=["content/pages/membership/friend.md"])[0]
    assert (coalition.content / "pages/membership/friend.md").exists()


@pytest.mark.parametrize(
    ("action", "params", "status"),
    [
        ("steal", {}, 422),
        ("getEntry", {}, 400),
        ("persistEntry", {"dataFiles": "x"}, 400),
        ("persistEntry", {"dataFiles": [{"path": SITE, "raw": "[]"}]}, 422),
        ("persistEntry", {"dataFiles": [{"path": SITE, "raw": "no json"}]}, 422),
        ("persistMedia", {"asset": {"path": "content/images/x.png", "content": "?", "encoding": "base64"}}, 422),
    ],
)
def test_what_the_editor_never_sends_is_refused(coalition, action, params, status):
    assert status == ask(coalition, action, **params)[0]
    assert [] == coalition.problems()


def test_a_form_of_a_file_that_is_not_there_is_empty_and_makes_it_once_it_is_saved(coalition):
    (coalition.content / "data" / "help-lines.yaml").unlink()
    file = "content/data/help-lines.yaml"
    values = read(coalition, file)
    assert {"as-read"} == values.keys()

    line = {"id": "local", "name": "Local", "number": "1-888-373-7888", "source": "https://www.example.gov/"}
    line |= {"last_reviewed": "2026-11-23", "emergency": "no"}
    assert (200, {"message": "saved"}) == save(coalition, file, values | {"help_lines": [line]})
    assert "number: 1-888-373-7888" in coalition.read("data/help-lines.yaml")


def test_what_the_site_demands_cannot_be_taken_out(coalition):
    coalition.change("data/site.yaml", "place: Anytown", "requires: exit-link\nplace: Anytown")
    values = read(coalition, SITE)

    status, told = save(coalition, SITE, values | {"exit_link": {"url": "", "page": ""}})
    assert 422 == status
    assert "requires: there is no exit link" in told["error"]
