"""A small project under git, and the step of the workflow that decides what must be tested in it."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import yaml

from conftest import ROOT
from programs import environment

WORKFLOW = yaml.safe_load((ROOT / ".github" / "workflows" / "publish.yml").read_text("utf-8"))
(SCRIPT,) = [step["run"] for step in WORKFLOW["jobs"]["decide"]["steps"] if step.get("id") == "decide"]
QUIET = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
WHO = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "commit.gpgsign=false")


@dataclass(frozen=True)
class Project:
    """A repository with code and content, and what GitHub remembers of its tests."""

    folder: Path

    def git(self, *arguments: str) -> str:
        """Return what git says here."""
        done = subprocess.run(
            ["git", *WHO, *arguments], cwd=self.folder, env=environment(**QUIET),
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout.strip()

    def commit(self, **files: str | None) -> str:
        """Commit these files, without those that have no text; return the commit."""
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink() if text is None else path.write_text(text)
        return self.committed()

    def committed(self) -> str:
        """Commit whatever changed; return the commit."""
        self.git("add", "--all")
        self.git("commit", "-q", "--allow-empty", "-m", "A change")
        return self.git("rev-parse", "HEAD")

    def decide(self, passed: list[str], before: str = "", event: str = "push", gh: str = "") -> tuple[str, str]:
        """Return whether the tests run, and whose code is published; the commits `passed` the tests, newest first."""
        programs, answer = self.folder.parent / "bin", self.folder.parent / "answer"
        programs.mkdir(exist_ok=True)
        (programs / "gh").write_text(f"#!/bin/sh\n{gh or f'cat {answer}'}\n")
        (programs / "gh").chmod(0o755)
        answer.write_text("".join(f"{commit}\n" for commit in passed))
        output = self.folder.parent / "output"
        output.unlink(missing_ok=True)
        told = environment(
            PATH=f"{programs}:{os.environ['PATH']}", GITHUB_REPOSITORY="name/site", BEFORE=before, **QUIET,
            GITHUB_SHA=self.git("rev-parse", "HEAD"), GITHUB_EVENT_NAME=event, GITHUB_OUTPUT=str(output),
        )  # fmt: skip
        subprocess.run(["bash", "-eo", "pipefail", "-c", SCRIPT], cwd=self.folder, env=told, check=True)
        said = dict(line.split("=", 1) for line in output.read_text().splitlines())
        return said["tests"], said["code"]

    def content(self, release: str) -> tuple[int, str, str]:
        """Return how the decision ended for whoever asks for a release, whose content it takes, what it said."""
        programs, output = self.folder.parent / "bin", self.folder.parent / "output"
        programs.mkdir(exist_ok=True)
        (programs / "gh").write_text("#!/bin/sh\n")
        (programs / "gh").chmod(0o755)
        output.unlink(missing_ok=True)
        told = environment(
            PATH=f"{programs}:{os.environ['PATH']}", GITHUB_REPOSITORY="name/site", RELEASE=release, **QUIET,
            GITHUB_SHA=self.git("rev-parse", "HEAD"), GITHUB_EVENT_NAME="workflow_dispatch", GITHUB_OUTPUT=str(output),
            GITHUB_REF="refs/heads/main",
        )  # fmt: skip
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", SCRIPT],
            cwd=self.folder,
            env=told,
            capture_output=True,
            text=True,
            check=False,
        )
        lines = output.read_text().splitlines() if output.exists() else []
        return done.returncode, dict(line.split("=", 1) for line in lines).get("content", ""), done.stdout
