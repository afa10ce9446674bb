"""What a screen reader is told of the comparison, from Chromium's own accessibility tree: rules T1 to T7.

The tree holds no link from a cell to its headers: a screen reader takes the header of the same column and those of the
same row. So does this test.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from building.typography import straight
from sites import CATE, HARBOR, Location
from subjects.membership.records import MEMBERSHIP as FILE

pytestmark = pytest.mark.browser

MEMBERSHIP = pytest.mark.parametrize("site", [CATE, HARBOR], ids=["cate", "harbor"])


@dataclass(frozen=True)
class Node:
    """One node of the tree with the nodes below it that are not ignored."""

    role: str
    name: str
    children: tuple[Node, ...]

    def all(self, *roles: str) -> Iterator[Node]:
        """Yield the nodes of these roles below this one, in order."""
        for child in self.children:
            if child.role in roles:
                yield child
            yield from child.all(*roles)


def tree(page) -> Node:
    session = page.context.new_cdp_session(page)
    found = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    session.detach()

    def nodes(name: str) -> Iterator[Node]:
        node = found[name]
        below = tuple(one for child in node.get("childIds", []) if child in found for one in nodes(child))
        if node["ignored"]:
            yield from below
        else:
            yield Node(node["role"]["value"], " ".join(node.get("name", {}).get("value", "").split()), below)

    (root,) = nodes(next(iter(found)))
    return root


def announced(table: Node) -> list[tuple[str, str, str, str]]:
    """Return what each cell is announced with: tier, group, criterion, and its own words."""
    head, *rows = [list(row.all("columnheader", "rowheader", "cell")) for row in table.all("row")]
    tiers, group, cells = [header.name for header in head[1:]], "", []
    for header, *row in rows:
        assert "rowheader" == header.role
        if row:
            cells += [(tier, group, header.name, cell.name) for tier, cell in zip(tiers, row, strict=True)]
        else:
            group = header.name
    return cells


@MEMBERSHIP
@pytest.mark.parametrize("width", [960, 1280])
def test_each_cell_announces_its_tier_its_group_and_its_criterion(visit, site, width):
    membership = site.sources.of(FILE)
    table = next(tree(visit(Location(site, "membership/"), width)).all("table"))
    told = announced(table)

    assert [
        [tier.title, group.title, criterion.title]
        for group in membership.groups
        for criterion in group.criteria
        for tier in membership.tiers
    ] == [[straight(header) for header in headers] for *headers, _ in told]
    assert all(words for *_, words in told)


@MEMBERSHIP
def test_a_table_and_its_region_are_announced_by_its_caption(visit, site):
    regions = list(tree(visit(Location(site, "membership/"))).all("region"))

    assert regions
    for region in regions:
        assert [region.name] == [table.name for table in region.all("table")]


@MEMBERSHIP
def test_several_values_are_announced_as_a_list(visit, site):
    membership = site.sources.of(FILE)
    table = next(tree(visit(Location(site, "membership/"))).all("table"))
    criteria = [criterion.id for group in membership.groups for criterion in group.criteria]
    asked = [tier.requirements[criterion] for criterion in criteria for tier in membership.tiers]

    for answer, cell in zip(asked, table.all("cell"), strict=True):
        values = answer.items
        assert (len(values) if len(values) > 1 else 0) == len(list(cell.all("listitem")))
