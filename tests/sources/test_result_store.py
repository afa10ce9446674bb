"""Results of little work, kept for many items at once."""

import pytest

from building.sqlite_store import SqliteStore
from sources import result_store as versions
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


@pytest.fixture
def of_code(tmp_path, monkeypatch):
    """Tell the code by a folder of its own and a library beside it."""
    monkeypatch.setattr(versions, "PLUGINS", tmp_path / "plugins")
    monkeypatch.setattr("sys.path", [str(tmp_path / "libraries"), "nowhere"])
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "a.py").write_text("one = 1\n")
    (tmp_path / "libraries" / "markdown-3.11.3.dist-info").mkdir(parents=True)
    return versions.of_code.__wrapped__


def test_the_same_code_is_told_by_the_same_sum(of_code):
    assert of_code() == of_code()


def test_a_changed_module_is_another_code(of_code, tmp_path):
    before = of_code()
    (tmp_path / "plugins" / "a.py").write_text("one = 2\n")

    assert before != of_code()


def test_another_version_of_a_library_is_another_code(of_code, tmp_path):
    before = of_code()
    (tmp_path / "libraries" / "markdown-3.11.3.dist-info").rename(tmp_path / "libraries" / "markdown-3.11.4.dist-info")

    assert before != of_code()


def test_what_python_compiles_is_no_other_code(of_code, tmp_path):
    before = of_code()
    (tmp_path / "plugins" / "__pycache__").mkdir()
    (tmp_path / "plugins" / "__pycache__" / "a.cpython-311.pyc").write_bytes(b"compiled")

    assert before == of_code()
