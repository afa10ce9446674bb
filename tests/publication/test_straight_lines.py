"""Ten times the pages cost ten times the work and ten times the bytes: nothing bends."""

import cProfile
import pstats
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import ROOT, Coalition, build

PAGE = """---
title: Page {0}
description: About page {0}.
---

Some words, and [another page]({{filename}}/pages/news/page-0.md).

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
    monkeypatch.setattr("sources.cores.processors", lambda: 1)
    for number in range(pages):
        coalition.write(f"pages/news/page-{number}.md", PAGE.format(number))
    counted = cProfile.Profile()
    built = counted.runcall(build, coalition.content, coalition.content.parent / f"public-{pages}", "publishconf.py")
    assert 0 == built.status, built.said
    size = sum(path.stat().st_size for path in built.output.rglob("*") if path.is_file())
    return Cost(pstats.Stats(counted).total_calls, size)


@pytest.fixture(scope="module")
def costs(tmp_path_factory):
    """Return the costs of 10, 100 and 1,000 pages; what only the first build of a process does is not among them."""
    folder = tmp_path_factory.mktemp("straight") / "content"
    coalition = Coalition(Path(shutil.copytree(ROOT / "tests" / "coalitions" / "small", folder)))
    with pytest.MonkeyPatch.context() as monkeypatch:
        cost(coalition, 1, monkeypatch)
        return [cost(coalition, pages, monkeypatch) for pages in (10, 100, 1_000)]


@pytest.mark.parametrize("measure", ["calls", "bytes"])
def test_a_thousand_pages_cost_ten_times_what_a_hundred_cost(costs, measure):
    few, hundred, thousand = (getattr(one, measure) for one in costs)

    assert thousand - hundred <= (hundred - few) / 90 * 900 * SLACK
