"""The rule about the content security policy: it stands first, and names the style and scripts of its page exactly."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from functools import lru_cache

from .findings import Finding
from .page_facts import PageFacts
from .site import BuiltSite

CHARSET = ("meta", "charset", "utf-8")
POLICY = ("meta", "http-equiv", "content-security-policy")


def the_policy_stands_first_and_allows_only_what_the_page_holds(site: BuiltSite) -> Iterator[Finding]:
    """Find pages without a policy right after the charset (before it, a script would run), or with another one."""
    for page in site.pages.values():
        if page.first_in_head != (CHARSET, POLICY):
            yield Finding(page.file, "the content security policy does not stand right after the charset.")
        elif len(page.policies) != 1:
            yield Finding(page.file, f"expected one content security policy, found {len(page.policies)}.")
        else:
            yield from _differences(page, page.policies[0])


def nothing_tells_where_a_visitor_came_from(site: BuiltSite) -> Iterator[Finding]:
    """Find pages that would tell the next site of this one."""
    for page in site.pages.values():
        if page.referrer_policies != ("no-referrer",):
            said = ", ".join(f'"{policy}"' for policy in page.referrer_policies) or "nothing"
            yield Finding(page.file, f'expected the referrer policy "no-referrer", found {said}.')


def _differences(page: PageFacts, policy: str) -> Iterator[Finding]:
    parts = [directive.split() for directive in policy.split(";") if directive.strip()]
    found = {name: sorted(values) for name, *values in reversed(parts)}  # browsers keep to the first of two alike
    wanted = {
        "default-src": ["'none'"],
        "style-src": sorted(map(_sum, page.styles)),
        **({"script-src": sorted(map(_sum, page.scripts))} if page.scripts else {}),
        "img-src": ["'self'", "data:"],
        "form-action": ["'none'"],
        "base-uri": ["'none'"],
    }
    for name in [*wanted, *(found.keys() - wanted.keys())]:
        if found.get(name) != wanted.get(name):
            expected, said = (" ".join(some.get(name, ["nothing"])) for some in (wanted, found))
            yield Finding(page.file, f"the content security policy, {name}: expected {expected}, found {said}.")


@lru_cache(maxsize=64)
def _sum(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
