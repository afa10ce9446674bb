"""How much of other people's writing builds as it is: each Markdown file of a folder as a page of a small site.

    .venv/bin/python bench/writing.py FOLDER

Each file loses its own front matter and gets a title and a description. A file is taken when the check of the sources
and the publishing build, audit included, say nothing against its page. Links to files that the folder does not hold
are counted apart, since they lead nowhere once the file is alone.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "tests" / "coalitions" / "harbor"
OWN_FRONT_MATTER = re.compile(r"\A(?:---|\+\+\+)\n.*?\n(?:---|\+\+\+)\n", re.DOTALL)
ALONE = re.compile(r"no (?:page|file) |leads? nowhere|has no heading|not in content")
PROBLEM = re.compile(r"^  content/pages/habit\.md:?(?P<place>[\d:]*): (?P<message>.*)$", re.MULTILINE)
QUOTED = re.compile(r'"[^"]*"')


def refusals(file: Path, scratch: Path) -> list[str]:
    """Return what is said against a page made of a file; nothing when it is published."""
    content = scratch / "content"
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(SITE, content)
    body = OWN_FRONT_MATTER.sub("", file.read_text("utf-8", "replace").replace("\r\n", "\n"))
    front_matter = "---\ntitle: Another page\ndescription: A page as somebody else wrote it.\n---\n"
    (content / "pages" / "habit.md").write_text(front_matter + body, "utf-8")
    command = [sys.executable, "-m", "pelican", content, "-s", ROOT / "publishconf.py", "-o", scratch / "public"]
    settings = ["-e", 'SITEURL="https://habits-bench.org"']
    run = subprocess.run([*command, *settings], cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode == 0:
        return []
    found = [f"{one['place']} {one['message']}" for one in PROBLEM.finditer(run.stdout + run.stderr)]
    return found or [run.stdout + run.stderr]


def main(folder: Path) -> None:
    """Print what becomes of each file, and the kinds of refusals."""
    files, kinds, taken, apart = sorted(folder.glob("*.md")), Counter[str](), 0, 0
    with tempfile.TemporaryDirectory() as scratch:
        for file in files:
            said = refusals(file, Path(scratch))
            ours = [one for one in said if not ALONE.search(one)]
            taken += not said
            apart += bool(said) and not ours
            kinds.update(QUOTED.sub('"..."', one.partition(" ")[2])[:110] for one in ours)
            print(f"{'taken' if not said else 'alone' if not ours else 'refused'}  {file.name}")
            for one in ours[:8]:
                print(f"    {one[:200]}")
    print(f"\n{taken} of {len(files)} taken, {apart} more but for links to files that are not here")
    for kind, count in kinds.most_common(40):
        print(f"{count:5}  {kind}")


main(Path(sys.argv[1]))
