"""The addresses in a page as a browser takes them, and where those end that lead through another service."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from .elements import Element

ATTRIBUTES = frozenset(
    "href src srcset imagesrcset action formaction poster cite data background longdesc manifest xlink:href".split()  # noqa: SIM905
)
SEVERAL = ("srcset", "imagesrcset")
# What a browser fetches by itself is every address but these: links that somebody follows, and those that name a source
# or send a form; of <link>, a few relations.
FOLLOWED = frozenset(["a", "area"])
NOT_FETCHED = frozenset(["cite", "action", "formaction", "longdesc"])
RELATIONS_NOT_FETCHED = frozenset(["canonical", "alternate", "license", "author"])
HOLD_ADDRESSES = ATTRIBUTES | {"content"}
UNSEEN = "".join(map(chr, range(0x21)))
NO_LINE_ENDS = str.maketrans("", "", "\t\n\r")
SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")

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


class Address(NamedTuple):
    """An address in a page: on which element, in which attribute."""

    element: str
    attribute: str
    value: str
    rel: str = ""

    @property
    def scheme(self) -> str:
        """Return its scheme in small letters; empty for one of this site."""
        return scheme(self.value)

    @property
    def is_canonical(self) -> bool:
        """Tell whether it is no link but the address that the page gives as its own."""
        return self.element == "link" and self.rel == "canonical"

    @property
    def is_fetched(self) -> bool:
        """Tell whether a browser fetches it by itself."""
        if self.element in FOLLOWED and self.attribute.endswith("href"):
            return False
        return self.attribute not in NOT_FETCHED and not (self.element == "link" and self.rel in RELATIONS_NOT_FETCHED)

    @property
    def is_left_over(self) -> bool:
        """Tell whether it begins with a word that Pelican did not replace."""
        return self.value.startswith(("{", "|"))


@lru_cache(maxsize=4096)  # pages share most of their addresses
def scheme(address: str) -> str:
    """Return the scheme of an address in small letters, or nothing."""
    found = SCHEME.match(address)
    return found[1].casefold() if found else ""


def addresses_in(element: Element, name: str, value: str) -> Iterator[Address]:
    """Yield the addresses in an attribute of an element."""
    tag, rel = element.tag, element.get("rel")
    if name in ATTRIBUTES:
        parts = [part.split()[0] for part in value.split(",") if part.strip()] if name in SEVERAL else [value]
        yield from (Address(tag, name, browser_reads(part), rel) for part in parts)
    elif name == "content" and tag == "meta" and element.get("http-equiv").casefold() == "refresh":
        yield Address(tag, name, browser_reads(value.partition("=")[2]))


@lru_cache(maxsize=4096)
def browser_reads(address: str) -> str:
    """Return an address as a browser takes it: without control characters and surrounding space (URL Standard, 4.4)."""
    return address.strip(UNSEEN).translate(NO_LINE_ENDS)


@lru_cache(maxsize=4096)  # pages share most of their addresses
def unwrapped(address: str) -> str | None:
    """Return where a link ends that leads through a service, which learns who follows it; None of a straight one."""
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
