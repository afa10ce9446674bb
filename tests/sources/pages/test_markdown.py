"""What is checked is what is rendered: links, headings and words are those of the HTML."""

import re
from dataclasses import replace
from html import unescape

import pytest
from bs4 import BeautifulSoup
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sources.pages.front_matter import FrontMatter
from sources.pages.markdown import EXTENSIONS, converted, converter
from sources.pages.mistakes import text_problems
from sources.pages.page import PageSource
from sources.pages.places import link_places
from sources.problems import Place
from sources.yaml.nodes import Mapping

LINKS = [
    "[a](https://b.org/)",
    "[a](https://b.org/ 't')",
    "![p][r]",
    "[a][r]",
    "[r]",
    "<https://e.org/>",
    "[a]",
    "https://f.org/g_h.",
    "www.i.org",
    "<tel:+1-314-555-0100>",
    "[[j]]",
    "[[k|l m]]",
    "n@o.org",
]
BLOCKS = [
    "\n",
    "\n\n",
    "## ",
    "### ",
    "- ",
    "1. ",
    "    ",
    "> ",
    "| a | b |\n| --- | --- |\n",
    "```\n",
    "\n\n::: ways\n\n",
]
SIGNS = [
    "[",
    "]",
    "(",
    ")",
    "`",
    "``",
    "\\",
    "**",
    "*",
    "_",
    "!",
    "<",
    ">",
    "|",
    "---",
    "x",
    "y z",
    " ",
    "#",
    ":::",
    "~~",
    "==",
    "^2^",
    "~2~",
    "<b>",
    "</b>",
    "<br>",
    " <!-- c --> ",
    "{.d}",
    "\\\n",
]
TEXTS = st.lists(st.sampled_from([*LINKS, *BLOCKS, *SIGNS]), max_size=14).map("".join)
NOWHERE = Place("news.md")
MARKDOWN = converter({"extensions": EXTENSIONS})
WORD = re.compile(r"[^\W_]+")
UNREAD = r"^(?:[ >]|[*+-] |\d+\. )+|^:::.*$|<!-- c -->|</?br?>|{.d}"


def page(body: str) -> PageSource:
    front_matter = FrontMatter(title="News", description="New.")
    return PageSource("news.md", "news", "news/", front_matter, body, 1, Mapping(NOWHERE, NOWHERE, {}), b"")


@given(TEXTS)
@settings(max_examples=500)
def test_the_links_and_headings_are_those_of_the_html(text):
    found = converted(f"{text}\n\n[r]: https://d.org/\n").rendered

    soup = BeautifulSoup(found.html, "html.parser")
    # A picture within a link is typed before the address of that link.
    shown = [link.get("href") or link.get("src") or "" for link in soup.find_all(["a", "img"])]
    assert sorted(shown) == sorted(link.address for link in found.links)
    levels = [int(one.name[1]) for one in soup.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])]
    assert levels == [heading.level for heading in found.headings]


@given(TEXTS)
@settings(max_examples=500)
def test_to_look_at_a_page_does_not_change_what_it_becomes(text):
    assert MARKDOWN.reset().convert(f"\n{text}") == converted(text).rendered.html


@given(TEXTS)
@settings(max_examples=500)
def test_a_link_stands_where_its_address_was_typed(text):
    body = f"{text}\n\n[r]: https://d.org/\n"
    source = page(body)
    lines = body.split("\n")
    for link, place in link_places(replace(source, rendered=converted(body).rendered)):
        # Python-Markdown takes the backticks of code out of an address: that is typed nowhere.
        if "`" not in text or link.typed in body:
            assert lines[place.line - 1][place.column - 1 :].startswith(link.typed.removeprefix("mailto:")[:10])


@given(TEXTS)
@settings(max_examples=500)
def test_a_page_without_problems_shows_all_its_words(text):
    source, found = page(text), converted(text)
    assume(not list(text_problems(source, found)))

    html = found.rendered.html
    text_of, attributes = re.sub(r"<[^>]*>", " ", html), " ".join(re.findall(r'="([^"]*)"', html))
    shown = WORD.findall(unescape(f"{text_of} {attributes}"))  # each letter of an e-mail address is written as a number
    typed = WORD.findall(re.sub(UNREAD, " ", text, flags=re.MULTILINE))
    assert not [word for word in typed if word not in shown and word not in ("t", "r")]


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("A <b onclick=x>word</b>", "<p>A &lt;b onclick=x&gt;word&lt;/b&gt;</p>"),
        ('<component number="0"></component>', '<p>&lt;component number="0"&gt;&lt;/component&gt;</p>'),
        ("<!-- hidden -->", ""),
        ("A <b>word</b><br>", "<p>A <b>word</b><br>\n</p>"),
        ("<b>one <i>two</b> three</i>", "<p>&lt;b&gt;one <i>two&lt;/b&gt; three</i></p>"),
        ("<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>"),
        ("<svg/onload=alert(1)>", "<p>&lt;svg/onload=alert(1)&gt;</p>"),
        ("AT&T and **bold**", "<p>AT&amp;T and <strong>bold</strong></p>"),
    ],
)
def test_raw_html_is_shown_as_the_text_it_is_unless_it_can_do_no_harm(markdown, html):
    assert html == converter({}).convert(markdown)
