"""What a comparison of many tiers weighs: sites of 1, 8 and 20 tiers that answer 30 criteria, published.

    .venv/bin/python bench/many_tiers.py [FOLDER]

The answers are as membership tables have them: half of them yes or no, then prices, numbers and short texts, some in a
list. `wordy` has texts in every cell instead, in no order that would help to compress them. `nested` and `two` have 20
tiers in categories within each other, and in two comparisons. With FOLDER the sites stay there, to be looked at.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from weigh import by_brotli, by_gzip

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "coalitions" / "small"
FULL = 16  # tiers beyond it have no limit
LIMIT = 14_000  # bytes, compressed in either way
NAMES = (
    "Seed Sprout Root Stem Bud Leaf Branch Bloom Harvest Orchard Meadow Grove Forest River Delta Harbor Summit Ridge "
    "Valley Horizon"
)
YES_OR_NO = {
    "Taking part": "Monthly meetings; Working groups; Yearly assembly; Vote in the assembly; Seat on the council",
    "Learning": "Webinars; Library of recordings; Workshops; Mentoring; Certificate",
    "Being seen": "Name on the site; Logo on the site; Talk at the assembly; Story in the newsletter",
    "Working together": "Shared calendar; Mailing list; Room for events; Help desk",
}
PRICES = {"Costs": "Fee; Fee for the assembly; Fee for a workshop"}
NUMBERS = {"Places": "Seats in a working group; Guests at the assembly; Hours of advice; Accounts"}
TEXTS = {
    "Rules": (
        ("Who can join", ("People", "Nonprofits", "Companies", "Public offices", "People and households")),
        ("Term", ("One year", "One year at a time", "Two years")),
        ("Notice", ("None", "One month before the end of the year", "Three months")),
        ("What we ask", ("Take part as you can", "Take part in a working group", "Share in leading the work")),
        ("Decision", ("By the office", "By the council", "By the assembly")),
    )
}
PHRASES = (
    "Some shared values", "High shared values and mission", "Input at the level of the organization",
    "Based on what was agreed", "Statewide shared leadership", "Direct service staff", "Individual practitioners",
    "Coalitions and community groups", "As needed", "Shows support for the work", "Limited", "Open to all",
    "Decision making staff", "Signed by the partner", "Provides indirect services", "Interested in the larger movement",
)  # fmt: skip
OVERVIEW = "---\ntitle: Overview\ndescription: All in short.\n---\n\n::: ways\n"
FRONT = "---\ntitle: {0}\ndescription: The tier {0}.\ntier: {1}\n---\n\n::: requirements {1}\n\n::: apply {1}\n"


def criteria() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield every group with its criteria, each with the kind of its answers."""
    kinds = {"yes": YES_OR_NO, "price": PRICES, "number": NUMBERS}
    for kind, groups in kinds.items():
        yield from ((title, [(one, kind) for one in rows.split("; ")]) for title, rows in groups.items())
    ((title, rows),) = TEXTS.items()
    yield title, [(one, "text") for one, _ in rows]


