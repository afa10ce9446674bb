"""Only the editor itself may write: no script in a picture of the content, and no page of another origin."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from .browser import PATIENCE
from .editing import open_entry

pytestmark = pytest.mark.browser
RUNS = """<svg xmlns="http://www.w3.org/2000/svg"><script>
document.documentElement.setAttribute("data-ran", "yes");
fetch("/-/editor/api", {method: "POST", headers: {"Content-Type": "application/json"}, body: "{}"});
</script></svg>"""


def test_a_script_in_a_picture_of_the_content_does_not_run(a_browser, editor, coalition, request):
    coalition.write("images/map.svg", RUNS)
    context = request.getfixturevalue("chromium").new_context()
    page = context.new_page()
    asked = []
    page.on("request", lambda one: asked.append(one.url))

    answer = page.goto(editor.replace("/-/editor/", "/images/map.svg"))
    if answer.status != 200:  # the build refuses it; then it is no part of the site
        context.close()
        return
    assert "sandbox; default-src 'none'" in answer.headers["content-security-policy"]
    assert "nosniff" == answer.headers["x-content-type-options"]
    assert None is page.evaluate("document.documentElement.getAttribute('data-ran')")
    assert [answer.url] == asked
    context.close()


# What a page elsewhere may try: to borrow the proof, to ask in each way that a browser allows, and to send a form.
TRIES = """<!doctype html><script src="@editor@token.js"></script>
<form method="post" target="there" enctype="text/plain" action="@editor@api"><input name="{}"></form>
<iframe name="there"></iframe>
<script>
const body = JSON.stringify(@asked@), api = "@editor@api", kind = "application/json";
const ask = (given) => fetch(api, { method: "POST", body, ...given }).then(() => "answered", () => "stopped");
const proved = { "Content-Type": kind, "X-Editor-Token": window.EDITOR_TOKEN || "" };
Promise.all([
  ask({ headers: proved }),
  ask({ mode: "no-cors" }),
  ask({ mode: "no-cors", headers: { "Content-Type": "text/plain" } }),
  ask({ mode: "no-cors", credentials: "include", body: new Blob([body], { type: kind }) }),
  fetch("@editor@token.js").then(() => "answered", () => "stopped"),
]).then((found) => {
  navigator.sendBeacon(api, new Blob([body], { type: "text/plain" }));
  document.forms[0].submit();
  window.tried = found;
});
</script>"""


@pytest.fixture
def elsewhere():
    """Serve one page at another port of this computer, which is another origin; give what sets it."""
    pages = {}

    class Page(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(pages["page"].encode())

        def log_message(self, *_):
            pass

    def serve(page: str) -> str:
        pages["page"] = page
        return f"http://127.0.0.1:{server.server_port}/"

    with HTTPServer(("127.0.0.1", 0), Page) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield serve
        server.shutdown()


WRITES = """(body) => fetch("/-/editor/api", {
  method: "POST", body, headers: { "Content-Type": "application/json", "X-Editor-Token": window.EDITOR_TOKEN },
}).then((answer) => answer.status)"""


def test_a_page_of_another_origin_cannot_write_through_the_editor(a_browser, editor, elsewhere, coalition, request):
    page = {"title": "Plan", "description": "Planted.", "body": "Planted.\n"}
    sent = {"dataFiles": [{"path": "content/pages/plan.md", "raw": json.dumps(page)}], "assets": []}
    asked = {"action": "persistEntry", "params": sent}
    body = json.dumps(asked)
    context = request.getfixturevalue("chromium").new_context()
    context.set_default_timeout(PATIENCE)
    tab, answers = context.new_page(), []
    tab.on("response", lambda one: answers.append(one.status) if one.url.startswith(editor) else None)

    tab.goto(elsewhere(TRIES.replace("@editor@", editor).replace("@asked@", body)))
    tab.wait_for_function("window.tried !== undefined")
    tab.wait_for_timeout(500)

    assert "stopped" == tab.evaluate("window.tried[0]") == tab.evaluate("window.tried[4]")
    assert None is tab.evaluate("window.EDITOR_TOKEN ?? null")
    assert answers
    assert {*answers} <= {403, 405, 501}
    assert not (coalition.content / "pages/plan.md").exists()

    own, _ = open_entry(tab, editor, "data/entries/site")
    own.get_by_label("Place (optional)", exact=True).first.wait_for()
    assert 200 == tab.frame(url=lambda url: "forms.html" in url).evaluate(WRITES, body)
    assert (coalition.content / "pages/plan.md").exists()
    context.close()
