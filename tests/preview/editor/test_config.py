"""The forms of the editor are made from the records."""

import pytest

from conftest import CATE_CONTENT
from preview.editor.config import editor_config
from preview.editor.forms import place
from sources.pages.front_matter import FrontMatter
from subjects import forms


@pytest.fixture(scope="module")
def config():
    return editor_config(CATE_CONTENT)


def form(config, name: str) -> dict:
    """Return the fields of the form of a data file, by name."""
    return named(next(file for file in config["collections"][0]["files"] if file["name"] == name))


def named(holder: dict) -> dict:
    return {field["name"]: field for field in holder["fields"]}


def every_field(fields):
    for field in fields:
        yield field
        yield from every_field(field.get("fields", ()))


def test_every_data_file_has_a_form_with_every_field(config):
    files = {file["file"]: file for one in config["collections"] for file in one.get("files", ())}

    assert {f"{CATE_CONTENT.name}/{path}" for path in forms()} == files.keys()
    for path, (source, _) in forms().items():
        assert [*(info.alias or name for name, info in source.model.model_fields.items()), "as-read"] == (
            [field["name"] for field in files[f"{CATE_CONTENT.name}/{path}"]["fields"]]
        )


def test_the_text_of_a_page_comes_first_then_its_front_matter_and_a_new_one_is_a_draft(config):
    names = [field["name"] for field in config["collections"][1]["fields"]]

    assert ["body", *FrontMatter.model_fields, "as-read"] == names
    assert "draft" == named(config["collections"][1])["status"]["default"]


def test_events_and_other_long_lists_are_apart_with_what_is_new_on_top(config):
    apart = {one["name"]: one for one in config["collections"] if one["name"] not in ("data", "pages", "news")}

    assert {path for path, (_, form) in forms().items() if form.apart} == {f"data/{name}.yaml" for name in apart}
    assert apart["events"]["label"] == "Events"
    assert named(apart["events"]["files"][0])["events"]["add_to_top"]
    assert "add_to_top" not in named(apart["people"]["files"][0])["groups"]
    assert place("events/events", CATE_CONTENT) == place("data/events", CATE_CONTENT)


def test_a_data_file_is_shown_on_its_page_in_the_main_language_if_there_is_one(coalition):
    table = "---\ntitle: Take part\ndescription: Both ways.\n---\n\n::: tiers\n"
    (coalition.content / "pages/membership/index.md").unlink()
    coalition.write("pages/join/index.es.md", table)
    assert "/es/join/" == place("data/membership", coalition.content)

    coalition.write("pages/join/index.md", table)
    assert "/join/" == place("data/membership", coalition.content)


def test_news_is_a_collection_of_the_pages_in_its_folder(config):
    (news,) = [one for one in config["collections"] if one["name"] == "news"]

    assert ("News", "Article", f"{CATE_CONTENT.name}/pages/news") == (
        news["label"],
        news["label_singular"],
        news["folder"],
    )
    assert {"title", "description", "date"} == {field["name"] for field in news["fields"][1:4]}
    assert ["date", "title"] == news["sortable_fields"]
    assert "/news/new-truck/" == place("news/new-truck", CATE_CONTENT)


def test_every_field_that_is_seen_says_what_it_is_for(config):
    for collection in config["collections"]:
        for file in collection.get("files", [collection]):
            seen = [field for field in file["fields"] if field["name"] != "as-read"]
            assert all(field["hint"] for field in every_field(seen))


def test_a_tier_offers_what_the_file_declares(config):
    tier = named(form(config, "membership")["tiers"])

    assert ["Provider Membership", "Community Network"] == [one["label"] for one in tier["category"]["options"]]
    assert {"widget": "one-of", "options": ["yes", "no"]}.items() <= (named(tier["application"])["confirmed"].items())
    requirements = named(tier["requirements"])
    assert "Commitment to CATE mission" == requirements["commitment"]["label"]
    assert "One value on each line. Empty: not stated." == requirements["commitment"]["hint"]
    assert {"widget": "datetime", "date_format": "YYYY-MM-DD", "time_format": False}.items() <= (
        named(tier["application"])["opens_again"].items()
    )
    assert "string" == named(tier["application"])["opens"]["widget"]  # a day of each year has no year to pick
    assert ["query", "google", "airtable", "jotform", "microsoft", "microsoft-choice"] == (
        named(named(tier["application"])["prefill"])["style"]["options"]
    )


def test_a_tier_is_added_in_the_form_which_asks_for_no_id_and_no_answer(config):
    tiers = form(config, "membership")["tiers"]
    tier = named(tiers)

    assert "tier" == tiers["label_singular"]
    assert "allow_add" not in tiers
    assert tier["id"]["hint"].endswith("Empty, it is made from the title or name.")
    assert not tier["id"]["required"]
    assert not any(one["required"] for one in tier["requirements"]["fields"])


def test_what_may_be_left_out_demands_nothing_of_what_is_in_it(config):
    plain_words = named(form(config, "membership")["tiers"])["in_plain_words"]

    assert not plain_words["required"]
    assert not any(field["required"] for field in plain_words["fields"])
    assert named(form(config, "membership")["tiers"])["title"]["required"]


def test_the_rules_of_the_guide_name_the_answers(config):
    rule = named(named(form(config, "membership")["guide"])["rules"])

    assert "The answers with which it fits: lead, some, unsure" == named(rule["answers"])["part"]["hint"]
    assert "names" == named(rule["answers"])["part"]["widget"]
    assert "select" == rule["tier"]["widget"]
    assert "names" == named(form(config, "membership")["guide"])["left_out"]["widget"]


def test_a_page_is_chosen_from_all_pages(config):
    page = named(form(config, "site")["navigation"])["page"]

    assert "one-name" == page["widget"]
    assert {"label": "About CATE", "value": "about"} in page["options"]
    assert "404" not in [one["value"] for one in page["options"]]


def test_without_a_readable_membership_file_the_other_forms_stand(coalition):
    coalition.write("data/membership.yaml", "tiers: [")

    assert "select" != named(form(editor_config(coalition.content), "membership")["tiers"])["category"]["widget"]


def test_a_file_that_is_not_there_is_offered_to_be_made(coalition):
    (coalition.content / "data" / "help-lines.yaml").unlink()
    collections = editor_config(coalition.content)["collections"]
    labels = [file["label"] for one in collections for file in one.get("files", ())]

    none_yet = [f"{name} (none yet)" for name in ("Help lines", "Pictures", "Members", "People", "Events", "Resources")]
    assert ["Site settings", "Tiers and requirements", *none_yet] == labels
    assert "/membership/" == place("data/membership", coalition.content)
    assert "/" == place("data/help-lines", coalition.content)
