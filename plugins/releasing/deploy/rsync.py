"""`make deploy-rsync`: upload a whole release beside the one that visitors see, then let them see it."""

from __future__ import annotations

import re
import shlex
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from releasing import manifest, record
from releasing.manifest import MARKER
from sources.problems import command, count

from .destination import Destination, parse, remote_shell
from .programs import Tell, last_words, need, trouble
from .published import published
from .releases import short
from .server import Ready, Server

# What rsync may look at and what it sets, each by name: contents decide, never times; nothing is left out by its name.
# A release is a folder of its own, so whatever is gone from the site is not in it.
FLAGS = (
    "--recursive",
    "--checksum",
    "--perms",
    "--chmod=D755,F644",
    "--timeout=60",
    "--stats",
    "--no-human-readable",
    "--itemize-changes",
    "--itemize-changes",
    "--out-format=%i",
)
SENT = re.compile(r"[<>]f")
SAME = re.compile(r"hf")
# rsync(1), EXIT VALUES: these are connections that broke; 255 is ssh's own.
CONNECTION_LOST = (10, 12, 20, 30, 35, 255)
BETWEEN_NEWS = 100  # files
DISK_FULL = re.compile(r"No space left on device|quota exceeded")


@dataclass(frozen=True, slots=True)
class Sent:
    """What one upload cost."""

    files: int
    same: int
    bytes: int


def deploy(folder: Path, address: str, tell: Tell) -> None:
    """Upload a published folder and switch to it, telling what is done; raise ProblemsFound with the old site there."""
    destination = parse(address, folder)
    need("rsync")
    with published(folder) as sums:
        digest = manifest.digest((folder / MARKER).read_bytes())
        tell(f"Connecting to {destination} ...")
        with Server(destination, digest) as server:
            ready = server.ready()
            if ready.same:
                tell(f"Release {ready.release} there has the same {count(len(sums), 'file')}: nothing to send.")
                return
            tell(f"Uploading {count(len(sums), 'file')} and their {MARKER} ...")
            sent = _upload(folder, destination, ready, len(sums) + 1, tell)
            server.switch(_record(digest, ready))
    for line in _summary(destination, ready, sent):
        tell(line)


def _record(digest: str, ready: Ready) -> str:
    """Return the record of the published site, with what changed since the one there; nothing if it is not known."""
    made = record.kept(digest)
    return record.written(made.since(record.parsed(ready.record), first=not ready.before)) if made else ""


def _upload(folder: Path, destination: Destination, ready: Ready, total: int, tell: Tell) -> Sent:
    files = same = size = 0
    for line in _rsync(folder, destination, ready):
        if SAME.match(line):
            same += 1
        elif SENT.match(line):
            files += 1
            if files % BETWEEN_NEWS == 0:
                tell(f"  {files + same} of {total}")
        elif line.startswith("Total bytes sent: "):
            size = int(line.rpartition(" ")[2])
    return Sent(files, same, size)


def _rsync(folder: Path, destination: Destination, ready: Ready) -> Iterator[str]:
    """Yield the lines that rsync prints; raise ProblemsFound when it does not end well."""
    command = ["rsync", *FLAGS]
    if destination.host:
        command += ["--compress", f"--rsh={shlex.join(remote_shell())}"]
    if ready.before:
        command += [f"--link-dest=../{ready.before}"]
    command += ["--", f"{folder.resolve()}/", f"{destination}/releases/{ready.release}.part/"]
    with tempfile.TemporaryFile("w+", errors="replace") as errors:
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, errors="replace") as process:
            assert process.stdout is not None
            yield from process.stdout
        if process.returncode:
            errors.seek(0)
            raise trouble(str(destination), _complaint(process.returncode, errors.read()))


def _complaint(status: int, said: str) -> str:
    if DISK_FULL.search(said):
        return "the disk there is full. Make room and deploy again."
    if "command not found" in said or "rsync: not found" in said:
        return "the program rsync is missing there."
    if status in CONNECTION_LOST or status < 0:
        return "the connection broke before the end of the upload. Deploy again."
    errors = [line for line in said.splitlines() if not line.startswith("rsync error:")]
    return f"the upload failed ({last_words(chr(10).join(errors)) or f'rsync ended with {status}'})."


def _summary(destination: Destination, ready: Ready, sent: Sent) -> Iterator[str]:
    yield f"{count(sent.files, 'file')} sent ({sent.bytes:,} bytes over the line), {sent.same} the same as before."
    yield f"Visitors see release {ready.release} now, by {destination}/current"
    if not ready.before:
        yield f"This is the first release there: let the web server serve {destination.folder}/current"
        return
    back = command(f"publish-again RELEASE={short(ready.before)} DEST={shlex.quote(str(destination))}")
    yield f"The release before, {ready.before}, is still there. To go back: {back}"
