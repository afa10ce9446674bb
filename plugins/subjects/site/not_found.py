"""The page for addresses that lead nowhere, made from words of the theme where staff have written none."""

from __future__ import annotations

from collections.abc import Iterator

from sources.pages.front_matter import FrontMatter
from sources.pages.page import NOT_FOUND, PageSource, made_page

from ..loaded import Loaded
from .records import SITE


def not_found_page(loaded: Loaded) -> Iterator[PageSource]:
    """Yield the page, unless a file holds it, or holds what cannot be read."""
    words, file = loaded.words, SITE.file(loaded.content)
    file_of_staff = f"{NOT_FOUND}.{loaded.language}".rstrip(".")
    if words is None or (loaded.content / "pages" / f"{file_of_staff}.md").is_file():
        return
    front_matter = FrontMatter.model_construct(
        title=words["not_found"], description=words["not_found_told"], lead=words["not_found_lead"]
    )
    body = f"[{words['not_found_home']}]({{filename}}/pages/index.md)\n"
    yield made_page(file, NOT_FOUND, front_matter, body)
