"""The editor's page: the forms on one side, and on the other the page of the preview that they change.

The preview keeps its side up to date by itself; here it only goes where the entry is that somebody opens.
"""

from __future__ import annotations

from pathlib import Path

from sources.kinds import ID
from sources.page_names import address

from .config import DATA_FILES, EDITOR, PAGE

FORMS, FRAMES_SCRIPT = f"{EDITOR}forms", f"{EDITOR}frames.js"
SHOWN_ON = {Path(source.path).stem: shown_on for source, _, shown_on in DATA_FILES}
HTML = f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Editor</title>
<style>
body {{ margin: 0; display: grid; grid-template-columns: 1fr 1fr; block-size: 100vh }}
iframe {{ inline-size: 100%; block-size: 100%; border: 0 }}
@media (max-width: 70em) {{ body {{ grid-template-columns: 1fr }} #page {{ display: none }} }}
</style>
<body>
<noscript>The editor needs JavaScript. The files in content/ can be edited without it.</noscript>
<iframe id="forms" title="Editor"></iframe>
<iframe id="page" title="Preview" src="/"></iframe>
<script src="{FRAMES_SCRIPT}"></script>
</body>
</html>
"""
SCRIPT = f"""const [forms, page] = document.querySelectorAll("iframe");
let shown = null;
const follow = () => {{
    const hash = forms.contentWindow.location.hash;
    const entry = /^#[/]collections[/](data|pages)[/]entries[/](.+)$/.exec(hash);
    if (hash === shown) return;
    shown = hash;
    history.replaceState(null, "", hash || location.pathname);
    if (entry) page.src = "{PAGE}" + entry[1] + "/" + entry[2];
}};
forms.src = "{FORMS}" + location.hash;
setInterval(follow, 250);  // Decap changes its address without a word
"""


def place(entry: str) -> str:
    """Return the address of the page that shows an entry: `data/membership`, or `pages/about`."""
    kind, _, name = entry.partition("/")
    if kind == "data":
        return f"/{SHOWN_ON.get(name, '')}"
    return f"/{address(name)}" if all(ID.fullmatch(part) for part in name.split("/")) else "/"
