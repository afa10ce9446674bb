"""`python -m releasing.deploy rsync FOLDER DEST` or `... git FOLDER REMOTE BRANCH`, for the two `make deploy-...`.

`releases` and `publish-again` list what was published and bring one back.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from releasing import manifest
from releasing.record import all_kept
from sources.problems import Place, Problem, ProblemsFound, Section, report

from . import git, rsync, server
from .programs import OutcomeUnknown, Tell, trouble
from .releases import LETTERS, NOW, Release, listed

WHERE = "Where is the site? Name it: DEST=user@server:/folder, or REMOTE=address. This computer keeps no old sites."
HERE = "published last"
ONE_PLACE = "give DEST or REMOTE, not both."
USAGE = """usage: python -m releasing.deploy rsync FOLDER DEST | git FOLDER REMOTE BRANCH
  | releases FOLDER DEST REMOTE BRANCH | publish-again FOLDER RELEASE DEST REMOTE BRANCH"""
OUTCOME = "the site that is online was not changed"
UNKNOWN = "visitors see the old site or the new one, both whole"
NO_ADDRESS = "SITEURL is not set, so the pages do not name their public address. To add it: SITEURL=https://..."


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
        place, found = server.releases_at(folder, where.destination)
    elif where.remote:
        place, found = git.releases_at(where.remote, where.branch)
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
        server.publish_again(folder, release, where.destination, now, tell)
    elif where.remote:
        git.publish_again(release, where.remote, where.branch, now, tell)
    else:
        raise trouble("RELEASE", WHERE)


def _refuse_both(where: Where) -> None:
    if where.destination and where.remote:
        raise trouble("DEST", ONE_PLACE)


def _of_this_computer(folder: Path) -> list[Release]:
    here = manifest.digest_of(manifest.read(folder))
    return [Release(digest, digest[:LETTERS], one.moment, one, digest == here) for digest, one in all_kept()]


def main(arguments: list[str]) -> int:
    """Deploy and say what was done; return 0, or 1 with a report, or 2 for a wrong command line."""
    tell = partial(print, flush=True)
    try:
        match arguments:
            case ["rsync", folder, destination]:
                rsync.deploy(Path(folder), destination, tell)
            case ["git", folder, remote, branch]:
                git.deploy(Path(folder), remote, branch, tell)
            case ["releases", folder, *where] if len(where) == len(fields(Where)):
                releases(Path(folder), Where(*where), tell)
                return 0
            case ["publish-again", folder, release, *where] if len(where) == len(fields(Where)):
                publish_again(Path(folder), release, Where(*where), tell)
                return 0
            case _:
                print(USAGE, file=sys.stderr)
                return 2
    except ProblemsFound as found:
        print(report(found.problems, UNKNOWN if isinstance(found, OutcomeUnknown) else OUTCOME), file=sys.stderr)
        return 1
    except OSError as error:
        problem = Problem(Place(str(error.filename or "deploy"), 0), str(error.strerror), Section.PUBLISHING)
        print(report([problem], OUTCOME), file=sys.stderr)
        return 1
    if not os.environ.get("SITEURL"):
        tell(NO_ADDRESS)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        print("\nStopped before the end: visitors see a whole site. Deploy again to be sure which.", file=sys.stderr)
        sys.exit(130)
