"""The published tree, given out by real servers with the settings that we print for them."""

import shutil
import subprocess
import sys
import zlib
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest

from conftest import ROOT, Coalition, build
from programs import by_apt, environment
from rasters import picture
from releasing import manifest
from releasing.finish.headers import EVERYWHERE, Served
from releasing.finish.hosts import redirects_file
from releasing.finish.servers import SERVERS, caddy, nginx
from sites import shared

from .web_servers import PACKAGES, WebServer, is_there, running

__all__ = ["shared"]

SMALL = ROOT / "tests" / "coalitions" / "small"
PICTURE = b"<svg xmlns='http://www.w3.org/2000/svg'><title>A map</title></svg>"


def publish(folder: Path, output: Path) -> Path:
    """Publish a site with a picture for a server of one's own."""
    coalition = Coalition(Path(shutil.copytree(ROOT / "tests" / "coalitions" / "small", folder / "content")))
    coalition.write("images/map.svg", PICTURE)
    coalition.write("images/office.png", picture("png"))
    coalition.change("pages/membership/index.md", "::: tiers", "![Our office]({static}/images/office.png)\n\n::: tiers")
    built = build(coalition.content, output, "publishconf.py", "-e", 'HOST="nginx"')
    assert 0 == built.status, built.said
    return built.output


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """Publish the site that the servers give out."""
    folder = tmp_path_factory.mktemp("served")
    return publish(folder, folder / "public")


@pytest.fixture(scope="module", params=SERVERS)
def name(request, shared) -> str:
    """Return the name of each server in turn; where one is missing and cannot be installed, say so."""
    if not is_there(request.param):
        by_apt(PACKAGES, shared / "apt.lock")
    if not is_there(request.param):
        pytest.skip(f"there is no {request.param} here. On Debian: apt install {' '.join(PACKAGES)}")
    return request.param


@pytest.fixture(scope="module")
def server(name, site, tmp_path_factory):
    """Run a server for the whole module."""
    with running(name, site, tmp_path_factory.mktemp(name)) as started:
        yield started


@pytest.fixture(scope="module")
def office(site) -> str:
    """Return the address of a picture that is named by what it holds."""
    return f"/{next(site.glob('images/-/*.webp')).relative_to(site).as_posix()}"


PLACES = pytest.mark.parametrize("path", ["/", "/membership/", "/membership/nothing/", "/images/map.svg"])


@PLACES
def test_every_answer_has_every_header_once(server: WebServer, path):
    found = server.get(path).headers

    assert {header.name: [header.value] for header in EVERYWHERE} == {
        header.name: found.get_all(header.name) for header in EVERYWHERE
    }


def test_pages_are_asked_about_each_time_and_pictures_that_never_change_are_not(server, office):
    assert ["max-age=0, must-revalidate"] == server.get("/membership/").headers.get_all("Cache-Control")
    assert ["max-age=0, must-revalidate"] == server.get("/nothing/").headers.get_all("Cache-Control")
    assert ["max-age=0, must-revalidate"] == server.get("/images/nothing.svg").headers.get_all("Cache-Control")
    assert ["max-age=0, must-revalidate"] == server.get("/images/map.svg").headers.get_all("Cache-Control")
    assert ["max-age=31536000, immutable"] == server.get(office).headers.get_all("Cache-Control")
    assert "image/webp" == server.get(office).headers["Content-Type"]


WAYS = {
    "gzip, deflate, br": ("br", ".br", brotli.decompress),
    "gzip, deflate": ("gzip", ".gz", lambda body: zlib.decompress(body, 31)),
    "identity": (None, "", bytes),
}


@pytest.mark.parametrize("accepted", WAYS)
@pytest.mark.parametrize(("path", "file"), [("/membership/", "membership/index.html"), ("/nothing/", "404.html")])
def test_a_page_travels_as_small_as_the_browser_can_read_it(server, site, path, file, accepted):
    encoding, ending, decompress = WAYS[accepted]
    answer = server.get(path, Accept_Encoding=accepted)

    assert encoding == answer.headers["Content-Encoding"]
    assert (site / f"{file}{ending}").read_bytes() == answer.body
    assert (site / file).read_bytes() == decompress(answer.body)
    assert "text/html; charset=utf-8" == answer.headers["Content-Type"]


@pytest.mark.parametrize("accepted", ["br", "gzip"])
def test_a_page_that_travels_compressed_says_that_another_browser_may_get_another_one(server, accepted):
    assert "Accept-Encoding" == server.get("/membership/", Accept_Encoding=accepted).headers["Vary"]


@pytest.mark.parametrize("accepted", ["br", "gzip", "identity"])
@pytest.mark.parametrize("path", ["/membership/", "/images/map.svg"])
def test_a_browser_that_has_the_page_already_gets_an_empty_answer(server, path, accepted):
    first = server.get(path, Accept_Encoding=accepted)
    second = server.get(path, Accept_Encoding=accepted, If_None_Match=first.headers["ETag"])

    assert (200, 304, b"") == (first.status, second.status, second.body)
    assert first.headers["Cache-Control"] == second.headers["Cache-Control"]
    assert 200 == server.get(path, Accept_Encoding=accepted, If_None_Match='"another"').status


