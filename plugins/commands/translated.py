"""`make translated`: notes in a translation that it is level with its original now, or begins that of a page."""

from __future__ import annotations

import re
from pathlib import Path

from checking.check import check
from checking.loading import today
from checking.parity import file_texts, page_texts
from saving.save import no_worse, write_if_valid
from saving.translating import begun_translation, noted_level
from sources.languages import own_name, parted
from sources.problems import Section, guess, quoted, refusal
from sources.records.level import level_with
from subjects import data_files
from subjects.loaded import Sources

TRANSLATED = {
    "PAGE": "Which page or data file, such as about or membership.yaml",
    "LANGUAGE": "Which language, such as es",
}
FROM_SITE = ("LANGUAGE",)  # where it has only one besides the main one
BEGUN = (
    "{}: a copy of its original, as a draft, seen only in the preview.\n"
    'Write it in {}. Delete the line "status: draft" when somebody who knows the language has read it.'
)


def translated(name: str, language: str, content: Path, theme: Path) -> str:
    """Write the day and the sum of the original into a translation, and return what to tell.

    Where a page has none, one is begun. Raises ProblemsFound for a data file without one, and for unknown names.
    """
    main = check(content, theme, production=False)
    bare, said = parted(re.sub(r"^(?:pages|data)/|\.(?:md|yaml)$", "", name.strip().removeprefix(f"{content.name}/")))
    sources = _in_language(main, language or said)
    texts, file = _original(bare, main, sources, data=name.strip().endswith(".yaml"))
    path, day = content / file, today(main.site.time_zone)
    page = main.by_path.get(bare) or main.by_path.get(f"{bare}/index")
    if page and not path.is_file() and file.endswith(".md"):
        write_if_valid(content, theme, {file: begun_translation(page, day)}, no_worse(content, theme))
        return BEGUN.format(f"{content.name}/{file}", own_name(sources.language))
    if not path.is_file():
        message = f"there is no such file. Put the text in {own_name(sources.language)} there."
        raise refusal(f"{content.name}/{file}", message, Section.TRANSLATIONS)
    level = level_with(texts, day)
    write_if_valid(content, theme, {file: noted_level(file, path.read_bytes(), level)}, no_worse(content, theme))
    return f"{content.name}/{file} is level with its original of today."


def _in_language(main: Sources, language: str) -> Sources:
    known = {one.language: one for one in main.translations}
    if not language and len(known) == 1:
        language = next(iter(known))
    if language not in known:
        found = f"found {quoted(language)}" if language else "found nothing"
        message = f"expected a language of this site besides the main one, {found}.{guess(language, known)}"
        raise refusal("LANGUAGE", message, Section.LANGUAGES)
    return known[language]


def _original(name: str, main: Sources, sources: Sources, *, data: bool) -> tuple[list[str], str]:
    """Return the texts of a page or data file, and the file of their translation below the content."""
    page = main.by_path.get(name) or main.by_path.get(f"{name}/index")
    if page and not data:
        there, beside = (
            sources.by_path.get(page.path),
            f"{page.below_content.removesuffix('.md')}.{sources.language}.md",
        )
        return page_texts(page), there.file.partition("/")[2] if there else beside
    files = {Path(file.path).stem: file for file in data_files() if main.has(file)}
    if file := files.get(name):
        return file_texts(main, file), file.in_language(sources.language).path
    message = f"no page or data file {quoted(name)}.{guess(name, (*main.by_path, *files))}"
    raise refusal("PAGE", message, Section.TRANSLATIONS)
