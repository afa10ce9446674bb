"""A repository with a branch that a host serves, and what stands there."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from programs import environment


def git(*arguments: str | Path, folder: Path) -> str:
    """Return what git says in a folder."""
    alone = environment(GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_SYSTEM=os.devnull)
    who = ("-c", "user.name=Ben", "-c", "user.email=ben@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", *who, *arguments], cwd=folder, env=alone, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def checked_out(host: Path, branch: str = "gh-pages") -> dict[str, bytes]:
    """Return the files of a branch."""
    names = git("ls-tree", "-r", "-z", "--name-only", branch, folder=host).strip("\0").split("\0")
    contents = {}
    for name in names:
        shown = subprocess.run(["git", "show", f"{branch}:{name}"], cwd=host, capture_output=True, check=True)
        contents[name] = shown.stdout
    return contents


def commits(host: Path, branch: str = "gh-pages") -> list[str]:
    """Return the commits of a branch, newest first."""
    return git("rev-list", branch, folder=host).splitlines()
