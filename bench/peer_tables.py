"""What the peers cost, as Markdown tables, and their place in the README."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from measuring import Build, Result, Results

MARKS = ("<!-- peers: written by `make bench-peers` -->\n", "<!-- /peers -->")


@dataclass(frozen=True)
class Compared:
    """The names of those whose ratios the project has goals for."""

    ours: tuple[str, ...]
    plain: str
    hugo: str


def tables(
    results: Results, remarks: Mapping[str, str], left_out: Mapping[str, str], circumstances: str, compared: Compared
) -> str:
    """Return all tables: of each number of pages, of goals, of growth, of what each does; and who was left out."""
    parts = [f"{circumstances}. Times: median (least-most), and the ratio to ours."]
    parts += [f"**{pages:,} pages**\n\n{costs(by_name)}" for pages, by_name in results.items()]
    parts.append(f"**Ours, by the goals' measures**\n\n{goals(results, compared)}")
    if len(results) > 1:
        parts.append(f"**Milliseconds per added page**\n\n{growth(results)}")
    parts.append(f"**What each does besides building**\n\n{table(('', ''), remarks.items())}")
    parts += [f"Left out: {name}, {' '.join(reason.split())[:300]}" for name, reason in left_out.items()]
    return "\n\n".join(parts) + "\n"


def costs(by_name: Mapping[str, Result]) -> str:
    """Return the table of one number of pages."""
    head = (
        "",
        "cold s",
        "x ours",
        "after an edit s",
        "x ours",
        "processor s, cold",
        "edit",
        "peak MB",
        "files",
        "output MB",
    )
    ours = next(iter(by_name.values()))
    return table(head, (_costs(name, result, ours) for name, result in by_name.items()))


def _costs(name: str, result: Result, ours: Result) -> Iterator[str]:
    yield name
    times = zip((result.cold, result.edited), result.seconds, ours.seconds, strict=True)
    for builds, seconds, our_seconds in times:
        yield f"{seconds:.2f} ({_range(builds)})"
        yield f"{seconds / our_seconds:.2f}"
    for builds in (result.cold, result.edited):
        yield f"{median(one.processor for one in builds):.2f}"
    yield f"{result.megabytes:,.0f}"
    yield f"{result.files:,}"
    yield f"{result.size / 1e6:.1f}"


def _range(builds: Iterable[Build]) -> str:
    seconds = [one.seconds for one in builds]
    return f"{min(seconds):.2f}-{max(seconds):.2f}"


def goals(results: Results, compared: Compared) -> str:
    """Return the table of ours against what the goals name: plain Pelican's cold build, and Hugo's."""
    rows = []
    for pages, by_name in results.items():
        bars = [by_name[name].seconds[0] if name in by_name else None for name in (compared.plain, compared.hugo)]
        for name in (one for one in compared.ours if one in by_name):
            ratios = (f"{own / bar:.2f}" if bar else "-" for own, bar in zip(by_name[name].seconds, bars, strict=True))
            rows.append((f"{name}, {pages:,} pages", *ratios))
    return table(("", "cold, x plain Pelican cold", "after an edit, x Hugo cold"), rows)


def growth(results: Results) -> str:
    """Return the table of what a page more costs between one number of pages and the next, cold and after an edit."""
    steps = list(pairwise(results))
    head = ("", *(f"{few:,} to {many:,}, {kind}" for few, many in steps for kind in ("cold", "edit")))
    names = dict.fromkeys(name for by_name in results.values() for name in by_name)
    return table(head, ((name, *_growth(results, name, steps)) for name in names))


def _growth(results: Results, name: str, steps: Iterable[tuple[int, int]]) -> Iterator[str]:
    for few, many in steps:
        if name not in results[few] or name not in results[many]:
            yield from ("-", "-")
            continue
        for before, after in zip(results[few][name].seconds, results[many][name].seconds, strict=True):
            yield f"{1000 * (after - before) / (many - few):.2f}"


def table(head: tuple[str, ...], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table; all columns but the first are numbers, unless there are only two."""
    align = ["---"] + ["---:" if len(head) > 2 else "---"] * (len(head) - 1)  # noqa: PLR2004
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, align, *rows))


def between_marks(readme: str, report: str) -> str:
    """Return the README with the report between its two marks."""
    begin, end = MARKS
    before, _, rest = readme.partition(begin)
    return f"{before}{begin}\n{report}\n{end}{rest.partition(end)[2]}"
