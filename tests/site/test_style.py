"""What Chromium makes of the style that a page is sent: what it would make of all sheets, as far as the page goes."""

import re

import pytest
from jinja2 import Environment, FileSystemLoader

from checking.check import components
from conftest import THEME
from sites import CATE, HARBOR, Location, every_page

pytestmark = pytest.mark.browser

# Each rule as [where it stands, one selector, what it sets], in order; rules of rules go into what they hold.
RULES = """full => {
    const selectors = text => text
        .match(/(?:[^,()]|\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\))+/g)
        .map(one => one.trim());
    const called = {};  // A page is sent short names for the tokens, in the order of all sheets.
    const letter = () => String.fromCharCode(97 + Object.keys(called).length);
    full = full.replace(/--[\\w-]+/g, name => called[name] ??= "--" + letter());
    const values = text => text.replaceAll(/\\s*,\\s*/g, ",");  // Chromium keeps the space of values with var()
    const where = rule => rule.constructor.name + (rule.name || rule.nameList || rule.conditionText || "");
    const flat = (rules, path) => [...rules].flatMap(rule =>
        rule.selectorText ? selectors(rule.selectorText).map(one => [path, one, values(rule.style.cssText)])
        : rule.cssRules && !rule.style ? flat(rule.cssRules, path + where(rule) + " ")
        : [[path, "", rule.cssText]]);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(full);
    return [flat(document.styleSheets[0].cssRules, ""), flat(sheet.cssRules, "")];
}"""
# What comes and goes is left out of the question: states, parts that are no elements, and whether the menu is open.
MATCHES = """selectors => selectors.filter(one => document.querySelector(
    one.replaceAll(/:hover|:focus-visible|:focus(?!-)|::[a-z-]+|\\[open\\]/g, "").replaceAll(":not()", "") || "*"))"""


def all_sheets(location: Location) -> str:
    environment = Environment(loader=FileSystemLoader([THEME / "templates", THEME / "static"]))
    sources = location.site.sources
    return environment.get_template("partials/sheets.css").render(COMPONENTS=components(sources), site=sources.site)


@pytest.mark.parametrize("location", every_page(CATE, HARBOR))
def test_a_page_is_sent_the_rules_of_all_sheets_in_order_but_those_that_match_nothing_in_it(visit, location):
    page = visit(location)
    sent, everything = (
        [tuple(rule) for rule in rules if rule[1] != ":root"] for rules in page.evaluate(RULES, all_sheets(location))
    )
    remaining = iter(everything)
    left_out = {rule[1] for rule in everything} - {rule[1] for rule in sent}

    assert len(sent) > 50
    assert [] == [rule for rule in sent if rule not in remaining]
    assert left_out
    assert [] == page.evaluate(MATCHES, list(left_out))


@pytest.mark.parametrize("location", every_page(CATE, HARBOR))
def test_every_token_that_the_style_of_a_page_uses_is_sent_with_it(visit, location):
    style = visit(location).locator("style").first.text_content()

    assert set(re.findall(r"var\((--[\w-]+)", style)) == set(re.findall(r"(--[\w-]+):", style))


def test_the_policy_lets_the_style_of_a_page_through_and_no_other(visit):
    page = visit(Location(CATE, ""))
    color = "element => getComputedStyle(element).color"

    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<p id=x style=color:red>x<style>*{color:red}</style>')"
    )

    assert "rgb(29, 36, 51)" == page.locator("body").evaluate(color) == page.locator("#x").evaluate(color)
