"""Open tabs hear of what has changed on their page, and of problems."""

import contextlib
import http.client
import io
import json
import time
from threading import Thread

from conftest import ROOT
from preview.__main__ import preview_of
from preview.server import LOOPBACK, PreviewServer
from preview.tabs import Tabs

from .edited import edit


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


def test_a_tab_that_is_opened_during_an_edit_shows_what_is_new():
    site = {"/": "old"}
    edits = []

    def current(path: str):
        shown = site[path]
        if not edits:  # somebody edits the page while the first answer is on its way
            site["/"] = "new"
            edits.append(Thread(target=tabs.tell))
            edits[0].start()
            time.sleep(0.05)
        yield "page", shown

    tabs = Tabs(current)
    tab = tabs.opened("/")
    edits[0].join()

    assert [("page", "old"), ("page", "new")] == [tab.waiting.get(timeout=1) for _ in range(2)]
    assert {"page": "new"} == tab.told
