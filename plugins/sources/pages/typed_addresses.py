"""Makes an address whole as it is typed: without what people put around it, and with what they leave out."""

from __future__ import annotations

import re

SCHEME = re.compile(r"https?(?=[:/;.,])|[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
AROUND = "<>\"'\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb"
PREVIEW = re.compile(r"(?:https?://)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::\d+)?(?P<path>/.*|)", re.IGNORECASE)
UNSAFE = re.compile(r"http://(?=\S)", re.IGNORECASE)
# What people type of an address elsewhere, and what is missing before it.
UNFINISHED = (
    (re.compile(r"//[^/\s].*"), "https:"),
    (re.compile(r"(www\.[^/\s]+|[\w.-]+\.(com|org|net|gov|edu|us))([/?#:]\S*)?", re.IGNORECASE), "https://"),
    (re.compile(r"[^\s/@:]+@[^\s/@:]+\.[a-z]+(\?\S*)?", re.IGNORECASE), "mailto:"),
    (re.compile(r"[+(]?\d[\d ().-]{6,}"), "tel:"),
)


def finished(address: str) -> str:
    """Return an address with what people leave out of it, and without what they put around it."""
    address = address.strip().strip(AROUND)
    if seen := PREVIEW.fullmatch(address):
        return seen["path"] or "/"
    if UNSAFE.match(address):
        return f"https{address[4:]}"  # nearly every site has it; a remark asks to look once (checking/remarks.py)
    for unfinished, beginning in UNFINISHED:
        if unfinished.fullmatch(address):
            return beginning + (re.sub(r"[ ()]+", "-", address).strip("-") if beginning == "tel:" else address)
    return address


def elsewhere(address: str) -> bool:
    """Tell whether a finished address leads to no page or file of this site."""
    return bool(SCHEME.match(address)) or address.startswith(("#", "?")) or not address
