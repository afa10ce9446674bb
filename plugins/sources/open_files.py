"""Files that another program has open: Windows neither replaces, renames nor deletes them until it lets go."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

# Windows' words for access that is denied, a file that is shared with nobody, and a part of it that is locked.
HELD = (5, 32, 33)
SECONDS = 3.0  # what looks for viruses or makes an index takes less, and a preview that reads a page far less
BETWEEN = 0.05


def is_held(error: BaseException) -> bool:
    """Tell whether an error is Windows' word for a file that somebody has open; elsewhere there is none."""
    return getattr(error, "winerror", None) in HELD


def when_free(change: Callable[[], T], seconds: float = SECONDS) -> T:
    """Replace, rename or delete a file; try again for a while where somebody has it open."""
    last = time.monotonic() + seconds
    while True:
        try:
            return change()
        except OSError as error:
            if not is_held(error) or time.monotonic() > last:
                raise
        time.sleep(BETWEEN)
