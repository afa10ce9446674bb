"""A branch that a host serves: what stands there, and one commit more at its tip."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from releasing.manifest import MARKER, Sums, parsed
from sources.problems import quoted

from .programs import trouble
from .published import named
from .repository import Repository, git, said, without_secret

DOMAIN = "CNAME"  # hosts write it into the branch when somebody enters a domain in their settings
# What else tells a host how to serve a branch, and cannot be in content/: the domains of Codeberg, a switch of GitHub.
FOR_HOSTS = (DOMAIN, ".domains", ".nojekyll")
# What git servers say when the branch moved while we pushed; "rejected" alone is git's own word for it.
MOVED = re.compile(r"\[rejected\]|lock ref|update ref|old value|already exists")
Entries = Mapping[str, str]  # git's own lines of a tree, by the names of the files


def address_of(remote: str) -> str:
    """Return the address behind REMOTE, which may also be one of the project's remotes, or a folder."""
    if not remote or remote.startswith("-") or not remote.isprintable():
        found = quoted(remote) if remote else "nothing"
        raise trouble("REMOTE", f"expected an address such as git@example.org:site.git, or a folder, found {found}.")
    known = git("remote", "get-url", "--push", remote)
    address = known.stdout.strip() if known.returncode == 0 else remote
    path = Path(address).expanduser()
    return str(path.absolute()) if path.exists() else address


def tip_of(repository: Repository, address: str, branch: str, depth: int = 1) -> str:
    """Return the last commit of the branch, fetched with those before it; empty when there is no such branch."""
    reference = f"refs/heads/{branch}"
    if repository.run("check-ref-format", reference).returncode:
        raise trouble("BRANCH", f"{quoted(branch)} cannot be the name of a branch.")
    listed = repository.run("ls-remote", address, reference)
    if listed.returncode:
        raise trouble("REMOTE", f"{without_secret(address)} cannot be reached ({said(listed)}).")
    if not listed.stdout:
        return ""
    repository.ask("fetch", "--quiet", f"--depth={depth}", "--no-tags", address, reference)
    return repository.ask("rev-parse", "FETCH_HEAD")


def entries_of(repository: Repository, commit: str) -> Entries:
    """Return git's entries of all files of a commit, by name."""
    listed = repository.ask("ls-tree", "-r", "-z", commit).split("\0")
    return {entry.partition("\t")[2]: entry for entry in listed if entry}


def sums_in(repository: Repository, there: Entries) -> Sums:
    """Return what the manifest among these files says; nothing where there is none."""
    return parsed(text_of(repository, there[MARKER])) if MARKER in there else {}


def text_of(repository: Repository, entry: str) -> str:
    """Return the text of a file by its entry."""
    return repository.run("cat-file", "blob", entry.split()[2]).stdout


def refuse_others(branch: str, there: Entries, before: Sums) -> None:
    """Raise ProblemsFound when the branch holds what no publication put there: it would be lost."""
    others = sorted(there.keys() - before.keys() - {MARKER, *FOR_HOSTS})
    if others and MARKER not in there:
        message = f"it holds other things (there is no {MARKER} of an earlier site in it). Choose another branch."
        raise trouble(branch, message)
    if others:
        message = (
            f"somebody else put {named(others)} there. What is to stay belongs in content/extra/; then delete it there."
        )
        raise trouble(branch, message)


def changes_by(repository: Repository, tip: str, commit: str) -> str:
    """Return how many files a commit changes, in words."""
    since = (tip,) if tip else ("--root",)
    lines = repository.ask("diff-tree", "-r", "--no-commit-id", "--no-renames", "--name-status", *since, commit)
    kinds = Counter(line[0] for line in lines.splitlines())
    return f"{kinds['A']} new, {kinds['M']} changed, {kinds['D']} gone"


def push(repository: Repository, address: str, branch: str, commit: str) -> None:
    """Put a commit at the tip of a branch, never in the place of another one; raise ProblemsFound otherwise."""
    done = repository.run("push", "--porcelain", address, f"{commit}:refs/heads/{branch}")
    if done.returncode == 0:
        return
    refusal = re.search(r"^!\t\S*\t(\[.*)$", done.stdout, re.MULTILINE)
    if refusal and MOVED.search(refusal[1]):
        raise trouble(branch, "somebody else published at the same moment. Look at the site, then deploy again.")
    if refusal:
        raise trouble(branch, f"{without_secret(address)} refuses it {refusal[1].removeprefix('[remote rejected] ')}.")
    raise trouble("REMOTE", f"{without_secret(address)}: the push failed ({said(done)}).")
