"""Checks of prefills: each is one that the service of the form takes, and leaves the address short enough."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from sources.problems import Problem, quoted
from sources.records.ids import named
from sources.records.web_addresses import https_address, https_host, is_https, is_reserved
from sources.yaml.nodes import Mapping, Node, Scalar

from ..records import Membership
from .link import inherited
from .records import WAY, Prefill
from .services import LONGEST, Service, prefilled, service_of
from .window_problems import first_of


def first_prefill(*records: Node | None) -> Mapping | None:
    """Return the first prefill in some records."""
    found = (record.get("prefill") for record in records if record)
    return next((one for one in found if isinstance(one, Mapping)), None)


@dataclass(frozen=True, slots=True)
class Filled:
    """The form of a tier on a host that anybody can have, with the prefill of its address."""

    tier: Node
    url: Scalar
    node: Mapping
    prefill: Prefill
    service: Service | None

    @property
    def ignored(self) -> str:
        """Return the name of the service, if it ignores the prefill."""
        return self.service.name if self.service and not self.service.takes(self.prefill) else ""

    @property
    def style(self) -> str:
        """Return the style that was found, as a problem quotes it."""
        return quoted(self.prefill.style)

    @property
    def ready(self) -> str:
        """Return what to write instead."""
        return self.service.instead_of(self.prefill) if self.service else ""


def prefill_problems(root: Node) -> Iterator[Problem]:
    """Yield a problem for every prefill that the service of a form ignores, with one that it takes.

    It is told at the prefill, but where the shared one is right for another form, at the address that needs its own.
    """
    shared = first_prefill(root.get("application"))
    forms = list(_filled(root))
    for one in forms:
        if one.node is not shared and one.ignored:
            subject = f"{named('tier', one.tier)}, application prefill"
            message = f"expected a style that {one.ignored} takes, found {one.style}, which it ignores."
            yield Problem(one.node.place, f"{subject}: {message} Write: {one.ready}")
    yield from _shared([one for one in forms if one.node is shared])


def _shared(forms: list[Filled]) -> Iterator[Problem]:
    ignored = [one for one in forms if one.ignored]
    if ignored and len({one.ignored for one in forms}) == 1:
        one = ignored[0]
        takes = f"expected a style that {one.ignored} takes ({named('tier', one.tier)} leads there)"
        where = "Write, here or in each tier whose form has its own field"
        message = f"application prefill: {takes}, found {one.style}, which it ignores. {where}: {one.ready}"
        yield Problem(one.node.place, message)
        return
    for one in ignored:
        found = f"found only the shared one of style {one.style}, which {one.ignored} ignores"
        message = f"{named('tier', one.tier)}, application: expected a prefill of its own, {found}. Add: {one.ready}"
        yield Problem(one.url.place, message)


def _filled(root: Node) -> Iterator[Filled]:
    shared = root.get("application")
    for tier in root.each("tiers"):
        own = tier.get("application")
        url = first_of("url", own, None if any(first_of(name, own) for name in WAY) else shared)
        node = first_prefill(own, shared)
        address = https_address(url.text or "") if url else ""
        if not (url and node and is_https(address)) or is_reserved(https_host(address)):
            continue
        service = service_of(address)
        if service and service.shortened:
            continue  # which is told of the address
        try:
            prefill = Prefill.model_validate({name: node.text_of(name) for name in Prefill.model_fields})
        except ValidationError:
            continue  # which is told of the prefill
        yield Filled(tier, url, node, prefill, service)


def length_problems(membership: Membership, root: Node) -> Iterator[Problem]:
    """Yield a problem for every form address that gets too long with the name of the tier in it."""
    for tier, node in zip(membership.tiers, root.each("tiers"), strict=True):
        application = inherited(tier.application, membership.application)
        url = first_of("url", node.get("application"), root.get("application"))
        if not (url and application.url and application.prefill):
            continue
        length = len(prefilled(application.url, application.prefill, tier.title))
        if length > LONGEST:
            message = f"expected at most {LONGEST} characters with the name of the tier in it, found {length}."
            yield Problem(url.place, f'tier "{tier.id}", application url: {message}')
