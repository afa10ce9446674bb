"""The preview answers as the public host will, and to this computer only."""

import re

import pytest
from bs4 import BeautifulSoup

from conftest import THEME
from preview.editor.responses import Editor
from preview.server import LOOPBACK
from rasters import picture
from releasing.finish.headers import EVERYWHERE

from .edited import edit


def test_a_page_comes_with_the_script_that_keeps_it_up_to_date_and_is_kept_by_nobody(get):
    status, headers, html = get("/membership/friend/")

    assert 200 == status
    assert "text/html; charset=utf-8" == headers["Content-Type"]
    assert "no-store" == headers["Cache-Control"]
    assert '<script src="/-/live.js"></script>\n</body>' in html
    assert 200 == get("/-/live.js")[0]


def test_the_headers_are_those_of_the_public_host_but_for_what_the_preview_needs(get):
    headers = get("/")[1]
    public = {header.name: header.value for header in EVERYWHERE}

    assert "max-age=31536000" == public.pop("Strict-Transport-Security")
    assert "DENY" == public.pop("X-Frame-Options")
    public.pop("Content-Security-Policy")
    assert [
        "default-src 'none'",
        "script-src 'self' 'unsafe-inline'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "media-src 'self'",
        "connect-src 'self'",
        *(f"{kind}-src 'none'" for kind in ("font", "frame", "manifest", "object", "worker")),
        *("form-action 'self'", "base-uri 'none'", "frame-ancestors 'self'"),
    ] == headers["Content-Security-Policy"].split("; ")
    assert public.items() <= headers.items()
    assert not {"Strict-Transport-Security", "X-Frame-Options"} & headers.keys()


@pytest.mark.parametrize("path", ["/nothing/", "/nothing.png", "/-/nothing", "/membership/nothing"])
def test_a_mistyped_address_gets_the_sites_own_404_page(get, path):
    status, _, html = get(path)

    assert 404 == status
    assert "<h1>Page not found</h1>" in html


def test_an_address_without_its_last_slash_leads_to_the_page(get):
    status, headers, _ = get("/membership/friend")

    assert (301, "/membership/friend/") == (status, headers["Location"])


def test_an_old_address_leads_on_also_while_somebody_writes(get, coalition, preview):
    page = coalition.content / "pages" / "events.md"
    for old in ("/meetings/", "/old/page.html"):
        page.write_text(f"---\ntitle: Events\ndescription: All events.\nformerly: {old}\n---\n", "utf-8")
        preview.refresh([page])

        status, _, html = get(old)

        assert (200, True) == (status, '<meta http-equiv="refresh" content="0; url=/events/">' in html)
    assert 404 == get("/meetings/")[0]
    assert [] == [str(problem) for problem in preview.site.problems]


@pytest.mark.parametrize("path", ["/", "/nothing/", "/robots.txt", "/-/live.js", "/-/events", "/membership"])
def test_head_has_the_headers_of_get_and_nothing_else(get, path):
    status, headers, body = get(path, "HEAD")

    assert "" == body
    if path != "/-/events":
        asked = get(path)
        assert (asked[0], asked[1].get("Content-Length")) == (status, headers.get("Content-Length"))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_but_reading_is_answered(get, method):
    assert 501 == get("/", method)[0]


