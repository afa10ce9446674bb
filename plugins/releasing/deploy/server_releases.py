"""`make releases` and `make publish-again` with DEST: the releases that a server or a folder keeps."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from releasing.record import parsed

from .destination import parse
from .programs import Tell, last_words, trouble
from .releases import Release, meant, out_of_date, short, taken_back, utc
from .server import PREFIX, Server

LIST = Path(__file__).with_name("releases.sh").read_text(encoding="utf-8")
STAMP = "%Y%m%dT%H%M%SZ"


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
            yield Release(name, short(name), utc(name[:16], STAMP), parsed("".join(record)), name == current)


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
