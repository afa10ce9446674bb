"""What differs between a translation and its original besides words: headings, directives, links, numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from components.directive import directives
from sources.pages.page import PageSource
from sources.pages.readable_text import readable
from sources.pages.typed_addresses import elsewhere
from sources.problems import Place, Problem, Section, count, quoted
from subjects.loaded import Sources

NUMBER = re.compile(r"\d+(?:[.,\u066b\u066c]\d+)*")
MOST = 3  # of a kind, that one remark shows
LONGEST = 60  # letters of each


def differences(main: Sources) -> Iterator[Problem]:
    """Yield a remark for each translation whose headings, components, links or numbers differ from the original's."""
    originals = main.by_path
    for sources in main.in_all_further:
        for page in sources.by_path.values():
            if original := originals.get(page.path):
                for message in _differences(original, page):
                    yield Problem(Place(page.file, page.body_line), message, Section.TRANSLATIONS)


def _differences(original: PageSource, page: PageSource) -> Iterator[str]:
    file = original.file.rpartition("/")[2]
    levels = [[heading.level for heading in one.rendered.headings] for one in (original, page)]
    if levels[0] != levels[1]:
        yield f"{count(len(levels[1]), 'heading')} here, {len(levels[0])} in {file}, or at other levels."
    within = [sum(not elsewhere(link.address) for link in one.rendered.links) for one in (original, page)]
    if within[0] != within[1]:
        yield f"{count(within[1], 'link')} within the site here, {within[0]} in {file}."
    for found in (_components, _links, _numbers):
        yield from _lacks(found(original), found(page), file)


def _components(page: PageSource) -> Counter[str]:
    return Counter(f"::: {' '.join((one.name, *one.arguments))}" for one in directives(page.body))


def _links(page: PageSource) -> Counter[str]:
    return Counter(link.address for link in page.rendered.links if elsewhere(link.address) and link.address[:1] != "#")


def _numbers(page: PageSource) -> Counter[str]:
    return Counter(map(_plain, NUMBER.findall(readable(page.body))))


def _lacks(there: Counter[str], here: Counter[str], file: str) -> Iterator[str]:
    if lost := there - here:
        yield f"{_listed(lost)} of {file} {'is' if len(lost) == 1 else 'are'} not here."
    if more := here - there:
        yield f"{_listed(more)} {'is' if len(more) == 1 else 'are'} here, and not in {file}."


def _listed(found: Counter[str]) -> str:
    names = [quoted(one, LONGEST) for one in found][:MOST]
    return ", ".join(names) + (f" and {len(found) - MOST} more" if len(found) > MOST else "")


def _plain(number: str) -> str:
    """Return a number by its digits alone, whichever digits and signs a language has for them."""
    return "".join(str(int(sign)) for sign in number if sign.isdigit())
