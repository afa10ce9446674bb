"""What the preview adds to a page on its way to the browser, and nothing else: the script that keeps it up to date."""

from __future__ import annotations

import re

PREFIX = "/-/"  # no page of the site can have such an address
SCRIPT = f'<script src="{PREFIX}live.js"></script>\n</body>'
POLICY = re.compile(r'(?<=http-equiv="content-security-policy" content=")[^"]*')
STYLE = re.compile(r"style-src [^;]*")


def with_refresh(html: str) -> str:
    """Return a page that shows what changes: its script added, and allowed by its policy.

    A style that is put in place later has another sum, so the preview allows any within the page. A page that allows no
    script leads on at once, and stays as it is.
    """
    policy = POLICY.search(html)
    if policy and "script-src " not in policy[0]:
        return html
    if policy:
        allowed = STYLE.sub("style-src 'self' 'unsafe-inline'", policy[0]).replace("script-src ", "script-src 'self' ")
        html = f"{html[: policy.start()]}{allowed}; connect-src 'self'{html[policy.end() :]}"
    before, body_end, after = html.rpartition("</body>")
    return f"{before}{SCRIPT}{after}" if body_end else html
