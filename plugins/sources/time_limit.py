"""A time limit for work that may not end, such as Markdown with thousands of nested brackets."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from .problems import Problem, ProblemsFound


@contextmanager
def time_limit(seconds: float, problem: Problem) -> Iterator[None]:
    """Raise ProblemsFound with `problem` when the block takes longer than `seconds`.

    The alarm is the process's own and only its main thread hears it; elsewhere, and on systems without it, there is no
    limit.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        raise ProblemsFound([problem])

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
