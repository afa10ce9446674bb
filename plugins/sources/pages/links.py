"""Checks the addresses of links and pictures, and says in plain words what is wrong with one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sources.problems import Problem, Section, guess, quoted
from sources.records.lookalikes import lookalikes
from sources.records.telephones import wanted_digits

from .page import PageSource
from .places import link_places
from .targets import TOKENS, Targets, instead_of, nowhere, parts

SCHEME = re.compile(r"https?(?=[:/;.,])|[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
ELSEWHERE = re.compile(r"[^\W\d_]+:|//|www\.", re.IGNORECASE)
AROUND = tuple("([<")
QUOTES = tuple("\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb")
ON_ONE_COMPUTER = re.compile(r"file:|[a-z]:[\\/]|\\", re.IGNORECASE)
PREVIEW = re.compile(r"(?:https?://)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::\d+)?(?P<path>/[^?#]*)?.*")
# {filename} or {static} without its braces.
BARE_TOKEN = re.compile(r"\W?(filename|static)\W?/", re.IGNORECASE)
# What people type of an address, and what is missing before it.
UNFINISHED = (
    (re.compile(r"//[^/\s].*"), "https:"),
    (re.compile(r"(www\.[^/]+|[\w.-]+\.(com|org|net|gov|edu|us))([/?#:].*)?", re.IGNORECASE), "https://"),
    (re.compile(r"[^\s/@:]+@[^\s/@:]+\.[a-z]+", re.IGNORECASE), "mailto:"),
    (re.compile(r"[+(]?\d[\d ().-]{6,}"), "tel:"),
)
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


def complaint(address: str, page: PageSource, targets: Targets, *, picture: bool) -> str | None:
    """Return what is wrong with the address of a link or picture, or None."""
    token, path, _ = parts(address)
    if not token and ELSEWHERE.match(address) and (fooled := lookalikes(address)):
        return f"{quoted(address)} is not what it seems. {fooled}"
    for unfinished, beginning in UNFINISHED:
        if not token and unfinished.fullmatch(address):
            return f"{quoted(address)}: write {beginning} before it."
    if message := _signs(address, token, path):
        return message
    if ON_ONE_COMPUTER.match(address):
        return _on_one_computer(address, picture=picture)
    if seen := PREVIEW.fullmatch(address):
        return f"{quoted(address)} is the preview on one computer.{instead_of(seen['path'] or '/', targets)}"
    if re.search(r"\s", address):
        return f"an address with a space in it: {quoted(address)}. Take it out, or write %20 for it."
    scheme = SCHEME.match(address)
    if scheme and not token:
        return _elsewhere(scheme[0].casefold(), address, picture=picture)
    return f"{quoted(address)}: write / instead of \\." if "\\" in path else nowhere(address, page, targets)


def _signs(address: str, token: str, path: str) -> str | None:
    if not address:
        return "a link without an address. Write it into the round brackets."
    if token not in ("", *TOKENS):
        return f"{quoted(token)} is not known.{guess(token, TOKENS)}"
    if re.search(r"[{}|]", path) or (not token and BARE_TOKEN.match(address)):
        return f"{quoted(address)}: expected {TOKENS[0]} or {TOKENS[1]} at the beginning, and no other braces."
    if address.startswith((*QUOTES, *AROUND)) or address.endswith(QUOTES):
        return f"signs around an address: {quoted(address)}. Write it without them."
    return None


def _on_one_computer(address: str, *, picture: bool) -> str:
    folder = "images" if picture else "extra"
    name = re.sub(r"[^\w.]+", "-", re.split(r"[\\/]", address)[-1])
    written = f'Put it into content/{folder} and write "{{static}}/{folder}/{name}".'
    return f"{quoted(address)} is a file on one computer only. {written}"


def _elsewhere(scheme: str, address: str, *, picture: bool) -> str | None:
    if picture and scheme == "data":
        return "a picture pasted as text. Save it as a file in content/images and name that file."
    if picture:
        return f"{quoted(address)} would be fetched from another site. Put the file into content/images."
    if scheme == "http":
        return f"{quoted(address)}: write https instead of http."
    if scheme not in SCHEMES:
        near = guess(scheme, SCHEMES)
        message = f"the address {quoted(address)}: expected {', '.join(SCHEMES)} or a page of this site."
        return message + (near if near.startswith(" Did") else "")
    shape, example = SCHEMES[scheme]
    if not shape.fullmatch(address):
        return f"{quoted(address)} is no address. Expected one such as {example}."
    wanted = wanted_digits(address[4:].partition("?")[0]) if scheme in ("tel", "sms") else None
    return f"{quoted(address)}: expected {wanted}." if wanted else None
