"""People and members as subjects: lists of those who have agreed to be shown, by group and by tier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components.directive import directives
from components.registry import Call, Component
from sources.pages.page import PageSource, place_of
from sources.problems import quoted
from sources.published import file_meant
from sources.records.data_file import DataFile
from sources.records.ids import id_meant
from sources.words import Words, begun
from sources.yaml.nodes import Node

from ..form import Form
from ..loaded import Sources
from ..subject import Subject, Terms, ToDo, of_file
from .problems import member_problems, people_problems
from .records import MEMBERS, PEOPLE, Listed, Member, Person


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody as a list shows them; `picture` is its path in the output."""

    name: str
    link: str | None
    picture: str | None
    facts: tuple[str, ...]


Said = dict[str, str]  # of somebody, in the terms of schema.org
Groups = Iterable[tuple[str, Sequence[Listed]]]  # titles, empty for what has none, each with its entries


def people_components(sources: Sources) -> tuple[Component]:
    """Return the component that shows people: all by their groups, or those of one."""
    file = sources.of(PEOPLE)
    titles = {group.id: group.title for group in file.groups}
    entries = [(_meant(one.group, titles), one) for one in file.people if one.shown]
    return (_component("people", sources, entries, titles, (None, *titles)),)


def member_components(sources: Sources) -> tuple[Component]:
    """Return the component that shows how many members there are and who, by name: all by tier, or those of one."""
    titles = sources.names.get("tier", {})
    entries = [(_meant(one.tier, titles), one) for one in _by_name(sources)]
    return (_component("members", sources, entries, titles, (*titles, None)),)


def _component(
    name: str,
    sources: Sources,
    entries: Iterable[tuple[str | None, Listed]],
    titles: Mapping[str, str],
    order: Iterable[str | None],
) -> Component:
    def shown(call: Call) -> dict[str, Any]:
        groups = _grouped(entries, [call.argument] if call.argument else order, titles)
        return _given(groups, sources, single=bool(call.argument)) | {"counted": name == "members"}

    return Component(name, shown, choices=tuple(titles), optional=True, shows=("people",))


def _grouped(
    entries: Iterable[tuple[str | None, Listed]], names: Iterable[str | None], titles: Mapping[str, str]
) -> Groups:
    """Return what belongs to each of some names, below its title; to None belongs what has no name."""
    found: dict[str | None, list[Listed]] = {name: [] for name in names}
    for name, one in entries:
        found.get(name, []).append(one)
    return [(titles.get(name or "", ""), some) for name, some in found.items()]


def _meant(name: str | None, titles: Mapping[str, str]) -> str | None:
    return id_meant(name, titles) if name else None


def _by_name(sources: Sources) -> list[Member]:
    alphabet = sources.words.get("alphabet", "")
    return sorted((one for one in sources.of(MEMBERS).members if one.shown), key=lambda one: one.order(alphabet))


def _given(groups: Groups, sources: Sources, *, single: bool) -> dict[str, Any]:
    some = [("" if single else title, entries) for title, entries in groups if entries]

    def entry(one: Listed) -> Entry:
        file = file_meant(one.picture, sources.published) if one.picture else None
        return Entry(one.name, one.link, sources.published[file] if file else None, _facts(one, sources.words))

    return {"groups": [(title, list(map(entry, entries))) for title, entries in some]}


def _facts(one: Listed, words: Words) -> tuple[str, ...]:
    if isinstance(one, Member):
        since = words["member_since"].format(year=one.since) if one.since else None
        return tuple(filter(None, (one.place, since if one.place or not since else begun(since))))
    return (one.role,) if isinstance(one, Person) and one.role else ()


def _to_do(file: DataFile[Any], field: str, sources: Sources) -> Iterator[ToDo]:
    """Yield one line for all whom nobody has asked yet."""
    nodes: Iterable[Node] = sources.nodes(file).each(field)
    pairs = zip(getattr(sources.of(file), field), nodes, strict=True)
    waiting = [(one, node) for one, node in pairs if not (one.consent or one.withdrawn)]
    if waiting:
        names = ", ".join(quoted(one.name) for one, _ in waiting)
        text = f"Not shown before they agree ({field} in {file.path}): {names}. Ask them, and write the day as consent."
        yield ToDo(text, place_of(waiting[0][1], "name"))


def people_terms(sources: Sources) -> Terms:
    """Return what tells which people a page shows; see https://schema.org/Person."""
    titles = {group.id: group.title for group in sources.of(PEOPLE).groups}
    shown = (one for one in sources.of(PEOPLE).people if one.shown)
    people = [(_meant(one.group, titles), _terms(one, jobTitle=one.role)) for one in shown]
    return lambda page: {"mentions": some} if (some := _called(page, "people", people)) else {}


def member_terms(sources: Sources) -> Terms:
    """Return what tells which members a page shows; see https://schema.org/member."""
    titles = sources.names.get("tier", {})
    members = [(_meant(one.tier, titles), _terms(one)) for one in _by_name(sources)]
    ours = {"@type": "Organization", "name": sources.site.name}
    return lambda page: {"publisher": ours | {"member": some}} if (some := _called(page, "members", members)) else {}


def _called(page: PageSource, component: str, entries: Iterable[tuple[str | None, Said]]) -> list[Said]:
    """Return what is said of those whom a page shows, each with its group or tier."""
    calls = {one.arguments for one in directives(page.body) if one.name == component}
    return [said for name, said in entries if calls & {(), (name or "",)}]


def _terms(one: Listed, **more: str | None) -> Said:
    is_person = isinstance(one, Person) or (isinstance(one, Member) and one.person)
    said = {"@type": "Person" if is_person else "Organization", "name": one.name, **more, "url": one.link}
    return {name: text for name, text in said.items() if text}


def _names(entries: Iterable[Listed]) -> Iterator[str]:
    return (one.name for one in entries if one.shown)


PEOPLE_SUBJECT = Subject(
    name="people",
    data=PEOPLE,
    form=Form(
        "People",
        shown_by="people",
        apart=True,
        choices=lambda people: {"group": {one.id: one.title for one in people.groups}},
    ),
    parts=lambda loaded: (of_file("people", "there are no people", PEOPLE, loaded, ("people",)),),
    problems=people_problems,
    components=people_components,
    structured_data=people_terms,
    may_be_named=lambda sources: _names(sources.of(PEOPLE).people),
    to_do=lambda sources: _to_do(PEOPLE, "people", sources),
)
MEMBERS_SUBJECT = Subject(
    name="members",
    data=MEMBERS,
    form=Form("Members", shown_by="members", apart=True),
    parts=lambda loaded: (of_file("members", "there are no members", MEMBERS, loaded, ("members",)),),
    problems=member_problems,
    components=member_components,
    structured_data=member_terms,
    may_be_named=lambda sources: _names(sources.of(MEMBERS).members),
    to_do=lambda sources: _to_do(MEMBERS, "members", sources),
)
