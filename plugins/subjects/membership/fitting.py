"""What membership.yaml must say besides when tiers come or go: plain values made to fit those that somebody changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .application.records import WAY
from .references import with_every_answer

EXAMPLE_HOST = "forms.example.org"  # reserved for examples: RFC 2606


def fitting(now: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    """Return what membership.yaml holds, as plain values, with all that tiers and criteria ask for which are new.

    A new tier answers nothing yet. It is applied for as all others are, if these share a way; else its form has an
    example address. The guide leaves it out until a rule names it, and forgets a tier that is gone.
    """
    tiers = now.get("tiers")
    if not isinstance(tiers, list) or not all(isinstance(one, dict) for one in tiers):
        return now
    new, gone = changed_tiers(before, now)
    shared = any((now.get("application") or {}).get(way) for way in WAY)
    found = {**now, "tiers": [_begun(one, shared=shared) if one.get("id") in new else one for one in tiers]}
    hosts = now.get("application_hosts") or []
    if EXAMPLE_HOST not in hosts and any(EXAMPLE_HOST in str(one.get("application")) for one in found["tiers"]):
        found["application_hosts"] = [*hosts, EXAMPLE_HOST]
    if isinstance(guide := now.get("guide"), dict):
        found["guide"] = _guiding(guide, new, gone)
    return with_every_answer(found)


def _begun(tier: dict[str, Any], *, shared: bool) -> dict[str, Any]:
    """Return a new tier with what is asked of every tier, as far as nobody has said it."""
    own = any((tier.get("application") or {}).get(way) for way in WAY)
    example = {} if shared or own else {"url": f"https://{EXAMPLE_HOST}/{tier['id']}", "confirmed": "no"}
    said = {name: value for name, value in tier.items() if name not in ("application", "requirements")}
    application = {**(tier.get("application") or {}), **example}
    return {
        **said,
        **({"application": application} if application else {}),
        "requirements": tier.get("requirements") or {},
    }


def _guiding(guide: dict[str, Any], new: list[str], gone: list[str]) -> dict[str, Any]:
    rules = [one for one in guide.get("rules") or [] if not (isinstance(one, dict) and one.get("tier") in gone)]
    named_by_rule = [one.get("tier") for one in rules if isinstance(one, dict)]
    before = guide.get("left_out") or []
    left_out = [one for one in before if one not in gone]
    left_out += [one for one in new if one not in (*named_by_rule, *left_out)]
    return {**guide, "rules": rules, **({"left_out": left_out} if left_out or "left_out" in guide else {})}


def changed_tiers(before: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Return the ids of the tiers that are new, and of those that are gone."""
    was, are = ids_of(before), ids_of(now)
    return [one for one in are if one not in was], [one for one in was if one not in are]


def ids_of(values: Mapping[str, Any]) -> list[str]:
    """Return the ids of all tiers."""
    tiers = values.get("tiers")
    found = (one.get("id") for one in tiers if isinstance(one, dict)) if isinstance(tiers, list) else ()
    return [one for one in found if isinstance(one, str) and one]
