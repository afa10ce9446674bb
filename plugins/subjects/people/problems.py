"""What is wrong with people and members: names that nobody knows, pictures that are not there, consent taken back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sources.pages.page import place_of
from sources.pages.readable_text import readable
from sources.problems import Place, Problem, guess, quoted
from sources.published import file_meant, offered_files
from sources.records.ids import ids_of, repeated_ids
from sources.yaml.nodes import Node, Scalar

from ..loaded import Loaded
from .records import MEMBERS, PEOPLE, Section


def people_problems(loaded: Loaded) -> Iterator[Problem]:
    """Yield what is wrong with the people of a site."""
    nodes = loaded.nodes(PEOPLE)
    if nodes is None:
        return
    yield from repeated_ids("group", nodes.each("groups"), Section.SHOWN)
    groups = ids_of(nodes.each("groups"))
    yield from _of_names(nodes, "people", "group", groups, "groups above")
    yield from _of_each(loaded, nodes, "people")


def member_problems(loaded: Loaded) -> Iterator[Problem]:
    """Yield what is wrong with the members of a site."""
    nodes = loaded.nodes(MEMBERS)
    if nodes is None:
        return
    tiers = loaded.names.get("tier")
    if tiers is not None or all(file.value for file in loaded.files.values()):
        yield from _of_names(nodes, "members", "tier", list(tiers or ()), "membership.yaml")
    yield from _of_each(loaded, nodes, "members")


def _of_names(nodes: Node, entries: str, field: str, known: list[str], where: str) -> Iterator[Problem]:
    for entry in nodes.each(entries):
        named = entry.get(field)
        if isinstance(named, Scalar) and named.text and named.text not in known:
            hint = guess(named.text, known) if known else f" There is none in {where}."
            yield Problem(
                named.place, f"{_called(entry)}, {field}: no {field} {quoted(named.text)}.{hint}", Section.SHOWN
            )


def _of_each(loaded: Loaded, nodes: Node, entries: str) -> Iterator[Problem]:
    """Yield a problem for names that stand twice, pictures that are missing, and what withdrawn consent leaves."""
    files, first = offered_files(loaded.content), dict[str, Place]()
    for entry in nodes.each(entries):
        name, picture = entry.text_of("name"), entry.text_of("picture")
        if name and (earlier := first.setdefault(name.casefold(), place_of(entry, "name"))) != place_of(entry, "name"):
            message = f"{_called(entry)}: this name is in line {earlier.line} already. Keep one."
            yield Problem(place_of(entry, "name"), message, Section.SHOWN)
        file = file_meant(picture, files) if picture else None
        if picture and not file:
            message = f"{_called(entry)}, picture: no file {quoted(picture)} in content.{guess(picture, files)}"
            yield Problem(place_of(entry, "picture"), message, Section.SHOWN)
        if entry.text_of("withdrawn"):
            if file:
                message = (
                    f"{_called(entry)}: consent was withdrawn, and {quoted(file)} is still public. Delete the file."
                )
                yield Problem(place_of(entry, "picture"), message, Section.SHOWN)
            if name:
                yield from _left(loaded, entry, name)


def _left(loaded: Loaded, entry: Node, name: str) -> Iterator[Problem]:
    """Yield a problem for every place besides its entry where a name still stands."""
    words = r"\s+".join(map(re.escape, name.split()))
    standing = re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
    since = place_of(entry, "withdrawn")
    message = f"{quoted(name)} has withdrawn consent ({since}) and is still named here. Take the name out."
    own = {id(one) for one in entry.scalars()}
    for page in loaded.pages:
        for found in standing.finditer(readable(page.body)):
            yield Problem(page.at(found.start()), message, Section.SHOWN)
    values = [page.nodes for page in loaded.pages] + [file.nodes for file in loaded.files.values() if file.nodes]
    for scalar in (one for nodes in values for one in nodes.scalars() if id(one) not in own):
        if scalar.text and standing.search(scalar.text):
            yield Problem(scalar.place, message, Section.SHOWN)


def _called(entry: Node) -> str:
    return quoted(entry.text_of("name") or "?")
