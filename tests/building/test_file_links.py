"""How large a file is, in words that stay the same."""

import pytest

from building.file_links import with_documents
from conftest import WORDS
from sources.words import shown_size


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (0, "1\u00a0kB"),
        (1, "1\u00a0kB"),
        (1_001, "2\u00a0kB"),
        (998_999, "999\u00a0kB"),
        (999_500, "1\u00a0MB"),
        (1_040_000, "1\u00a0MB"),
        (2_450_000, "2.5\u00a0MB"),
        (2_960_000, "3\u00a0MB"),
        (9_970_000, "10\u00a0MB"),
        (24_600_000, "25\u00a0MB"),
    ],
)
def test_a_size_is_told_as_people_say_it(size, shown):
    assert shown == shown_size(WORDS, size)


def test_a_picture_in_a_link_and_a_kind_without_words_are_left_alone():
    html = '<a href="/a.pdf"><img src="/x.svg" alt="x"></a> <a href="/a.json">Numbers</a>'

    assert html == with_documents(html, {"/a.pdf": ("pdf", 1), "/a.json": ("json", 1)}, WORDS)


def test_a_link_with_a_title_is_told_of_too():
    html = '<a title="x" href="/a.pdf">Report</a>'

    assert "Report (PDF, 1" in with_documents(html, {"/a.pdf": ("pdf", 1)}, WORDS)
