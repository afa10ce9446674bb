"""`make deploy-git`: one commit with the built files, and nothing else, at the tip of a branch that a host serves."""

from __future__ import annotations

import re
import shlex
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from releasing.manifest import MARKER, Sums, digest, parsed
from sources.problems import count, quoted

from .programs import Tell, need, trouble
from .published import named, published
from .repository import Repository, git, identity, said, source, without_secret

DOMAIN = "CNAME"  # hosts write it into the branch when somebody enters a domain in their settings
# What else tells a host how to serve a branch, and cannot be in content/: the domains of Codeberg, a switch of GitHub.
FOR_HOSTS = (DOMAIN, ".domains", ".nojekyll")
# What git servers say when the branch moved while we pushed; "rejected" alone is git's own word for it.
MOVED = re.compile(r"\[rejected\]|lock ref|update ref|old value|already exists")


def deploy(folder: Path, remote: str, branch: str, tell: Tell) -> None:
    """Push a published folder to a branch, telling what is done; raise ProblemsFound with the branch as it was."""
    need("git")
    address, author = _address(remote), identity()
    with published(folder) as sums, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        repository = Repository(Path(temporary), author)
        tell(f"Asking {without_secret(address)} for {branch} ...")
        tip = _tip(repository, address, branch)
        kept = _kept(repository, branch, folder) if tip else {}
        tree = _tree(repository, folder.resolve(), [*sums, MARKER], "".join(kept.values()))
        if tip and tree == repository.ask("rev-parse", f"{tip}^{{tree}}"):
            tell(f"{branch} holds the same {count(len(sums), 'file')} already: no new commit.")
            return
        message = f"Publish {count(len(sums), 'file')}\n\nSource: {source()}\n"
        commit = repository.ask("commit-tree", tree, *(("-p", tip) if tip else ()), given=message)
        if kept:
            tell(f"{named([*kept])} {'stays' if len(kept) == 1 else 'stay'}, which the host put there.")
        tell(f"Pushing {_changes(repository, tip, commit)} ...")
        _push(repository, address, branch, commit)
    tell(f"{branch} is at commit {commit} now: {count(len(sums), 'file')}.")
    if tip:
        shown = shlex.quote(without_secret(address))
        tell(f"To go back: git fetch {shown} {branch} && git push --force {shown} {tip}:refs/heads/{branch}")


def _address(remote: str) -> str:
    """Return the address behind REMOTE, which may also be one of the project's remotes, or a folder."""
    if not remote or remote.startswith("-") or not remote.isprintable():
        found = quoted(remote) if remote else "nothing"
        raise trouble("REMOTE", f"expected an address such as git@example.org:site.git, or a folder, found {found}.")
    known = git("remote", "get-url", "--push", remote)
    address = known.stdout.strip() if known.returncode == 0 else remote
    path = Path(address).expanduser()
    return str(path.absolute()) if path.exists() else address


def _tip(repository: Repository, address: str, branch: str) -> str:
    """Return the last commit of the branch, fetched; empty when there is no such branch."""
    reference = f"refs/heads/{branch}"
    if repository.run("check-ref-format", reference).returncode:
        raise trouble("BRANCH", f"{quoted(branch)} cannot be the name of a branch.")
    listed = repository.run("ls-remote", address, reference)
    if listed.returncode:
        raise trouble("REMOTE", f"{without_secret(address)} cannot be reached ({said(listed)}).")
    if not listed.stdout:
        return ""
    repository.ask("fetch", "--quiet", "--depth=1", "--no-tags", address, reference)
    return repository.ask("rev-parse", "FETCH_HEAD")


def _kept(repository: Repository, branch: str, folder: Path) -> dict[str, str]:
    """Return git's entries of what only the host knows, by name; refuse what would be lost."""
    listed = repository.ask("ls-tree", "-r", "-z", "FETCH_HEAD").split("\0")
    there = {entry.partition("\t")[2]: entry for entry in listed if entry}
    before = parsed(_text(repository, there[MARKER])) if MARKER in there else {}
    _refuse_others(branch, there, before)
    texts = {name: _text(repository, there[name]) for name in FOR_HOSTS if name in there}
    theirs = {name: text for name, text in texts.items() if digest(text.encode()) != before.get(name)}
    if theirs.get(DOMAIN) and (ours := folder / DOMAIN).is_file():
        _refuse_two_domains(branch, theirs[DOMAIN].strip(), ours.read_text("utf-8", "replace").strip())
    return {name: f"{there[name]}\0" for name in theirs if not (folder / name).is_file()}


def _text(repository: Repository, entry: str) -> str:
    return repository.run("cat-file", "blob", entry.split()[2]).stdout


def _refuse_others(branch: str, there: dict[str, str], before: Sums) -> None:
    others = sorted(there.keys() - before.keys() - {MARKER, *FOR_HOSTS})
    if others and MARKER not in there:
        message = f"it holds other things (there is no {MARKER} of an earlier site in it). Choose another branch."
        raise trouble(branch, message)
    if others:
        message = (
            f"somebody else put {named(others)} there. What is to stay belongs in content/extra/; then delete it there."
        )
        raise trouble(branch, message)


def _refuse_two_domains(branch: str, theirs: str, ours: str) -> None:
    if theirs != ours:
        message = (
            f"{DOMAIN} there says {quoted(theirs)}, content/extra/{DOMAIN} says {quoted(ours)}. Make them the same."
        )
        raise trouble(branch, message)


def _tree(repository: Repository, folder: Path, names: Iterable[str], more: str) -> str:
    """Return the tree of these files, byte for byte: no attribute, filter or ignore rule has a say.

    `more` are entries of git's to take over as they are.
    """
    ordered = sorted(names)
    paths = "".join(f"{folder}/{name}\n" for name in ordered)
    hashes = repository.ask("hash-object", "-w", "--no-filters", "--stdin-paths", given=paths).splitlines()
    entries = "".join(f"100644 {one}\t{name}\0" for name, one in zip(ordered, hashes, strict=True))
    repository.ask("update-index", "-z", "--index-info", given=entries + more)
    return repository.ask("write-tree")


def _changes(repository: Repository, tip: str, commit: str) -> str:
    since = (tip,) if tip else ("--root",)
    lines = repository.ask("diff-tree", "-r", "--no-commit-id", "--no-renames", "--name-status", *since, commit)
    kinds = Counter(line[0] for line in lines.splitlines())
    return f"{kinds['A']} new, {kinds['M']} changed, {kinds['D']} gone"


def _push(repository: Repository, address: str, branch: str, commit: str) -> None:
    done = repository.run("push", "--porcelain", address, f"{commit}:refs/heads/{branch}")
    if done.returncode == 0:
        return
    refusal = re.search(r"^!\t\S*\t(\[.*)$", done.stdout, re.MULTILINE)
    if refusal and MOVED.search(refusal[1]):
        raise trouble(branch, "somebody else published at the same moment. Look at the site, then deploy again.")
    if refusal:
        raise trouble(branch, f"{without_secret(address)} refuses it {refusal[1].removeprefix('[remote rejected] ')}.")
    raise trouble("REMOTE", f"{without_secret(address)}: the push failed ({said(done)}).")
