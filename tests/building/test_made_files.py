"""Files that the site makes itself, in the built site."""

import json

import pytest
from jsonschema import validate

from conftest import WORDS
from sites import CATE, HARBOR, output, parsed, shared
from subjects.membership.records import MEMBERSHIP

__all__ = ["output", "shared"]

MADE = ("membership/tiers.json", "membership/tiers.schema.json", "membership/tiers.csv")
SITES = pytest.mark.parametrize("site", [CATE, HARBOR], ids=["cate", "harbor"])


@SITES
def test_the_tiers_are_published_for_programs_and_fit_the_schema_they_name(output, site):
    folder = output(site)
    found = json.loads((folder / MADE[0]).read_text("utf-8"))

    assert f"/{MADE[1]}" == found["$schema"]
    validate(found, json.loads((folder / found["$schema"].lstrip("/")).read_text("utf-8")))
    assert [tier.id for tier in site.sources.of(MEMBERSHIP).tiers] == [tier["id"] for tier in found["tiers"]]


def test_every_address_is_whole_where_the_address_of_the_site_is_known(coalition):
    built = coalition.build("publishconf.py", address="https://small.org/repo")
    assert 0 == built.status, built.said
    found, schema = (json.loads((built.output / name).read_text("utf-8")) for name in MADE[:2])

    assert "https://small.org/repo/membership/tiers.schema.json" == found["$schema"] == schema["$id"]
    assert "https://small.org/repo/membership/partner/" == found["tiers"][0]["page"]
    assert (built.output / "membership" / "partner" / "index.html").is_file()


@SITES
def test_the_comparison_of_all_tiers_and_no_other_leads_to_them(output, site):
    lines = parsed(output(site), "membership/").select(".reuse")

    assert [
        [(WORDS["reuse_csv"], f"/{MADE[2]}"), (WORDS["reuse_json"], f"/{MADE[0]}")],
    ] == [[(link.get_text(), link["href"]) for link in line.find_all("a")] for line in lines]


@pytest.mark.parametrize("name", MADE)
def test_a_file_of_the_same_name_in_extra_is_refused(coalition, name):
    coalition.write(f"extra/{name}", "{}" if name.endswith(".json") else "mine")

    assert [f'content/extra/{name}: the site writes "{name.partition("/")[2]}" itself. Delete yours.'] == (
        coalition.problems()
    )
