"""What people type, paste and upload, each as somebody could save it, with the HTML that is meant beside it.

`tests/understood/<folder of content>/...` is put into the small coalition under the name that the folder and the first
part of the file's name give, as in `tests/checking/test_bad_inputs.py`: `pages/news--list-from-word.md` becomes
`pages/news.md`. What visitors are to read is the same name with `.html`: the text of the page, without what stands
around it on every page. It is compared by structure: elements, attributes and words, not spaces and line ends.
"""

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, NavigableString, Tag

from conftest import ROOT

FOLDER = ROOT / "tests" / "understood"
INPUTS = sorted(FOLDER.rglob("*--*.md"))


def structure(element: Tag) -> Iterator[object]:
    """Yield what stands in an element, each element with its attributes; spaces that nobody sees are none."""
    for child in element.children:
        if isinstance(child, Tag):
            yield child.name, dict(sorted(child.attrs.items())), list(structure(child))
        elif type(child) is NavigableString and child.strip():
            exact = element.name == "pre" or element.find_parent("pre")
            yield str(child) if exact else " ".join(f"-{child}-".split())[1:-1]  # a space at an edge is seen


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_it_is_shown_as_meant(coalition, path):
    page = path.relative_to(FOLDER / "pages").parent / path.name.partition("--")[0]
    coalition.write(f"pages/{page}.md", path.read_bytes())

    built = coalition.build("publishconf.py", "https://www.our-name.org")

    assert built.status == 0, built.said
    meant = BeautifulSoup(path.with_suffix(".html").read_text("utf-8"), "html.parser")
    assert list(structure(meant)) == list(structure(built.page(page.as_posix()).select_one(".prose")))
