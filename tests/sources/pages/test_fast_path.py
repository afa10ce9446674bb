"""The processors that are asked only where they can find something make the same HTML as those of Python-Markdown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.blockprocessors import BlockQuoteProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import SubstituteTagInlineProcessor

from sources.pages.fast_path import ANYWHERE, signs_of
from sources.pages.fast_path import BLOCKS as SIGNED
from sources.pages.inline.extension import PlainMarkdown
from sources.pages.markdown import EXTENSIONS, converter

FAST = converter({"extensions": EXTENSIONS})
THOROUGH = Markdown(extensions=[*EXTENSIONS, PlainMarkdown()], output_format="html")

INLINE = [
    "*",
    "**",
    "_",
    "`",
    "``",
    "\\",
    "[",
    "]",
    "(",
    ")",
    "!",
    "<",
    ">",
    "&",
    "&amp;",
    "  \n",
    "@",
    "://",
    '"',
    "~~",
    "==",
    "~",
    "^",
    "<b>",
    "</b>",
    "<br>",
    "https://b.org",
    "www.b.org",
    "[[",
    "]]",
    "{.x}",
    ":tada:",
    "\\\n",
]
BLOCKS = [
    "\n",
    "\n\n",
    "\n# ",
    "\n## ",
    "\n- ",
    "\n1. ",
    "\n> ",
    "\n    ",
    "\n===",
    "\n---\n",
    "\n```\n",
    "\n~~~\n",
    "|",
]
WHOLE = [
    "\n| a | b |\n|---|---|\n| c | d |\n",
    "\n[r]: /d 't'\n",
    "[l][r]",
    "[TOC]",
    "\n::: ways\n",
    "\t",
    "\r\n",
    "\2",
    "\3",
    "[^1]",
    "\n\n[^1]: note\n",
    "\n*[A_1]: abbreviation\n",
    "<details>\n<summary>more</summary>\n\n",
    "\n</details>\n",
    "<!-- ",
    " -->",
]
WORDS = ["a", "word", "A_1", " ", "  ", "é", "Ж", "中", "1", "#", "-", "+", ":", "="]


@given(st.lists(st.sampled_from([*INLINE, *BLOCKS, *WHOLE, *WORDS]), max_size=30).map("".join))
@settings(max_examples=1000)
def test_a_text_has_the_html_that_python_markdown_makes(text):
    assert THOROUGH.reset().convert(text) == FAST.reset().convert(text)


@pytest.mark.parametrize(
    "text",
    [
        "a ![picture](/b) c",
        "a ![picture][r] c\n\n[r]: /b",
        "a ![r] c\n\n[r]: /b",
        "<https://b.org/>",
        "<a@b.org>",
        "a &copy; &#169; &#X41; & b",
        "a\n\n___\n\nb",
        "a\n\n- - -",
        "- # One\nwith *two*",
        "- one\n\n    ## Two\n\n    three `four`",
        "> > one\n>\n> > two",
    ],
)
def test_what_is_rare_has_the_html_that_python_markdown_makes(text):
    assert THOROUGH.reset().convert(text) == FAST.reset().convert(text)


HEADINGS = [
    "One",
    "One",
    "One_1",
    "*Two*",
    "`3` & <4>",
    "&copy; A",
    "&#X41; A",
    "<4>",
    "É, ß 中",
    "\\# 5",
    "a > b",
    '"Q"',
    "",
    "[l](/x)",
    "# #",
]


@given(st.lists(st.sampled_from(HEADINGS), max_size=6), st.sampled_from(["", "\n[TOC]\n"]))
@settings(max_examples=300)
def test_headings_have_the_ids_that_python_markdown_gives(headings, contents):
    text = contents + "".join(f"\n## {heading}\n" for heading in headings)

    assert THOROUGH.reset().convert(text) == FAST.reset().convert(text)


def test_one_page_leaves_nothing_behind_for_the_next():
    for text in ("*a* [b](/c) `d`", "plain", "# E\n\n# E", "*f", "g*", "[TOC]\n\n# *h*", "# E"):
        assert THOROUGH.reset().convert(text) == FAST.reset().convert(text)


def test_the_signs_of_every_pattern_in_use_are_known():
    assert [] == [pattern.pattern for pattern in FAST.inlinePatterns if signs_of(pattern) == ANYWHERE]


def test_every_processor_of_the_fast_path_is_in_use():
    fast = [FAST.preprocessors["normalize_whitespace"]]
    fast += [FAST.parser.blockprocessors[name] for _, name, _, _ in SIGNED]
    fast += [FAST.treeprocessors["inline"], FAST.treeprocessors["toc"]]

    assert {"sources.pages.fast_path"} == {type(one).__module__ for one in fast}
    assert [kind for kind, _, _, _ in SIGNED] == [type(one).__bases__[-1] for one in fast[1:-2]]


class OwnQuotations(BlockQuoteProcessor):
    pass


class Own(Extension):
    def extendMarkdown(self, md):  # noqa: N802 (the name is Python-Markdown's)
        md.parser.blockprocessors.register(OwnQuotations(md.parser), "quote", 20)
        md.inlinePatterns.register(SubstituteTagInlineProcessor(r"\n", "br"), "line", 5)


def test_what_another_extension_brings_is_kept_and_asked_about_every_text():
    own = converter({"extensions": [Own()]})

    assert type(own.parser.blockprocessors["quote"]) is OwnQuotations
    assert own.convert("one\ntwo") == "<p>one<br>\ntwo</p>"


@pytest.mark.parametrize("option", [{"baselevel": 2}, {"anchorlink": True}, {"permalink": True}, {"separator": "_"}])
def test_a_table_of_contents_may_have_options(option):
    about = {"extensions": ["toc"], "extension_configs": {"toc": option}}
    text = "# A a\n\n# A a"

    assert Markdown(**about, output_format="html").convert(text) == converter(about).convert(text)


def test_an_id_that_another_extension_sets_is_left_and_taken():
    extensions = ["attr_list", "toc"]
    text = "# A {: #b }\n\n# B"

    expected = Markdown(extensions=extensions, output_format="html").convert(text)

    assert expected == converter({"extensions": extensions}).convert(text)
