"""Measure a site in one, two, four and six languages, all pages and texts in each: its check and its builds.

Usage: languages.py [CONTENT]. All is processor time of whole processes, the median of ROUNDS: first without anything
kept, then with the results of the run before.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from candidates import ROOT
from living import AROUND, seconds

EXAMPLE = ROOT / "tests" / "coalitions" / "federation"
LANGUAGES = ("en", "es", "fr", "de", "it", "pt")
COUNTS = (1, 2, 4, 6)
ROUNDS = 3


def write_site(content: Path, example: Path, languages: tuple[str, ...]) -> None:
    """Write the example with copies of all its pages and data files as translations."""
    shutil.copytree(example, content)
    site = content / "data" / "site.yaml"
    text = re.sub(r"^language:.*\n", "", site.read_text("utf-8"), flags=re.MULTILINE)
    site.write_text(f"languages: [{', '.join(languages)}]\n{text}", "utf-8")
    pages, files = list(content.rglob("pages/**/*.md")), list((content / "data").glob("*.yaml"))
    for language in languages[1:]:
        for page in pages:
            own = re.sub(
                r"^(title|description): ?(.*)$", rf"\1: {language} \2", page.read_text("utf-8"), flags=re.MULTILINE
            )
            own = re.sub(r'^(title|description): (\w\w) "(.*)"$', r'\1: "\2 \3"', own, flags=re.MULTILINE)
            page.with_suffix(f".{language}.md").write_text(own, "utf-8")
        for file in files:
            if file != site:
                shutil.copy(file, file.with_suffix(f".{language}.yaml"))
        words = "confirmed: yes\n" if language == "es" else f"get_help: Help in {language}\n"
        (content / "data" / f"words.{language}.yaml").write_text(words, "utf-8")


def measure(example: Path, count: int) -> tuple[float, ...]:
    """Return the seconds of a check and a build: each without anything kept, and again."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        write_site(content, example, LANGUAGES[:count])
        found: list[tuple[float, ...]] = []
        for number in range(ROUNDS):
            cache, output = f"{folder}/cache-{number}", f"{folder}/output"
            check = ("commands", "check", str(content), "theme", cache)
            settings = ("-s", "publishconf.py", "-o", output, "--fatal", "warnings", "-e", f'CACHE_PATH="{cache}-b"')
            build = ("pelican", str(content), *settings)
            found.append(tuple(seconds(*command) for command in (check, check, build, build)))
        return tuple(median(some) for some in zip(*found, strict=True))


if __name__ == "__main__":
    os.environ |= AROUND
    example = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLE
    print("languages  check  again  build  again   (seconds)")
    for count in COUNTS:
        print(f"{count:9}  " + "  ".join(f"{one:5.2f}" for one in measure(example, count)), flush=True)
