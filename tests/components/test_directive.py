"""Directives in the text of a page."""

import pytest
from bs4 import BeautifulSoup

from checking.check import components
from components.directive import Directive, directives
from conftest import THEME
from sites import FEDERATION
from sources.pages.markdown import converter


def test_a_directive_is_a_name_and_its_arguments_on_a_line_of_its_own():
    body = "Before.\n\n::: tiers provider\n\nAfter.\n"

    assert [Directive(2, "tiers", ("provider",))] == list(directives(body))


@pytest.mark.parametrize(
    "body",
    [
        "```\n::: tiers\n```\n",
        "~~~~ text\n~~~\n::: tiers\n~~~~\n",
        "Write `::: tiers` in a sentence.\n",
        "- an entry with `::: tiers`\n",
    ],
)
def test_code_holds_no_directive(body):
    html = converter({"extensions": ["components.markdown", "sources.pages.blocks.elements"]}).convert(body)

    assert list(directives(body)) == []
    assert "<component" not in html
    assert "::: tiers" in BeautifulSoup(html, "html.parser").get_text()


def test_a_directive_becomes_a_placeholder_of_its_own_even_within_a_paragraph():
    html = converter({"extensions": ["components.markdown"]}).convert("Before.\n::: tiers\nAfter.\n\n::: ways")

    assert html.split("\n") == [
        "<p>Before.</p>",
        '<component number="0"></component>',
        "<p>After.</p>",
        '<component number="1"></component>',
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("::: tires", 'no component "tires". Did you mean "tiers"?'),
        (":::tiers", 'expected ":::", a space and a name at the left edge, found ":::tiers".'),
        (":::: tiers", 'expected ":::", a space and a name at the left edge, found ":::: tiers".'),
        ("  ::: tiers", 'expected ":::", a space and a name at the left edge, found "::: tiers".'),
        ("    ::: tiers", 'expected ":::", a space and a name at the left edge, found "::: tiers".'),
        ("\t::: tiers", 'expected ":::", a space and a name at the left edge, found "::: tiers".'),
        (":: tiers", 'expected ":::", a space and a name at the left edge, found ":: tiers".'),
        (": : : tiers", 'expected ":::", a space and a name at the left edge, found ": : : tiers".'),
        (":::\u00a0tiers", 'expected ":::", a space and a name at the left edge, found ":::\\u00a0tiers".'),
        ("See ::: tiers", 'a directive (":::") is shown as text. Put it on a line of its own, at the left edge.'),
        ("- ::: tiers", 'a directive (":::") is shown as text. Put it on a line of its own, at the left edge.'),
        ("> ::: tiers", 'a directive (":::") is shown as text. Put it on a line of its own, at the left edge.'),
        ("**::: tiers**", 'a directive (":::") is shown as text. Put it on a line of its own, at the left edge.'),
        ("::: Tiers", 'no component "Tiers". Did you mean "tiers"?'),
        (":::", 'expected ":::", a space and a name at the left edge, found ":::".'),
        ("::: tiers iner", '::: tiers: unknown "iner". Did you mean "inner"?'),
        ("::: tiers inner outer", "::: tiers: expected one word after the name, found 2 words."),
        ("::: apply", "::: apply: say which one: partner, friend."),
        ("::: values all", '::: values: expected nothing after the name, found "all".'),
        ("::: statement missoin", '::: statement: unknown "missoin". Did you mean "mission"?'),
        ("::: timeline", '::: timeline: this page has no "timeline" in its front matter.'),
    ],
)
def test_a_misspelt_directive_is_a_problem_with_file_line_and_guess(coalition, line, expected):
    coalition.change("pages/membership/index.md", "::: tiers", f"One.\n\n{line}")

    column = line.index(":") + 1
    assert [f"content/pages/membership/index.md:8:{column}: {expected}"] == coalition.problems()


def test_every_component_has_its_templates_and_every_template_a_component(coalition):
    templates = {path.stem for path in (THEME / "templates" / "components").glob("*.html")}
    parts = {"mark"}  # included by other templates, never called from a page

    known = (*components(coalition.check()).values(), *components(FEDERATION.sources).values())

    assert templates - parts == {template for component in known for template in component.templates}


def test_problems_of_directives_come_together_with_those_of_the_text(coalition):
    coalition.change("pages/membership/index.md", "::: tiers", "See [x](nope.md).\n\n::: teirs")

    assert [
        'content/pages/membership/index.md:6:9: no page "nope.md".',
        'content/pages/membership/index.md:8:1: no component "teirs". Did you mean "tiers"?',
    ] == coalition.problems()
