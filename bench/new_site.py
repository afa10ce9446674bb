"""Make a new site in a fresh copy of the project and publish it; print what each step takes, for `make` and for people.

The first command also sets up, as it does for whoever begins. A copy holds what git knows, and nothing else.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
ANSWERS = {
    "NAME": "Alder Rowing Club",
    "LANGUAGE": "en",
    "PLACE": "Alderbrook",
    "HAS": "tiers (Single, Family), history, values, help lines, exit link",
    "APPLY": "join@alder-rowing-club.org",
}
FOLDER = "alder-rowing-club"
STEPS = (
    ("set up and make the site", ["new-site", *(f"{name}={answer}" for name, answer in ANSWERS.items())]),
    ("check it", ["check", f"CONTENT={FOLDER}"]),
    ("publish it", ["publish", f"CONTENT={FOLDER}", "SITEURL=https://alder-rowing-club.org"]),
)


def main() -> None:
    """Run the steps one after the other; stop at the first that fails."""
    with TemporaryDirectory() as folder:
        subprocess.run(["git", "clone", "-q", "--depth=1", ROOT.as_uri(), folder], check=True)
        total = 0.0
        for name, command in STEPS:
            start = time.perf_counter()
            done = subprocess.run(
                ["make", *command], cwd=folder, env=os.environ, capture_output=True, text=True, check=False
            )
            taken = time.perf_counter() - start
            total += taken
            print(f"{name:<26} {taken:6.1f} s")
            if done.returncode:
                sys.exit(done.stdout + done.stderr)
        pages = sum(1 for _ in Path(folder, "public").rglob("*.html"))
        typed = sum(map(len, ANSWERS.values()))
        print(f"{'together':<26} {total:6.1f} s, {pages} pages, {len(ANSWERS)} answers of {typed} letters")


if __name__ == "__main__":
    main()
