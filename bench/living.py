"""Measure a site of N events and N news: its check, its builds, and how long a new event takes to be seen.

Usage: living.py [N ...]. All is processor time, since other programs share the machine. Whole processes for check and
build; for an edit, what it takes from the saved file until the home page, the list and the calendar are made anew.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from candidates import ROOT

sys.path.insert(0, str(ROOT / "plugins"))

from preview.__main__ import builder_of
from preview.live_site import LiveSite
from releasing.finish.compress import by_brotli

EXAMPLE = ROOT / "tests" / "coalitions" / "federation"
FIRST, TODAY = date(2025, 1, 1), "1795392000"  # 2026-11-23, noon
AROUND = {  # of every process that is measured
    "SOURCE_DATE_EPOCH": TODAY,
    "SITEURL": "https://harrow-valley-food-federation.org",
    "PYTHONPATH": "plugins",
}
DAYS = 3 * 365
ROUNDS = 7
SHOWN = ("", "events/", "events.ics")


def write_site(content: Path, number: int) -> None:
    """Write the example with so many events and articles instead of its own, over three years."""
    shutil.copytree(EXAMPLE, content)
    shutil.rmtree(content / "pages" / "news")
    shutil.rmtree(content / "pages" / "events", ignore_errors=True)
    (content / "pages" / "news").mkdir()
    events = ["events:"]
    for one in range(number):
        day = FIRST + timedelta(days=one * DAYS // number)
        place = f"    place: Hall {one % 7}\n    summary: What we do on evening {one}."
        events.append(
            f"  - id: evening-{one}\n    title: Evening {one}\n    starts: {day} 18:30\n    ends: 20:00\n{place}"
        )
        told = f"title: Report {one}\ndescription: What happened, in report {one}.\ndate: {day}"
        text = f"---\n{told}\n---\n\nTrucks brought food to {one} tables. {'More came than we thought. ' * 10}\n"
        (content / "pages" / "news" / f"report-{one}.md").write_text(text, "utf-8")
    (content / "data" / "events.yaml").write_text("\n".join(events) + "\n", "utf-8")


def seconds(*command: str) -> float:
    """Return the processor time of a command, which must go well."""
    begun = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime - begun.ru_utime - begun.ru_stime


def milliseconds(edit: Callable[[int], Path], site: LiveSite) -> float:
    """Return the median time of an edit until all that shows it is made anew."""
    times = []
    for number in range(ROUNDS):
        path = edit(number)
        begun = time.process_time()
        site.refresh((path,))
        if site.problems:
            sys.exit("\n".join(map(str, site.problems)))
        answers = [site.answer(name) for name in SHOWN]
        times.append(1000 * (time.process_time() - begun))
        if not all(answers):
            sys.exit("something that shows events is missing")
    return median(times)


def measure(number: int) -> None:
    """Measure one size, and print a row."""
    with tempfile.TemporaryDirectory() as folder:
        content, output, cache = (Path(folder, name) for name in ("content", "public", "cache"))
        write_site(content, number)
        check = [seconds("commands", "check", str(content), "theme", str(cache)) for _ in "12"]
        build = ("pelican", str(content), "-s", "publishconf.py", "-o", str(output), "-e", f'CACHE_PATH="{cache}"')
        builds = [seconds(*build) for _ in "12"]
        lists = [path for path in output.rglob("index.html") if path.parent.name in ("events", "news")]
        heaviest = max(len(by_brotli(path.read_bytes())) for path in (*lists, *output.glob("*/20*/**/index.html")))
        site = LiveSite(builder_of(content, ROOT / "theme"))
        edits = (
            milliseconds(lambda one: new_event(content, one), site),
            milliseconds(lambda one: text(content, one), site),
        )
        times = " ".join(f"{one:>11.2f}" for one in (*check, *builds))
        print(f"{number:>7} {times} {edits[0]:>9.0f} {edits[1]:>10.0f} {heaviest:>8}", flush=True)


def new_event(content: Path, number: int) -> Path:
    """Add an event that is the next one."""
    path = content / "data" / "events.yaml"
    entry = f"  - id: new-{number}\n    title: New {number}\n    starts: 2026-11-{24 + number % 6} 18:30\n"
    path.write_text(path.read_text("utf-8") + entry, "utf-8")
    return path


def text(content: Path, number: int) -> Path:
    """Add a sentence to an article."""
    path = content / "pages" / "news" / "report-0.md"
    path.write_text(f"{path.read_text('utf-8')}\nOne more, {number}.\n", "utf-8")
    return path


if __name__ == "__main__":
    os.environ |= AROUND
    os.chdir(ROOT)
    print("    N     check s    again s     build s     again s  event ms article ms  brotli B")
    for size in sys.argv[1:] or ["500", "1000", "2000"]:
        measure(int(size))
