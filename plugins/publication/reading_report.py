"""How hard each page and each text of the data is to read, as the table that `make reading` prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from safety.reading import grade, syllables_of, words_in

from .check import Sources

SHORTEST = 8  # words; a grade says nothing about fewer


@dataclass(frozen=True, slots=True)
class Measured:
    """One text with its grade; `verbatim` ones are the coalition's own and nobody's task."""

    name: str
    text: str
    verbatim: bool
    grade: float = 0.0


def reading(sources: Sources) -> tuple[Measured, ...]:
    """Return every text with its grade, the hardest first; the coalition's own words last."""
    texts = [text for text in (*_pages(sources), *_fields(sources)) if len(words_in(text.text)) >= SHORTEST]
    syllables = syllables_of(word for text in texts for word in words_in(text.text))
    graded = [Measured(one.name, one.text, one.verbatim, round(grade(one.text, syllables), 1)) for one in texts]
    return tuple(sorted(graded, key=lambda one: (one.verbatim, -one.grade, one.name)))


def reading_report(sources: Sources) -> str:
    """Return the table."""
    measured, limit = reading(sources), sources.site.reading_grade
    hard = sum(1 for one in measured if one.grade > limit and not one.verbatim)
    return "\n".join(
        [
            f"School grade that each text takes to read, {hard} of {len(measured)} above grade {limit}:",
            *(f"  {one.grade:5.1f} {_mark(one, limit)} {one.name}" for one in measured),
            '  (!) harder than the limit, (=) the coalition\'s own words. See content/README.md, "Plain words".',
        ]
    )


def _mark(one: Measured, limit: int) -> str:
    if one.verbatim:
        return "(=)"
    return "(!)" if one.grade > limit else "   "


def _pages(sources: Sources) -> Iterator[Measured]:
    for page in sources.pages:
        if page not in sources.made:
            lead = page.front_matter.lead or ""
            yield Measured(page.file, f"{lead}\n\n{page.body}", page.front_matter.verbatim)


def _fields(sources: Sources) -> Iterator[Measured]:
    for name in ("vision", "mission"):
        statement = getattr(sources.site.statements, name)
        yield Measured(f"{name}", statement.text, verbatim=True)
        if statement.in_plain_words:
            yield Measured(f"{name}, in plain words", statement.in_plain_words.text, verbatim=False)
    for category in sources.membership.categories:
        yield Measured(f'category "{category.id}", summary', category.summary or "", verbatim=False)
    for tier in sources.membership.tiers:
        yield Measured(f'tier "{tier.id}", summary', tier.summary, verbatim=False)
        if tier.in_plain_words:
            yield Measured(f'tier "{tier.id}", in plain words', tier.in_plain_words.text, verbatim=False)
    for line in sources.help_lines.help_lines:
        yield Measured(f'help line "{line.id}", note', line.note or "", verbatim=False)
