"""What programs of others may read about the tiers."""

import json

import pytest
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from conftest import Coalition
from sites import CATE, HARBOR, PUBLIC_CATE, PUBLIC_HARBOR
from sources.records.fields import ID
from subjects.membership.exchange.published import tiers_file, tiers_json, tiers_schema

ADDRESS = "https://small.org/repo"
SITES = (CATE, HARBOR, PUBLIC_CATE, PUBLIC_HARBOR)


def words(typed: str) -> dict:
    return {"kind": "text", "typed": typed, "text": typed}


EVERYTHING = {
    "$schema": "https://small.org/repo/membership/tiers.schema.json",
    "version": 2,
    "language": "en",
    "coalition": {"name": "Small Coalition", "short_name": "Small", "address": "https://small.org/repo/"},
    "page": "https://small.org/repo/membership/",
    "last_reviewed": "2026-10-01",
    "called": None,
    "categories": [
        {
            "id": "inner", "title": "Inner circle", "summary": None, "within": None,
            "standards": {"introduction": "What we expect", "list": ["Honesty"]},
        },
        {
            "id": "outer", "title": "Outer circle", "summary": None, "within": None,
            "standards": {"introduction": "What we hope", "list": ["Kindness"]},
        },
    ],
    "groups": [
        {
            "id": "who", "title": "Who", "for": None,
            "criteria": [{"id": "kind", "title": "Kind"}, {"id": "joining", "title": "Joining"}],
        },
    ],
    "tiers": [
        {
            "id": "partner", "title": "Partner", "category": "inner",
            "label": None, "closed": False, "summary": "For those who lead.",
            "page": "https://small.org/repo/membership/partner/", "last_reviewed": None,
            "requirements": {
                "kind": {"items": [words("Organizations"), words("Agencies")], "note": None},
                "joining": {
                    "items": [{"kind": "yes-no", "typed": "Yes", "text": "Yes", "yes": True, "qualifier": None}],
                    "note": None,
                },
            },
            "application": {
                "way": "form", "url": "https://forms.smallcoalition.org/partner", "email": None, "full": False,
            },
        },
        {
            "id": "friend", "title": "Friend", "category": "outer",
            "label": None, "closed": False, "summary": "For those who help.",
            "page": "https://small.org/repo/membership/friend/", "last_reviewed": "2026-11-20",
            "requirements": {"kind": {"items": [words("People")], "note": None}, "joining": None},
            "application": {"way": None, "url": None, "email": None, "full": False},
        },
    ],
}  # fmt: skip


def published(sources, canonical: str = "", prefix: str = "") -> dict:
    return json.loads(tiers_json(tiers_file(sources, canonical, prefix)))


def validator(root: str = "") -> Draft202012Validator:
    return Draft202012Validator(json.loads(tiers_schema(root)), format_checker=FormatChecker())


def test_everything_about_the_tiers_is_there(coalition):
    coalition.change("pages/membership/friend.md", "tier: friend", "tier: friend\nlast_reviewed: 2026-11-20")
    coalition.change("pages/membership/index.md", "title: Membership", "title: Membership\nlast_reviewed: 2026-10-01")

    assert EVERYTHING == published(coalition.check(), ADDRESS, "/repo")


def test_without_a_public_address_the_addresses_begin_at_the_root(coalition):
    found = published(coalition.check(), "", "/repo")

    assert "/repo/membership/tiers.schema.json" == found["$schema"]
    assert ["/repo/membership/partner/", "/repo/membership/friend/"] == [tier["page"] for tier in found["tiers"]]
    assert found["coalition"]["address"] is None


def test_the_address_of_the_site_is_told_in_a_preview_too(coalition):
    coalition.change("data/site.yaml", "place: Anytown", "place: Anytown\naddress: https://small.org/")

    assert "https://small.org/" == published(coalition.check())["coalition"]["address"]


def test_the_page_of_all_tiers_is_found_wherever_it_stands(coalition):
    page = coalition.content / "pages" / "membership" / "index.md"
    page.rename(coalition.content / "pages" / "plans.md")
    coalition.change("data/site.yaml", "membership/index", "plans")

    assert "/plans/" == published(coalition.check())["page"]


def test_a_site_that_compares_its_tiers_nowhere_says_so(coalition):
    coalition.change("pages/membership/index.md", "::: tiers\n", "::: ways\n")
    found = published(coalition.check())

    assert (None, None) == (found["page"], found["last_reviewed"])


def test_an_address_that_is_not_confirmed_is_not_told_in_a_preview_either(coalition):
    assert b"forms.example.org" not in made(coalition, production=False)
    assert made(coalition, production=True) == made(coalition, production=False)


def made(coalition: Coalition, *, production: bool) -> bytes:
    return tiers_json(tiers_file(coalition.check(production=production), "", ""))


@pytest.mark.parametrize("root", ["", "/repo", ADDRESS])
@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_the_file_fits_its_schema(site, root):
    Draft202012Validator.check_schema(validator(root).schema)

    validator(root).validate(published(site.sources, root if "://" in root else "", root))


def test_the_schema_says_what_it_is_and_where(coalition):
    schema = validator(ADDRESS).schema

    assert "https://json-schema.org/draft/2020-12/schema" == schema["$schema"]
    assert schema["$id"] == published(coalition.check(), ADDRESS)["$schema"]
    assert "title" not in schema


@pytest.mark.parametrize(
    "change",
    [
        lambda found: found.update(version=1),
        lambda found: found.update(surprise=1),
        lambda found: found.pop("tiers"),
        lambda found: found["tiers"][0].update(id="Two Words"),
        lambda found: found["tiers"][0].update(last_reviewed="yesterday"),
        lambda found: found["tiers"][0]["requirements"].update(kind="text"),
        lambda found: found["tiers"][0]["application"].clear(),
    ],
    ids=["version", "unknown field", "missing field", "id", "date", "requirement", "application"],
)
def test_the_schema_refuses_what_is_not_of_this_shape(coalition, change):
    found = published(coalition.check())
    change(found)

    with pytest.raises(ValidationError):
        validator().validate(found)


def test_the_pattern_for_ids_is_the_one_that_the_sources_are_checked_with():
    assert f"^{ID.pattern}$" == validator().schema["$defs"]["Group"]["properties"]["id"]["pattern"]
