"""A visitor's click on the link to apply, up to the form: a server of our own on loopback, which then knows the tier.

It stands in for the service: the browser hands it every request that leaves the site, before any network is asked.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page, Route

from conftest import SOON
from preview.server import LOOPBACK

from .host import host

pytestmark = pytest.mark.browser

TITLE = 'Müller & Söhne "Küste" 100 % + ½ = #1? <b>'
QUESTION = "r0123456789abcdef0123456789abcdef"
Fields = dict[str, str]


def google(fields: Fields) -> str:
    return fields["entry.123456"] if fields["usp"] == "pp_url" else ""


# How each service finds the tier in the fields of its address.
SERVICES: dict[str, tuple[str, str, Callable[[Fields], str]]] = {
    "google": ("https://docs.google.com/forms/d/e/1FAIp/viewform", "entry.123456", google),
    "airtable": ("https://airtable.com/app1/shr1", "Which tier?", lambda fields: fields["prefill_Which tier?"]),
    "jotform": ("https://form.jotform.com/2431", "whichTier", lambda fields: fields["whichTier"]),
    "microsoft": (
        "https://forms.office.com/Pages/ResponsePage.aspx?id=a-b_c.u", QUESTION, lambda fields: fields[QUESTION],
    ),
    "microsoft-choice": (
        "https://forms.office.com/Pages/ResponsePage.aspx?id=a-b_c.u", QUESTION,
        lambda fields: json.loads(fields[QUESTION]),
    ),
    "query": ("https://forms.smallcoalition.org/join?season=2027", "tier", lambda fields: fields["tier"]),
}  # fmt: skip


class FormServer(ThreadingHTTPServer):
    """Answers with a form whose one field holds the tier, as `read` finds it; remembers what it was asked."""

    read: Callable[[Fields], str]
    asked: list[tuple[str, dict[str, str]]]


class Form(BaseHTTPRequestHandler):
    server: FormServer

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        fields = {name: values[-1] for name, values in parse_qs(urlsplit(self.path).query).items()}
        body = f'<!doctype html><title>Form</title><input value="{escape(self.server.read(fields))}">'.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def form_server() -> Iterator[FormServer]:
    server = FormServer((LOOPBACK, 0), Form)
    server.asked = []
    with server:
        Thread(target=server.serve_forever, args=(SOON,), daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def window(a_browser, request, form_server) -> Iterator[Page]:
    """Open a window without script whose requests to other sites all go to the form server."""

    def hand_over(route: Route) -> None:
        asked = urlsplit(route.request.url)
        address = f"http://{LOOPBACK}:{form_server.server_port}{asked.path}?{asked.query}"
        with urlopen(Request(address, headers=route.request.headers)) as answer:
            route.fulfill(status=answer.status, headers=dict(answer.headers), body=answer.read())

    context = request.getfixturevalue("chromium").new_context(java_script_enabled=False)
    context.route(re.compile("^https:"), hand_over)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("style", SERVICES)
def test_a_click_opens_the_form_with_the_tier_filled_in(coalition, window, form_server, style):
    address, field, form_server.read = SERVICES[style]
    coalition.change("data/membership.yaml", "https://forms.smallcoalition.org/partner", address)
    coalition.change("data/membership.yaml", "[forms.example.org,", f"[forms.example.org, {urlsplit(address).netloc},")
    coalition.change("data/membership.yaml", "style: query, field: tier", f'style: {style}, field: "{field}"')
    coalition.change("data/membership.yaml", "title: Partner", f"title: {json.dumps(TITLE, ensure_ascii=False)}")
    built = coalition.build("publishconf.py")
    assert 0 == built.status, built.said

    with host(built.output) as site:
        Thread(target=site.serve_forever, args=(SOON,), daemon=True).start()
        window.goto(f"http://{LOOPBACK}:{site.server_port}/membership/partner/")
        window.locator(".apply a").last.click()
        window.wait_for_selector("input")
        site.shutdown()

    assert address.partition("?")[0] == window.url.partition("?")[0]
    assert TITLE == window.locator("input").get_attribute("value")
    ((path, headers),) = form_server.asked
    assert urlsplit(address).query in path  # what the address already said is still there
    assert "referer" not in {name.casefold() for name in headers}
