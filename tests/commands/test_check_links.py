"""`make check-links`: each outside address is asked once; what leads nowhere is told by file and line."""

import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from commands.check_links import Offline, check_links
from commands.outside import A_DAY, Answer, ask, ask_all, remember, remembered
from conftest import SOON, THEME

GONE = "its server answers 404 (Not Found)"


class Server(BaseHTTPRequestHandler):
    """Answers by path, as servers elsewhere do."""

    def do_HEAD(self):
        self._answer({"/no-head": 405, "/gone": 404, "/moved": 301, "/for-now": 302, "/shy": 403}.get(self.path, 200))

    def do_GET(self):
        self._answer({"/gone": 404, "/shy": 403}.get(self.path, 200))

    def _answer(self, status):
        self.send_response(status)
        if status in (301, 302):
            self.send_header("Location", "/new")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def server():
    one = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=one.serve_forever, args=(SOON,))
    thread.start()
    yield f"http://127.0.0.1:{one.server_port}"
    one.shutdown()
    one.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/here", Answer()),
        ("/no-head", Answer()),
        ("/gone", Answer(dead=GONE)),
        ("/shy", Answer(unsure="its server answers 403 (Forbidden)")),
        ("/for-now", Answer()),
    ],
)
def test_a_server_is_understood(server, path, expected):
    assert expected == ask(server + path)


def test_what_has_moved_for_good_is_told_with_its_new_address(server):
    assert Answer(moved=f"{server}/new") == ask(f"{server}/moved#part")


def linked(coalition):
    """Return the coalition with three links to one address and one to another."""
    page = coalition.read("pages/index.md")
    links = "\n[One](https://pantry-school.org/a) and [again](https://pantry-school.org/a).\n\n[Two](https://pantry-school.org/b)\n"
    coalition.write("pages/index.md", page + links)
    return coalition


def test_each_address_is_asked_once_and_told_at_every_place(coalition, tmp_path):
    asked = Counter()

    def answer(address):
        asked[address] += 1
        return Answer(dead=GONE) if address.endswith("/a") else Answer()

    found = check_links(linked(coalition).content, THEME, tmp_path / "cache", lambda *_: None, answer)
    line = coalition.line("pages/index.md", "[One]")

    assert {1} == set(asked.values())
    assert "https://www.911.gov/" in asked
    assert [
        f'content/pages/index.md:{line}:7: "https://pantry-school.org/a": {GONE}.',
        f'content/pages/index.md:{line}:48: "https://pantry-school.org/a": {GONE}.',
    ] == [str(problem) for problem in found.dead]


def test_without_a_network_one_sentence_says_so(coalition, tmp_path):
    with pytest.raises(Offline, match="seems to be offline"):
        check_links(coalition.content, THEME, tmp_path, lambda *_: None, lambda _: Answer(dead="", offline=True))


def test_a_host_is_asked_one_thing_at_a_time_and_progress_is_told():
    told = []
    found = ask_all(
        {"https://a.org/1", "https://a.org/2", "https://b.org/"}, lambda *some: told.append(some), lambda _: Answer(), 0
    )

    assert 3 == len(found)
    assert (3, 3) == told[-1]


def test_what_was_good_is_known_for_a_day_and_what_was_not_is_asked_again(tmp_path):
    remember(tmp_path, {}, {"https://a.org/": Answer(), "https://b.org/": Answer(dead=GONE)}, 1000.0)

    assert {"https://a.org/": Answer()} == remembered(tmp_path, 1000.0)
    assert {} == remembered(tmp_path, 1000.0 + A_DAY)
