"""Candidates take turns, and none is measured for a build that it did not do."""

import sys

import pytest

from candidates import Candidate
from measuring import BuildFailed, measure, run

COPY = """
import pathlib
pathlib.Path("output").mkdir(exist_ok=True)
for page in pathlib.Path("content/news").iterdir():
    new = pathlib.Path("output", page.stem + ".html")
    if {again} or not new.exists():
        new.write_text(page.read_text())
"""


def made_up(name, program):
    """Return a candidate whose command is a Python program."""
    return Candidate(name, (sys.executable, "-c", program), "made up")


HONEST, IDLE = made_up("honest", COPY.format(again=True)), made_up("idle", COPY.format(again=False))
BROKEN = made_up("broken", "import sys; sys.exit('no wind today')")


def test_a_build_costs_time_processor_and_memory(tmp_path):
    cost = run((sys.executable, "-c", "sum(range(1_000_000)); bytearray(500_000_000)"), tmp_path, {})

    assert 0 < cost.processor
    assert 0 < cost.seconds < 60
    # Linux also counts what this process, of which that one is a copy until it begins, takes itself.
    assert 500 < cost.megabytes < 700


def test_a_build_that_fails_is_no_measurement(tmp_path):
    with pytest.raises(BuildFailed, match="no wind today"):
        run(BROKEN.command, tmp_path, {})


def test_everyone_is_measured_in_every_round():
    results, failed = measure((HONEST,), [4, 6], 2)

    assert {} == failed
    for pages, by_name in results.items():
        assert 2 == len(by_name["honest"].cold) == len(by_name["honest"].edited)
        assert pages == by_name["honest"].files


def test_who_fails_or_does_not_show_the_edit_is_left_out_with_the_reason():
    results, failed = measure((HONEST, IDLE, BROKEN), [2], 1)

    assert ["honest"] == list(results[2])
    assert {"idle, 2 pages": "page 0 does not show the edit", "broken, 2 pages": "no wind today"} == failed
