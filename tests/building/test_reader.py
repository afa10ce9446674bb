"""Markdown in pages: what it may do, and what it may not."""

import pytest

from sources.pages.markdown import converter


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
