"""`make new-site`: the content of a site that is not there yet, from the answers to five questions."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from saving.save import write_if_valid
from sources.file_names import plain
from sources.problems import Gathering, Place, Problem, ProblemsFound, Section, command, count, guess, nearest, quoted
from sources.words import OF_NEW_SITES, read_words, words_in
from subjects import all_subjects
from subjects.beginning import Beginning, NewSite, fields_text, joined
from subjects.site.beginning import PRIVACY, first_pages
from subjects.site.records import SITE, Site

from .asking import Ask, understood
from .schemas import MODELINE

USUAL = "content"  # the folder that the other commands take, unless they are told another
ENGLISH = "en"
BEGINNINGS: tuple[Beginning, ...] = tuple(chain.from_iterable(one.beginnings for one in all_subjects()))
FURTHER = {one: one.further for one in BEGINNINGS if one.further}
# By the variable of `make` that answers it.
NEW_SITE = {
    "NAME": "What is the organization called",
    "LANGUAGE": "In which language is the site (Enter for English)",
    "PLACE": "Where is it based, such as Anytown, Ohio (Enter to leave it out)",
    "HAS": f"What is there: {', '.join(one.called for one in BEGINNINGS)} (with commas between; Enter for none)",
    **{further.variable: further.text for further in FURTHER.values()},
}
NAMED = re.compile(r"\s*([^,;()]+?)\s*(?:\(([^()]*)\)\s*)?(?:[,;]|\band\b|$)")
ALL, NONE = ("all", "everything"), ("", "none", "nothing")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of a new site: what is there, with what was named of each, and what was told of it further."""

    name: str
    language: str
    place: str
    things: Mapping[Beginning, tuple[str, ...]]
    told: Mapping[str, Any]


def asked(given: Sequence[str], theme: Path, ask: Ask | None) -> Asked:
    """Return what the answers mean; raise ProblemsFound with all that cannot be, where nobody can be asked again."""
    typed = dict(zip(NEW_SITE, [*given, *[""] * len(NEW_SITE)], strict=False))
    gathering = Gathering()

    def answer(variable: str, meaning: Any) -> Any:
        return gathering.attempt(understood, NEW_SITE[variable], typed[variable], meaning, ask)

    name = answer("NAME", _name)
    language = answer("LANGUAGE", lambda text: _language(text, theme))
    place = answer("PLACE", str)
    things = answer("HAS", _things) or {}
    told = {one.variable: answer(one.variable, one.understood) for thing, one in FURTHER.items() if thing in things}
    return gathering.settle(Asked(name, language, place, things, told))


def _refused(variable: str, message: str) -> ProblemsFound:
    return ProblemsFound([Problem(Place(variable, 0), message, Section.NEW_SITE)])


def _name(text: str) -> str:
    if not text:
        raise _refused("NAME", f'{NEW_SITE["NAME"]}? Say NAME="...".')
    try:
        return SITE.record(SITE.parsed(fields_text({"name": text}))).name
    except ProblemsFound as found:
        raise _refused("NAME", found.problems[0].message) from None


def _language(text: str, theme: Path) -> str:
    """Return the language that is meant, by its short name or its own, with or without a country."""
    known = {path.stem: words_in(theme, path.stem, folder=OF_NEW_SITES) for path in sorted(_words(theme))}
    names = {words["language_name"].casefold(): language for language, words in known.items()}
    said = (text or ENGLISH).casefold()
    found = said if said in known else names.get(said) or re.split("[-_]", said)[0]
    if found not in known:
        raise _refused("LANGUAGE", f"there are no words in {quoted(text)}.{guess(said, [*known, *names])}")
    return found


def _words(theme: Path) -> Iterator[Path]:
    return (theme / OF_NEW_SITES).glob("*.yaml")


