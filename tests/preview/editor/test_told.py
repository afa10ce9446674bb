"""A problem is told at its field, while the file is as it was, and asked again without a save."""

import json

import pytest

from conftest import THEME
from preview.editor.backend import answer

from .asked import SITE, TIERS, read

PAGE = "content/pages/membership/friend.md"


def problems(coalition, path: str, values: dict, action: str = "persistEntry") -> list[dict]:
    sent = [{"path": path, "raw": json.dumps(values)}]
    return answer(action, {"dataFiles": sent}, coalition.content, THEME)[1].get("problems", [])


@pytest.mark.parametrize("action", ["persistEntry", "check"])
def test_a_problem_names_its_field_and_the_way_to_it(coalition, action):
    values = read(coalition, TIERS)
    values["tiers"][1]["application"]["url"] = "https://bit.ly/friend"

    (found,) = problems(coalition, TIERS, values, action)

    assert (["tiers", 1, "application", "url"], "Tiers, Friend, Application, Url", "data/membership.yaml") == (
        found["field"],
        found["where"],
        found["file"],
    )
    assert found["text"].startswith('tier "friend", application url: "bit.ly" is not in application_hosts.')


def test_a_problem_of_the_text_names_its_line_there(coalition):
    values = read(coalition, PAGE) | {"body": "\nHello.\n\n::: requirments friend\n"}

    (found, *_) = problems(coalition, PAGE, values)

    assert (["body"], "Text, line 4") == (found["field"], found["where"])


def test_a_problem_of_the_front_matter_names_its_field(coalition):
    (found,) = problems(coalition, PAGE, read(coalition, PAGE) | {"review_every": "often"})

    assert (["review_every"], "Review every") == (found["field"], found["where"])


def test_a_problem_of_another_file_names_that(coalition):
    coalition.write("pages/plan.md", "---\ntitle: Plan\ndescription: D.\n---\n\n[x](friend.md)\n")
    values = read(coalition, TIERS)
    del values["tiers"][1]["category"]

    assert all(one["file"] == "data/membership.yaml" for one in problems(coalition, TIERS, values))


def test_to_ask_what_is_left_to_mend_writes_nothing(coalition):
    before = coalition.read("data/site.yaml")

    assert [] == problems(coalition, SITE, read(coalition, SITE) | {"place": "Othertown"}, "check")
    assert before == coalition.read("data/site.yaml")
