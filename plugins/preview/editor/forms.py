"""The forms that are open in browsers: what each was given, and what it held when it was last saved."""

from __future__ import annotations

import json
from collections import OrderedDict
from dataclasses import dataclass
from secrets import token_hex
from typing import Any

MOST = 1000  # forms that are remembered; those saved longest ago are forgotten first
KEY = "as-read"  # what a form was given, which it sends back with every save


@dataclass(frozen=True, slots=True)
class Form:
    """An open form: its name, the file that it shows, and what that held when it was opened."""

    name: str
    path: str
    values: dict[str, Any]


class Forms:
    """Knows what the fields of each form held after its last save, with which the next one is compared."""

    def __init__(self) -> None:
        self._run, self._opened = token_hex(8), 0
        self._saved: OrderedDict[str, dict[str, Any]] = OrderedDict()

    def opened(self, path: str, values: dict[str, Any]) -> str:
        """Return what a form that is opened now is given to send back."""
        self._opened += 1
        return json.dumps([f"{self._run}-{self._opened}", path, values])

    def base(self, form: Form) -> dict[str, Any] | None:
        """Return what the form last agreed with; None if it may have been saved to a preview that has ended since."""
        if form.name in self._saved:
            return self._saved[form.name]
        return form.values if form.name.startswith(self._run) else None

    def saved(self, form: Form, values: dict[str, Any]) -> None:
        """Remember what a form held when it was saved."""
        self._saved[form.name] = values
        self._saved.move_to_end(form.name)
        while len(self._saved) > MOST:
            self._saved.popitem(last=False)


def form_sent(sent: dict[str, Any]) -> Form | None:
    """Take from what was sent the form that sent it, None for a new entry; raise TypeError for what is no form."""
    if KEY not in sent:
        return None
    name, path, values = json.loads(sent.pop(KEY))
    if not isinstance(name, str) or not isinstance(path, str) or not isinstance(values, dict):
        raise TypeError(name)
    return Form(name, path, values)
