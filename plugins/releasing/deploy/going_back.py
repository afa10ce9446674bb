"""`make releases` and `make publish-again`: asks the place that DEST or REMOTE names, or this computer alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from releasing import manifest
from releasing.record import all_kept

from . import branch_releases, server_releases
from .programs import Tell, trouble
from .releases import LETTERS, NOW, Release, listed

WHERE = "Where is the site? Name it: DEST=user@server:/folder, or REMOTE=address. This computer keeps no old sites."
HERE = "published last"
ONE_PLACE = "give DEST or REMOTE, not both."


@dataclass(frozen=True, slots=True)
class Where:
    """What was typed of the place where visitors find the site: DEST, or REMOTE and BRANCH; both may be empty."""

    destination: str
    remote: str
    branch: str


def releases(folder: Path, where: Where, tell: Tell) -> None:
    """Tell which releases there are, and which one visitors see; raise ProblemsFound when nobody can say."""
    _refuse_both(where)
    if where.destination:
        place, found = server_releases.releases_at(folder, where.destination)
    elif where.remote:
        place, found = branch_releases.releases_at(where.remote, where.branch)
    else:
        place, found = f"{folder}/ of this computer", _of_this_computer(folder)
    anywhere = where.destination or where.remote
    for line in listed(found, place, NOW if anywhere else HERE):
        tell(line)
    if not anywhere:
        tell("What visitors see: add DEST=... or REMOTE=... as for the deploy.")
    elif len(found) > 1:
        tell("To go back to one: make publish-again RELEASE=... with its name, and the same DEST= or REMOTE=.")


def publish_again(folder: Path, release: str, where: Where, tell: Tell) -> None:
    """Let visitors see an earlier release once more; raise ProblemsFound with what they see left as it is."""
    _refuse_both(where)
    now = datetime.now(UTC)
    if where.destination:
        server_releases.publish_again(folder, release, where.destination, now, tell)
    elif where.remote:
        branch_releases.publish_again(release, where.remote, where.branch, now, tell)
    else:
        raise trouble("RELEASE", WHERE)


def _refuse_both(where: Where) -> None:
    if where.destination and where.remote:
        raise trouble("DEST", ONE_PLACE)


def _of_this_computer(folder: Path) -> list[Release]:
    here = manifest.digest_of(manifest.read(folder))
    return [Release(digest, digest[:LETTERS], one.moment, one, digest == here) for digest, one in all_kept()]
