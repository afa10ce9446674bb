"""The releases of a site, wherever they are kept: their list for staff, the one that is meant, and how old it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches

from releasing.record import GONE, Record
from sources.problems import ProblemsFound, command, count, quoted

from .programs import trouble

NONE = "nothing was published there yet."
NOT_KNOWN = "What changed is not known."
NOW = "visitors see this one now"
LETTERS = 8  # of the name of a release
SHORTEST = 4  # letters that name a release
NEAREST = 3
OLD = 30  # days after which a release is more than what was just replaced


@dataclass(frozen=True, slots=True)
class Release:
    """One release: the name by which the place knows it, when it was published, its record if there is one."""

    id: str
    name: str  # what staff type
    moment: datetime
    record: Record | None = None
    current: bool = False

    @property
    def when(self) -> str:
        """Return day and time of its publication, where whoever asks is."""
        return f"{self.moment.astimezone():%Y-%m-%d %H:%M}"


def listed(releases: Sequence[Release], place: str, now: str = NOW) -> Iterator[str]:
    """Yield the lines of the list, the newest release first; `now` says what the current one is."""
    if not releases:
        yield f"{place}: {NONE}"
        return
    yield f"{place}: {count(len(releases), 'release')}, the newest first."
    for one in releases:
        files = f", {count(one.record.files, 'file')}" if one.record and one.record.files else ""
        yield f"  {one.name}  {one.when}{files}{f' <- {now}' if one.current else ''}"
        for said in (one.record.changed if one.record else ()) or (NOT_KNOWN,):
            yield f"      {said}"


def meant(typed: str, releases: Sequence[Release], place: str) -> Release:
    """Return the release that was typed, by its name, its whole id or how one of them begins; else raise ProblemsFound.

    Of two with the same name, which hold the same files, the newer is taken.
    """
    word = typed.strip().casefold()
    found = [one for one in releases if word in (one.name.casefold(), one.id.casefold())]
    if not found and len(word) >= SHORTEST:
        found = [one for one in releases if one.name.startswith(word) or one.id.casefold().startswith(word)]
    if found and len({one.name for one in found}) == 1:
        return found[0]
    raise _unknown(typed, found, releases, place)


def _unknown(typed: str, found: Sequence[Release], releases: Sequence[Release], place: str) -> ProblemsFound:
    if not releases:
        return trouble("RELEASE", f"{place}: {NONE}")
    if found:
        return trouble("RELEASE", f"{quoted(typed)} may mean {_named(found)}. Type more of its name.")
    names = get_close_matches(short(typed.casefold()), [one.name for one in releases], NEAREST, 0.7)
    near = [one for one in releases if one.name in names] or releases[:NEAREST]
    expected = "expected the name of a release" if typed.strip() == "" else f"no release is called {quoted(typed)}"
    guess = f"Did you mean {_named(near)}?" if names else f"The newest: {_named(near)}. All: {command('releases')}"
    return trouble("RELEASE", f"{expected}. {guess}")


def _named(releases: Sequence[Release]) -> str:
    return " or ".join(f"{one.name} ({one.when})" for one in releases)


def out_of_date(release: Release, now: datetime) -> Iterator[str]:
    """Yield in words how old a release is, and what it says that no longer holds; nothing of one made today."""
    days = (now - release.moment).days
    if days < 1:
        return
    yield f"It was published {count(days, 'day')} ago and shows the dates of that day."
    past = [one for one in (release.record.coming if release.record else ()) if one.day <= now.astimezone().date()]
    for one in past:
        yield f"  Out of date in it since {one.day}: {one.text}"
    if past or days > OLD or not release.record:
        yield "  Look at what it says of dates. To bring it up to date, change content/ back and publish that."


def taken_back(release: Release, releases: Sequence[Release]) -> Iterator[str]:
    """Yield in words what changed since an older release, which is taken back when it is shown again."""
    at = [one.current for one in releases].index(True) if any(one.current for one in releases) else len(releases)
    between = releases[at : releases.index(release)]
    said = list(dict.fromkeys(text for one in between for text in (one.record.changed if one.record else ())))
    if said:
        yield "What changed since then is taken back:"
        yield from (f"  {text}" for text in said)
    if any(text.endswith(GONE.format("")) for text in said):
        yield "So what is gone comes back. If somebody asked for it to go, ask them first."


def short(release: str) -> str:
    """Return what staff type of the id of a release on a server: the sum of its files."""
    return release.rpartition("-")[2]
