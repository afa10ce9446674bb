"""Parallel work on all processors, by forks, and less garbage collection."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")
R = TypeVar("R")

WORTH_A_FORK = 100  # items of usual work, at least
SELDOM = (50_000, 20, 50)  # objects more than before, and rounds (https://docs.python.org/3/library/gc.html)
SHARES = 8  # for each processor, so that none waits long for the last one
_at_hand: list[Any] = []  # the work and its items, inherited by the forks: neither is ever copied to them


def processors() -> int:
    """Return how many processors may be used; 1 where a process cannot be forked."""
    if not hasattr(os, "fork"):
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def importing() -> Iterator[None]:
    """Let Python look for no garbage among what is imported, which stays, nor at the end, when everything goes."""
    known = len(sys.modules)
    gc.disable()
    try:
        yield
    finally:
        if len(sys.modules) > known:  # else what was frozen would be what earlier builds have left
            gc.freeze()
            atexit.register(gc.freeze)
        gc.enable()


@contextmanager
def collecting_rarely() -> Iterator[None]:
    """Let Python look for circular garbage seldom: there is little of it, and looking takes a tenth of a build."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def in_parallel(work: Callable[[T], R], items: Sequence[T], at_least: int = WORTH_A_FORK) -> list[R]:
    """Return `work` of each item, in order; fewer items than `at_least` are not worth a fork.

    What `work` returns or raises must be picklable; what it changes is lost. The first error is raised.
    """
    forks = min(processors(), len(items)) - 1
    if len(items) < at_least or forks < 1:
        return [work(item) for item in items]
    import multiprocessing  # late: most checks and publishes fork nothing, and importing takes longer than their work
    from concurrent.futures import ProcessPoolExecutor

    first = work(items[0])  # whatever is set up on first use, such as compiled templates, is then there for all forks
    step = -(-len(items) // ((forks + 1) * SHARES))
    ranges = [range(start, start + step) for start in range(1, len(items), step)]
    _at_hand[:] = [work, items]
    gc.freeze()  # else the forks' garbage collectors would touch, and so copy, all that they share
    try:
        with ProcessPoolExecutor(forks, multiprocessing.get_context("fork")) as pool:
            shares = [pool.submit(_share, numbers) for numbers in ranges]
            for number in reversed(range(len(shares))):  # this process takes what no fork has begun, from the other end
                if shares[number].cancel():
                    shares[number] = _done_here(ranges[number])
            return [first, *(result for share in shares for result in share.result())]
    finally:
        gc.unfreeze()
        _at_hand.clear()


def _done_here(numbers: range) -> Future[list[Any]]:
    """Return what a fork would: the results, or the error, which is then raised in its turn."""
    from concurrent.futures import Future

    share: Future[list[Any]] = Future()
    try:
        share.set_result(_share(numbers))
    except Exception as error:  # noqa: BLE001 (raised by whoever asks for the result)
        share.set_exception(error)
    return share


def _share(numbers: range) -> list[Any]:
    work, items = _at_hand
    return [work(item) for item in items[numbers.start : numbers.stop]]
