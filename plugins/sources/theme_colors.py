"""The colors of the theme by their names, in light and in dark, read from its tokens: a redesign touches no plugin."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

TOKENS = Path("static", "css", "tokens.css")
COLOR = r"(#[0-9a-f]{6})"
TOKEN = re.compile(rf"--([\w-]+):\s*(?:light-dark\({COLOR},\s*{COLOR}\)|{COLOR})\s*[;}}]")


class InBoth(NamedTuple):
    """A color as it is in light and in dark."""

    light: str
    dark: str


ThemeColors = Mapping[str, InBoth]


def read_theme_colors(theme: Path) -> ThemeColors:
    """Return the colors that the tokens of a theme name; none where it has no such file."""
    path = theme / TOKENS
    found = TOKEN.findall(path.read_text("utf-8")) if path.is_file() else []
    return {name: InBoth(light or both, dark or both) for name, light, dark, both in found}
