"""Staff change the site on the web: a save is a change that a colleague looks at, and the public site stays as it is."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .editing import field, fill
from .on_the_web import SLOW

pytestmark = pytest.mark.browser
SITE = "content/data/site.yaml"
PLACE = "Place (optional)"


def test_a_save_is_a_pull_request_with_this_file_changed_and_nothing_else(web):
    before = web.github.at("main")
    forms = web.open("data/entries/site")
    field(forms, PLACE).fill("Othertown")

    dialog = web.save()

    expect(dialog.get_by_role("heading", name="Saved as change 1")).to_be_visible(timeout=SLOW)
    assert before == web.github.at("main")
    (pull,) = web.github.pulls
    assert ("edit/data--site", "main", f"Change {SITE}") == (pull["head"]["ref"], pull["base"]["ref"], pull["title"])
    assert [SITE] == web.github.changed("edit/data--site")
    assert before[SITE].replace(b"Anytown", b"Othertown") == web.github.at("edit/data--site")[SITE]
