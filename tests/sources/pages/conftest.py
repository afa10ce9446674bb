"""One page of the small coalition, whose text each test writes."""

import pytest

FRONT = "---\ntitle: News\ndescription: What is new.\n---\n"


@pytest.fixture
def told(coalition):
    """Return what is told of a page with this text: line and column counted from the text's own first line."""

    def problems(text: str) -> list[str]:
        coalition.write("pages/news.md", FRONT + text)
        found = [problem.removeprefix("content/pages/news.md:") for problem in coalition.problems()]
        return [f"{int(line) - FRONT.count(chr(10))}:{rest}" for line, _, rest in (one.partition(":") for one in found)]

    return problems
