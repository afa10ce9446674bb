"""Events as visitors read them: when, where, for whom, and how to take part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from sources.records.ids import ids_meant
from sources.records.moments import Moment
from sources.words import Words, begun, shown_day, shown_time, shown_weekday

from ..lists import by_month
from ..loaded import Sources
from .occurrences import Occurrence, occurrences, upcoming
from .records import EVENTS, Event
from .rule import told as rule_told

FOLDER = "events/"
NEXT = 6  # of the dates of what comes again, on its page


@dataclass(frozen=True, slots=True)
class When:
    """One time: how it begins and ends, in words and for machines; `ends` is empty where nothing more is known."""

    begins: str
    begins_at: str
    ends: str
    ends_at: str
    zone: str


@dataclass(frozen=True, slots=True)
class Line:
    """One event in a list."""

    title: str
    href: str
    when: When
    where: str
    state: str
    summary: str | None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the page of an event opens with; `over` is when it was, if that has passed."""

    event: Event
    when: When
    where: str
    tiers: tuple[tuple[str, str | None], ...]  # titles with the addresses of their pages
    again: str  # the rule by which it comes again, in words
    next_dates: tuple[When, ...]
    register: str | None  # an address
    register_over: bool
    is_over: bool
    calendar: str


def where(event: Event, words: Words) -> str:
    """Return where an event takes place; empty if that is not known."""
    place = event.place or (words["event_address_later"] if event.address_after_rsvp else "")
    if not event.online:
        return place
    return words["event_place_online"].format(place=event.place) if event.place else words["event_online"]


class Shown:
    """Tells of the events of a site in its words, as of the day of the build."""

    def __init__(self, sources: Sources) -> None:
        self.words, self.today, self._zone = sources.words, sources.today, sources.site.time_zone
        self._sources, self.folder = sources, sources.root_of(EVENTS) + FOLDER

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """Return the events by their ids."""
        return {event.id: event for event in self._sources.of(EVENTS).events}

    @cached_property
    def _tier_pages(self) -> Mapping[str, str]:
        return {page.front_matter.tier: page.url for page in self._sources.findable if page.front_matter.tier}

    def line(self, one: Occurrence, *, again: bool = False) -> Line:
        """Return one time of an event as an entry of a list; `again` if that has told already what it is."""
        state = one.event.state
        said = "" if state == "planned" else self.words[f"event_state_{state}"]
        href = f"{self.folder}{one.event.id}/"
        summary = None if again else one.event.summary
        return Line(one.event.title, href, self.when(one), where(one.event, self.words), said, summary)

    def by_month(self, some: Sequence[Occurrence]) -> list[tuple[str, list[Line]]]:
        """Return entries below their months, in the order given; what an event is stands at its first time only."""
        first = {one.event.id: one for one in reversed(some)}
        months = by_month(some, lambda one: one.starts.day, self.words)
        return [
            (month, [self.line(one, again=one is not first[one.event.id]) for one in times]) for month, times in months
        ]

    def when(self, one: Occurrence) -> When:
        """Return when an event takes place."""
        begins, ends = one.starts, one.ends
        same_day = not one.several_days
        until = "" if same_day else _shown(self.words, ends)
        if same_day and ends.clock:
            until = shown_time(self.words, ends.clock)
        return When(_shown(self.words, begins), self._iso(begins), until, self._iso(ends), self._zone_of(begins))

    def facts(self, event: Event) -> Facts:
        """Return what the page of an event opens with: of one that comes again, about the next time."""
        coming = upcoming([event], self.today)
        first = coming[0] if coming else list(occurrences(event))[-1]
        form = event.register_
        address = form and (form.url or f"mailto:{form.email}")
        closed = bool(form and form.closes and form.closes < self.today)
        taken = event.state in ("full", "cancelled") or closed or not coming
        tiers = self._sources.names.get("tier", {})
        meant = dict.fromkeys(tier for name in event.for_tiers for tier in ids_meant(name, tiers))
        return Facts(
            event,
            self.when(first),
            where(event, self.words),
            tuple((tiers[tier], self._tier_pages.get(tier)) for tier in meant),
            self.again(event),
            tuple(self.when(one) for one in islice(coming, 1, NEXT)) if event.every else (),
            address if address and not taken else None,
            closed and bool(coming),
            not coming,
            f"{self.folder}{event.id}.ics",
        )

    def again(self, event: Event) -> str:
        """Return how an event comes again, and until when; empty if it does not."""
        if event.every is None:
            return ""
        rule = rule_told(event.every, self.words, self._sources.site.language)
        until = event.until and shown_day(self.words, event.until)
        return self.words["event_again_until"].format(rule=rule, date=until) if until else rule

    def _iso(self, moment: Moment) -> str:
        return moment.in_zone(self._zone).isoformat() if moment.clock else moment.day.isoformat()

    def _zone_of(self, moment: Moment) -> str:
        name = moment.in_zone(self._zone).tzname() or ""
        return "" if moment.clock is None else name if name.isalpha() else f"UTC{name}"


def titles(words: Words, events: Sequence[Event], taken: Collection[str]) -> Mapping[str, str]:
    """Return the titles of pages by the ids of their events: where one is `taken` or comes again, with day or time."""
    found: dict[str, str] = {}
    left = list(events)
    for name in (_title, _title_with_day):
        times = Counter(name(words, event) for event in events)
        named = ((event, name(words, event)) for event in left)
        found |= {event.id: title for event, title in named if times[title] == 1 and title not in taken}
        left = [event for event in left if event.id not in found]
    return found | {event.id: _titled(words, event, _shown(words, event.starts)) for event in left}


def _title(_: Words, event: Event) -> str:
    return event.title


def _title_with_day(words: Words, event: Event) -> str:
    return _titled(words, event, shown_day(words, event.starts.day))


def _titled(words: Words, event: Event, when: str) -> str:
    return words["event_titled"].format(title=event.title, when=when)


def told(words: Words, event: Event) -> str:
    """Return one sentence on an event, for search results."""
    when = _shown(words, event.starts)
    if event.summary:
        return begun(words["event_told_more"].format(when=when, summary=event.summary))
    return words["event_told"].format(title=event.title, when=when)


def _shown(words: Words, moment: Moment) -> str:
    day = shown_weekday(words, moment.day)
    return words["event_at"].format(date=day, time=shown_time(words, moment.clock)) if moment.clock else day
