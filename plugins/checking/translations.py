"""A site in its further languages: the main one's facts with their texts, and which pages are in which language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic_core import PydanticCustomError

from sources.languages import own_name
from sources.pages.front_matter import FrontMatter
from sources.pages.page import PageSource, in_language
from sources.problems import Gathering, Place, Problem, Section, quoted, refusal
from sources.records.data_file import DataFile
from sources.records.fields import is_yes
from sources.records.level import FIELD as LEVEL
from sources.records.level import Level, level_of
from sources.result_store import digest, of_code
from sources.words import CONFIRMED
from sources.yaml.nodes import Mapping as Fields
from sources.yaml.nodes import Node, Scalar
from sources.yaml.overlay import overlaid
from subjects import data_files
from subjects.loaded import Loaded, LoadedFile, Sources
from subjects.site.records import SITE, MenuEntry, Site

from .inputs import Inputs

MENUS = ("navigation", "footer_navigation")
# What a page says of itself that is no text: its translations need not say it again.
FACTS = ("template", "tier", "date", "expires", "discreet", "verbatim")


def by_language(pages: Iterable[PageSource], languages: tuple[str, ...]) -> Mapping[str, tuple[PageSource, ...]]:
    """Return the pages of each language of a site, those of the main one by the empty name.

    A page in the folder of a language, such as es/about, is one in that language, as about.es is.
    """
    main, *further = languages
    found: dict[str, list[PageSource]] = {"": [], **{language: [] for language in further}}
    for page in pages:
        folder, _, rest = page.path.partition("/")
        inside = next((one for one in further if rest and not page.language and folder == one.lower()), "")
        language = inside or ("" if page.language == main else page.language)
        if language in found:
            own = replace(page, path=rest) if inside else page
            found[language].append(own if language == own.language else in_language(own, language))
    return {language: tuple(some) for language, some in found.items()}


def in_their_language(pages: Iterable[PageSource], languages: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a problem for each page in a language that the site does not say it has."""
    for page in pages:
        if page.language and page.language not in languages:
            name, all_of_them = own_name(page.language), ", ".join((*languages, page.language))
            message = f"a page in {quoted(name)}, which is no language of this site."
            message += f" Write in site.yaml: languages: [{all_of_them}]"
            yield Problem(Place(page.file, 0), message, Section.LANGUAGES)


def translated_pages(pages: Iterable[PageSource], main: Iterable[PageSource]) -> tuple[PageSource, ...]:
    """Return translations with the facts of the pages that they translate; that of a draft is one."""
    known = {page.path: page for page in main if not page.language}
    return tuple(
        _with_facts(page, known[page.path]) if page.language and page.path in known else page for page in pages
    )


def _with_facts(page: PageSource, main: PageSource) -> PageSource:
    facts: dict[str, Any] = {name: getattr(main.front_matter, name) for name in FACTS if page.nodes.get(name) is None}
    if main.front_matter.status == "draft":
        facts["status"] = "draft"
    about: FrontMatter = page.front_matter.model_copy(update=facts)
    return replace(page, front_matter=about, waits=page.waits or main.waits, digest=digest(page.digest, facts))


def with_translations(found: Sequence[Sources]) -> Sources:
    """Return the sources of the main language, the first, with those of all others that visitors may see.

    In production those are the languages for whose words somebody answers.
    """
    main, *further = found
    shown = [one for one in further if not main.production or is_yes(one.words.get(CONFIRMED, "yes"))]
    main = replace(main, unconfirmed=tuple(one for one in further if one not in shown))
    if not shown:
        return main
    versions = {one.site.language: {page.path: page for page in one.pages} for one in (main, *shown)}
    return replace(main, versions=versions, translations=tuple(replace(one, versions=versions) for one in shown))


def translated_files(main: Loaded, language: str, inputs: Inputs) -> Loaded:
    """Return the site with the texts of its data files in a language, as far as they have some."""
    files: dict[str, LoadedFile[Any]] = {}
    translated, levels = {SITE.path}, dict[str, Level]()
    for file in (one for one in data_files() if one.path in main.files):
        texts = file.in_language(language)
        there = (main.content / texts.path).is_file()
        said = inputs.gathering.attempt(texts.nodes, main.content) if there else None
        files[file.path] = main.files[file.path]
        if said or file is SITE:
            files[file.path] = _laid_over(main.files[file.path], said, file, language, inputs)
        if there:
            translated.add(file.path)
        if level := inputs.gathering.attempt(_level, said, file.path) if said else None:
            levels[file.path] = level
    return replace(main, files=files, translated=frozenset(translated), levels=levels, language=language)


def _level(texts: Node, path: str) -> Level | None:
    """Return from what texts were translated; raise ProblemsFound if that is something else."""
    field = texts.get(LEVEL)
    try:
        return level_of(texts.text_of(LEVEL) or "") if field else None
    except PydanticCustomError as error:
        message = f"{LEVEL}: {error.message()}"
        raise refusal(field.place if field else Place(path), message, Section.TRANSLATIONS) from None


def _laid_over(
    main: LoadedFile[Any], said: Node | None, file: DataFile[Any], language: str, inputs: Inputs
) -> LoadedFile[Any]:
    facts = main.nodes
    if facts is None or main.value is None:
        return main
    key = digest("translation", of_code(), language, facts, said)

    def work(_: str) -> tuple[LoadedFile[Any], tuple[Problem, ...]]:
        return _typed(facts, said, file, language)

    loaded, problems = next(iter(inputs.store.each(work, [file.path], lambda _: key)))
    inputs.gathering.problems.extend(problems)
    return loaded


def _typed(
    facts: Node, texts: Node | None, file: DataFile[Any], language: str
) -> tuple[LoadedFile[Any], tuple[Problem, ...]]:
    """Return a file in another language, and what is wrong with the texts."""
    gathering = Gathering()

    def tell(place: Place, message: str) -> None:
        gathering.problems.append(Problem(place, message, Section.TRANSLATIONS))

    nodes = overlaid(facts, without_level(texts), tell) if texts else facts
    if file is SITE and isinstance(nodes, Fields):
        nodes = replace(nodes, entries={**nodes.entries, "language": Scalar(nodes.place, nodes.place, language)})
    record = gathering.attempt(file.record, nodes)
    if isinstance(record, Site):
        record = record.model_copy(update={name: tuple(_titled(record, nodes, name, language)) for name in MENUS})
    return LoadedFile(record, nodes), tuple(gathering.problems)


def _titled(site: Site, nodes: Node, name: str, language: str) -> Iterator[MenuEntry]:
    """Yield the entries of a menu; one whose title nobody has translated is called as its page is in this language."""
    for entry, node in zip(getattr(site, name), nodes.each(name), strict=True):
        title = node.get("title")
        own = title is None or title.place.file.endswith(f".{language}.yaml")
        yield entry if own else entry.model_copy(update={"title": None})


def without_level(texts: Node) -> Node:
    """Return texts without what tells from what they were translated."""
    if not isinstance(texts, Fields):
        return texts
    return replace(texts, entries={name: one for name, one in texts.entries.items() if name != LEVEL})
