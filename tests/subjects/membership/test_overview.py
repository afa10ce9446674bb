"""The tiers in short: by category, in categories within each other, or as one plain list."""

from .shapes import add_tiers, change, without_categories

OVERVIEW = "---\ntitle: Membership\ndescription: The tiers.\n---\n\n## Ways in\n\n::: ways\n"


def headings(coalition) -> list[str]:
    """Return the headings of the overview with their levels."""
    coalition.write("pages/membership/index.md", OVERVIEW)
    found = coalition.build().page("membership").select_one(".ways")
    return [f"{one.name} {one.get_text()}" for one in found.find_all(["h3", "h4", "h5", "h6"])]


def test_categories_within_each_other_are_headings_below_each_other(coalition):
    change(
        coalition,
        ("application_hosts", "  - {id: near, title: Near, within: outer}\napplication_hosts"),
        ("    title: Outer circle\n", "    title: Outer circle\n    within: inner\n"),
    )
    add_tiers(coalition, [("neighbor", "Neighbor", "near")])

    assert [
        "h3 Inner circle",
        "h4 Partner",
        "h4 Outer circle",
        "h5 Friend",
        "h5 Near",
        "h6 Neighbor",
    ] == headings(coalition)


def test_without_categories_it_is_one_plain_list(coalition):
    without_categories(coalition)

    assert ["h3 Partner", "h3 Friend"] == headings(coalition)


def test_where_no_category_has_standards_none_can_be_shown(coalition):
    without_categories(coalition)
    coalition.write("pages/news.md", "---\ntitle: News\ndescription: New.\n---\n\n::: standards\n")

    assert ['content/pages/news.md:6:1: no component "standards".'] == [
        one.partition(" Expected")[0] for one in coalition.problems()
    ]
