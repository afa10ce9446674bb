"""The day of the build: the one place where the clock counts. Whatever depends on it is given the day."""

from __future__ import annotations

import os
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sources.problems import Place, Problem, ProblemsFound


def today(time_zone: str) -> date:
    """Return today's date in a time zone; at the second of SOURCE_DATE_EPOCH, if that is set, instead of now.

    Raises ProblemsFound for a second that is none. See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    zone = ZoneInfo(time_zone)
    second = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return (datetime.fromtimestamp(int(second), zone) if second else datetime.now(zone)).date()
    except (ValueError, OverflowError, OSError):
        message = f'expected the seconds since 1970, found "{second}".'
        raise ProblemsFound([Problem(Place("SOURCE_DATE_EPOCH", 0), message)]) from None
