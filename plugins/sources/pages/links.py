"""Checks the addresses of links and pictures, and says in plain words what is wrong with one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sources.problems import Problem, Section, guess, quoted
from sources.records.lookalikes import lookalikes
from sources.records.telephones import wanted_digits

from .nowhere import nowhere
from .page import PageSource
from .places import link_places
from .targets import TOKEN, Targets, parts
from .typed_addresses import SCHEME, elsewhere, finished

ELSEWHERE = re.compile(r"[^\W\d_]+:|//|www\.", re.IGNORECASE)
ON_ONE_COMPUTER = re.compile(r"file:|[a-z]:[\\/]|\\\w", re.IGNORECASE)
# What an address of each scheme looks like, and one as an example.
SCHEMES = {
    "https": (re.compile(r"https://([\w-]+\.)+[\w-]{2,}(:\d+)?([/?#].*)?", re.IGNORECASE), "https://www.mo.gov/"),
    "mailto": (re.compile(r"mailto:[^/@]+@[^/@?]+\.\w+(\?.*)?", re.IGNORECASE), "mailto:office@our-name.org"),
    "tel": (re.compile(r"tel:\+?[0-9().-]+", re.IGNORECASE), "tel:+1-314-555-0100"),
    "sms": (re.compile(r"sms:\+?[0-9().-]+(\?.*)?", re.IGNORECASE), "sms:+1-314-555-0100"),
}


def link_problems(page: PageSource, targets: Targets) -> Iterator[Problem]:
    """Yield a problem for every link of a page that leads nowhere."""
    wrong = {link: complaint(link.address, page, targets, picture=link.picture) for link in page.rendered.links}
    for link, place in link_places(page) if any(wrong.values()) else ():
        if message := wrong[link]:
            yield Problem(place, message, Section.SENTENCES)


def complaint(typed: str, page: PageSource, targets: Targets, *, picture: bool) -> str | None:
    """Return what is wrong with the address of a link or picture, or None."""
    address = finished(typed)
    if ELSEWHERE.match(address) and (fooled := lookalikes(address)):
        return f"{quoted(address)} is not what it seems. {fooled}"
    if not address:
        return "a link without an address. Write it into the round brackets."
    if ON_ONE_COMPUTER.match(address):
        folder = "images" if picture else "extra"
        return f"{quoted(address)} is a file on one computer only. Put it into content/{folder}."
    if elsewhere(address):
        scheme = SCHEME.match(address)
        return _elsewhere(scheme[0].casefold(), address, picture=picture) if scheme else None
    token, path, _ = parts(address)
    if (re.search(r"[{}|]", path) and not TOKEN.match(address)) or (token and not path):
        return f"{quoted(address)} is no address. Write the name of a page, such as history.md."
    return nowhere(address, page, targets)


def _elsewhere(scheme: str, address: str, *, picture: bool) -> str | None:
    if picture and scheme == "data":
        return "a picture pasted as text. Save it as a file in content/images and name that file."
    if picture:
        return f"{quoted(address)} would be fetched from another site. Put the file into content/images."
    if scheme not in SCHEMES:
        near = guess(scheme, SCHEMES)
        message = f"the address {quoted(address)}: expected {', '.join(SCHEMES)} or a page of this site."
        return message + (near if near.startswith(" Did") else "")
    if re.search(r"\s", address):
        return f"an address with a space in it: {quoted(address)}. Take it out, or write %20 for it."
    shape, example = SCHEMES[scheme]
    if not shape.fullmatch(address):
        return f"{quoted(address)} is no address. Expected one such as {example}."
    wanted = wanted_digits(address[4:].partition("?")[0]) if scheme in ("tel", "sms") else None
    return f"{quoted(address)}: expected {wanted}." if wanted else None
