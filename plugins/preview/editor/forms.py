"""The forms that are open in browsers: each carries what it and its file last agreed on, and sends it at each save."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

KEY = "as-read"  # the field of a form in which that stands; it is given anew with every save


@dataclass(frozen=True, slots=True)
class Form:
    """An open form: the file that it shows, and what that held for it when it was opened or last saved."""

    path: str
    values: dict[str, Any]


def agreed(form: Form) -> str:
    """Return what a form is given to send back, when it is opened and after each save."""
    return json.dumps([form.path, form.values])


def form_sent(sent: dict[str, Any]) -> Form | None:
    """Take from what was sent the form that sent it, None for a new entry; raise TypeError for what is no form."""
    if not sent.get(KEY):
        sent.pop(KEY, None)
        return None
    path, values = json.loads(sent.pop(KEY))
    if not isinstance(path, str) or not isinstance(values, dict):
        raise TypeError(path)
    return Form(path, values)
