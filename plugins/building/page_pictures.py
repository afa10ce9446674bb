"""The pictures in the text of a page, each as the theme shows it: in sizes for phones and desks, some with a caption."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from itertools import count
from typing import Any
from urllib.parse import unquote

from markupsafe import Markup

from sources.formats.sizes import Sizes, sizes
from sources.pages.page import PageSource
from sources.pages.targets import Targets, resolved
from subjects.subject import Sources

# As Python-Markdown writes them: no `>` stands in an attribute.
PICTURE = r"(?:<a [^>]*>)?<img [^>]*>(?:</a>)?"
ALONE = re.compile(rf"<p>((?:\s*{PICTURE}\s*(?:<br ?/?>)?)+)</p>")
ENTRY = re.compile(rf"(?<=<li>)\s*({PICTURE})\s*(?=</li>)")
LINKED = re.compile(r"(?P<before><a [^>]*>)?<img (?P<attributes>[^>]*)>(?P<after></a>)?")
IMAGE = re.compile(r"<img (?P<attributes>[^>]*)>")
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
FIGURE, INLINE = "partials/figure.html", "partials/picture.html"
Rendering = Callable[..., str]  # of a template, by its name and what it is given


class PagePictures:
    """Puts the theme's pictures into the HTML of pages."""

    def __init__(self, sources: Sources, prefix: str, rendered: Rendering) -> None:
        self._targets = Targets.of(sources.pages, sources.published, production=sources.production)
        self._prefix, self._rendered = prefix, rendered
        self._sizes: Mapping[str, Sizes] = {
            f"{prefix}/{sources.published[file]}": sizes(picture) for file, picture in sources.pictures.items()
        }

    def shown(self, html: str, page: PageSource) -> str:
        """Return the HTML with each picture as the theme shows it; one that stands alone and has a title, as a figure."""
        if "<img " not in html:
            return html
        number = count()
        html = ALONE.sub(lambda found: self._alone(found[0], found[1], page, number), html)
        html = ENTRY.sub(lambda found: self._alone(found[1], found[1], page, number), html)
        return IMAGE.sub(lambda found: self._inline(found, page, number), html)

    def _alone(self, whole: str, pictures: str, page: PageSource, number: Iterator[int]) -> str:
        """Return pictures that share their paragraph with no word."""
        found = list(LINKED.finditer(pictures))
        if not any("title" in _attributes(one) for one in found):
            return whole
        return "\n".join(self._figure(one, page, number) for one in found)

    def _figure(self, found: re.Match[str], page: PageSource, number: Iterator[int]) -> str:
        given = self._given(found, page, number)
        caption, given["title"] = given["title"], None
        around = {"before": Markup(found["before"] or ""), "after": Markup(found["after"] or "")}
        return self._rendered(FIGURE, caption=caption, **around, **given)

    def _inline(self, found: re.Match[str], page: PageSource, number: Iterator[int]) -> str:
        if "decoding" in _attributes(found):  # the theme's own, of a figure
            return found[0]
        return self._rendered(INLINE, **self._given(found, page, number))

    def _given(self, found: re.Match[str], page: PageSource, number: Iterator[int]) -> dict[str, Any]:
        """Return what a template is told of a picture."""
        given = _attributes(found)
        address = resolved(given["src"], page, self._targets, self._prefix)
        return {
            "src": address,
            "alt": given.get("alt", ""),
            "title": given.get("title"),
            "sizes": self._sizes.get(unquote(address)),
            "first": next(number) == 0,
        }


def _attributes(found: re.Match[str]) -> dict[str, str]:
    return {name: unescape(value) for name, value in ATTRIBUTE.findall(found["attributes"])}
