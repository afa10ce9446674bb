"""What the server answers below /-/editor/, and to whom."""

import json

import pytest

from conftest import ROOT, THEME
from preview.editor.bundle import NoBundle
from preview.editor.responses import Editor

HOST = {"Host": "127.0.0.1:8000"}
OWN = {
    **HOST,
    "Origin": "http://127.0.0.1:8000",
    "Content-Type": "application/json; charset=utf-8",
    "X-Editor-Token": "proof",
}
INFO = json.dumps({"action": "info"}).encode()
REFUSED = {"error": "only the editor itself, on this computer, may ask."}


@pytest.fixture
def respond(coalition):
    return Editor(coalition.content, THEME, token="proof").respond


@pytest.mark.parametrize("path", ["/-/editor/", "/-/editor/forms.html"])
def test_a_page_runs_only_its_own_scripts(respond, path):
    page = respond("GET", path, HOST)

    assert 200 == page.status
    assert b"<script src=" in page.body
    assert b"<script>" not in page.body
    assert "script-src 'self' 'unsafe-eval';" in page.headers["Content-Security-Policy"]
    assert "default-src 'none';" in page.headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in page.headers["Content-Security-Policy"]
    assert "no-store" == page.headers["Cache-Control"]


def test_a_browser_keeps_the_program_for_as_long_as_it_is_the_same(respond, decap):
    found = respond("GET", "/-/editor/decap-cms.js", HOST)
    assert (200, "no-cache") == (found.status, found.headers["Cache-Control"])

    again = respond("GET", "/-/editor/decap-cms.js", {**HOST, "If-None-Match": found.headers["ETag"]})
    assert (304, b"") == (again.status, again.body)
    assert 200 == respond("GET", "/-/editor/decap-cms.js", {**HOST, "If-None-Match": '"older"'}).status


def test_the_configuration_is_read_as_yaml(respond):
    config = respond("GET", "/-/editor/config.yml", HOST)

    assert "text/yaml; charset=utf-8" == config.headers["Content-Type"]
    assert {"name": "proxy", "proxy_url": "/-/editor/api"} == json.loads(config.body)["backend"]


def test_the_editor_itself_is_answered(respond):
    found = respond("POST", "/-/editor/api", OWN, INFO)

    assert 200 == found.status
    assert "local_fs" == json.loads(found.body)["type"]


@pytest.mark.parametrize("token", ["", "prooF", "\u00e9"])
def test_nobody_is_answered_who_does_not_know_the_token(respond, token):
    found = respond("POST", "/-/editor/api", {**OWN, "X-Editor-Token": token}, INFO)

    assert (403, REFUSED) == (found.status, json.loads(found.body))


def test_the_token_is_a_script_for_the_pages_of_the_editor_and_no_text_for_others(respond):
    asked = {**HOST, "Sec-Fetch-Site": "same-origin", "Sec-Fetch-Dest": "script"}

    said = b'window.EDITOR_TOKEN = "proof";\nwindow.EDITOR_COMMAND = "make edit";\n'
    assert said == respond("GET", "/-/editor/token.js", asked).body
    for headers in ({"Sec-Fetch-Dest": "empty"}, {"Sec-Fetch-Dest": "document"}):
        found = respond("GET", "/-/editor/token.js", {**asked, **headers})
        assert (403, REFUSED) == (found.status, json.loads(found.body))


def test_each_preview_has_a_token_of_its_own_that_outlives_a_new_start(coalition, monkeypatch):
    monkeypatch.delenv("EDITOR_TOKEN", raising=False)

    first = Editor(coalition.content, THEME).token

    assert 40 < len(first)
    assert first == Editor(coalition.content, THEME).token
    monkeypatch.delenv("EDITOR_TOKEN")
    assert first != Editor(coalition.content, THEME).token


@pytest.mark.parametrize(
    ("method", "headers", "body", "status"),
    [
        ("GET", {}, b"", 405),
        ("POST", {"Content-Type": "text/plain"}, INFO, 405),
        ("POST", {}, b"no json", 400),
        ("POST", {}, b"[]", 400),
        ("POST", {}, b"[" * 100_000, 400),
        ("POST", {}, b'{"action": ' + b"{" * 100_000, 400),
        ("POST", {}, b'{"action": "info", "params": 7}', 400),
        ("POST", {}, b" " * 35_000_000, 413),
    ],
)
def test_what_is_no_request_of_the_editor_is_refused(respond, method, headers, body, status):
    assert status == respond(method, "/-/editor/api", {**OWN, **headers}, body).status


@pytest.mark.parametrize(
    ("page", "place"),
    [
        ("pages/index", "/"),
        ("pages/about", "/about/"),
        ("pages/membership/index", "/membership/"),
        ("pages/404", "/404.html"),
        ("data/membership", "/membership/"),
        ("data/site", "/"),
        ("data/other", "/"),
        ("pages//evil.example", "/"),
        ("/evil.example", "/"),
        ("pages/%5Cevil.example", "/"),
        ("pages/..%2Fabout", "/"),
    ],
)
def test_the_way_from_an_entry_to_its_page(respond, page, place):
    assert place == respond("GET", f"/-/editor/page/{page}", HOST).headers["Location"]


def test_other_addresses_are_left_to_the_preview(respond):
    assert None is respond("GET", "/", HOST)
    assert None is respond("GET", "/-/editorial/", HOST)
    assert 302 == respond("GET", "/-/editor", HOST).status
    assert 404 == respond("GET", "/-/editor/other", HOST).status
    assert 405 == respond("PUT", "/-/editor/", HOST).status


def test_a_program_that_cannot_be_fetched_is_told(respond, monkeypatch):
    def fail():
        raise NoBundle("The editor could not be fetched.")

    monkeypatch.setattr("preview.editor.responses.bundle", fail)

    found = respond("GET", "/-/editor/decap-cms.js", HOST)

    assert (502, b"The editor could not be fetched.") == (found.status, found.body)


def test_no_file_of_the_editor_is_in_the_project():
    assert [] == [path for room in ("plugins", "theme", "tests") for path in (ROOT / room).rglob("*decap*.js")]
