"""The questions to the coalition."""

from checking.health import OpenQuestion, open_questions
from conftest import CATE_CONTENT
from sources.problems import Place


def test_the_numbered_list_is_read_up_to_the_next_heading(coalition):
    coalition.write(
        "CORRECTIONS.md",
        "1. Not this\n\n## Open questions\n\n1. **Who leads?** It was never said.\n2. Where do we meet?\n\n"
        "## Answered\n\n3. Nor this\n",
    )

    assert open_questions(coalition.content) == (
        OpenQuestion(1, "Who leads?", Place("content/CORRECTIONS.md", 5)),
        OpenQuestion(2, "Where do we meet?", Place("content/CORRECTIONS.md", 6)),
    )


def test_there_need_not_be_any(coalition):
    assert () == open_questions(coalition.content)

    coalition.write("CORRECTIONS.md", "1. **Who leads?**\n")

    assert () == open_questions(coalition.content)


def test_those_of_cate_are_numbered_without_a_gap():
    found = open_questions(CATE_CONTENT)

    assert found
    assert [question.number for question in found] == list(range(1, len(found) + 1))
