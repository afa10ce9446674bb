"""The day of the build, where the coalition is."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from checking.loading import today
from conftest import ROOT, epoch
from programs import environment
from sources.problems import ProblemsFound

CHICAGO, KIRITIMATI, PAGO_PAGO = "America/Chicago", "Pacific/Kiritimati", "Pacific/Pago_Pago"


@pytest.mark.parametrize(
    ("time_zone", "midnight", "day"),
    [
        (CHICAGO, (date(2026, 11, 23), 6), date(2026, 11, 23)),
        (CHICAGO, (date(2026, 3, 8), 6), date(2026, 3, 8)),  # the day on which clocks go forward, still in winter time
        (CHICAGO, (date(2026, 3, 9), 5), date(2026, 3, 9)),
        (CHICAGO, (date(2026, 11, 1), 5), date(2026, 11, 1)),  # the day on which they go back, still in summer time
        (CHICAGO, (date(2026, 11, 2), 6), date(2026, 11, 2)),
        (CHICAGO, (date(2027, 1, 1), 6), date(2027, 1, 1)),
        (CHICAGO, (date(2028, 2, 29), 6), date(2028, 2, 29)),
        (KIRITIMATI, (date(2026, 12, 31), 10), date(2027, 1, 1)),  # UTC+14
        (PAGO_PAGO, (date(2027, 1, 1), 11), date(2027, 1, 1)),  # UTC-11
        ("UTC", (date(2027, 1, 1), 0), date(2027, 1, 1)),
    ],
)
def test_a_day_begins_at_midnight_where_the_coalition_is(monkeypatch, time_zone, midnight, day):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(*midnight))
    assert day == today(time_zone)

    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(epoch(*midnight)) - 1))
    assert day - timedelta(days=1) == today(time_zone)


@pytest.mark.parametrize(
    "unset", [lambda env: env.delenv("SOURCE_DATE_EPOCH"), lambda env: env.setenv("SOURCE_DATE_EPOCH", "")]
)
def test_without_a_fixed_second_it_is_now(monkeypatch, unset):
    unset(monkeypatch)

    with time_machine.travel(datetime(2031, 12, 31, 23, 59, tzinfo=UTC), tick=False):
        assert (date(2031, 12, 31), date(2032, 1, 1)) == (today("UTC"), today(KIRITIMATI))


def test_the_clock_of_the_machine_has_its_own_time_zone_and_nobody_asks_it():
    code = "from checking.loading import today; print(today('America/Chicago'))"
    found = {
        subprocess.run(
            [sys.executable, "-c", code], env=environment(TZ=zone), cwd=ROOT,
            capture_output=True, text=True, check=True,
        ).stdout
        for zone in (KIRITIMATI, PAGO_PAGO)
    }  # fmt: skip

    assert {"2026-11-23\n"} == found


@pytest.mark.parametrize("second", ["2026-11-23", "1e9", "9" * 30, "-" + "9" * 15])
def test_a_second_that_is_none_is_a_problem(monkeypatch, second):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", second)

    with pytest.raises(ProblemsFound) as found:
        today(CHICAGO)

    assert [f'SOURCE_DATE_EPOCH: expected the seconds since 1970, found "{second}".'] == [
        str(problem) for problem in found.value.problems
    ]
