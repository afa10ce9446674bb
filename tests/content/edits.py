"""Legitimate edits of a coalition, as staff make them: none may turn anything red that holds of any content."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from commands.tiers import NewTier, new_tier
from conftest import THEME, Coalition

TIERS, SITE, HELP = "data/membership.yaml", "data/site.yaml", "data/help-lines.yaml"
FORMS = "https://docs.google.com/forms/d/e/1FAIpQLSd"


def a_tier_more(coalition: Coalition) -> None:
    new_tier(NewTier("student", "Student Circle", "network", "For students."), coalition.content, THEME)


def a_tier_less(coalition: Coalition) -> None:
    (coalition.content / "pages" / "membership" / "ally-network.md").unlink()
    tiers = coalition.read(TIERS)
    tiers = re.sub(r"  - id: ally-network\n(?:    .*\n)+\n", "", tiers)
    coalition.write(TIERS, re.sub(r"    - tier: ally-network\n(?:      .*\n)+\n", "", tiers))
    coalition.change(SITE, "  - {page: membership/ally-network}\n", "")
    link = " and [Ally Network]({filename}/pages/membership/ally-network.md)."
    coalition.change("pages/membership/index.md", link, ".")


def other_words_of_the_vision(coalition: Coalition) -> None:
    coalition.change(SITE, "Community. Educated, Aware, Supportive", "A community in which nobody is for sale")


def other_words_of_the_mission_and_its_plain_words_confirmed(coalition: Coalition) -> None:
    coalition.change(SITE, "a collaborative effort of agencies", "the common work of agencies")
    coalition.write(SITE, coalition.read(SITE).replace("confirmed: no", "confirmed: yes"))


def other_words_of_a_requirement(coalition: Coalition) -> None:
    coalition.change(TIERS, "number: Limited", "number: At most twelve, chosen every two years")


def a_requirement_that_is_a_list(coalition: Coalition) -> None:
    coalition.change(TIERS, "participation: As needed", "participation: [As needed, Twice a year at least]")


def a_criterion_more(coalition: Coalition) -> None:
    coalition.change(
        TIERS,
        "- {id: agreement, title: Agreement}",
        "- {id: dues, title: Dues}\n      - {id: agreement, title: Agreement}",
    )
    coalition.write(
        TIERS, re.sub(r"(?m)^      agreement: ", "      dues: None\n      agreement: ", coalition.read(TIERS))
    )


def all_four_forms_confirmed_with_long_addresses(coalition: Coalition) -> None:
    for number, tier in enumerate(("collaborative-partner", "coalition-member", "community-network", "ally-network")):
        form = f"{FORMS}{'Xk3vQ9_a-' * 4}{number}/viewform"
        coalition.change(TIERS, f'"https://forms.example.org/{tier}", confirmed: no', f'"{form}", confirmed: yes')
    coalition.change(TIERS, "{style: query, field: tier}", "{style: google, field: entry.1234567890}")


def applications_open_for_a_while(coalition: Coalition) -> None:
    all_four_forms_confirmed_with_long_addresses(coalition)
    coalition.change(
        TIERS,
        "  prefill: {style: google, field: entry.1234567890}",
        "  prefill: {style: google, field: entry.1234567890}\n  opens: 2026-11-01\n  closes: 2027-01-31",
    )


def a_value_more(coalition: Coalition) -> None:
    coalition.change(SITE, "      - Respect for Survivors", "      - Respect for Survivors\n      - Patience & care")


def another_exit_site(coalition: Coalition) -> None:
    coalition.change(SITE, "https://www.weather.gov/", "https://www.wikipedia.org/")


def a_help_line_less(coalition: Coalition) -> None:
    coalition.write(HELP, coalition.read(HELP).partition("  - id: suicide-and-crisis-lifeline")[0])


def a_help_line_more(coalition: Coalition) -> None:
    coalition.write(HELP, coalition.read(HELP) + HELP_LINE)


def a_page_less(coalition: Coalition) -> None:
    (coalition.content / "pages" / "accessibility.md").unlink()
    coalition.change(SITE, "  - {page: accessibility}\n", "")


def a_page_more_and_a_draft(coalition: Coalition) -> None:
    page = (
        "---\ntitle: {0}\ndescription: About {0}.\n{1}---\n\n## What we plan\n\nWe plan to tell more about {0} soon.\n"
    )
    coalition.write("pages/news/spring.md", page.format("Spring meeting", "date: 2026-04-02\nlead: Come and see us.\n"))
    coalition.write("pages/news/autumn.md", page.format("Autumn meeting", "date: 2026-10-02\nstatus: draft\n"))


def a_menu_entry_more(coalition: Coalition) -> None:
    coalition.change(
        SITE,
        "Membership}\n\n",
        "Membership}\n  - {page: get-help}\n  - {page: staying-safe, title: Safe online}\n\n",
    )


def another_name_and_place(coalition: Coalition) -> None:
    coalition.change(
        SITE, "name: Coalition Against Trafficking & Exploitation", 'name: "Missouri Together: a Coalition"'
    )
    coalition.change(SITE, "short_name: CATE", "short_name: Missouri Together")
    coalition.change(SITE, "place: St. Louis, Missouri", "place: Kansas City, Missouri")


def a_section_of_history_more(coalition: Coalition) -> None:
    file = "pages/history.md"
    coalition.change(file, "---\n\n::: timeline", PERIOD + "---\n\n::: timeline")
    coalition.write(file, coalition.read(file) + "\n## 2027: statewide\n\nIn 2027 the coalition moved, and grew.\n")


def a_contact_and_an_approved_person(coalition: Coalition) -> None:
    coalition.change(SITE, "contact: null", "contact: Write to the Healing Action office")
    coalition.change(SITE, "approved_people: []", "approved_people:\n  - {name: Dr. Ana Example, agreed: 2026-10-01}")
    coalition.write("pages/about.md", coalition.read("pages/about.md") + "\nOur chair is Dr. Ana Example.\n")


def without_a_picture_to_share(coalition: Coalition) -> None:
    coalition.write(SITE, re.sub(r"share_image:\n(?:  .*\n)+", "", coalition.read(SITE)))
    for file in ("images/share.png", "data/images.yaml"):
        (coalition.content / file).unlink()


def everything_that_can_be_said(coalition: Coalition) -> None:
    a_help_line_more(coalition)
    coalition.change(SITE, "contact: null", "contact: Write to the office")
    told = "".join(f"  {line}\n" for line in TOLD)
    coalition.change(
        TIERS, "  prefill: {style: query, field: tier}\n", f"  prefill: {{style: query, field: tier}}\n{told}"
    )
    with_words_of_our_own(coalition)
    coalition.change(TIERS, "{id: number, title: Number", "{id: number, help: How many there can be., title: Number")


def with_words_of_our_own(coalition: Coalition) -> None:
    """Call the tiers levels, and say of one that it is chosen most."""
    coalition.change(TIERS, "\ntiers:\n", "\ncalled: {one: level, many: levels}\ntiers:\n")
    coalition.change(TIERS, "    title: Ally Network\n", "    title: Ally Network\n    label: Most chosen\n")


def a_tier_closed_to_new_members(coalition: Coalition) -> None:
    coalition.change(TIERS, "    title: Ally Network\n", "    title: Ally Network\n    closed: yes\n")


def a_category_within_another(coalition: Coalition) -> None:
    coalition.change(
        TIERS,
        "    title: Community Network\n    summary",
        "    title: Community Network\n    within: provider\n    summary",
    )


def another_language_file(coalition: Coalition) -> Path:
    """Write the site in a language for which somebody has made a file of words; return that theme."""
    theme = Path(shutil.copytree(THEME, coalition.content.parent / "theme"))
    shutil.copy(theme / "words" / "en.yaml", theme / "words" / "es.yaml")
    coalition.change(SITE, "language: en", "language: es")
    return theme


HELP_LINE = """
  - id: neighbors
    name: Neighbors' Line
    number: "1-800-555-0199"
    chat: https://neighbors.org/chat
    area: St. Louis
    source: https://neighbors.org/
    last_reviewed: 2026-11-01
"""
TOLD = (
    "who_runs: The coalition's secretary",
    "how_long: Ten minutes",
    "have_ready: [Your bylaws, A letter]",
    "what_next: Somebody writes back",
    "who_decides: The leaders, by the requirements",
)
PERIOD = """  - shown: Since 2027
    from: 2027
    to: null
    led_by: All partners
    coalition: Coalition Against Trafficking and Exploitation (CATE)
"""
EDITS: tuple[Callable[[Coalition], Path | None], ...] = (
    a_tier_more, a_tier_less, other_words_of_the_vision, other_words_of_the_mission_and_its_plain_words_confirmed,
    other_words_of_a_requirement, a_requirement_that_is_a_list, a_criterion_more,
    all_four_forms_confirmed_with_long_addresses, applications_open_for_a_while, a_value_more, another_exit_site,
    a_help_line_less, a_help_line_more, a_page_less, a_page_more_and_a_draft, a_menu_entry_more,
    another_name_and_place, a_section_of_history_more, a_contact_and_an_approved_person, without_a_picture_to_share,
    everything_that_can_be_said, with_words_of_our_own, a_tier_closed_to_new_members, a_category_within_another,
    another_language_file,
)  # fmt: skip