def test_a_missing_page_is_the_real_404_page(server, site):
    answer = server.get("/membership/nothing/")

    assert (404, (site / "404.html").read_bytes()) == (answer.status, answer.body)


def test_nobody_keeps_a_list_of_who_asked_for_what(server, site):
    (site / "unreadable-secret").symlink_to("unreadable-secret")  # a link to itself, which no server can open
    asked = [
        "/secret/",
        "/secret.pdf",
        "/images/",
        "/images/?secret",
        "/membership/index.html/secret",
        "/%2e%2e/secret",
    ]
    for path in [*asked, "/unreadable-secret"]:
        assert 400 <= server.get(path, User_Agent="a visitor").status
    server.get("/secret/", method="POST", User_Agent="a visitor")
    (site / "unreadable-secret").unlink()

    said = server.said.read_text()
    assert [word for word in ("secret", "a visitor", "/images/", "client") if word in said] == []


def test_a_site_below_a_path_has_its_404_page_and_its_pictures_there(name, tmp_path, monkeypatch):
    monkeypatch.setenv("SITEURL", "https://small.org/repo")
    (tmp_path / "root").mkdir()
    site = publish(tmp_path, tmp_path / "root" / "repo")
    with running(name, tmp_path / "root", tmp_path, Served("/repo")) as server:
        office = next(site.glob("images/-/*.webp")).name
        missing, shown = server.get("/repo/nothing/"), server.get(f"/repo/images/-/{office}")

    assert (404, (site / "404.html").read_bytes()) == (missing.status, missing.body)
    assert ["max-age=31536000, immutable"] == shown.headers.get_all("Cache-Control")


def test_an_old_address_is_redirected_for_good_whether_or_not_a_file_stands_there(name, site, tmp_path):
    old = {"membership/friend/": "membership/", "old/page.html": "membership/", "A b/\u00fc/": "", "about.php/": ""}
    with running(name, site, tmp_path, Served("", old)) as server:
        asked = ["membership/friend/", "membership/friend", "old/page.html", "A%20b/%C3%BC", "about.php", "membership/"]
        answers = {path: server.get(f"/{path}") for path in asked}

    assert [301, 301, 301, 301, 301, 200] == [answer.status for answer in answers.values()]
    ends = [urlsplit(answer.headers["Location"] or "").path for answer in answers.values()]
    assert ["/membership/", "/membership/", "/membership/", "/", "/", ""] == ends
    for answer in answers.values():
        assert [header.value for header in EVERYWHERE] == [answer.headers[header.name] for header in EVERYWHERE]


def test_the_server_does_not_tell_its_version(server):
    assert server.get("/").headers["Server"] in (None, "nginx")


def test_what_is_served_is_what_was_published(server, site):
    expected = manifest.read(site)

    assert expected == manifest.served(f"http://127.0.0.1:{server.port}", expected)


def test_the_settings_are_printed_for_the_path_of_the_site():
    assert (0, SERVERS["nginx"](Served("/repo")), "") == printed("nginx", "https://site.org/repo/")
    assert (0, SERVERS["caddy"](Served()), "") == printed("caddy", "")


@pytest.mark.parametrize("server", SERVERS)
def test_the_settings_know_which_pages_have_moved(coalition, server):
    page = "---\ntitle: Events\ndescription: All events.\nformerly: meetings\n---\n"
    coalition.write("pages/events.md", page)
    moved = SERVERS[server](Served("/repo", {"meetings/": "events/"}))

    assert (0, moved, "") == printed(server, "https://site.org/repo/", coalition.content)
    assert '"/repo/meetings/"' in moved


def test_settings_are_not_printed_while_the_content_cannot_be_read(coalition):
    coalition.write("pages/events.md", "no front matter")

    status, settings, said = printed("nginx", "", coalition.content)

    assert (1, "") == (status, settings)
    assert said.startswith("1 problem in 1 file; where old addresses lead is not known until they are mended.\n")


def test_an_unknown_server_is_named():
    assert (1, "", 'SERVER: unknown server "ngnix". Did you mean "nginx"?\n') == printed("ngnix", "")


def printed(server: str, address: str, content: Path = SMALL) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "commands", "server-config", server, address, content, "theme"],
        cwd=ROOT, env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


def test_each_language_has_its_own_page_for_what_is_not_found():
    served = Served("/repo", {}, ("es/", "pt-br/"))

    assert "location /repo/es/ { error_page 404 /repo/es/404.html; }" in nginx(served)
    assert "handle /repo/pt-br/* {\n\t\trewrite * /repo/pt-br/404.html" in caddy(served)
    assert "/repo/es/* /repo/es/404.html 404\n/repo/pt-br/* /repo/pt-br/404.html 404\n" == redirects_file(
        "301!", served
    )
    assert redirects_file("301", served) is None