def test_files_have_the_kind_that_they_are(coalition, preview, get):
    coalition.write("extra/note.txt", "A note.\n")
    coalition.write("images/map.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    preview.refresh({coalition.content / "extra" / "note.txt", coalition.content / "images" / "map.svg"})

    assert ("text/plain", "A note.\n") == (get("/note.txt")[1]["Content-Type"], get("/note.txt")[2])
    assert "image/svg+xml" == get("/images/map.svg")[1]["Content-Type"]
    assert "application/json" == get("/membership/tiers.json")[1]["Content-Type"]


def test_a_file_that_was_deleted_is_no_longer_there(coalition, preview, get):
    note = coalition.content / "extra" / "note.txt"
    coalition.write("extra/note.txt", "A note.\n")
    preview.refresh({note})
    note.unlink()
    preview.refresh({note})

    assert 404 == get("/note.txt")[0]


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1.example.org:{port}", "localhost", "evil.test:{port}", ""])
def test_who_asks_by_another_name_is_refused(server, get, host):
    assert 403 == get("/", Host=host.format(port=server.server_port))[0]


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_who_asks_by_the_names_of_this_computer_is_answered(server, get, name):
    assert 200 == get("/", Host=f"{name}:{server.server_port}")[0]


@pytest.mark.parametrize("origin", ["https://example.org", "null", "http://127.0.0.1:1", "http://localhost"])
@pytest.mark.parametrize("path", ["/", "/-/events", "/-/source/content/data/site.yaml"])
def test_another_sites_page_is_refused(get, origin, path):
    assert 403 == get(path, Origin=origin)[0]


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example"}, {"Host": "evil.example"}])
@pytest.mark.parametrize("asked", ["POST /-/editor/api", "GET /-/editor/", "GET /-/editor/config.yml"])
def test_no_page_of_another_site_reaches_the_editor(preview, server, get, asked, headers):
    server.editor = Editor(preview.site.content, THEME, token="proof")
    server.show(preview)
    method, path = asked.split()
    told = {"Content-Type": "application/json", "X-Editor-Token": "proof", "Content-Length": "0"}

    assert get(path, method, **told)[0] in (200, 400)
    status, _, said = get(path, method, **told, **headers)
    assert (403, '{"error": "only the editor itself, on this computer, may ask."}') == (status, said)


def test_it_listens_on_loopback_only(server):
    assert (LOOPBACK, server.server_port) == server.socket.getsockname()


SECRETS = ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "//etc/passwd", "/\\..\\..\\x")


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("before", ["", "/images", "/-", "/-/source", "/-/source/content", "/-/source/theme"])
def test_no_path_leads_out_of_the_site(get, before, secret):
    assert 404 == get(before + secret)[0]


def test_no_file_outside_is_taken_for_one_of_the_previews_own(get):
    assert 404 == get("/-/../../../plugins/preview/server.py")[0]
    assert 404 == get("/-/../preview/live.js")[0]


def test_a_page_that_a_template_spoils_stays_as_it_was_and_says_so(coalition, preview, get, monkeypatch):
    good = get("/")[2]
    recipe = preview.site._recipes["index.html"]
    monkeypatch.setattr(type(recipe), "text", lambda _: 1 / 0)

    assert good == get("/")[2]
    assert "division by zero" in preview.problems()


def test_a_picture_is_made_when_it_is_looked_at_and_marked_until_somebody_says_that_it_may_be_shown(
    coalition, preview, get
):
    (coalition.content / "images").mkdir()
    (coalition.content / "images" / "office.jpg").write_bytes(picture("jpg", (1000, 750)))
    coalition.change("pages/membership/index.md", "::: tiers", "![Our office]({static}/images/office.jpg)\n\n::: tiers")
    preview.refresh({coalition.content})

    _, _, page = get("/membership/")
    shown = BeautifulSoup(page, "html.parser").select_one("picture")

    assert "Before images/office.jpg goes public" in page
    for address in (shown.img["src"], shown.source["srcset"].split()[0]):
        status, headers, _ = get(address)
        assert (200, f"image/{'webp' if address.endswith('webp') else 'jpeg'}") == (status, headers["Content-Type"])
    assert 404 == get("/images/office.jpg")[0]
    assert not preview.site.problems


def test_a_page_without_a_script_of_its_own_follows_every_change_too(preview, coalition, get):
    edit(preview, coalition, "data/site.yaml", "exit_link: {url: https://www.weather.gov/}\n", "")
    html = get("/")[2]
    policy = re.search('content="(default-src [^"]*)"', html)[1]

    assert '<script src="/-/live.js"></script>' in html
    assert ["'self'"] == [part.split()[1] for part in policy.split("; ") if part.startswith("script-src")]


def test_a_file_of_a_subject_that_is_not_there_is_not_found(preview, coalition, get):
    assert 200 == get("/membership/tiers.json")[0]

    (coalition.content / "data" / "membership.yaml").unlink()
    for name in ("index", "friend", "partner"):
        (coalition.content / "pages" / "membership" / f"{name}.md").unlink()
    coalition.change("pages/index.md", "::: ways", "Welcome.")
    coalition.change("data/site.yaml", "navigation:\n  - {page: membership/index}\n", "")
    preview.refresh(())
    assert (404, True) == ((answer := get("/membership/tiers.json"))[0], "Page not found" in answer[2])
