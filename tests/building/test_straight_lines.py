"""Ten times the pages cost ten times the work and ten times the bytes: nothing bends."""

import cProfile
import pstats
from dataclasses import dataclass

from conftest import Coalition, build

PAGE = """---
title: Page {0}
description: About page {0}.
next_steps:
  - {{audience: Neighbors, text: Read on., link: Read on, page: notes/page-{0}}}
---

Some words, and [another page]({{filename}}/pages/notes/page-0.md).

## A heading

- One
- Two
"""
SLACK = 1.1  # a tree of ten times the height has a few more levels


@dataclass(frozen=True)
class Cost:
    """What one publish took: calls of functions, and bytes of output."""

    calls: int
    bytes: int


def cost(coalition: Coalition, pages: int, monkeypatch) -> Cost:
    """Publish the coalition with so many pages more, in one process, where all calls can be counted."""
    monkeypatch.setattr("sources.parallel.processors", lambda: 1)
    for number in range(pages):
        coalition.write(f"pages/notes/page-{number}.md", PAGE.format(number))
    counted = cProfile.Profile()
    built = counted.runcall(build, coalition.content, coalition.content.parent / f"public-{pages}", "publishconf.py")
    assert 0 == built.status, built.said
    size = sum(path.stat().st_size for path in built.output.rglob("*") if path.is_file())
    return Cost(pstats.Stats(counted).total_calls, size)


def test_a_thousand_pages_cost_ten_times_what_a_hundred_cost(coalition, monkeypatch):
    cost(coalition, 1, monkeypatch)  # what only the first build of a process does

    few, hundred, thousand = (cost(coalition, pages, monkeypatch) for pages in (10, 100, 1_000))

    for measure in ("calls", "bytes"):
        a_page = (getattr(hundred, measure) - getattr(few, measure)) / 90
        assert getattr(thousand, measure) - getattr(hundred, measure) <= a_page * 900 * SLACK, measure
