"""From a page to its file on the web, for staff."""

import pytest

REPOSITORY = "place: Anytown\nrepository:\n  url: https://github.com/small/site"


def link(built, url: str = "membership/friend"):
    found = built.page(url).find("a", string="Edit this page")
    return found and found["href"]


def test_without_a_repository_there_is_no_link(coalition):
    assert None is link(coalition.build())


def test_a_page_of_the_preview_links_to_its_file(coalition):
    coalition.change("data/site.yaml", "place: Anytown", REPOSITORY)

    built = coalition.build()

    assert "https://github.com/small/site/edit/main/content/pages/membership/friend.md" == link(built)
    assert "https://github.com/small/site/edit/main/content/pages/index.md" == link(built, "")


def test_a_page_made_from_facts_links_to_the_facts(coalition):
    coalition.change("data/site.yaml", "place: Anytown", REPOSITORY)

    compared = link(coalition.build(), "membership/compare/partner-and-friend")

    assert "https://github.com/small/site/edit/main/content/data/membership.yaml" == compared


def test_the_public_site_shows_it_only_if_it_should(coalition):
    coalition.change("data/site.yaml", "place: Anytown", REPOSITORY)
    assert None is link(coalition.build("publishconf.py"))

    coalition.change("data/site.yaml", "small/site", "small/site\n  public_links: yes")
    built = coalition.build("publishconf.py")

    assert 0 == built.status, built.said
    assert "https://github.com/small/site/edit/main/content/pages/membership/friend.md" == link(built)


@pytest.mark.parametrize(
    ("lines", "address"),
    [
        ("style: gitlab", "https://github.com/small/site/-/edit/main/content/pages/index.md"),
        ("style: gitea", "https://github.com/small/site/_edit/main/content/pages/index.md"),
        ("branch: the site", "https://github.com/small/site/edit/the%20site/content/pages/index.md"),
    ],
)
def test_each_service_has_its_way(coalition, lines, address):
    coalition.change("data/site.yaml", "place: Anytown", f"{REPOSITORY}\n  {lines}")

    assert address == link(coalition.build(), "")


def test_an_unknown_service_is_told(coalition):
    coalition.change("data/site.yaml", "place: Anytown", f"{REPOSITORY}\n  style: githup")

    assert ['content/data/site.yaml:6:10: repository style: unknown value "githup". Did you mean "github"?'] == (
        coalition.problems()
    )
