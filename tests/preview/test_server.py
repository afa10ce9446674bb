"""The preview answers as the public host will, this computer only, and tells open tabs what has changed."""

import contextlib
import http.client
import io
import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from conftest import ROOT, Coalition
from preview.__main__ import preview_of
from preview.preview import Preview
from preview.server import LOOPBACK, PreviewServer, listen
from publication.finish.headers import EVERYWHERE

Answer = tuple[int, dict[str, str], str]


@pytest.fixture
def preview(coalition) -> Preview:
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(io.StringIO()):
        return preview_of(coalition.content)


@pytest.fixture
def server(preview) -> Iterator[PreviewServer]:
    with listen(0) as server:
        server.show(preview)
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def get(server):
    def asked(path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection(LOOPBACK, server.server_port, timeout=10)
        connection.request(method, path, headers=headers)
        with connection.getresponse() as answer:
            return answer.status, dict(answer.getheaders()), answer.read().decode()

    return asked


def edit(preview: Preview, coalition: Coalition, file: str, old: str, new: str) -> None:
    coalition.change(file, old, new)
    with contextlib.redirect_stdout(io.StringIO()):
        preview.refresh({coalition.content / file})


class Stream:
    """What a tab hears."""

    def __init__(self, server: PreviewServer, path: str) -> None:
        self._connection = http.client.HTTPConnection(LOOPBACK, server.server_port, timeout=10)
        self._connection.request("GET", f"/-/events?path={path}")
        self._answer = self._connection.getresponse()

    def event(self) -> tuple[str, str]:
        """Return the next event: its name, and what it says."""
        while not (line := self._answer.readline().decode()).startswith("event: "):
            assert line
        said = self._answer.readline().decode()
        return line.removeprefix("event: ").strip(), json.loads(said.removeprefix("data: "))

    def close(self) -> None:
        self._answer.close()
        self._connection.close()


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
    relaxed = public.pop("Content-Security-Policy").replace("connect-src 'none'", "connect-src 'self'")
    assert relaxed.replace("frame-ancestors 'none'", "frame-ancestors 'self'") == headers["Content-Security-Policy"]
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


def test_it_listens_on_loopback_only(server):
    assert (LOOPBACK, server.server_port) == server.socket.getsockname()


SECRETS = ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "//etc/passwd", "/\\..\\..\\x")


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("before", ["", "/images", "/-", "/-/source", "/-/source/content", "/-/source/theme"])
def test_no_path_leads_out_of_the_site(get, before, secret):
    assert 404 == get(before + secret)[0]


@pytest.mark.parametrize(
    "name",
    [
        "plugins/preview/server.py",
        "content/../plugins/preview/server.py",
        "content",
        "content/images/share.png",
        "Makefile",
        "%00",
        "content/%00.md",
        "content/" + "x" * 3000 + ".md",
    ],
)
def test_no_file_but_those_of_the_content_and_the_theme_is_shown_as_source(coalition, get, name):
    coalition.write("images/share.png", b"\x89PNG")

    assert 404 == get(f"/-/source/{name}")[0]


def test_a_link_out_of_the_content_is_not_followed(coalition, get, tmp_path):
    (tmp_path / "secret.md").write_text("A secret.")
    (coalition.content / "out.md").symlink_to(tmp_path / "secret.md")

    assert 404 == get("/-/source/content/out.md")[0]


def test_no_file_outside_is_taken_for_one_of_the_previews_own(get):
    assert 404 == get("/-/../../../plugins/preview/server.py")[0]
    assert 404 == get("/-/../preview/live.js")[0]


def test_a_source_is_shown_with_the_line_that_is_meant(coalition, get):
    line = coalition.line("data/site.yaml", "place: Anytown")
    status, _, html = get(f"/-/source/content/data/site.yaml?line={line}")

    assert 200 == status
    assert f'<li id="line-{line}" aria-current="true"><code>place: Anytown</code></li>' in html


@pytest.mark.parametrize("line", ["", "-1", "x", "9" * 5000, "٣"])
def test_a_source_is_shown_whatever_line_is_asked_for(get, line):
    status, _, html = get(f"/-/source/content/data/site.yaml?line={'%D9%A3' if line == '٣' else line}")

    assert 200 == status
    assert "aria-current" not in html


