"""What is wrong with the languages that a site says it has."""

from __future__ import annotations

from collections.abc import Iterator

from sources.problems import Problem, Section, quoted
from sources.yaml.nodes import Node


def language_problems(site: Node, languages: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a problem for a language that stands twice, and for a main language that is not the first of all."""
    declared, main = site.get("languages"), site.get("language")
    seen = set()
    for node, language in zip(declared.scalars() if declared else (), languages, strict=False):
        if language in seen:
            yield Problem(node.place, f"languages: {quoted(language)} stands here twice. Keep one.", Section.LANGUAGES)
        seen.add(language)
    said = (site.text_of("language") or "").casefold()
    if main and declared and said and languages and said != languages[0].casefold():
        first = ", ".join((said, *(one for one in languages if one.casefold() != said)))
        message = (
            f"language: the main language is {quoted(said)} here, and {quoted(languages[0])} in languages, which begin "
            f"with it. Take this line out, or write languages: [{first}]"
        )
        yield Problem(main.place, message, Section.LANGUAGES)
