"""A browser of the tests sees the fonts that were chosen for it, and no others."""

import pytest

from sites import CATE, Location

from . import fonts as chosen
from .fonts import COMMON, NARROW, UNFETCHED, WIDE, NoFonts, fetched

ASKED = ["system-ui, sans-serif", "sans-serif", "monospace", "Verdana, sans-serif", "Palatino, serif", "serif"]
SANS, SERIF = slice(4), slice(4, 6)
WRITE = """asked => document.querySelector("main").replaceChildren(...asked.map(family => {
    const words = document.createElement("div");
    words.textContent = "Words";
    words.style.fontFamily = family;
    return words;
}))"""


def painted(page, selector: str) -> list[str]:
    """Return the name of the font that each element is painted with."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("DOM.enable")
    devtools.send("CSS.enable")
    root = devtools.send("DOM.getDocument")["root"]["nodeId"]
    nodes = devtools.send("DOM.querySelectorAll", {"nodeId": root, "selector": selector})["nodeIds"]
    used = [devtools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"] for node in nodes]
    devtools.detach()
    return [font["familyName"] for fonts in used for font in fonts]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("fonts", "sans", "serif"),
    [
        pytest.param(WIDE, "DejaVu Sans", "DejaVu Serif", id="wide"),
        pytest.param(COMMON, "TeX Gyre Heros", "TeX Gyre Pagella", id="common"),
        pytest.param(NARROW, "TeX Gyre Heros Cn", "TeX Gyre Termes", id="narrow"),
    ],
)
def test_whatever_a_page_asks_for_it_is_painted_with_the_chosen_fonts(visit, fonts, sans, serif):
    page = visit(Location(CATE, "404.html"), fonts=fonts)
    page.evaluate(WRITE, ASKED)
    names = painted(page, "main > div")

    assert [sans] * 4 == names[SANS]
    assert [serif] * 2 == names[SERIF]


def test_fonts_that_cannot_be_fetched_are_told(tmp_path):
    packages = tmp_path / "fonts.txt"
    packages.write_text("no-such-fonts @ file:///nowhere/fonts.whl --hash=sha256:" + "0" * 64)

    with pytest.raises(NoFonts) as told:
        fetched(tmp_path / "cache", packages)

    assert str(told.value).startswith(UNFETCHED)
    assert [] == list((tmp_path / "cache").iterdir())


def test_fonts_that_were_fetched_are_not_fetched_again(tmp_path, monkeypatch):
    fetches = []
    monkeypatch.setattr(chosen, "_pip_install", lambda _, target: fetches.append(target) or target.mkdir() or target)

    assert fetched(tmp_path / "cache") == fetched(tmp_path / "cache")
    assert 1 == len(fetches)
