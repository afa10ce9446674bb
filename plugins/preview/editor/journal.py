"""The journal of the editor: what each save changed, so that what was before can be brought back, also days later."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from saving.save import difference, held_in
from sources.problems import Place, Problem, ProblemsFound, Section

from .merging import joined

FOLDER = ".cache/saves"  # beside the content folder
KEPT = 200  # saves; older ones are forgotten
SINCE = "this place was changed again since. Bring back the later save first, or change the text by hand."
UNKNOWN = "this save is not in the journal any more."

Change = tuple[bytes | None, bytes | None]  # what a file held before and after; None where there was none


@dataclass(frozen=True, slots=True)
class Saved:
    """One save: its number, the moment, and by path below the content what each file held before and after."""

    number: int
    at: str
    files: Mapping[str, Change]

    def told(self, folder: str) -> dict[str, object]:
        """Return it as the editor lists it."""
        return {"number": self.number, "at": self.at, "files": [_told(*one, folder) for one in self.files.items()]}


@dataclass(frozen=True, slots=True)
class Journal:
    """The saves of one content folder, in a folder beside it that may be deleted at any time."""

    content: Path

    @property
    def folder(self) -> Path:
        """Return where it is kept."""
        return self.content.parent / FOLDER

    def note(self, files: Mapping[str, Change]) -> None:
        """Write down a save; a disk that is full or cannot be written keeps nobody from saving."""
        changed = {name: change for name, change in files.items() if change[0] != change[1]}
        number = next(iter(self._numbers()), 0) + 1
        at = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            (self.folder / "held").mkdir(parents=True, exist_ok=True)
            names = {name: [self._kept(held) for held in change] for name, change in changed.items()}
            (self.folder / f"{number}.json").write_text(json.dumps({"at": at, "files": names}), "utf-8")
            self._forget()
        except OSError:
            return

    def saves(self, most: int = KEPT) -> list[Saved]:
        """Return the last saves, the newest first; one that cannot be read any more is left out."""
        found = (self._read(number) for number in self._numbers()[:most])
        return [one for one in found if one]

    def before(self, number: int) -> dict[str, bytes | None]:
        """Return what the files of a save should hold to be as before it, with what was changed elsewhere since."""
        if (save := self._read(number)) is None:
            raise ProblemsFound([Problem(Place(self.content.name, 0), UNKNOWN, Section.IN_BROWSER)])
        return {name: self._without(name, *change) for name, change in save.files.items()}

    def _without(self, name: str, before: bytes | None, after: bytes | None) -> bytes | None:
        now = held_in(self.content / name)
        if now in (before, after):
            return before
        if before is not None and after is not None and now is not None:
            with suppress(UnicodeDecodeError):
                base, back, there = (held.decode().split("\n") for held in (after, before, now))
                if (lines := joined(base, back, there)) is not None:
                    return "\n".join(lines).encode()
        raise ProblemsFound([Problem(Place(f"{self.content.name}/{name}", 0), SINCE, Section.IN_BROWSER)])

    def _numbers(self) -> list[int]:
        found = [int(path.stem) for path in self.folder.glob("*.json") if path.stem.isdecimal()]
        return sorted(found, reverse=True)

    def _read(self, number: int) -> Saved | None:
        try:
            told = json.loads((self.folder / f"{number}.json").read_text("utf-8"))
            files = {name: (self._held(before), self._held(after)) for name, (before, after) in told["files"].items()}
            return Saved(number, str(told["at"]), files)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def _kept(self, held: bytes | None) -> str | None:
        """Keep what a file held, once for all saves, and return its name."""
        if held is None:
            return None
        path = self.folder / "held" / sha256(held).hexdigest()
        if not path.exists():
            path.write_bytes(held)
        return path.name

    def _held(self, name: str | None) -> bytes | None:
        return None if name is None else (self.folder / "held" / name).read_bytes()

    def _forget(self) -> None:
        """Delete what is older than the saves that are kept."""
        if not (old := self._numbers()[KEPT:]):
            return
        for number in old:
            (self.folder / f"{number}.json").unlink(missing_ok=True)
        told = [json.loads(path.read_text("utf-8")) for path in self.folder.glob("*.json")]
        needed = {name for one in told for change in one["files"].values() for name in change}
        for path in (self.folder / "held").iterdir():
            if path.name not in needed:
                path.unlink()


def _told(name: str, change: Change, folder: str) -> dict[str, str]:
    before, after = change
    done = "made" if before is None else "deleted" if after is None else "changed"
    with suppress(UnicodeDecodeError):
        old, new = ((held or b"").decode().encode() for held in change)
        shown = difference(old, new, f"{folder}/{name}")
        return {"file": name, "done": done, "difference": "\n".join(shown.split("\n")[2:])}
    return {"file": name, "done": done, "difference": ""}
