"""The folder that `make admin` writes: the page, the forms, the programs; everything a browser needs but the token."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from preview.editor.bundle import CACHE, bundle
from preview.editor.config import EDITOR, editor_config
from preview.editor.responses import WAIT
from sources.problems import count

from ..guide import read_guide
from ..preview import templates
from .hosts import Host
from .house import house
from .in_browser import GUIDE
from .python_parts import core, python_parts

ONLY_NEAR = ("frames.js",)  # what the editor has beside the forms on a computer
STYLES = ("css/tokens.css", "preview/preview.css")  # of the guide
# Decap checks values with functions that it makes while it runs (ajv), and puts its style into the page.
POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-eval'; worker-src 'self'; style-src 'self' 'unsafe-inline'; "
    "connect-src 'self' blob: {host}; img-src 'self' blob: data:; font-src 'self' data:; frame-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
HEADERS = """/*
  X-Robots-Tag: noindex
  X-Frame-Options: SAMEORIGIN
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
"""
CHARSET = '<meta charset="utf-8">'
META = '<meta http-equiv="Content-Security-Policy" content="{}">'
ROBOTS = "User-agent: *\nDisallow: /\n"


def admin_config(content: Path, site: str = "") -> dict[str, Any]:
    """Return the configuration of the forms as on a computer, without the places that only the preview there has."""
    config = editor_config(content, site)
    collections = [_elsewhere(one) for one in config["collections"]]
    return config | {"collections": collections}


def _elsewhere(one: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in one.items() if name != "preview_path"}
    return kept | ({"files": [_elsewhere(file) for file in kept["files"]]} if "files" in kept else {})


def pages(content: Path, theme: Path, guide: Path, host: Host, site: str = "") -> dict[str, bytes]:
    """Return the page, its scripts, and what they know of this site, which `site` is the address of."""
    static = theme / "static"
    # What stands in both folders is another on the web.
    files = {path.name: path.read_bytes() for one in ("editor", "admin") for path in sorted((static / one).iterdir())}
    policy = POLICY.format(host=host.origin)
    forms = (
        files["forms.html"]
        .decode()
        .replace(EDITOR, "")
        .replace("/-/", "")
        .replace('<script src="token.js"></script>\n', "")
    )
    return {
        **{name: held for name, held in files.items() if name not in ONLY_NEAR},
        **{Path(name).name: (static / name).read_bytes() for name in STYLES},
        "index.html": files["index.html"].decode().replace("{{ policy }}", policy).encode(),
        "forms.html": forms.replace(CHARSET, f"{CHARSET}\n{META.format(policy)}").encode(),
        GUIDE: _guide(theme, guide).encode(),
        "config.yml": _json(admin_config(content, site)),
        "settings.json": _json(host.settings(content.name)),
        "_headers": HEADERS.encode(),
        "robots.txt": ROBOTS.encode(),
    }


def programs(root: Path, theme: Path, cache: Path = CACHE) -> dict[str, bytes]:
    """Return what the page runs, the same for every site; raise NoBundle where it cannot be fetched."""
    return {
        "decap-cms.js": WAIT + bundle(cache).read_bytes(),
        "house.zip": house(root, theme, core(cache)),
        **{f"python/{name}": held for name, held in python_parts(cache).items()},
    }


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files; what else stands in the folder stays."""
    for name, held in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(held)


def _guide(theme: Path, guide: Path) -> str:
    template = templates(theme).get_template("preview/guide.html")
    return template.render(guide=read_guide(guide), asked="", search=None, count=count, at="")


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()
