"""The releases that a server or a folder keeps: `server.sh` takes one in as long as an upload lasts, others are listed.

`make releases` and `make publish-again` with DEST.
"""

from __future__ import annotations

import getpass
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import NoReturn

from releasing.record import parsed
from sources.problems import ProblemsFound, command

from .destination import Destination, parse
from .programs import OutcomeUnknown, Tell, last_words, trouble
from .releases import Release, meant, out_of_date, short, taken_back

SCRIPT = Path(__file__).with_name("server.sh").read_text(encoding="utf-8")
PREFIX = "coalition-site: "
RELEASES_KEPT = 10  # files that did not change take no room twice
PATIENCE = 10  # seconds in which the other end may clear up after itself
LIST = Path(__file__).with_name("releases.sh").read_text(encoding="utf-8")
STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Ready:
    """What the server answers: the release to upload (or that has the same files already), and the one online now.

    `record` is that of the one online, as it was written there.
    """

    release: str
    before: str
    same: bool = False
    record: str = ""


class Server:
    """One connection that holds the server's lock; when it ends, for whatever reason, the server clears up."""

    def __init__(self, destination: Destination, digest: str = "", again: str = "") -> None:
        """Connect; `digest` is the sum of the manifest of the site to upload, `again` a release to show once more."""
        self.destination = destination
        command = destination.shell(SCRIPT, destination.folder, digest, _who(), str(RELEASES_KEPT), again)
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )

    def __enter__(self) -> Server:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()

    def ready(self) -> Ready:
        """Wait until the server holds its lock; raise ProblemsFound when it refuses or cannot be reached."""
        silence, record = f"no connection to {self.destination}", ""
        step, words = self._hear(silence)
        if step == "record":
            record, (step, words) = words, self._hear(silence)
        if step not in ("ready", "same"):
            self._refused(words)
        release, _, before = words.partition(" ")
        return Ready(release, before, same=step == "same", record=record)

    def switch(self, record: str = "") -> None:
        """Let visitors see the release, and keep its record; raise ProblemsFound when nobody says that they do."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(f"{record}\nswitch\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise trouble(str(self.destination), "the connection broke before the end of the upload.") from None
        try:
            step, words = self._hear("the connection broke during the last step. Deploy again")
        except ProblemsFound as found:
            raise OutcomeUnknown(found.problems) from None
        if step != "switched":
            self._refused(words)

    def _hear(self, silence: str) -> tuple[str, str]:
        """Return the next thing the server says; everything else is what ssh and the login print."""
        assert self._process.stdout is not None
        other = ""
        for line in self._process.stdout:
            if line.startswith(PREFIX):
                step, _, words = line.removeprefix(PREFIX).strip().partition(" ")
                return step, words
            other += line
        said = last_words(other)
        raise trouble(str(self.destination), f"{silence} ({said})." if said else f"{silence}.")

    def _refused(self, words: str) -> NoReturn:
        kind, _, rest = words.partition(" ")
        said = f" ({last_words(rest)})" if rest else ""
        message = {
            "busy": f"somebody is publishing there right now{said}. Try again when that is done. "
            "If nobody is (a computer may have been switched off), remove the link .publishing there.",
            "gone": f"that release is not there any more. To see which are: {command('releases')}",
            "worn": "that release is not as it was published: somebody changed it, or the disk is failing. "
            f"Choose another: {command('releases')}",
            "damaged": "what arrived is not what was sent. Deploy again; is the disk there full?",
            "occupied": '"current" there was not made by this command. Remove it, or choose another folder.',
            "unwritable": f"nothing can be written there{said}.",
            "without": f"the program {rest} is missing there.",
        }.get(kind, f"the server refuses: {last_words(words)}")
        raise trouble(str(self.destination), message)


def _who() -> str:
    try:
        user = getpass.getuser()
    except (KeyError, OSError):
        user = "somebody"
    return f"{user} on {socket.gethostname()}, since {datetime.now(UTC):%H:%M} UTC".replace("/", "-")


def releases_at(folder: Path, address: str) -> tuple[str, list[Release]]:
    """Return the name of the place and its releases, the newest first; raise ProblemsFound when nobody answers."""
    destination = parse(address, folder)
    done = subprocess.run(
        destination.shell(LIST, destination.folder),
        capture_output=True, stdin=subprocess.DEVNULL, text=True, errors="replace", check=False,
    )  # fmt: skip
    if done.returncode:
        said = last_words(done.stderr)
        silence = f"no connection to {destination}"
        raise trouble(str(destination), f"{silence} ({said})." if said else f"{silence}.")
    said_there = [line.removeprefix(PREFIX) for line in done.stdout.splitlines() if line.startswith(PREFIX)]
    return str(destination), sorted(_releases(said_there), key=lambda one: one.id, reverse=True)


def _releases(lines: list[str]) -> Iterator[Release]:
    told = [line.split(" ", 2) for line in lines]
    current = next((words[1].removeprefix("releases/") for words in told if words[0] == "current"), "")
    for kind, name, *record in told:
        if kind == "release":
            moment = datetime.strptime(name[:16], STAMP).replace(tzinfo=UTC)
            yield Release(name, short(name), moment, parsed("".join(record)), name == current)


def publish_again(folder: Path, typed: str, address: str, now: datetime, tell: Tell) -> None:
    """Let visitors see an earlier release once more; raise ProblemsFound with what they see left as it is."""
    destination = parse(address, folder)
    place, releases = releases_at(folder, address)
    release = meant(typed, releases, place)
    if release.current:
        tell(f"Visitors see release {release.id} already.")
        return
    for line in (*taken_back(release, releases), *out_of_date(release, now)):
        tell(line)
    tell(f"Comparing release {release.id} with its sums ...")
    with Server(destination, again=release.id) as server:
        server.ready()
        server.switch()
    tell(f"Visitors see release {release.id} of {release.when} now, by {destination}/current")
    tell("The next deploy shows what is in content/ then: change it back there too.")
