"""The pictures in the text of a page, each as the theme shows it: in sizes for phones and desks, with a caption."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from itertools import count
from typing import Any
from urllib.parse import unquote

from markupsafe import Markup

from sources.formats.sizes import Sizes, sizes
from subjects.loaded import Sources

# As Python-Markdown writes them: no `>` stands in an attribute.
IMG = r"<img [^>]*>"
PICTURE = rf"(?:<a [^>]*>)?{IMG}(?:</a>)?"
BETWEEN = r"\s*(?:<br ?/?>\s*)?"
# Pictures that share their paragraph or their entry of a list with no word, or else one picture.
PLACES = re.compile(
    rf"<p>(?P<paragraph>\s*{PICTURE}(?:{BETWEEN}{PICTURE})*\s*)</p>|(?<=<li>)\s*(?P<entry>{PICTURE})\s*(?=</li>)|{IMG}"
)
ONE = re.compile(rf"(?P<before><a [^>]*>)?(?P<image>{IMG})(?P<after></a>)?")
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
FIGURE, INLINE = "partials/figure.html", "partials/picture.html"
Rendering = Callable[..., str]  # of a template, by its name and what it is given


class PagePictures:
    """Puts the theme's pictures into the HTML of pages."""

    def __init__(self, sources: Sources, prefix: str, rendered: Rendering) -> None:
        self._rendered = rendered
        self._sizes: Mapping[str, Sizes] = {
            f"{prefix}/{sources.published[file]}": sizes(picture) for file, picture in sources.pictures.items()
        }

    def shown(self, html: str) -> str:
        """Return the HTML with each picture as the theme shows it; one that stands alone with a title, as a figure."""
        if "<img " not in html:
            return html
        number = count()
        return PLACES.sub(lambda found: self._placed(found, number), html)

    def _placed(self, found: re.Match[str], number: Iterator[int]) -> str:
        """Return one picture, or several alone, as figures if one of them has a title."""
        alone = found["paragraph"] or found["entry"] or ""
        if ' title="' in alone:
            return "\n".join(self._figure(one, number) for one in ONE.finditer(alone))
        return re.sub(IMG, lambda one: self._rendered(INLINE, **self._given(one[0], number)), found[0])

    def _figure(self, found: re.Match[str], number: Iterator[int]) -> str:
        given = self._given(found["image"], number)
        caption, given["title"] = given["title"], None
        around = {"before": Markup(found["before"] or ""), "after": Markup(found["after"] or "")}
        return self._rendered(FIGURE, caption=caption, **around, **given)

    def _given(self, image: str, number: Iterator[int]) -> dict[str, Any]:
        """Return what a template is told of a picture."""
        given = {name: unescape(value) for name, value in ATTRIBUTE.findall(image)}
        return {
            "src": given["src"],
            "alt": given.get("alt", ""),
            "title": given.get("title"),
            "sizes": self._sizes.get(unquote(given["src"])),
            "shown_at": given.get("sizes"),
            "first": next(number) == 0,
        }
