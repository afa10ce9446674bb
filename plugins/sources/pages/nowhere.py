"""Says of a link within the site why it leads nowhere, or to more than one target, and where it was meant to lead."""

from __future__ import annotations

from pathlib import PurePosixPath
from posixpath import join, normpath

from sources.files import OTHERS, PICTURES
from sources.problems import nearest_path, quoted

from .page import NO_DRAFT, PageSource
from .targets import Targets, called, meant, path_of

LONGEST_NAME = 200


def nowhere(address: str, page: PageSource, targets: Targets) -> str | None:
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
