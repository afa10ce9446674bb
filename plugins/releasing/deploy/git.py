"""`make deploy-git`: one commit with the built files, and nothing else, at the tip of a branch that a host serves.

The commits of that branch are what `make releases` lists and `make publish-again` brings back, with REMOTE.
"""

from __future__ import annotations

import re
import shlex
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from releasing import record
from releasing.manifest import MARKER, Sums, difference, digest, digest_of
from releasing.record import Record, changes_by_address, from_words
from sources.problems import command, count, quoted

from .branch import (
    DOMAIN,
    FOR_HOSTS,
    Entries,
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
from .releases import LETTERS, Release, meant, out_of_date, taken_back
from .repository import Repository, identity, source, without_secret

LISTED = 30  # commits, from the newest back
FILES = re.compile(r"Publish (\d+) files?\b")


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


def releases_at(remote: str, branch: str) -> tuple[str, list[Release]]:
    """Return the name of the place and its releases, the newest first; raise ProblemsFound when nobody answers."""
    need("git")
    address = address_of(remote)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        repository = Repository(Path(temporary))
        tip = tip_of(repository, address, branch, LISTED)
        return f"{branch} of {without_secret(address)}", list(_releases(repository, tip)) if tip else []


def _releases(repository: Repository, tip: str) -> Iterator[Release]:
    told = repository.ask("log", "--first-parent", "-z", "--format=%H%n%ct%n%B", tip).split("\0")
    for commit, second, message in (one.split("\n", 2) for one in told if one):
        moment, files = datetime.fromtimestamp(int(second), UTC), FILES.match(message)
        record = from_words(message, int(files[1]) if files else 0, moment)
        yield Release(commit, commit[:LETTERS], moment, record, commit == tip)


def publish_again(typed: str, remote: str, branch: str, now: datetime, tell: Tell) -> None:
    """Add a commit with the files of an earlier one; raise ProblemsFound with the branch as it was."""
    need("git")
    address, author = address_of(remote), identity()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        repository = Repository(Path(temporary), author)
        tell(f"Asking {without_secret(address)} for {branch} ...")
        tip = tip_of(repository, address, branch, LISTED)
        releases = list(_releases(repository, tip)) if tip else []
        release = meant(typed, releases, f"{branch} of {without_secret(address)}")
        tree = _tree_of(repository, branch, tip, release)
        if tree == repository.ask("rev-parse", f"{tip}^{{tree}}"):
            tell(f"Visitors see the files of release {release.name} already: no new commit.")
            return
        for line in (*taken_back(release, releases), *out_of_date(release, now)):
            tell(line)
        commit = repository.ask("commit-tree", tree, "-p", tip, given=_message(release))
        tell(f"Pushing {changes_by(repository, tip, commit)} ...")
        push(repository, address, branch, commit)
    tell(f"{branch} is at commit {commit} now, with the files of release {release.name} of {release.when}.")
    tell("The next deploy shows what is in content/ then: change it back there too.")


def _message(release: Release) -> str:
    record = release.record or Record(0, release.moment)
    again = replace(record, changed=(f"Again release {release.name} of {release.moment:%Y-%m-%d}.",))
    return f"Publish {count(record.files, 'file')} again\n\n{again.words()}\n\nRelease: {release.id}\n"


def _tree_of(repository: Repository, branch: str, tip: str, release: Release) -> str:
    """Return the tree of an earlier release; what tells the host how to serve the branch stays as it is now."""
    now, then = entries_of(repository, tip), entries_of(repository, release.id)
    refuse_others(branch, now, sums_in(repository, now))
    _refuse_worn(repository, branch, then, release)
    site = {name: entry for name, entry in then.items() if name not in FOR_HOSTS}
    hosts = {name: now[name] for name in FOR_HOSTS if name in now}
    repository.ask("update-index", "-z", "--index-info", given="".join(f"{one}\0" for one in (site | hosts).values()))
    return repository.ask("write-tree")


def _refuse_worn(repository: Repository, branch: str, there: Entries, release: Release) -> None:
    """Raise ProblemsFound unless a release holds the files of its manifest, and no others."""
    before = sums_in(repository, there)
    names = [name for name in there if name != MARKER]
    blobs = repository.blobs([there[name].split()[2] for name in names])
    found = {name: digest(blob) for name, blob in zip(names, blobs, strict=True)}
    changes = difference(before, found)
    wrong = [one for one in (*changes.changed, *changes.missing, *changes.added) if one not in FOR_HOSTS]
    if wrong or not before:
        how = f"is not as it was published ({named(wrong or [MARKER])})"
        raise trouble(branch, f"release {release.name} {how}. Choose another: {command('releases')}")
