"""A rule about languages: what the theme says on a page is said in the language of that page."""

from __future__ import annotations

from collections.abc import Iterator

from sources.problems import quoted

from .findings import Finding
from .page_facts import PageFacts
from .site import BuiltSite


def the_theme_speaks_the_language_of_the_page(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Find words of the theme in a language that is not that of their page, nor marked as another."""
    if not site.sources.translations:
        return
    own, others = site.theme_sentences[site.sources_at(page.file).language]
    for passage in sorted(page.own):
        if others.hold(passage) and not own.hold(passage):
            yield Finding(page.file, f"{quoted(passage)} is not in the language of this page.")
