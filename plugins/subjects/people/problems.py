"""What is wrong with people and members: names that nobody knows, pictures that are not there, consent taken back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from sources.pages.page import place_of
from sources.pages.readable_text import readable
from sources.problems import Problem, guess, quoted
from sources.published import file_meant, offered_files
from sources.records.days import known_day
from sources.records.fields import is_yes
from sources.records.ids import id_meant, repeated_ids
from sources.yaml.nodes import Node, Scalar

from ..loaded import Loaded
from ..site.records import SITE
from .records import MEMBERS, PEOPLE, Members, People, Section


def people_problems(loaded: Loaded) -> Iterator[Problem]:
    """Yield what is wrong with the people of a site."""
    nodes = loaded.nodes(PEOPLE)
    if nodes is None:
        return
    yield from repeated_ids("group", nodes.each("groups"))
    groups = {known: one.text_of("title") or "" for one in nodes.each("groups") if (known := one.text_of("id"))}
    yield from _of_names(nodes, "people", "group", groups, "groups above")
    yield from _of_each(loaded, nodes, "people")


def member_problems(loaded: Loaded) -> Iterator[Problem]:
    """Yield what is wrong with the members of a site."""
    nodes = loaded.nodes(MEMBERS)
    if nodes is None:
        return
    tiers = loaded.names.get("tier")
    if tiers is not None or all(file.value for file in loaded.files.values()):
        yield from _of_names(nodes, "members", "tier", tiers or {}, "membership.yaml")
    yield from _of_each(loaded, nodes, "members")


def _of_names(nodes: Node, entries: str, field: str, known: Mapping[str, str], where: str) -> Iterator[Problem]:
    for entry in nodes.each(entries):
        named = entry.get(field)
        if isinstance(named, Scalar) and named.text and not id_meant(named.text, known):
            hint = guess(named.text, known) if known else f" There is none in {where}."
            yield Problem(named.place, f"{_called(entry)}, {field}: no {field} {quoted(named.text)}.{hint}")


def _of_each(loaded: Loaded, nodes: Node, entries: str) -> Iterator[Problem]:
    """Yield a problem for names that stand twice, pictures that are missing, and what withdrawn consent leaves."""
    files, named = offered_files(loaded.content), dict[str, list[Node]]()
    for entry in nodes.each(entries):
        name, picture = entry.text_of("name"), entry.text_of("picture")
        if name and (earlier := _same_before(entry, named.setdefault(_key(name), []))):
            message = f"{_called(entry)}: this name is in line {place_of(earlier, 'name').line} already. Keep one."
            yield Problem(place_of(entry, "name"), message)
        if problem := _of_days(entry):
            message = f"{_called(entry)}, withdrawn: {problem}"
            yield Problem(place_of(entry, "withdrawn"), message)
        file = file_meant(picture, files) if picture else None
        if picture and not (file or entry.text_of("withdrawn")):
            message = f"{_called(entry)}, picture: no file {quoted(picture)} in content.{guess(picture, files)}"
            yield Problem(place_of(entry, "picture"), message)
        if file and entry.text_of("withdrawn"):
            message = f"{_called(entry)}: consent was withdrawn, and {quoted(file)} is still public. Delete the file."
            yield Problem(place_of(entry, "picture"), message)
    yield from _named(loaded, dict(_unwanted(loaded, nodes.each(entries))))


def _same_before(entry: Node, before: list[Node]) -> Node | None:
    """Return who of those before of that name is the same, and put the entry behind them.

    Who is on the board may work in the office too, and stand in both groups.
    """
    group = entry.text_of("group")
    found = next((one for one in before if not group or one.text_of("group") in (None, group)), None)
    before.append(entry)
    return found


def _of_days(entry: Node) -> str:
    """Return what is wrong with the day of a consent that was taken back before it was given; empty if nothing is."""
    consent, withdrawn = (known_day(entry.text_of(field)) for field in ("consent", "withdrawn"))
    if not (consent and withdrawn and withdrawn < consent):
        return ""
    return f'{withdrawn} is before the consent, {consent}. If they agreed again after it, take out "withdrawn".'


def _unwanted(loaded: Loaded, entries: Iterable[Node]) -> Iterator[tuple[str, str]]:
    """Yield each name that must stand nowhere but in its own entry, with what to say where it does."""
    agreed = set(map(_key, _agreed(loaded)))
    for entry in entries:
        name, since = entry.text_of("name"), place_of(entry, "withdrawn")
        if name and entry.text_of("withdrawn"):
            told = f"{quoted(name)} has withdrawn consent ({since}) and is still named here. Take the name out."
            yield _key(name), told
        elif name and _is_hidden(entry) and _key(name) not in agreed and _is_person(loaded, entry):
            told = f"{quoted(name)} is named here and has not agreed ({place_of(entry, 'name')})."
            yield _key(name), f"{told} Ask, and write the day as consent there, or take the name out."


def _is_person(loaded: Loaded, entry: Node) -> bool:
    """Tell whether an entry is a person: organizations may be spoken of without being asked."""
    people = loaded.nodes(PEOPLE)
    return is_yes(entry.text_of("person")) or (people is not None and entry in people.each("people"))


def _agreed(loaded: Loaded) -> Iterator[str]:
    """Yield who may be named, whichever file says so."""
    if site := loaded.value(SITE):
        yield from (one.name for one in site.approved_people)
    for entries in ((loaded.value(PEOPLE) or People()).people, (loaded.value(MEMBERS) or Members()).members):
        yield from (one.name for one in entries if one.shown)


def _named(loaded: Loaded, unwanted: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for every place where one of these names stands in a page, or in data that is shown."""
    if not unwanted:
        return
    names = "|".join(r"\s+".join(map(_written, key.split())) for key in sorted(unwanted, key=len, reverse=True))
    standing = re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)
    for page in loaded.pages:
        for found in standing.finditer(readable(page.body)):
            yield Problem(page.at(found.start()), unwanted[_key(found[0])], Section.SHOWN)
    for scalar in _values(loaded):
        if scalar.text and (one := standing.search(scalar.text)):
            yield Problem(scalar.place, unwanted[_key(one[0])], Section.SHOWN)


def _values(loaded: Loaded) -> Iterator[Scalar]:
    """Yield the values of pages and data, but for the lists that keep a name from being shown."""
    for nodes in (*(page.nodes for page in loaded.pages), *(one.nodes for one in loaded.files.values() if one.nodes)):
        kept = {*nodes.each("forbidden_words")}
        for field in ("people", "members"):
            kept |= {one for entry in nodes.each(field) for one in entry.scalars() if _is_hidden(entry)}
        yield from (one for one in nodes.scalars() if one not in kept)


def _is_hidden(entry: Node) -> bool:
    return bool(entry.text_of("withdrawn") or not entry.text_of("consent"))


def _key(name: str) -> str:
    return " ".join(name.split()).casefold().replace("\u2019", "'")


def _written(word: str) -> str:
    """Return the pattern of a word of a name, whichever apostrophe it has."""
    return re.escape(word).replace("'", "['\u2019]")


def _called(entry: Node) -> str:
    return quoted(entry.text_of("name") or "?")
