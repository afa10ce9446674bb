"""What axe finds on a page: by every rule that it knows, WCAG A, AA and AAA, best practices, and experimental ones."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Frame, Page

# Named one by one, since those of AAA are off unless they are asked for.
EVERY_RULE = "axe.getRules().map(rule => rule.ruleId)"
OF_COLORS = {"color-contrast", "color-contrast-enhanced"}


def violations(page: Page | Frame, *, only_colors: bool = False, within: str = "html") -> AxeResults:
    """Return what axe finds on the page as it is, in a part of it, or in the colors alone."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    rules = [rule for rule in page.evaluate(EVERY_RULE) if rule in OF_COLORS or not only_colors]
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    return AxeResults(page.evaluate("([within, options]) => axe.run(within, options)", [within, options]))
