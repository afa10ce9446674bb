"""`make deploy-git`: one commit with the built files, and nothing else, at the tip of a branch that a host serves."""

from __future__ import annotations

import shlex
import tempfile
from collections.abc import Iterable
from pathlib import Path

from releasing import record
from releasing.manifest import MARKER, Sums, digest, digest_of
from releasing.record import changes_by_address
from sources.problems import count, quoted

from .branch import (
    DOMAIN,
    FOR_HOSTS,
    address_of,
    changes_by,
    entries_of,
    push,
    refuse_others,
    sums_in,
    text_of,
    tip_of,
)
from .programs import Tell, need, trouble
from .published import named, published
from .releases import LETTERS
from .repository import Repository, identity, source, without_secret


def deploy(folder: Path, remote: str, branch: str, tell: Tell) -> None:
    """Push a published folder to a branch, telling what is done; raise ProblemsFound with the branch as it was."""
    need("git")
    address, author = address_of(remote), identity()
    with published(folder) as sums, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        repository = Repository(Path(temporary), author)
        tell(f"Asking {without_secret(address)} for {branch} ...")
        tip = tip_of(repository, address, branch)
        kept = _kept(repository, branch, folder) if tip else {}
        tree = _tree(repository, folder.resolve(), [*sums, MARKER], "".join(kept.values()))
        if tip and tree == repository.ask("rev-parse", f"{tip}^{{tree}}"):
            tell(f"{branch} holds the same {count(len(sums), 'file')} already: no new commit.")
            return
        message = f"Publish {count(len(sums), 'file')}\n\n{_words(repository, sums, tip)}Source: {source()}\n"
        commit = repository.ask("commit-tree", tree, *(("-p", tip) if tip else ()), given=message)
        if kept:
            tell(f"{named([*kept])} {'stays' if len(kept) == 1 else 'stay'}, which the host put there.")
        tell(f"Pushing {changes_by(repository, tip, commit)} ...")
        push(repository, address, branch, commit)
    tell(f"{branch} is at commit {commit} now: {count(len(sums), 'file')}.")
    if tip:
        where = f"REMOTE={shlex.quote(without_secret(address))} BRANCH={shlex.quote(branch)}"
        tell(f"To go back: make publish-again RELEASE={tip[:LETTERS]} {where}")


def _words(repository: Repository, sums: Sums, tip: str) -> str:
    """Return what changed since the site in the branch, in words that anybody may read; nothing if it is not known."""
    made = record.kept(digest_of(sums))
    there = sums_in(repository, entries_of(repository, tip)) if tip else {}
    last, pages = record.kept(digest_of(there)), changes_by_address(there, sums)
    return f"{made.since(last, first=not tip, by_address=pages).words()}\n\n" if made else ""


def _kept(repository: Repository, branch: str, folder: Path) -> dict[str, str]:
    """Return git's entries of what only the host knows, by name; refuse what would be lost."""
    there = entries_of(repository, "FETCH_HEAD")
    before = sums_in(repository, there)
    refuse_others(branch, there, before)
    texts = {name: text_of(repository, there[name]) for name in FOR_HOSTS if name in there}
    theirs = {name: text for name, text in texts.items() if digest(text.encode()) != before.get(name)}
    if theirs.get(DOMAIN) and (ours := folder / DOMAIN).is_file():
        _refuse_two_domains(branch, theirs[DOMAIN].strip(), ours.read_text("utf-8", "replace").strip())
    return {name: f"{there[name]}\0" for name in theirs if not (folder / name).is_file()}


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
