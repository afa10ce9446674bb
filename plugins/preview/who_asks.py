"""Who may ask the preview: a browser of this computer, or of whoever owns the hosted workspace that it runs in."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

LOOPBACK = "127.0.0.1"
NAMES = (LOOPBACK, "localhost")
PART_OF_A_NAME = re.compile(r"[A-Za-z0-9.-]+")
FROM_HERE = ("none", "same-origin")  # typed or from the bookmarks, or from one of our pages


def forwarded(port: int) -> str:
    """Return the name under which a hosted workspace shows this port to its owner; empty elsewhere.

    GitHub Codespaces tells both parts of it to every program in the workspace.
    """
    name = os.environ.get("CODESPACE_NAME", "")
    domain = os.environ.get("GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN", "")
    return f"{name}-{port}.{domain}" if all(map(PART_OF_A_NAME.fullmatch, (name, domain))) else ""


def address(port: int) -> str:
    """Return where people find the preview, without the last slash."""
    return f"https://{name}" if (name := forwarded(port)) else f"http://{LOOPBACK}:{port}"


def may_ask(headers: Mapping[str, str], port: int, *, editor: bool) -> bool:
    """Tell whether a request comes to one of our names, and from no page of another site behind somebody's back.

    Between a workspace and its owner stands a server that may put `localhost` in the place of our name, in Origin too.
    It also opens our pages from its own, and so they are another site's wish: for that nothing is read or written.
    """
    given = {name.casefold(): value for name, value in headers.items()}
    host, workspace = given.get("host", ""), forwarded(port)
    names = [f"{name}:{port}" for name in NAMES]
    if host not in (*names, *([workspace] if workspace else ())):
        return False
    origins = [f"http://{host}"]
    if workspace:
        origins = [f"https://{workspace}", *(f"{scheme}://{name}" for scheme in ("http", "https") for name in names)]
    if given.get("origin", origins[0]) not in origins:
        return False
    opened = (given.get("sec-fetch-mode"), given.get("sec-fetch-dest")) == ("navigate", "document")
    return given.get("sec-fetch-site", "none") in FROM_HERE or (opened and bool(workspace or not editor))
