"""A visitor who follows every link, at the root of a host and below a path that is all it serves."""

import json
import re
from collections.abc import Iterator
from http import HTTPStatus
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin
from urllib.request import urlopen

import pytest
from bs4 import BeautifulSoup

from sites import CATE_BELOW_A_PATH, PUBLIC_CATE, PUBLIC_HARBOR, Location

SHAPES = pytest.mark.parametrize(
    "site", [PUBLIC_CATE, PUBLIC_HARBOR, CATE_BELOW_A_PATH], ids=lambda site: f"{site.name}:{site.path}/"
)
KNOWN = pytest.mark.parametrize("site", [PUBLIC_HARBOR, CATE_BELOW_A_PATH], ids=lambda site: site.name)


def answer(address: str) -> tuple[int, bytes]:
    try:
        with urlopen(address, timeout=10) as found:
            return found.status, found.read()
    except HTTPError as error:
        return error.code, error.read()


def followed(address: str, page: bytes) -> Iterator[str]:
    """Yield what the links of a page lead to on the same host, places within the page apart."""
    for link in BeautifulSoup(page, "html.parser").select("a[href]:not([href^='#'])"):
        target = urldefrag(urljoin(address, link["href"])).url
        if target.split("/")[:3] == address.split("/")[:3]:
            yield target


@pytest.mark.parametrize("site", [PUBLIC_CATE, CATE_BELOW_A_PATH], ids=lambda site: site.name)
def test_every_page_is_reached_from_the_home_page_and_no_link_fails(address, site):
    start = address(site)
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        status, page = answer(here)
        assert (HTTPStatus.OK, here) == (status, here)
        new = set(followed(here, page)) - seen
        seen |= new
        waiting.extend(new)

    data = {f"membership/tiers.{ending}" for ending in ("csv", "json")}
    assert {start + url for url in {*site.urls, *data} if url != "404.html"} == seen


@pytest.mark.browser
def test_a_visit_to_the_whole_site_asks_nobody_else_and_leaves_nothing_behind(visit, address):
    start = address(PUBLIC_CATE)
    context = visit(Location(PUBLIC_CATE, "")).context.browser.new_context()
    asked, seen, waiting = [], set(), {start, f"{start}404.html"}
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    while waiting:
        seen.add(here := waiting.pop())
        page.goto(here)
        page.keyboard.press("Shift")
        for switch in page.locator("input:visible").all():
            switch.check()
        links = page.locator("main a, header a, footer a").evaluate_all("links => links.map(link => link.href)")
        pages = {urldefrag(link).url for link in links if link.startswith(start)}
        waiting |= {link for link in pages if not link.endswith((".csv", ".json"))} - seen
        assert 0 == page.evaluate("sessionStorage.length")
    kept = context.storage_state(indexed_db=True)
    stored = page.evaluate("async () => [await caches.keys(), await navigator.serviceWorker.getRegistrations()]")
    context.close()

    assert {start + url for url in PUBLIC_CATE.urls} == seen
    assert sorted(seen) == sorted(asked)
    assert {"cookies": [], "origins": []} == kept
    assert [[], []] == stored


@SHAPES
@pytest.mark.parametrize("lost", ["nowhere", "nowhere/", "about/nowhere.html", "membership/no/such/tier/at/all/"])
def test_whoever_is_lost_finds_back_from_any_depth(address, site, lost):
    here = address(site) + lost
    status, page = answer(here)
    links = set(followed(here, page))

    assert HTTPStatus.NOT_FOUND == status
    assert address(site) in links
    assert {HTTPStatus.OK} == {answer(link)[0] for link in links}


@pytest.mark.browser
@SHAPES
def test_whoever_is_lost_is_home_again_with_one_click(visit, address, site):
    page = visit(Location(site, "membership/no/such/tier/"))

    page.locator("main a").first.click()

    assert address(site) == page.url


def test_the_host_of_a_site_below_a_path_serves_nothing_outside_of_it(address):
    start = address(CATE_BELOW_A_PATH)

    assert start.endswith("/repo/")
    assert (HTTPStatus.NOT_FOUND, b"") == answer(start.removesuffix("repo/"))
    assert (HTTPStatus.NOT_FOUND, b"") == answer(f"{start.removesuffix('repo/')}about/")


@KNOWN
def test_every_address_that_machines_are_told_leads_to_what_it_says(address, site):
    """Ask the host of this test for all addresses of the public site in sitemap, robots.txt and the heads of pages."""
    start = address(site)
    told = set(re.findall(r"<loc>(.*?)</loc>", answer(f"{start}sitemap.xml")[1].decode()))
    told |= set(re.findall(r"Sitemap: (.*)", answer(f"{start}robots.txt")[1].decode()))
    for url in site.urls:
        head = BeautifulSoup(answer(start + url)[1], "html.parser").head
        told |= {link["href"] for link in head.select("link[rel=canonical]")}
        told |= {meta["content"] for meta in head.select("[property='og:url'], [property='og:image']")}
        for data in head.select("script"):
            steps = json.loads(data.get_text()).get("breadcrumb", {}).get("itemListElement", [])
            told |= {step["item"] for step in steps if "item" in step}

    assert len(site.urls) <= len(told)
    assert [] == [one for one in told if not one.startswith(f"{site.address}/")]
    assert {HTTPStatus.OK} == {answer(one.replace(f"{site.address}/", start))[0] for one in told}
