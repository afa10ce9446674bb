"""The menu at the foot sets pages together that stand below one another, in the order of the file."""

from subjects.site.navigation import Link, grouped


def test_links_to_pages_below_another_follow_it_as_a_group():
    home, tiers, one, other, privacy = (Link(url, url) for url in ("", "tiers/", "tiers/a/", "tiers/b/", "privacy/"))

    assert [(home, ()), (tiers, (one, other)), (privacy, ())] == [
        (group.first, group.within) for group in grouped([home, tiers, one, other, privacy])
    ]


def test_a_page_whose_address_only_begins_alike_stands_by_itself():
    assert [(), ()] == [group.within for group in grouped([Link("Tier", "tier/"), Link("Tiers", "tiers/")])]
