"""What the coalition still has to give or confirm; printed by every build and every check."""

from __future__ import annotations

from collections.abc import Iterator

from membership.application import inherited, is_confirmed
from sources.problems import count

from .check import Sources


def to_do(sources: Sources) -> tuple[str, ...]:
    """Return one line for each fact that is missing or not confirmed, and for each draft."""
    return (
        *_applications(sources),
        *(f"{entry.fact}: {entry.reason}" for entry in sources.site.not_yet_given),
        *(f"{entry.fact}: {entry.reason}" for entry in sources.membership.not_yet_given),
        *(f"{page.file} is a draft and not on the public site." for page in sources.drafts),
    )


def to_do_list(sources: Sources) -> str:
    """Return the list as text, or a line that says that nothing is left to do."""
    entries = to_do(sources)
    if not entries:
        return "Nothing is left to confirm."
    return "\n".join(
        [f"To do, {count(len(entries), 'thing')} to give or confirm:", *(f"  - {entry}" for entry in entries)]
    )


def _applications(sources: Sources) -> Iterator[str]:
    for tier in sources.membership.tiers:
        application = inherited(tier.application, sources.membership.application)
        if not is_confirmed(application):
            found = f"the address {application.url} is only an example" if application.url else "no address is given"
            yield f'Application form of "{tier.title}": {found}. The public site links to none until it is confirmed.'
