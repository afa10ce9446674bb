"""What the coalition still has to give or confirm; printed by every build and every check."""

from __future__ import annotations

from collections.abc import Iterator

from membership.application import inherited, is_confirmed
from membership.application_model import BEFORE, DATES, Application
from sources.problems import count

from .check import Sources

# What visitors should know before they apply, in the order of the page; each is shown once it is given.
WANTED = dict(
    zip(
        BEFORE,
        ("who runs the form", "how long it takes", "what to have ready", "what happens next", "who decides"),
        strict=True,
    )
)


def to_do(sources: Sources) -> tuple[str, ...]:
    """Return one line for each fact that is missing or not confirmed, and for each draft."""
    return (
        *_applications(sources),
        *_before_applying(sources),
        *_plain_words(sources),
        *(f"{entry.fact}: {entry.reason}" for entry in sources.site.not_yet_given),
        *(f"{entry.fact}: {entry.reason}" for entry in sources.membership.not_yet_given),
        *_help_lines(sources),
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


def _before_applying(sources: Sources) -> Iterator[str]:
    tiers_by_gap: dict[tuple[str, ...], list[str]] = {}
    for tier in sources.membership.tiers:
        gap = _gap(inherited(tier.application, sources.membership.application))
        tiers_by_gap.setdefault(gap, []).append(f'"{tier.title}"')
    for gap, titles in tiers_by_gap.items():
        if gap:
            whose = "any tier" if len(titles) == len(sources.membership.tiers) else ", ".join(titles)
            yield f"What to know before applying, not given for {whose}: {', '.join(gap)}."


def _plain_words(sources: Sources) -> Iterator[str]:
    statements, tiers = sources.site.statements, sources.membership.tiers
    plain = {"vision": statements.vision.in_plain_words, "mission": statements.mission.in_plain_words}
    plain |= {f'"{tier.title}"': tier.in_plain_words for tier in tiers}
    unconfirmed = [whose for whose, words in plain.items() if words and not words.confirmed]
    if unconfirmed:
        yield f"Plain words that the coalition has not confirmed, but visitors read: {', '.join(unconfirmed)}."


def _gap(application: Application) -> tuple[str, ...]:
    missing = [words for name, words in WANTED.items() if not getattr(application, name)]
    timed = application.rolling or application.paused or any(getattr(application, name) for name in DATES)
    return tuple(missing if timed else [*missing, "when applications are accepted"])


def _help_lines(sources: Sources) -> Iterator[str]:
    for line in sources.help_lines.in_order:
        if line.due <= sources.today:
            refused = f"From {line.refused_from} on, the public site is not published without that."
            said = f"last reviewed {line.last_reviewed}, due {line.due}. Call it, and say when. {refused}"
            yield f'Help line "{line.name}": {said}'
