"""`python -m releasing.deploy rsync FOLDER DEST` or `... git FOLDER REMOTE BRANCH`, for the two `make deploy-...`.

`releases` and `publish-again` list what was published and bring one back.
"""

from __future__ import annotations

import os
import sys
from dataclasses import fields
from functools import partial
from pathlib import Path

from sources.problems import Place, Problem, ProblemsFound, Section, report

from . import git, going_back, rsync
from .going_back import Where
from .programs import OutcomeUnknown

USAGE = """usage: python -m releasing.deploy rsync FOLDER DEST | git FOLDER REMOTE BRANCH
  | releases FOLDER DEST REMOTE BRANCH | publish-again FOLDER RELEASE DEST REMOTE BRANCH"""
OUTCOME = "the site that is online was not changed"
UNKNOWN = "visitors see the old site or the new one, both whole"
NO_ADDRESS = "SITEURL is not set, so the pages do not name their public address. To add it: SITEURL=https://..."


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
                going_back.releases(Path(folder), Where(*where), tell)
                return 0
            case ["publish-again", folder, release, *where] if len(where) == len(fields(Where)):
                going_back.publish_again(Path(folder), release, Where(*where), tell)
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
