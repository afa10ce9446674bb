"""What the peers cost, as a plot: seconds against pages, by powers of ten, of cold builds and after an edit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

from measuring import Results

Point = tuple[float, float]
WIDTH, HEIGHT, TOP, BOTTOM = 300, 360, 60, 60  # of one panel, and the room above and below
LEFTS = (60, 580)
NAMES = 190  # the room for the names on the right of each panel
LINE = 17  # between two names
# Each is at least three times as light or dark as both backgrounds; ours is the first.
COLOURS = ("#d6336c", "#d6336c", "#4c6ef5", "#4c6ef5", "#e8590c", "#2b8a3e", "#868e96", "#9c36b5")
DASHES = ("", "5 4", "", "5 4", "", "", "", "")
STYLE = """
  svg { --ink: #1a1a1a; --paper: #ffffff; --line: #dddddd; font: 13px system-ui, sans-serif; fill: var(--ink); }
  @media (prefers-color-scheme: dark) { svg { --ink: #eeeeee; --paper: #16181d; --line: #3a3d44; } }
  .paper { fill: var(--paper); } .grid { stroke: var(--line); } path { fill: none; stroke-width: 1.75; }
  .title { font-weight: 600; font-size: 15px; } .ours path { stroke-width: 3.5; } .ours text { font-weight: 600; }
"""


@dataclass(frozen=True)
class Scale:
    """Numbers on an axis by powers of ten, from `low` at `start` to `high` at `end`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, number: float) -> float:
        """Return where a number stands."""
        share = (log10(number) - log10(self.low)) / (log10(self.high) - log10(self.low))
        return self.start + share * (self.end - self.start)


def plot(results: Results) -> str:
    """Return the plot as SVG; it follows the reader's light or dark scheme."""
    names = dict.fromkeys(name for by_name in results.values() for name in by_name)
    all_seconds = [second for by_name in results.values() for result in by_name.values() for second in result.seconds]
    low, high = 10 ** floor(log10(min(all_seconds))), 10 ** ceil(log10(max(all_seconds)))
    y = Scale(low, high, TOP + HEIGHT, TOP)
    width, height = LEFTS[1] + WIDTH + NAMES, TOP + HEIGHT + BOTTOM
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">',
        f"<title>Seconds that a build takes, against the number of pages</title><style>{STYLE}</style>",
        f'<rect class="paper" width="{width}" height="{height}"/>',
    ]
    for kind, (title, left) in enumerate(zip(("Cold build", "Build after one edit"), LEFTS, strict=True)):
        x = Scale(min(results) * 0.9, max(results) * 1.1, left, left + WIDTH)
        parts += frame(title, x, y, list(results))
        lines = {
            name: [(pages, by_name[name].seconds[kind]) for pages, by_name in results.items() if name in by_name]
            for name in names
        }
        parts += curves(lines, x, y)
    return "\n".join((*parts, "</svg>\n"))


def frame(title: str, x: Scale, y: Scale, pages: Sequence[int]) -> Iterator[str]:
    """Yield the title, the grid and the numbers of one panel."""
    yield f'<text class="title" x="{x.start}" y="{TOP - 24}">{title}, seconds</text>'
    for power in range(round(log10(y.low)), round(log10(y.high)) + 1):
        height = y(10**power)
        yield f'<line class="grid" x1="{x.start}" x2="{x.end}" y1="{height:.1f}" y2="{height:.1f}"/>'
        yield f'<text text-anchor="end" x="{x.start - 8}" y="{height + 4:.1f}">{10**power:g}</text>'
    for number in pages:
        yield f'<line class="grid" x1="{x(number):.1f}" x2="{x(number):.1f}" y1="{y.start}" y2="{y.end}"/>'
        yield f'<text text-anchor="middle" x="{x(number):.1f}" y="{y.start + 20}">{number:,}</text>'
    yield f'<text text-anchor="middle" x="{(x.start + x.end) / 2}" y="{y.start + 42}">pages</text>'


def curves(lines: Mapping[str, Sequence[Point]], x: Scale, y: Scale) -> Iterator[str]:
    """Yield a line for each candidate, with its name at the end."""
    ends = {name: y(points[-1][1]) for name, points in lines.items()}
    heights = apart(ends)
    for number, (name, points) in enumerate(lines.items()):
        colour, dash = COLOURS[number % len(COLOURS)], DASHES[number % len(DASHES)]
        places = [(x(pages), y(seconds)) for pages, seconds in points]
        path = " ".join(f"{'L' if step else 'M'}{across:.1f} {down:.1f}" for step, (across, down) in enumerate(places))
        dots = "".join(f'<circle cx="{across:.1f}" cy="{down:.1f}" r="3.5"/>' for across, down in places)
        yield (
            f'<g class="{"peer" if number else "ours"}"><path stroke="{colour}" stroke-dasharray="{dash}" d="{path}"/>'
            f'<g fill="{colour}">{dots}</g><path stroke="{colour}" style="stroke-width: 1" '
            f'd="M{places[-1][0] + 5:.1f} {ends[name]:.1f}L{x.end + 14} {heights[name]:.1f}"/>'
            f'<text x="{x.end + 18}" y="{heights[name] + 4:.1f}">{escape(name)}</text></g>'
        )


def apart(ends: Mapping[str, float]) -> dict[str, float]:
    """Return heights for the names near the ends of their lines, from the top down, none upon another."""
    heights: dict[str, float] = {}
    free = float(TOP)
    for name in sorted(ends, key=lambda one: ends[one]):
        heights[name] = max(ends[name], free)
        free = heights[name] + LINE
    return heights
