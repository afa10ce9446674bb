"""Calendars: what Thunderbird, Google and Apple subscribe to is what the pages say, and a strict reader takes it."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

from checking.check import check
from conftest import ROOT, THEME, Coalition
from subjects import made_files
from subjects.events.occurrences import occurrences
from subjects.events.records import EVENTS
from subjects.subject import Address

FEDERATION = ROOT / "tests" / "coalitions" / "federation"
ADDRESS = Address("https://small-coalition.org", "")
NEW_YORK = ZoneInfo("America/New_York")


def calendars(content, address=ADDRESS):
    return {
        name: text
        for name, text in made_files(check(content, THEME, production=True), address).items()
        if ".ics" in name
    }


@pytest.fixture
def one(coalition: Coalition):
    """Return what makes an event of some fields, and returns its entry in the calendar of all."""
    coalition.change("data/site.yaml", "navigation:", "time_zone: America/New_York\nnavigation:")

    def made(fields):
        coalition.write("data/events.yaml", f"events:\n  - {{id: x, title: X, {fields}}}\n")
        return Calendar.from_ical(calendars(coalition.content)["events.ics"]).walk("VEVENT")[0]

    return made


def test_there_is_one_of_all_and_one_of_each():
    made = calendars(FEDERATION)

    ids = {event.id for event in check(FEDERATION, THEME, production=True).of(EVENTS).events}
    assert {"events.ics", *(f"events/{name}.ics" for name in ids)} == set(made)
    assert len(ids) == len(Calendar.from_ical(made["events.ics"]).walk("VEVENT")) == 40


@pytest.mark.parametrize("name", ["events.ics", "events/pantry-call.ics", "events/harvest-drive.ics"])
def test_every_line_is_as_the_standard_asks(name):
    text = calendars(FEDERATION)[name]
    calendar = Calendar.from_ical(text)

    assert text.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in text.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    assert not [error for part in calendar.walk() for error in part.errors]
    for event in calendar.walk("VEVENT"):
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS", "URL"} <= set(event)
        assert type(event["DTSTART"].dt) is type(event["DTEND"].dt)
    zones = {str(one["TZID"]) for one in calendar.walk("VTIMEZONE")}
    assert {
        event["DTSTART"].params["TZID"] for event in calendar.walk("VEVENT") if "TZID" in event["DTSTART"].params
    } == zones


def test_the_same_content_gives_the_same_bytes_and_ids_that_stay():
    assert calendars(FEDERATION) == calendars(FEDERATION)
    entry = Calendar.from_ical(calendars(FEDERATION)["events/harvest-drive.ics"]).walk("VEVENT")[0]
    assert "harvest-drive@small-coalition.org" == entry["UID"]
    assert "https://small-coalition.org/events/harvest-drive/" == entry["URL"]


def test_whole_days_end_where_the_next_day_begins(one):
    entry = one("starts: 2028-02-28, ends: 2028-02-29")

    assert (date(2028, 2, 28), date(2028, 3, 1)) == (entry["DTSTART"].dt, entry["DTEND"].dt)


def test_a_night_when_clocks_go_back_is_an_hour_longer(one):
    entry = one("starts: 2026-10-31 22:00, ends: 06:00")

    begins, ends = (entry[name].dt.astimezone(ZoneInfo("UTC")) for name in ("DTSTART", "DTEND"))
    assert timedelta(hours=9) == ends - begins


def test_what_is_cancelled_stays_and_says_so(one):
    assert "CANCELLED" == one("starts: 2027-01-02, state: cancelled")["STATUS"]
    assert "CONFIRMED" == one("starts: 2027-01-02, state: full")["STATUS"]


@pytest.mark.parametrize(
    "rule",
    [
        "starts: 2026-09-08 18:30, every: second Tuesday of each month, until: 2027-12, except: 2026-12-08",
        "starts: 2026-10-23 23:30, ends: 00:30, every: week, until: 2026-11-27",
        "starts: 2026-11-30, every: last day of each month, until: 2027-03",
        "starts: 2026-03-02 08:00, every: other Monday and Friday, until: 2026-05-01",
        "starts: 2024-02-29, every: year, until: 2036-03",
    ],
)
def test_a_calendar_reads_the_rule_as_the_pages_do(one, rule, coalition):
    entry = one(rule)
    begins = entry["DTSTART"].dt
    start = begins if isinstance(begins, datetime) else datetime.combine(begins, datetime.min.time())
    read = rrulestr(entry["RRULE"].to_ical().decode(), dtstart=start)
    left_out = {day.dt for days in [entry.get("EXDATE")] if days for day in days.dts}

    (event,) = coalition.check().of(EVENTS).events
    assert [time.starts.day for time in occurrences(event)] == [day.date() for day in read if day not in left_out]