def test_a_tab_hears_of_its_page_and_of_no_other(coalition, preview, server):
    tab, other = Stream(server, "/membership/friend/"), Stream(server, "/")
    first = [tab.event(), tab.event()]
    assert ["page", "problems"] == [name for name, _ in first]
    assert [other.event()[0], other.event()[0]] == ["page", "problems"]

    coalition.write("pages/membership/friend.md", coalition.read("pages/membership/friend.md") + "\nA new line.\n")
    preview.refresh({coalition.content / "pages/membership/friend.md"})
    name, html = tab.event()
    assert "page" == name
    assert "A new line." in html
    assert first[0][1] != html

    edit(preview, coalition, "data/site.yaml", "place: Anytown", "place: Elsewhere")
    edit(preview, coalition, "data/site.yaml", "place: Elsewhere", "place: [Elsewhere]")
    heard = [other.event()]
    while heard[-1][0] != "problems":
        heard.append(other.event())
    assert not any("A new line." in html for _, html in heard)
    assert "content/data/site.yaml:3:" in heard[-1][1]
    for one in (tab, other):
        one.close()


def test_a_problem_is_told_with_its_place_its_line_and_the_guess(coalition, preview, server):
    tab = Stream(server, "/")
    tab.event()
    tab.event()
    edit(preview, coalition, "data/membership.yaml", "category: inner", "category: iner")
    name, html = tab.event()
    line = coalition.line("data/membership.yaml", "category: iner")

    assert "problems" == name
    assert '<h2 id="preview-heading">1 problem to mend</h2>' in html
    assert f"/-/source/content/data/membership.yaml?line={line}#line-{line}" in html
    assert "Did you mean &#34;inner&#34;?" in html
    assert f"<span>{line}</span>     category: <mark>iner</mark>" in html

    edit(preview, coalition, "data/membership.yaml", "category: iner", "category: inner")
    assert ("problems", "") == tab.event()
    tab.close()


def test_a_page_that_a_template_spoils_stays_as_it_was_and_says_so(coalition, preview, get, monkeypatch):
    good = get("/")[2]
    recipe = preview.site._recipes["index.html"]
    monkeypatch.setattr(type(recipe), "text", lambda _: 1 / 0)

    assert good == get("/")[2]
    assert "division by zero" in preview.problems()


def test_a_site_that_never_was_whole_waits_for_its_first_page_and_then_shows_it(coalition, server, get):
    coalition.change("data/site.yaml", "place: Anytown", "place: [Anytown]")
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(io.StringIO()):
        broken = preview_of(coalition.content)
    server.show(broken)
    status, _, html = get("/")
    assert 503 == status
    assert "<h1>Waiting for the first page</h1>" in html
    assert "/-/live.js" in html
    tab = Stream(server, "/")
    assert "problems" == tab.event()[0]

    edit(broken, coalition, "data/site.yaml", "place: [Anytown]", "place: Anytown")
    assert "page" == tab.event()[0]
    assert ("problems", "") == tab.event()
    assert 200 == get("/")[0]
    tab.close()


def test_a_tab_that_was_closed_is_forgotten_once_there_is_something_to_tell_it(preview, server):
    tab = Stream(server, "/")
    tab.event()
    (known,) = preview.tabs._open
    tab.close()

    for number in range(500):
        known.tell("page", str(number))
        if not preview.tabs._open:
            break
        time.sleep(0.01)
    assert [] == preview.tabs._open


def test_sources_are_shown_where_content_and_theme_have_names_of_their_own(coalition, tmp_path):
    content = coalition.content.rename(tmp_path / "text")
    theme = Path(shutil.copytree(ROOT / "theme", tmp_path / "looks"))
    (content / "pages" / "index.md").write_text("Hello.\n")
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(io.StringIO()):
        preview = preview_of(content, theme)

    assert 'href="/-/source/text/pages/index.md?line=1#line-1"' in preview.problems()
    assert "Hello." in preview.problems()
    assert "Hello." in preview.source("text/pages/index.md", 1)
    assert preview.source("looks/templates/base.html", 1)
    assert preview.source("content/pages/index.md", 1) is None
