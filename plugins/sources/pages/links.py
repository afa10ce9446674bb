"""Checks the addresses of links and pictures: what is wrong with one, in plain words, and where it should lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import join, normpath

from sources.files import OTHERS, PICTURES
from sources.problems import Problem, Section, guess, nearest_path, quoted
from sources.records.lookalikes import lookalikes
from sources.records.telephones import wanted_digits

from .page import NO_DRAFT, PageSource
from .places import link_places
from .targets import TOKEN, Targets, called, meant, parts, path_of
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
LONGEST_NAME = 200


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
    return _nowhere(address, page, targets)


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


def _nowhere(address: str, page: PageSource, targets: Targets) -> str | None:
    """Return what is wrong with an address within the site; None if it leads somewhere.

    Places within pages are not looked for: the audit does that, in the finished site.
    """
    path = path_of(address)
    if not path:
        return None
    file = normpath(path.lstrip("/") if path.startswith("/pages/") else join("pages", page.path, "..", path))
    if targets.unread and (file.startswith(targets.unread) or f"pages/{path.strip('/')}/".startswith(targets.unread)):
        return None
    found = meant(address, page, targets)
    if len(found) > 1:
        named = " and ".join(quoted(one, 2 * LONGEST_NAME) for one in sorted(found)[:2])
        return f"{quoted(path)} can be {named}. Write the one that is meant."
    if found:
        return _draft(found[0], page, targets)
    if file.removeprefix("pages/").removesuffix(".md") in NO_DRAFT:
        return None  # that it is missing is told already
    return _missing(path, page, targets)


def _draft(file: str, page: PageSource, targets: Targets) -> str | None:
    """Return why a link would lead nowhere in public: on this day, or on the one for which its page waits."""
    target = targets.pages.get(file)
    if not (target and target.draft and targets.production) or target.needed or page.front_matter.status == "draft":
        return None
    if target.front_matter.status == "draft":
        return f"{quoted(file)} is a draft and not on the public site. Publish it, or take the link out."
    day, own = target.front_matter.date, page.front_matter.date
    if page.waits and day and own and day <= own:
        return None
    return f"{quoted(file)} is not on the public site before {day}. Add the link then, or take it out."


def _missing(path: str, page: PageSource, targets: Targets) -> str:
    suffix = PurePosixPath(path).suffix.casefold()
    shown = quoted(path.lstrip("/") if path.startswith(("/pages/", "/images/", "/extra/")) else path)
    message = f"no file {shown} in content." if suffix in OTHERS else f"no page {shown}."
    if near := _nearest(path, page, targets):
        return f"{message} Did you mean {quoted(near, 2 * LONGEST_NAME)}?"  # whole, to be copied
    folder = "images" if suffix in PICTURES else "extra"
    return f"{message} Put it into content/{folder}." if suffix in OTHERS else message


def _nearest(path: str, page: PageSource, targets: Targets) -> str | None:
    """Return the target, other than the page itself, whose name is most like this."""
    names = {called(file): file for file in (*targets.pages, *targets.files) if file != f"pages/{page.path}.md"}
    name = called(path)[-LONGEST_NAME:]
    namesakes = [other for other in names if PurePosixPath(other).name == PurePosixPath(name).name]
    words = sorted(PurePosixPath(name).name.split("-"))
    swapped = [other for other in names if sorted(PurePosixPath(other).name.split("-")) == words]
    beside = called(normpath(join("pages", page.path, "..", path.lstrip("/"))))[-LONGEST_NAME:]
    near = next(iter([*namesakes, *swapped]), None) or nearest_path(name, names) or nearest_path(beside, names)
    return names[near] if near else None