def answer(kind: str, title: str, row: int, tier: int) -> str:
    """Return what a tier answers: the further down it stands, the more it is given."""
    match kind:
        case "words":
            return PHRASES[int(sha256(f"{row} {tier}".encode()).hexdigest(), 16) % len(PHRASES)]
        case "yes":
            return "yes" if tier * 7 >= row * row % 97 else "no"
        case "price":
            return "free" if tier == 0 else f'"${tier * tier * (5, 25, 2)[row % 3]:,} {("a year", "each")[row % 2]}"'
        case "number":
            return (
                "not stated" if tier < row % 5 else "unlimited" if tier > FULL else str(1 + tier // 2 * (row % 4 + 1))
            )
    texts = dict(TEXTS["Rules"])[title]
    chosen = [texts[(tier * 3 + row) // 8 % len(texts)], texts[(tier + row) // 5 % len(texts)]]
    return chosen[0] if chosen[0] == chosen[1] or row % 2 else f"[{', '.join(chosen)}]"


def membership(tiers: int, kind: str) -> str:
    """Return a data/membership.yaml."""
    two = kind == "two"
    lines, rows = ["groups:"], []
    for number, (title, below) in enumerate(criteria()):
        only = {1: "\n    for: people", 3: "\n    for: organizations"}.get(number, "") if two else ""
        lines.append(f"  - id: g{number}\n    title: {title}{only}\n    criteria:")
        for name, sort in below:
            lines.append(f"      - {{id: r{len(rows)}, title: {name}}}")
            rows.append((name, "words" if kind == "wordy" else sort, number))
    lines[-1] = lines[-1].replace("}", ", application_link: yes}")
    lines += categories(kind)
    lines += ["application_hosts: [forms.smallcoalition.org]", "tiers:"]
    for place, title in enumerate(NAMES.split()[:tiers]):
        lines.append(
            f"  - id: {title.lower()}\n    title: {title}\n    summary: For those who want to {title.lower()}."
        )
        lines += [f"    {more}" for more in of_tier(kind, place, tiers)]
        lines.append(f'    application: {{url: "https://forms.smallcoalition.org/{title.lower()}", confirmed: yes}}')
        lines.append("    requirements:")
        for row, (name, sort, group) in enumerate(rows):
            if not (two and group == (3 if place < tiers // 2 else 1)):
                lines.append(f"      r{row}: {answer(sort, name, row, place)}")
    return "\n".join(lines) + "\n"


def categories(kind: str) -> list[str]:
    """Return the lines of the categories."""
    named = {"nested": ("people", "organizations", "local"), "two": ("people", "organizations")}.get(kind, ())
    within = {"local": ", within: organizations"}
    return [
        *(["categories:"] if named else []),
        *(f"  - {{id: {one}, title: {one.capitalize()}{within.get(one, '')}}}" for one in named),
    ]


def of_tier(kind: str, place: int, tiers: int) -> list[str]:
    """Return further lines of a tier: its category, a label, whether it is closed."""
    third = {"nested": ("people", "organizations", "local")[place * 3 // tiers]}
    category = {"two": ("people", "organizations")[place * 2 // tiers], **third}.get(kind)
    named = [f"category: {category}"] if category else []
    return named + ["label: Most chosen"] * (place == 2) + ["closed: yes"] * (place == 1)  # noqa: PLR2004


def make_site(folder: Path, tiers: int, kind: str) -> Path:
    """Write a site into a folder, and return its content."""
    content = Path(shutil.copytree(SMALL, folder / "content"))
    pages = content / "pages" / "membership"
    for name in ("partner", "friend"):
        (pages / f"{name}.md").unlink()
    for title in NAMES.split()[:tiers]:
        (pages / f"{title.lower()}.md").write_text(FRONT.format(title, title.lower()), "utf-8")
    (pages / "overview.md").write_text(OVERVIEW, "utf-8")
    (content / "data" / "membership.yaml").write_text(membership(tiers, kind), "utf-8")
    return content


def publish(folder: Path, tiers: int, kind: str) -> bytes:
    """Publish a site, and return its page on membership."""
    content, public = make_site(folder, tiers, kind), folder / "public"
    command = [sys.executable, "-m", "pelican", content, "-s", ROOT / "publishconf.py", "-o", public]
    told = {**os.environ, "SITEURL": "https://smallcoalition.org"}
    settings = ["-e", f'CACHE_PATH="{folder / "cache"}"']
    run = subprocess.run([*command, *settings], cwd=ROOT, env=told, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(run.stdout + run.stderr)
    return (public / "membership" / "index.html").read_bytes()


def main(folder: Path) -> int:
    """Print what the pages weigh; return 1 if one is too heavy."""
    heaviest = 0
    print("| tiers | | raw | gzip | brotli |\n| ---: | --- | ---: | ---: | ---: |")
    for tiers, kind in ((1, "plain"), (8, "plain"), (20, "plain"), (20, "wordy"), (20, "nested"), (20, "two")):
        page = publish(folder / f"{kind}-{tiers}", tiers, kind)
        weights = by_gzip(page), by_brotli(page)
        heaviest = max(heaviest, *weights)
        print(f"| {tiers} | {kind} | {len(page):,} |", *(f"{one:,} |" for one in weights))
    return int(heaviest > LIMIT)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(main(Path(sys.argv[1])))
    with tempfile.TemporaryDirectory() as scratch:
        sys.exit(main(Path(scratch)))
