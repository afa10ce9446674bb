"""Results of little work, kept for many items at once."""

import pytest

from building.sqlite_store import SqliteStore
from sources.result_store import BATCH, in_batches


@pytest.fixture
def done(tmp_path):
    """Do some work on numbers, with a store; return what it yields and the numbers that were worked on."""

    def work_on(numbers: list[int], known: bytes = b"") -> tuple[list[int], list[int]]:
        worked_on = []

        def multiples(number: int) -> list[int]:
            worked_on.append(number)
            return [number] * (number % 3)

        return list(in_batches(SqliteStore(tmp_path), multiples, numbers, known, lambda item: b"%d" % item)), worked_on

    return work_on


@pytest.mark.parametrize("number", [0, 1, BATCH, BATCH + 1, 5 * BATCH])
def test_all_results_come_in_the_order_of_the_items(done, number):
    expected = [item for item in range(number) for _ in range(item % 3)]

    assert (expected, list(range(number))) == done(list(range(number)))
    assert (expected, []) == done(list(range(number)))


def test_a_changed_item_is_worked_on_with_those_it_is_kept_with_and_no_others(done):
    numbers = list(range(5 * BATCH))
    done(numbers)

    numbers[BATCH] = 1_000
    assert [1_000, *range(BATCH + 1, 2 * BATCH)] == done(numbers)[1]


def test_what_all_results_depend_on_changes_all(done):
    done([1, 2])

    assert [1, 2] == done([1, 2], b"other")[1]
