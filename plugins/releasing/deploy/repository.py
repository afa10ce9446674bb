"""Runs git in a bare repository made for one deploy, and tells in plain words why it failed."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess

from .programs import last_words, trouble

SECRET = re.compile(r"(?<=://)([^/@\s:]*):[^/@\s]*@")
NO_IDENTITY = (
    "git does not know who you are, and every commit names somebody. Once: "
    'git config --global user.name "Your Name", and git config --global user.email you@example.org'
)
# git(1) sets these for the programs it starts, such as hooks; they would lead us into the project's repository.
OF_A_REPOSITORY = re.compile(
    r"GIT_(DIR|COMMON_DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|"
    r"QUARANTINE_PATH|PREFIX|NAMESPACE|SHALLOW_FILE|GRAFT_FILE)"
)

# Others, such as fd:: and ext::, start programs or wait for ever; git refuses them, wherever an address comes from.
WAYS = {"GIT_ALLOW_PROTOCOL": "file:git:http:https:ssh"}

# Common causes of a failure, by what git or ssh says of them.
CAUSES = {
    r"could not resolve host(?:name)?:? ([^\s:]+)": 'no computer is called "{}", or this one is offline',
    r"unable to look up (\S+)": 'no computer is called "{}", or this one is offline',
    r"transport '(.+)' not allowed": '"{}" is no way to a host: expected https, ssh or a folder',
    r"does not appear to be a git repository": "there is no git repository there",
    r"repository .*not found": "there is no such repository, or you may not see it",
    r"permission denied \(": "the server does not know your ssh key",
    r"host key verification failed": "this computer does not know that server yet: connect once by ssh and confirm it",
    r"authentication failed|could not read (?:username|password)": "the name or the password is wrong or missing",
    r"connection refused|failed to connect|timed out|no route to host|network is unreachable": "nobody answers there",
}
# What git adds to every failure of a connection, whatever it was.
ALWAYS = (
    "Please make sure you have the correct access",
    "and the repository exists.",
    "hint:",
    "error: failed to push",
)
GIVEN_UP = "fatal: Could not read from remote repository."


@dataclass(frozen=True, slots=True)
class Person:
    """Whoever makes a commit."""

    name: str
    email: str


class Repository:
    """An empty bare repository in `folder`, in which `author` commits, if anybody does."""

    def __init__(self, folder: Path, author: Person | None = None) -> None:
        self._folder = folder
        self.ask("init", "--quiet", "--bare", "--template=", ".")
        who = (("user.name", author.name), ("user.email", author.email)) if author else ()
        for setting, value in (*who, ("gc.auto", "0")):
            self.ask("config", setting, value)

    def ask(self, *arguments: str, given: str = "") -> str:
        """Return what git answers; raise ProblemsFound when it fails."""
        done = self.run(*arguments, given=given)
        if done.returncode:
            raise trouble("git", f"git {arguments[0]} failed ({said(done)}).")
        return done.stdout.strip()

    def blobs(self, names: Sequence[str]) -> Iterator[bytes]:
        """Yield what the objects of these names hold, byte for byte, in their order."""
        given = "".join(f"{name}\n" for name in names).encode()
        done = subprocess.run(
            ["git", "cat-file", "--batch"], cwd=self._folder, env=_environment(), input=given,
            capture_output=True, check=False,
        )  # fmt: skip
        start = 0
        for _ in names:
            end = done.stdout.find(b"\n", start)
            size = done.stdout[start:end].rpartition(b" ")[2]
            if end < 0 or not size.isdigit():
                raise trouble("git", "git cat-file failed: a file of this release is missing.")
            start = end + 1 + int(size) + 1
            yield done.stdout[end + 1 : start - 1]

    def run(self, *arguments: str, given: str = "") -> CompletedProcess[str]:
        """Run git in this repository."""
        return git(*arguments, folder=self._folder, given=given)


def git(*arguments: str, folder: Path | None = None, given: str = "") -> CompletedProcess[str]:
    """Run git, in the project unless a folder is given; the caller looks at the status."""
    return subprocess.run(
        ["git", *arguments], cwd=folder, env=_environment(), input=given,
        capture_output=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip


def _environment() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not OF_A_REPOSITORY.fullmatch(key)}
    return kept | WAYS | {"LC_ALL": "C"}


def said(done: CompletedProcess[str]) -> str:
    """Return why git failed, without the password that an address may hold."""
    return without_secret(cause(done.stderr))


def cause(errors: str) -> str:
    """Return why git failed, on one line: in plain words for a common cause; empty when it did not say."""
    for pattern, words in CAUSES.items():
        if found := re.search(pattern, errors, re.IGNORECASE):
            return words.format(*found.groups())
    lines = [line for line in errors.splitlines() if line.strip() and not line.startswith(ALWAYS)]
    return last_words("\n".join([line for line in lines if line != GIVEN_UP] or lines))


def without_secret(text: str) -> str:
    """Return a text without the passwords in its addresses."""
    return SECRET.sub(r"\1@", text)


def identity() -> Person:
    """Return who deploys, as git knows them; raise ProblemsFound when it guesses."""
    done = git("-c", "user.useConfigOnly=true", "var", "GIT_AUTHOR_IDENT")
    known = re.match(r"(.*) <(.*)> \d+ [+-]\d+$", done.stdout.strip())
    if not known:
        unknown = not done.stderr or "auto-detection is disabled" in done.stderr
        raise trouble("git", NO_IDENTITY if unknown else f"git var failed ({said(done)}).")
    return Person(known[1], known[2])


def source() -> str:
    """Return which commit of the project is published, in words."""
    head = git("rev-parse", "HEAD")
    if head.returncode:
        return "a folder that is not under version control"
    changed = git("--no-optional-locks", "status", "--porcelain").stdout.strip()
    return f"{head.stdout.strip()}{', with changes that are not committed' if changed else ''}"
