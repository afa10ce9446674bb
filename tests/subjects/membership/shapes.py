"""The small coalition in other shapes."""

from __future__ import annotations

from collections.abc import Sequence

from conftest import Coalition

FILE = "data/membership.yaml"
TIER = """  - id: {0}
    title: {1}
    category: {2}
    summary: One more.
    requirements: {{kind: People, joining: "Yes"}}
"""
TWO_COMPARISONS = (
    ("    title: Who\n", "    title: Who\n    for: inner\n"),
    (
        "categories:\n",
        "  - id: gifts\n    title: Gifts\n    for: [outer]\n    criteria:\n      - {id: gift, title: Gift}\n"
        "categories:\n",
    ),
    ("      kind: People\n      joining: not stated", "      gift: Bread"),
)


def change(coalition: Coalition, *changes: tuple[str, str]) -> None:
    """Replace each first text by the second in data/membership.yaml."""
    for old, new in changes:
        coalition.change(FILE, old, new)


def add_tiers(coalition: Coalition, tiers: Sequence[tuple[str, str, str]]) -> None:
    """Add tiers, each of an id, a title and a category, with their pages."""
    coalition.write(FILE, coalition.read(FILE) + "".join(TIER.format(*tier) for tier in tiers))
    for name, title, _ in tiers:
        front = f"---\ntitle: {title}\ndescription: {title} told.\ntier: {name}\n---\n\n::: requirements {name}\n"
        coalition.write(f"pages/membership/{name}.md", f"{front}\n::: apply {name}\n")


def without_categories(coalition: Coalition) -> None:
    """Make the two tiers one plain list."""
    text = coalition.read(FILE)
    before, _, rest = text.partition("categories:\n")
    _, _, after = rest.partition("application_hosts")
    lines = f"{before}application_hosts{after}".splitlines(keepends=True)
    coalition.write(FILE, "".join(line for line in lines if not line.startswith("    category:")))
    for name, category in (("partner", "inner"), ("friend", "outer")):
        coalition.change(f"pages/membership/{name}.md", f"::: standards {category}\n\n", "")
