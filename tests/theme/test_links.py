"""Where links lead, and what their words promise: rule P3, and no dead link in either profile."""

from urllib.parse import unquote, urljoin, urlsplit

import pytest

from sites import ALL_SITES, CATE, HARBOR, PUBLIC_CATE, PUBLIC_HARBOR, Location, every_page, parsed, words
from subjects.membership.records import MEMBERSHIP

HERE = "https://site.invalid"
VAGUE = {"apply", "click here", "details", "go", "here", "learn more", "link", "more", "read more", "this page"}
EVERYWHERE = pytest.mark.parametrize("location", every_page(*ALL_SITES))


def links(page) -> list:
    return page.soup.find_all("a", href=True)


def outside(page) -> list:
    return [link for link in links(page) if urlsplit(link["href"]).netloc]


@EVERYWHERE
def test_every_link_within_the_site_leads_to_a_page_and_a_place_on_it(read, location):
    page = read(location)

    assert [] == [link["href"] for link in links(page) if not leads_somewhere(page, link["href"])]


def leads_somewhere(page, href: str) -> bool:
    target = urlsplit(urljoin(f"{HERE}{page.site.path}/{page.url}", href))
    if target.scheme == "tel" or not target.geturl().startswith(HERE):
        return True
    if not target.path.startswith(f"{page.site.path}/"):
        return False
    path = page.output / unquote(target.path).removeprefix(f"{page.site.path}/")
    file = path / "index.html" if target.path.endswith("/") else path
    if not file.is_file():
        return False
    fragment = unquote(target.fragment)
    return not fragment or bool(parsed(page.output, str(file.relative_to(page.output))).find(id=fragment))


def test_links_of_the_same_words_lead_to_the_same_place(each_page):
    targets: dict[tuple[int, str], set[str]] = {}
    for link in links(each_page):
        if "footnote-backref" in link.get("class", ()):  # it stands in the note that it leaves
            continue
        place = urljoin(f"{HERE}/{each_page.url}", link["href"])
        targets.setdefault((guide_step(link), words(link).casefold()), set()).add(place)

    assert {} == {text: places for text, places in targets.items() if len(places) > 1}


def guide_step(link) -> int:
    """Return the answer of the guide that a link stands in, or nothing: only one is open at a time."""
    return id(link.find_parent("details")) if link.find_parent(class_="guide") else 0


def test_every_link_says_where_it_leads(each_page):
    assert [] == [str(link) for link in links(each_page) if words(link).casefold().strip(" .") in {"", *VAGUE}]


@EVERYWHERE
def test_a_link_that_leaves_the_site_takes_nothing_along_and_opens_no_window(read, location):
    page = read(location)
    leaving = outside(page)

    assert "no-referrer" == page.soup.find("meta", attrs={"name": "referrer"})["content"]
    assert [] == [link["href"] for link in leaving if urlsplit(link["href"]).scheme != "https"]
    assert [] == [link["href"] for link in leaving if link.has_attr("target")]


@EVERYWHERE
def test_only_forms_of_the_allowed_hosts_are_applied_on(read, location):
    page = read(location)
    links = page.soup.select(".apply a, .renew a")
    hosts = {host for link in links if (host := urlsplit(link["href"]).netloc)}

    sources = page.site.sources
    assert hosts <= set(sources.of(MEMBERSHIP).application_hosts if sources.has(MEMBERSHIP) else ())


@pytest.mark.parametrize("location", every_page(PUBLIC_CATE, PUBLIC_HARBOR))
def test_the_public_site_links_to_no_address_kept_for_examples(read, location):
    assert [] == [link["href"] for link in read(location).soup.select(".apply a") if "example" in link["href"]]


TIERS = [
    pytest.param(site, page.front_matter.tier, page.url, id=f"{site.name}:{page.front_matter.tier}")
    for site in (CATE, HARBOR, PUBLIC_CATE, PUBLIC_HARBOR)
    for page in site.sources.pages
    if page.front_matter.tier
]


@pytest.mark.parametrize(("site", "tier_id", "url"), TIERS)
def test_the_page_of_a_tier_leads_to_its_form_in_words_that_name_tier_and_host_or_says_there_is_none(
    read, site, tier_id, url
):
    tier = site.sources.of(MEMBERSHIP).tier(tier_id)
    expected = site.application(tier_id)
    main = read(Location(site, url)).soup.main
    links = main.select('.apply a:not(.interest, [href^="#"])')

    assert all(link["href"] in (expected.href, f"{site.path}{expected.href}") for link in links)
    for link in links:
        assert tier.title in words(link)
        assert f"{expected.lead.words} {expected.lead.what_for}" == words(link)
    assert all("noreferrer" in link["rel"] for link in main.select('.apply a[href^="https:"]'))
    assert bool(expected.href) == bool(links)
    assert bool(expected.other) == bool(main.select(".apply .interest"))
    assert all(sentence in words(main) for sentence in expected.announcement.sentences)
    assert links or expected.announcement.sentences


@pytest.mark.parametrize(
    ("tier_page", "href"),
    [
        (
            "boats-and-farms",
            "https://docs.google.com/forms/d/e/1FAIpQLSharbor-food/viewform?usp=pp_url&entry.123456=Boats%20%26%20Farms",
        ),
        (
            "anchor-kitchen",
            "https://airtable.com/appHarborFood/shrAnchorKitchen?prefill_Membership%20tier=Anchor%20Kitchen",
        ),
        ("neighborhood-pantry", None),
        ("volunteer-crew", None),
        ("shore-friend", None),
    ],
)
def test_each_service_is_told_the_tier_in_its_own_way_while_its_form_is_open(read, tier_page, href):
    main = read(Location(HARBOR, f"membership/{tier_page}/")).soup.main
    found = {link["href"] for link in main.select('.apply a:not(.interest, [href^="#"])')}

    assert ({href} if href else set()) == found


def test_a_menu_that_names_a_draft_leaves_it_out_of_the_public_site(coalition):
    coalition.write("pages/plans.md", "---\ntitle: Plans\ndescription: Not yet.\nstatus: draft\n---\n")
    coalition.change("data/site.yaml", "navigation:", "navigation:\n  - {page: plans}")

    assert "/plans/" in {link["href"] for link in coalition.build().page().find_all("a")}
    public = coalition.build("publishconf.py")
    assert 0 == public.status, public.said
    assert "/plans/" not in {link["href"] for link in public.page().find_all("a")}
