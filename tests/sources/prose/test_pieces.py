"""A rule that reads only the blocks that hold its signs finds what it would find in the whole text."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sources.front_matter import FrontMatter
from sources.nodes import Mapping
from sources.pages import PageSource
from sources.problems import Place
from sources.prose import brackets, code, lists, marks, tables
from sources.prose.headings import heading_problems
from sources.prose.links import link_problems
from sources.prose.pieces import blocks, pieces
from sources.prose.targets import Targets

LISTS = ["- a\n", "* a\n", "1. a\n", "  a\n", "    a\n", "— a\n", "• a", "a) a", "o  a", "1.a", "a\n", "# A\n", "\n"]
TABLES = ["| a ", "|", "---", "-", "|\n", "a\n", "\ta\tb\n", "## A\n", "::: a\n", " \n", "\n\n"]
HEADINGS = ["## A\n", " # A\n", "   # A\n", "#", "a\n", "==\n", "= \n", "---\n", "- -\n", "* * *\n", "::: a\n", "\n\n"]
BRACKETS = ["[", "]", "](", "(", ")", "![", "]: ", "[r]:", "[r]", "(/a/)[a]", "/a.pdf", "> ", "a", " ", "\n", "\n\n"]
MARKS = ["**", "~~", "~~~", "`", "```", "\\", "</a", "<a@b.org>", "http://a", "WWW.a", "{{", "}}", "&shy;", "a", "\n"]
ALL = [*LISTS, *TABLES, *HEADINGS, *BRACKETS, *MARKS]
TEXTS = st.sampled_from([LISTS, TABLES, HEADINGS, BRACKETS, MARKS, ALL]).flatmap(
    lambda some: st.lists(st.sampled_from(some), max_size=12).map("".join)
)
# Nothing in it belongs to what stands before, and no rule passes over a text that ends with it.
ALL_SIGNS = "\n\n".join(
    [
        "",
        "<https://e.org/> [a](https://b.org/) **b** `c` \\* &amp; {d :// www. ~",
        "- e\n\n\tf\n",
        "[named]: https://n.org/",
        "| g | h |\n| --- | --- |\n| i | j |",
        " # k\n\nl\n---\n",
    ]
)
NOWHERE = Place("news.md")


def told(body: str, length: int) -> list[tuple[Place, str]]:
    """Return the problems of a page that stand in the first `length` characters of its text."""
    front_matter = FrontMatter(title="News", description="New.")
    page = PageSource("news.md", "news", "news/", front_matter, body, 1, Mapping(NOWHERE, NOWHERE, {}), b"")
    targets = Targets.of([], [], production=False)
    found = [*marks.mark_problems(page), *heading_problems(page), *link_problems(page, targets)]
    return [(problem.place, problem.message) for problem in found if problem.place <= page.at(length)]


@given(TEXTS)
@example("— a\n\na\n\n- a\n— a")
@example("- a\n\na\n\n  a")
@example("* a\na")
@example("a) a")
@example("a](/a.pdf")
@example("One\ttwo\nThree\tfour")
@example("{{a}}")
@settings(max_examples=1000, deadline=None)
def test_blocks_without_the_signs_of_a_rule_hold_nothing_that_it_would_tell(text):
    with pytest.MonkeyPatch.context() as patch:
        for module in (brackets, code, lists, marks, tables):
            patch.setattr(module, "blocks", lambda whole: [(0, whole)])
        patch.setattr(lists, "SIGN", re.compile(""))
        read_whole = told(text + ALL_SIGNS, len(text))

    assert read_whole == told(text, len(text))


@given(TEXTS)
def test_the_pieces_of_a_text_are_those_of_its_blocks(text):
    of_blocks = [(at + start, block[start:end]) for at, block in blocks(text) for start, end in pieces(block)]
    of_text = [(start, text[start:end]) for start, end in pieces(text)]

    assert [(at, piece.rstrip("\n")) for at, piece in of_text] == [(at, piece.rstrip("\n")) for at, piece in of_blocks]
