"""Typical applicants of CATE: what each would answer, which tiers may fit then, and which one it would choose."""

from __future__ import annotations

from dataclasses import dataclass

import pytest


@dataclass(frozen=True)
class Applicant:
    """Somebody who looks for the right tier; answers and tiers by their ids."""

    who: str
    answers: tuple[str, ...]
    may_fit: tuple[str, ...]
    tier: str


APPLICANTS = (
    Applicant(
        "a 501(c)(3) with 80 % of clients trafficked, ready to lead",
        ("nonprofit", "most", "lead"), ("collaborative-partner",), "collaborative-partner",
    ),
    Applicant(
        "a 501(c)(3) with 80 % of clients trafficked, not ready to lead",
        ("nonprofit", "most", "some"), ("coalition-member",), "coalition-member",
    ),
    Applicant(
        "a 501(c)(3) that trains others, such as nurses",
        ("nonprofit", "indirect"), ("coalition-member", "community-network"), "community-network",
    ),
    Applicant(
        "a counselor in private practice", ("practitioner", "some"), ("coalition-member",), "coalition-member",
    ),
    Applicant(
        "a hospital that treats people who were trafficked",
        ("institution", "some"), ("coalition-member", "community-network"), "coalition-member",
    ),
    Applicant("a school", ("institution", "none"), ("community-network",), "community-network"),
    Applicant("a youth shelter with 10 % of guests trafficked", ("nonprofit", "some"), ("coalition-member",),
              "coalition-member"),
    Applicant("a senator's aide", ("institution", "none"), ("community-network",), "community-network"),
    Applicant(
        "a county task force", ("group", "indirect"), ("community-network", "ally-network"), "ally-network",
    ),
    Applicant("a state coalition", ("group", "some"), ("ally-network",), "ally-network"),
    Applicant("a church group", ("group", "unsure"), ("community-network", "ally-network"), "ally-network"),
    Applicant("an interested student", ("person",), ("community-network",), "community-network"),
    Applicant("a company that serves people who were trafficked", ("other", "most"), (), ""),
)  # fmt: skip

EVERYONE = pytest.mark.parametrize("applicant", APPLICANTS, ids=lambda applicant: applicant.who)
EVERYONE_WITH_A_TIER = pytest.mark.parametrize(
    "applicant", [one for one in APPLICANTS if one.tier], ids=lambda applicant: applicant.who
)
