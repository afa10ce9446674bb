"""The component about safety: every help line with all that is known of it."""

from __future__ import annotations

from typing import Any

from components.registry import Call, Component

from .records import HelpLines


def components(lines: HelpLines) -> tuple[Component, ...]:
    """Return the component that shows the help lines in full."""

    def help_lines(_: Call) -> dict[str, Any]:
        return {"lines": lines.in_order}

    return (Component("help-lines", help_lines),)
