"""The twenty tasks of the guide as journeys through the forms of `make edit`, and how files show that each is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from candidates import ROOT

PICTURE = ROOT / "tests" / "coalitions" / "cate" / "images" / "share.png"
DOCUMENT = ROOT / "tests" / "coalitions" / "club" / "extra" / "friend-of-the-club.pdf"
ABOUT, SITE, TIERS, HELP = "pages/about.md", "data/site.yaml", "data/membership.yaml", "data/help-lines.yaml"

EXAMPLE, FORM = "https://forms.example.org/pantry", "https://docs.google.com/forms/d/e/ABC/viewform"


@dataclass(frozen=True)
class Task:
    """What somebody wants to do: the journey, and whether the file says so in the end."""

    name: str
    do: Callable[[Any, Path], None]
    done: Callable[[Path], bool]
    prepare: Callable[[Path], None] = lambda content: None


def holds(file: str, *words: str) -> Callable[[Path], bool]:
    """Return what tells whether a file is there and holds all of some words."""
    return lambda content: (
        (content / file).is_file() and all(one in (content / file).read_text("utf-8") for one in words)
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


def _sentence(hand: Any, content: Path) -> None:
    hand.open("Pages", "About the federation")
    hand.type(text(hand), text(hand).input_value().replace("one borrowed truck", "two borrowed trucks"))
    hand.save()


def _page(hand: Any, content: Path) -> None:
    hand.bar("New page")
    hand.type(hand.forms.get_by_role("dialog").get_by_label("Title"), "Meetings")
    hand.button("Make the page")
    hand.type(text(hand), "We meet each March.")
    hand.choose(hand.forms.locator("[id^=status-field]").first, "published")
    hand.save()


def _rename(hand: Any, content: Path) -> None:
    hand.open("Pages", "About the federation")
    text(hand).wait_for()
    hand.bar("Rename this page")
    hand.type(hand.forms.get_by_role("dialog").get_by_label("Its name"), "who-we-are")
    hand.button("Rename the page")


def _delete(hand: Any, content: Path) -> None:
    hand.open("Pages", "About the federation")
    text(hand).wait_for()
    hand.bar("Delete this page")
    hand.choose(hand.forms.get_by_role("dialog").get_by_label("Where its address"), "people")
    hand.button("Delete the page")


def _requirement(hand: Any, content: Path) -> None:
    hand.open("Facts", "Tiers and requirements")
    hand.type(expanded(hand, "tiers", "Pantry").get_by_label("Dues").first, "$80 a year")
    hand.save()


def _row(hand: Any, content: Path) -> None:
    hand.open("Facts", "Tiers and requirements")
    group = expanded(hand, "groups", "What members share")
    hand.press(group.get_by_role("button", name="Add criterion"))
    added = group.locator("[id^=criteria-field] [class*=SortableListItem]").last
    hand.type(field(added, "Title"), "Storage")
    hand.save()


def _tier(hand: Any, content: Path) -> None:
    hand.open("Facts", "Tiers and requirements")
    hand.button("Add tier")
    added = hand.forms.locator("[id^=tiers-field] [class*=SortableListItem]").last
    hand.type(field(added, "Title"), "Neighbor")
    hand.type(field(added, "Summary"), "For those next door.")
    hand.save()


def with_a_form(content: Path) -> None:
    """Let the tier Pantry have the example of an address, as every site begins."""
    text = (content / TIERS).read_text("utf-8")
    before, _, after = text.partition("  - id: pantry\n")
    by_mail, by_form = "{email: office@harrow-valley-food-federation.org}", f'{{url: "{EXAMPLE}", confirmed: no}}'
    after = after.replace(by_mail, by_form, 1)
    hosts = "application_hosts: [forms.example.org, docs.google.com]\n"
    (content / TIERS).write_text(f"{hosts}{before}  - id: pantry\n{after}", "utf-8")


def application(hand: Any) -> Any:
    """Open what a tier says of its application."""
    hand.open("Facts", "Tiers and requirements")
    found = expanded(hand, "tiers", "Pantry").locator("[id^=application-field]").first
    hand.press(found.locator("[aria-expanded=false]").first)
    return found


def _form(hand: Any, content: Path) -> None:
    found = application(hand)
    hand.type(found.get_by_label("Url").first, FORM)
    hand.choose(found.locator("[id^=confirmed-field]").first, "yes")
    hand.save()


def _dates(hand: Any, content: Path) -> None:
    found = application(hand)
    hand.type(found.get_by_label("Opens (optional)").first, "July 1")
    hand.type(found.get_by_label("Closes (optional)").first, "September 30")
    hand.save()


def _menu(hand: Any, content: Path) -> None:
    hand.open("Facts", "Site settings")
    hand.button("Add navigation item")
    hand.type(hand.forms.locator("[id^=navigation-field] input[id^=page-field]").last, "resources")
    hand.save()


def _picture(hand: Any, content: Path) -> None:
    hand.open("Pages", "About the federation")
    hand.press(text(hand))
    hand.button("Picture")
    dialog = hand.forms.get_by_role("dialog")
    hand.type(dialog.get_by_label("What it shows"), "The old mill")
    hand.upload(dialog.get_by_label("Or a file of this computer"), PICTURE)
    hand.button("Put it in")
    hand.type(dialog.get_by_label("Who made it"), "Drawn by our office")
    hand.button("No, nobody")
    hand.save()


def _document(hand: Any, content: Path) -> None:
    hand.open("Pages", "About the federation")
    hand.press(text(hand))
    hand.button("Document")
    dialog = hand.forms.get_by_role("dialog")
    hand.type(dialog.get_by_label("The words of the link"), "Our flyer")
    hand.upload(dialog.get_by_label("Or a file of this computer"), DOCUMENT)
    hand.button("Put it in")
    hand.save()


def _event(hand: Any, content: Path) -> None:
    hand.open("Events")
    hand.button("Add event")
    added = item(hand, "events")
    hand.type(field(added, "Title"), "Seed evening")
    hand.type(field(added, "Starts"), "2027-03-09 18:30")
    hand.save()


def _article(hand: Any, content: Path) -> None:
    hand.open("News")
    hand.press(hand.forms.get_by_role("link", name="Create entry of type Article"))
    hand.type(field(hand.forms, "Title"), "A fifth truck")
    hand.type(field(hand.forms, "Description"), "From March there is one truck more.")
    hand.type(text(hand), "It goes to the upper valley.")
    hand.choose(hand.forms.locator("[id^=status-field]").first, "published")
    hand.save()


def _resource(hand: Any, content: Path) -> None:
    hand.open("Resources")
    hand.button("Add resource")
    added = item(hand, "resources")
    hand.type(field(added, "Title"), "How to read a food label")
    hand.type(field(added, "Link (optional)"), "https://cold-chain-circle.org/labels")
    hand.type(added.get_by_label("Kind").first, "Handbook")
    hand.save()


def _help_line(hand: Any, content: Path) -> None:
    hand.open("Facts", "Help lines")
    line = expanded(hand, "help_lines", "Emergency")
    hand.type(field(line, "Number"), "112")
    hand.type(field(line, "Last reviewed"), "2026-11-25")
    hand.save()


def _person(hand: Any, content: Path) -> None:
    hand.open("People")
    hand.button("Add person")
    added = item(hand, "people")
    hand.type(field(added, "Name"), "Ida Fell")
    hand.type(field(added, "Consent (optional)"), "2026-11-20")
    hand.save()


def _color(hand: Any, content: Path) -> None:
    hand.open("Facts", "Site settings")
    colors = hand.forms.locator("[id^=colors-field]").first
    hand.press(colors.locator("[aria-expanded=false]").first)
    hand.type(colors.get_by_label("Accent (optional)").first, "#7a1f1f")
    hand.save()


def _undo(hand: Any, content: Path) -> None:
    _sentence(hand, content)
    hand.forget()
    hand.bar("Last saves")
    hand.button("Bring back what was before")


def _message(hand: Any, content: Path) -> None:
    hand.open("Facts", "Site settings")
    hand.type(field(hand.forms, "Time zone (optional)"), "Ohio")
    hand.button("Save")
    told = hand.forms.get_by_role("alert", name="Nothing was saved")
    told.wait_for()
    hand.forget()
    hand.press(told.get_by_role("button", name="Time zone"))
    hand.type(field(hand.forms, "Time zone (optional)"), "America/Chicago")
    hand.save()


TASKS = (
    Task("Change a sentence", _sentence, holds(ABOUT, "two borrowed trucks")),
    Task("Add a page, and let it be public", _page, holds("pages/meetings.md", "March", "published")),
    Task("Give a page another address", _rename, holds("pages/who-we-are.md", "/about/")),
    Task("Delete a page; its address leads on", _delete, holds("pages/people.md", "/about/")),
    Task("Change what a tier asks", _requirement, holds(TIERS, "$80 a year")),
    Task("Add a requirement", _row, holds(TIERS, "Storage")),
    Task("Add a tier", _tier, holds(TIERS, "Neighbor")),
    Task("Put in the address of the form", _form, holds(TIERS, FORM), with_a_form),
    Task("Open and close applications", _dates, holds(TIERS, "July 1"), with_a_form),
    Task("Put a page into the menu", _menu, holds(SITE, "page: resources")),
    Task("Show a picture on a page", _picture, holds(ABOUT, "![The old mill]")),
    Task("Offer a document", _document, holds(ABOUT, "[Our flyer]")),
    Task("Announce an event", _event, holds("data/events.yaml", "Seed evening")),
    Task("Write news", _article, holds("pages/news/a-fifth-truck.md", "upper valley", "published")),
    Task("Recommend a link", _resource, holds("data/resources.yaml", "food label")),
    Task("Change a help line, and when it was checked", _help_line, holds(HELP, "112", "2026-11-25")),
    Task("Name a person who agreed", _person, holds("data/people.yaml", "Ida Fell")),
    Task("Change the color", _color, holds(SITE, "#7a1f1f")),
    Task("Mend what a message names", _message, holds(SITE, "America/Chicago")),
    Task("Go back to what was before a save", _undo, holds(ABOUT, "one borrowed truck")),
)
