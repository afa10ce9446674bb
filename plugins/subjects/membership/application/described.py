"""How one applies for a tier, for programs."""

from __future__ import annotations

from .lead import Known, lead
from .link import is_confirmed, ways
from .records import Application

KINDS = {"url": "form", "page": "page", "email": "email", "document": "document"}


def described(application: Application, known: Known, root: str) -> dict[str, object]:
    """Return how one applies, for programs: nothing of a way that is not confirmed, whatever the profile."""
    there = lead(application, "", known) if is_confirmed(application) else None
    given = ways(application) if is_confirmed(application) else []
    return {
        "way": KINDS.get(given[-1], application.by) if given else None,
        "url": (f"{root}{there.href}" if there.within else there.href) if there and not application.email else None,
        "email": application.email if given else None,
        "full": bool(application.full),
    }
