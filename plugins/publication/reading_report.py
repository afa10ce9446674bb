"""How hard each page and each text of the data is to read, as the table that `make reading` prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from safety.reading import grade, spoken, syllables_of
from sources.kept import Fresh, Kept, digest
from sources.nodes import Node, Scalar
from sources.problems import Place

from .check import Sources
from .versions import of_code

SHORTEST = 8  # words; a grade says nothing about fewer


@dataclass(frozen=True, slots=True)
class Measured:
    """One text with its grade; `verbatim` ones are the coalition's own and nobody's task."""

    name: str
    text: str
    place: Place
    verbatim: bool = False
    grade: float = 0.0


def reading(sources: Sources, kept: Kept | None = None) -> tuple[Measured, ...]:
    """Return every text with its grade, the hardest first; the coalition's own words last."""
    texts = [*_pages(sources), *_fields(sources)]
    kept = kept or Fresh()
    said = list(kept.each(spoken, [one.text for one in texts], lambda text: digest("spoken", of_code(), text)))
    syllables = syllables_of({word for sentences in said for sentence in sentences for word in sentence})
    graded = (
        replace(one, grade=round(grade(sentences, syllables), 1))
        for one, sentences in zip(texts, said, strict=True)
        if sum(map(len, sentences)) >= SHORTEST
    )
    return tuple(sorted(graded, key=lambda one: (one.verbatim, -one.grade, one.name)))


def too_hard(measured: Iterable[Measured], limit: int) -> int:
    """Return how many texts are harder than the limit, but for the coalition's own."""
    return sum(1 for one in measured if one.grade > limit and not one.verbatim)


def reading_report(sources: Sources) -> str:
    """Return the table."""
    measured, limit = reading(sources), sources.site.reading_grade
    hard = too_hard(measured, limit)
    return "\n".join(
        [
            f"School grade that each text takes to read, {hard} of {len(measured)} above grade {limit}:",
            *(f"  {one.grade:5.1f} {_mark(one, limit)} {one.name}" for one in measured),
            '  (!) harder than the limit, (=) the coalition\'s own words. See GUIDE.md, "Plain words".',
        ]
    )


def _mark(one: Measured, limit: int) -> str:
    if one.verbatim:
        return "(=)"
    return "(!)" if one.grade > limit else "   "


def _pages(sources: Sources) -> Iterator[Measured]:
    made = {page.path for page in sources.made}
    for page in sources.pages:
        if page.path not in made:
            lead = page.front_matter.lead or ""
            place = Place(page.file, page.body_line)
            yield Measured(page.file, f"{lead}\n\n{page.body}", place, page.front_matter.verbatim)


def _fields(sources: Sources) -> Iterator[Measured]:
    site, membership, help_lines = sources.nodes.site, sources.nodes.membership, sources.nodes.help_lines
    statements = site.get("statements") or site
    for name in ("vision", "mission"):
        yield from _field(name, statements.get(name), "text", verbatim=True)
        yield from _plain_words(name, statements.get(name))
    for node in membership.each("categories"):
        yield from _field(f'category "{node.text_of("id")}", summary', node, "summary")
    for node in membership.each("tiers"):
        yield from _field(f'tier "{node.text_of("id")}", summary', node, "summary")
        yield from _plain_words(f'tier "{node.text_of("id")}"', node)
    for node in help_lines.each("help_lines"):
        yield from _field(f'help line "{node.text_of("id")}", note', node, "note")


def _plain_words(name: str, node: Node | None) -> Iterator[Measured]:
    return _field(f"{name}, in plain words", node.get("in_plain_words") if node else None, "text")


def _field(name: str, node: Node | None, field: str, *, verbatim: bool = False) -> Iterator[Measured]:
    found = node.get(field) if node else None
    if isinstance(found, Scalar) and found.text:
        yield Measured(name, found.text, found.place, verbatim)
