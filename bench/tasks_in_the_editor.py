"""The twenty tasks of the guide as journeys through the forms of `make edit`, each with how its file shows that it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from candidates import ROOT

SHARE = ROOT / "tests" / "coalitions" / "cate" / "images" / "share.png"
FLYER = ROOT / "tests" / "coalitions" / "club" / "extra" / "friend-of-the-club.pdf"
ABOUT, SITE, TIERS, HELP = "pages/about.md", "data/site.yaml", "data/membership.yaml", "data/help-lines.yaml"


@dataclass(frozen=True)
class Task:
    """What somebody wants to do: the journey, and whether the file says so in the end."""

    name: str
    do: Callable[[Any, Path], None]
    done: Callable[[Path], bool]
    prepare: Callable[[Path], None] = lambda content: None


def holds(file: str, *words: str) -> Callable[[Path], bool]:
    """Return what tells whether a file is there and holds all of some words."""
    return lambda content: (content / file).is_file() and all(
        one in (content / file).read_text("utf-8") for one in words
    )


def text(hand: Any) -> Any:
    """Return the text of the page that is open."""
    return hand.forms.get_by_role("textbox", name="Text", exact=True)


def field(within: Any, label: str) -> Any:
    """Return the first field that is called so."""
    return within.get_by_label(label, exact=True).first


def item(hand: Any, lists: str, title: str = "") -> Any:
    """Return an entry of a list; the first without a title."""
    return hand.forms.locator(f"[id^={lists}-field] [class*=SortableListItem]").filter(has_text=title).first


def expanded(hand: Any, lists: str, title: str) -> Any:
    """Open an entry of a list, and return it."""
    hand.press(item(hand, lists, title).locator("button").first)
    return item(hand, lists, title)


def sentence(hand: Any, content: Path) -> None:
    hand.open("Pages", "About the federation")
    hand.type(text(hand), text(hand).input_value().replace("one borrowed truck", "two borrowed trucks"))
    hand.save()


def page(hand: Any, content: Path) -> None:
    hand.bar("New page")
    hand.type(hand.forms.get_by_role("dialog").get_by_label("Title"), "Meetings", focused=True)
    hand.button("Make the page")
    hand.type(text(hand), "We meet each March.")
    hand.choose(hand.forms.locator("[id^=status-field]").first, "published")
    hand.save()


def rename(hand: Any, content: Path) -> None:
    hand.open("Pages", "About the federation")
    text(hand).wait_for()
    hand.bar("Rename this page")
    hand.type(hand.forms.get_by_role("dialog").get_by_label("Its name"), "who-we-are", focused=True)
    hand.button("Rename the page")


def delete(hand: Any, content: Path) -> None:
    hand.open("Pages", "About the federation")
    text(hand).wait_for()
    hand.bar("Delete this page")
    hand.choose(hand.forms.get_by_role("dialog").get_by_label("Where its address"), "people")
    hand.button("Delete the page")


def requirement(hand: Any, content: Path) -> None:
    hand.open("Facts", "Tiers and requirements")
    hand.type(expanded(hand, "tiers", "Pantry").get_by_label("Dues").first, "$80 a year")
    hand.save()


def row(hand: Any, content: Path) -> None:
    raise NotImplementedError


def tier(hand: Any, content: Path) -> None:
    hand.open("Facts", "Tiers and requirements")
    hand.button("Add tier")
    added = hand.forms.locator("[id^=tiers-field] [class*=SortableListItem]").last
    hand.type(field(added, "Title"), "Neighbor")
    hand.type(field(added, "Summary"), "For those next door.")
    hand.save()


def form(hand: Any, content: Path) -> None:
    raise NotImplementedError


def dates(hand: Any, content: Path) -> None:
    raise NotImplementedError


def menu(hand: Any, content: Path) -> None:
    hand.open("Facts", "Site settings")
    hand.button("Add navigation item")
    hand.type(hand.forms.locator("[id^=navigation-field] input[id^=page-field]").last, "resources")
    hand.save()


TASKS = (
    Task("Change a sentence", sentence, holds(ABOUT, "two borrowed trucks")),
    Task("Add a page, and let it be public", page, lambda content: holds("pages/meetings.md", "March")(content)),
    Task("Give a page another address; the old one leads there", rename, holds("pages/who-we-are.md", "/about/")),
    Task("Delete a page; its address leads on", delete, holds("pages/people.md", "/about/")),
    Task("Change what a tier asks", requirement, holds(TIERS, "$80 a year")),
    Task("Add a tier", tier, holds(TIERS, "Neighbor")),
    Task("Put a page into the menu", menu, holds(SITE, "page: resources")),
)
