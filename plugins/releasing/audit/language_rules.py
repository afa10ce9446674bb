"""A rule about languages: what the theme says on a page is said in the language of that page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sources.problems import quoted
from subjects.loaded import Sources

from .findings import Finding
from .page_facts import PageFacts
from .site import BuiltSite

BRACES = re.compile(r"\{\w+\}")
FEW = 8  # letters: so few words may be those of several languages, or of anybody
Sentences = frozenset[tuple[str, str]]


def the_theme_speaks_the_language_of_the_page(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Find words of the theme in a language that is not that of their page, nor marked as another."""
    if not site.sources.translations:
        return
    sources = site.sources_at(page.file)
    own, others = _search(frozenset(sources.words.items())), _others(site, sources)
    for passage in sorted(page.own):
        if any(_search(other).fullmatch(passage) for other in others) and not own.fullmatch(passage):
            yield Finding(page.file, f"{quoted(passage)} is not in the language of this page.")


def _others(site: BuiltSite, sources: Sources) -> list[Sentences]:
    """Return what the theme says in each other language, and not in this one."""
    others = (one.words.items() for one in site.sources.in_every_language if one is not sources)
    return [frozenset(words - sources.words.items()) for words in others]


@lru_cache(maxsize=16)
def _search(sentences: Sentences) -> re.Pattern[str]:
    """Return what finds any of these sentences, whatever is filled in."""
    whole = sorted({text for _, text in sentences if sum(map(str.isalpha, BRACES.sub("", text))) > FEW and " " in text})
    return re.compile("|".join(".+".join(map(re.escape, BRACES.split(text))) for text in whole) or r"(?!)")
