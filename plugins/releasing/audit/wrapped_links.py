"""Links that lead to their target by way of a service that learns who follows them, and where they end."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qs, unquote, urlsplit

# In which field of its query each service keeps the target; names of hosts by their end.
QUERIES = {
    "safelinks.protection.outlook.com": "url",
    "urldefense.proofpoint.com": "u",
    "linkprotect.cudasvc.com": "a",
    "slack-redir.net": "url",
    "facebook.com": "u",
    "instagram.com": "u",
    "youtube.com": "q",
    "google.com": "q",
    "reddit.com": "url",
}
PATHS = ("/url", "/l.php", "/redirect", "/link")  # of services whose other addresses are pages of their own
OWN_PAGES = ("facebook.com", "instagram.com", "youtube.com", "google.com", "slack-redir.net")
WRAPPED = re.compile(r"https://urldefense\.(?:com|us)/v3/__(?P<target>https?:/+.*?)__;")
PROOFPOINT = str.maketrans("-_", "%/")  # how its second version writes an address


@lru_cache(maxsize=4096)  # pages share most of their addresses
def target(address: str) -> str | None:
    """Return where a wrapped link ends; None of a straight one."""
    if wrapped := WRAPPED.match(address):
        return re.sub(r"^(https?):/+", r"\1://", wrapped["target"])
    try:
        parts = urlsplit(address)
        named = f".{parts.hostname}"
    except ValueError:
        return None
    host = next((host for host in QUERIES if named.endswith(f".{host}")), "")
    if not host or (host in OWN_PAGES and parts.path not in PATHS):
        return None
    fields = parse_qs(parts.query)
    found = next(iter(fields.get(QUERIES[host]) or fields.get("url") or ()), "")
    if host == "urldefense.proofpoint.com":
        found = unquote(found.translate(PROOFPOINT))
    return found if found.startswith(("https://", "http://")) else None
