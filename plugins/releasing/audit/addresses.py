"""The addresses in a page as a browser takes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

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