def _things(text: str) -> dict[Beginning, tuple[str, ...]]:
    """Return what is there, in the order of the subjects, with the names that stand in brackets behind it."""
    if text.casefold() in NONE:
        return {}
    known = {plain(name): one for one in BEGINNINGS for name in (one.called, *one.also_called)}
    found: dict[Beginning, tuple[str, ...]] = {}
    problems = []
    for word, names in NAMED.findall(text):
        thing = known.get(plain(word))
        if plain(word) in ALL:
            found = {**dict.fromkeys(BEGINNINGS, ()), **found}
        elif thing is None:
            near = nearest(plain(word), known)
            hint = f" Did you mean {quoted(near)}?" if near else guess(word, [one.called for one in BEGINNINGS])
            problems.append(f"nothing is called {quoted(word)}.{hint}")
        elif names and not thing.names:
            problems.append(f"nothing can be named of {quoted(word)}: leave out {quoted(f'({names})')}.")
        else:
            found[thing] = tuple(name.strip() for name in re.split("[,;]", names) if name.strip())
    if problems:
        raise ProblemsFound(Problem(Place("HAS", 0), message, Section.NEW_SITE) for message in problems)
    return {one: found[one] for one in BEGINNINGS if one in found}


def new_site(asked: Asked, folder: str, theme: Path) -> str:
    """Write the site and return what to tell about it; raise ProblemsFound, and write nothing, if anything is wrong."""
    content = _free(folder, asked.name)
    files = _files(asked, content, theme)
    made = not content.exists()
    content.mkdir(parents=True, exist_ok=True)
    try:
        write_if_valid(content, theme, files)
    except ProblemsFound:
        if made:
            content.rmdir()
        raise
    return _told(content, len([name for name in files if name.endswith(".md")]), len(files))


def _free(folder: str, name: str) -> Path:
    """Return an empty place for the site: the one that is named, else the usual one, else one named after it."""
    for choice in [folder] if folder else [USUAL, plain(name) or "new-site"]:
        path = Path(choice).expanduser().absolute()
        if not path.exists() or (path.is_dir() and not any(path.iterdir())):
            return path
    raise _refused("FOLDER", f"there is something in {quoted(_shown(path))} already. Choose another place: FOLDER=...")


def _files(asked: Asked, content: Path, theme: Path) -> dict[str, bytes]:
    words, theme_words = words_in(theme, asked.language, folder=OF_NEW_SITES), read_words(theme, asked.language)
    named = {thing.called: names for thing, names in asked.things.items()}
    site = NewSite(asked.name, words, theme_words, named, asked.told)
    begun = [thing.begin(site) for thing in asked.things]
    fields = joined(
        [
            {"name": asked.name, **({"place": asked.place} if asked.place else {}), "language": asked.language},
            {"not_yet_given": site.missing("home")},
            *(one.site for one in begun),
            {"footer_navigation": [{"page": PRIVACY}]},
            {"not_yet_given": site.missing("contact", "time_zone", "address")},
        ]
    )
    ordered = {name: fields[name] for name in Site.model_fields if name in fields}
    files = {
        SITE.path: f"# {words['site_note']}\n\n{fields_text(ordered)}".encode(),
        **first_pages(site, asked.place, tuple(one.home for one in begun if one.home)),
        **{name: text for one in begun for name, text in one.files.items()},
    }
    return {name: _explained(name, text, content, theme) for name, text in files.items()}


def _explained(name: str, text: bytes, content: Path, theme: Path) -> bytes:
    """Return a data file with the line by which text editors explain its fields; any other file as it is."""
    if not name.endswith(".yaml"):
        return text
    schema = theme.parent / "schemas" / f"{Path(name).stem}.json"
    try:
        shown = Path(os.path.relpath(schema, (content / name).parent)).as_posix()
    except ValueError:  # on Windows, from one disk to another
        shown = schema.resolve().as_uri()
    return f"{MODELINE}{shown}\n".encode() + text


def _shown(folder: Path) -> str:
    """Return how to name a folder from here."""
    here = Path.cwd()
    return (folder.relative_to(here) if folder.is_relative_to(here) else folder).as_posix()


def _told(content: Path, pages: int, files: int) -> str:
    shown = _shown(content)
    where = "" if shown == USUAL else f" CONTENT={shown}" if re.fullmatch(r"[\w./-]+", shown) else f' CONTENT="{shown}"'
    return (
        f"{shown}/: {count(pages, 'page')} and {count(files - pages, 'other file')}. What is missing is on a list.\n"
        f"  Look at it:         {command('serve')}{where}\n"
        f"  What is missing:    {command('check')}{where}\n"
        f"  Make it public:     {command('publish')}{where}"
    )
