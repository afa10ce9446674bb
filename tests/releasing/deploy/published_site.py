"""A small published folder with names that deploys elsewhere lose, and the command that deploys it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from conftest import ROOT
from programs import environment
from releasing import manifest

PAGES = {
    "index.html": "home",
    "about/index.html": "about us",
    "core/index.html": "left out by --cvs-exclude",
    "build/notes.tmp": "left out by .gitignore",
    "extra/Über uns, mit Leerzeichen.txt": "a name that shells split",
    "page.old": "left out by --cvs-exclude",
    ".nojekyll": "",
}
HEAD = "1 problem in 1 file; the site that is online was not changed.\n"
TAIL = '  See GUIDE.md, "Going public".\n'


@dataclass(frozen=True)
class Said:
    """How one deploy ended, and what it said."""

    status: int
    out: str
    problems: str


@dataclass(frozen=True)
class Site:
    """A published folder, and the environment in which it is deployed."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def write(self, **pages: str | None) -> Site:
        """Publish the folder anew with some pages changed, or without them where there is no text."""
        for name, text in {**({} if self.folder.exists() else PAGES), **pages}.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink() if text is None else path.write_text(text, "utf-8")
        manifest.write(self.folder, manifest.sums(self.folder))
        return self

    def files(self) -> dict[str, bytes]:
        """Return the content of every file by its path."""
        return files(self.folder)

    def start(self, *arguments: str | Path, where: Path = ROOT, **variables: str) -> subprocess.Popen[str]:
        """Start a deploy; the folder comes after the first argument."""
        way, *rest = map(str, arguments)
        command = [sys.executable, "-m", "releasing.deploy", way, str(self.folder), *rest]
        told = environment(plugins=ROOT / "plugins", **(self.environment | variables))
        return subprocess.Popen(
            command, cwd=where, env=told, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip

    def deploy(self, *arguments: str | Path, where: Path = ROOT, **variables: str) -> Said:
        """Deploy, and wait for the end."""
        return ended(self.start(*arguments, where=where, **variables))


def ended(process: subprocess.Popen[str]) -> Said:
    """Return how a deploy that was started ended."""
    out, problems = process.communicate(timeout=60)
    assert "Traceback" not in problems
    return Said(process.returncode, out, problems)


def report(place: str | Path, message: str) -> str:
    """Return what a deploy says of one problem that stopped it."""
    return f"{HEAD}  {place}: {message}\n{TAIL}"


def files(folder: Path) -> dict[str, bytes]:
    """Return the content of every file below a folder by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def program(folder: Path, name: str, script: str) -> str:
    """Put a program of our own before the system's; return the PATH to deploy with."""
    if not hasattr(os, "fork"):
        pytest.skip("not on Windows: it has no such shell")
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)
    return f"{folder}:{os.environ['PATH']}"
