"""What stands for our own code and the libraries: another version of either is something else."""

import pytest

from sources import result_store as versions


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
