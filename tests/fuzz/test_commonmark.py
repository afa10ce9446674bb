"""Lists, quotations, headings and links stand in each other as CommonMark says, by another reader of it.

What is understood beyond it, or otherwise, is left out of these texts, with its reason:

- Text four spaces further right is no code: nobody on this site means it (it stands between fences).
- What stands two spaces further right than the sign of an entry belongs to it, also below `10.`.
- `-`, `*` and `+` go on with one list, quotations with a blank line between them with one quotation: so it was
  published before, and nobody sees a difference.
- A numbered list may begin below a line with another number than 1, if the next line goes on counting.
- A line of hyphens below a sentence with a full stop is a rule.
- Whether the text of an entry is a paragraph depends on the blank lines beside that entry, not on all of the list.
"""

import re

from bs4 import BeautifulSoup, Tag
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from conftest import TIMES
from sources.pages.markdown import converted

OTHER = MarkdownIt("commonmark")
WORDS = st.sampled_from(["food", "a drink", "*some*", "[the rules](/rules/)", "`code`", "2018 was", "We - all - eat"])
LINES = st.lists(WORDS, min_size=1, max_size=3)
SIGNS = st.sampled_from(["-", "*", "+", "1.", "1)"])
APART = st.booleans()


def below(blocks):
    """Return a strategy for what may stand in a document, or in a block: the lines of blocks of different kinds."""
    return st.lists(st.tuples(blocks, APART), min_size=1, max_size=4).map(_joined)


def _joined(some: list[tuple[tuple[str, list[str]], bool]]) -> list[str]:
    lines: list[str] = []
    before = ""
    for (kind, block), apart in some:
        if kind != before:
            lines += ["", *block] if lines and (apart or "paragraph" in (kind, before)) else block
            before = kind
    return lines


def _entries(drawn: tuple[str, int, list[tuple[list[str], bool]]]) -> tuple[str, list[str]]:
    sign, gap, entries = drawn
    lines: list[str] = []
    for number, (entry, apart) in enumerate(entries, 1):
        marker = (f"{number}{sign[1]}" if sign[0] == "1" else sign) + " " * gap
        lines += [""] if apart and lines else []
        lines += [(marker if not at else " " * len(marker)) + line if line else "" for at, line in enumerate(entry)]
    return "list", lines


def _within(blocks):
    quotation = below(blocks).map(lambda lines: ("quotation", [f"> {line}".rstrip() for line in lines]))
    entries = st.lists(st.tuples(below(blocks), APART), min_size=1, max_size=3)
    return quotation | st.tuples(SIGNS, st.integers(1, 3), entries).map(_entries)


PARAGRAPH = LINES.map(lambda lines: ("paragraph", lines))
HEADING = WORDS.map(lambda words: ("heading", [f"## {words}"]))
DOCUMENT = below(st.recursive(PARAGRAPH | HEADING, _within, max_leaves=8)).map("\n".join)


def structure(element: Tag) -> list[object]:
    """Return what stands in an element: words, and elements with what stands in them, but for paragraphs of entries."""
    found: list[object] = []
    for child in element.children:
        if not isinstance(child, Tag):
            found += child.split()
        elif child.name == "p" and element.name == "li":
            found += structure(child)
        else:
            name = re.sub("h[1-6]", "heading", child.name)
            found.append((name, child.get("href", ""), child.get("start", ""), structure(child)))
    return found


@given(DOCUMENT)
@settings(max_examples=600 * TIMES)
def test_blocks_stand_in_each_other_as_commonmark_says(text):
    expected, found = (
        structure(BeautifulSoup(html, "html.parser")) for html in (OTHER.render(text), converted(text).rendered.html)
    )

    assert expected == found
