"""`make releases` and `make publish-again` with REMOTE: the commits of a branch that a host serves."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from releasing.manifest import MARKER, difference, digest
from releasing.record import Record, from_words
from sources.problems import command, count

from .branch import FOR_HOSTS, Entries, address_of, changes_by, entries_of, push, refuse_others, sums_in, tip_of
from .programs import Tell, need, trouble
from .published import named
from .releases import LETTERS, Release, meant, out_of_date, taken_back
from .repository import Repository, identity, without_secret

LISTED = 30  # commits, from the newest back
FILES = re.compile(r"Publish (\d+) files?\b")


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
        tree = _tree(repository, branch, tip, release)
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


def _tree(repository: Repository, branch: str, tip: str, release: Release) -> str:
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
