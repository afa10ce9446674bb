"""The comparison of many tiers weighs what it may, and the sites that are weighed are as they are called."""

import pytest

from checking.check import check
from conftest import THEME, build
from many_tiers import LIMIT, make_site
from subjects.membership.overview import asked_alike
from subjects.membership.records import MEMBERSHIP
from weigh import by_brotli, by_gzip


@pytest.mark.parametrize(("kind", "weighed"), [("plain", by_gzip), ("plain", by_brotli), ("wordy", by_brotli)])
def test_twenty_tiers_that_answer_thirty_criteria_are_light(tmp_path, kind, weighed):
    content = make_site(tmp_path, 20, kind)
    built = build(content, tmp_path / "public", "publishconf.py", address="https://smallcoalition.org")

    assert 0 == built.status, built.said
    page = (built.output / "membership" / "index.html").read_bytes()
    assert 20 * 30 == len(built.page("membership").select("td[headers]"))
    assert weighed(page) <= LIMIT


@pytest.mark.parametrize(
    ("tiers", "kind", "tables", "categories"),
    [(1, "plain", 1, 0), (20, "plain", 1, 0), (20, "nested", 1, 3), (20, "two", 2, 2)],
)
def test_each_site_has_its_shape(tmp_path, tiers, kind, tables, categories):
    membership = check(make_site(tmp_path, tiers, kind), THEME, production=True).of(MEMBERSHIP)

    assert (tiers, tables, categories) == (
        len(membership.tiers),
        len(asked_alike(membership)),
        len(membership.categories),
    )
