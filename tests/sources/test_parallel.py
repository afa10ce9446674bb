"""Work shared among processes gives what one process gives."""

import gc
import importlib
import os
import sys
from contextlib import redirect_stdout
from io import StringIO

import pytest

from programs import not_on_windows
from sources.parallel import importing, in_parallel
from sources.problems import Place, Problem, ProblemsFound

FORKS = not_on_windows("it has no forks, so one process does all")


@pytest.fixture(params=[1, *(pytest.param(number, marks=FORKS) for number in (2, 3))])
def processors(request, monkeypatch) -> int:
    monkeypatch.setattr("sources.parallel.processors", lambda: request.param)
    return request.param


@pytest.mark.parametrize("number", [0, 1, 2, 7, 100, 101])
def test_results_come_in_the_order_of_the_items(processors, number):
    assert [item * item for item in range(number)] == in_parallel(lambda item: item * item, range(number), at_least=2)


def test_the_work_is_shared(processors):
    workers = set(in_parallel(lambda _: os.getpid(), range(100), at_least=2))

    assert (workers == {os.getpid()}) == (processors == 1)


def test_a_few_items_are_not_worth_a_fork(processors):
    assert {os.getpid()} == set(in_parallel(lambda _: os.getpid(), range(99)))


def test_problems_found_by_another_process_are_told(processors):
    problem = Problem(Place("content/pages/about.md", 3, 7), "no page.")

    def find(item: int) -> None:
        if item == 50:
            raise ProblemsFound([problem])

    with pytest.raises(ProblemsFound) as found:
        in_parallel(find, range(100), at_least=2)

    assert (problem,) == found.value.problems


def test_what_is_imported_is_no_garbage_and_what_earlier_builds_left_may_be():
    before = gc.get_freeze_count()
    with importing():
        pass
    assert before == gc.get_freeze_count()

    try:
        sys.modules.pop("this", None)
        with importing(), redirect_stdout(StringIO()):
            importlib.import_module("this")
        assert gc.isenabled()
        assert before < gc.get_freeze_count()
    finally:
        gc.unfreeze()
