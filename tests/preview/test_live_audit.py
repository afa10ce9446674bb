"""The preview tells what only the audit finds, as soon as somebody looks at the page."""

import contextlib

import pytest

from conftest import ROOT
from preview.__main__ import preview_of
from preview.live_site import LiveSite

FRIEND = "pages/membership/friend.md"


@pytest.fixture
def site(coalition) -> LiveSite:
    with contextlib.chdir(ROOT):
        return preview_of(coalition.content).site


def look(site: LiveSite, coalition, text: str) -> list[str]:
    """Add text to a page, look at the page, and return the problems."""
    coalition.write(FRIEND, coalition.read(FRIEND) + text)
    site.refresh([coalition.content.resolve() / FRIEND])
    answer = site.answer("membership/friend/")
    site.audit(answer.name)
    return [str(problem) for problem in site.problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n\n[Up](#fees)\n", ': "#fees": no place "#fees" in that page.'),
        ("\n\n[There]({filename}/pages/index.md#fees)\n", ': "/#fees": no place "#fees" in that page.'),
        ("\n\nCall 417-866-2345.\n", ': the telephone number "417-866-2345" is neither in help-lines.yaml nor'),
    ],
)
def test_what_the_audit_would_find_is_told_at_its_line_and_gone_when_mended(site, coalition, text, expected):
    good = coalition.read(FRIEND)
    assert [] == look(site, coalition, "")

    (problem,) = look(site, coalition, text)
    assert problem.startswith(f"content/{FRIEND}:{coalition.line(FRIEND, text.strip())}:")
    assert expected in problem

    coalition.write(FRIEND, good)
    assert [] == look(site, coalition, "")
