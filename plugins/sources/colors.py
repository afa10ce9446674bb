"""Colors: those of the theme by name, and how well one can be read on another, by WCAG, in the shades of OKLCH."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from math import atan2, cos, hypot, sin
from pathlib import Path
from typing import NamedTuple

from .records.colors import in_digits

TEXT = 4.5  # WCAG 2.2, 1.4.3
STEPS = 500  # from black to white
HALVINGS = 12
NEARLY = 1e-4  # of the range of a part: less than half a step of 255
SLOPE, DARK = 12.92, 0.0031308  # of sRGB, up to which light rises evenly

Parts = tuple[float, float, float]
TOKENS = Path("static", "css", "tokens.css")
COLOR = r"(#[0-9a-f]{6})"
TOKEN = re.compile(rf"--([\w-]+):\s*(?:light-dark\({COLOR},\s*{COLOR}\)|{COLOR})\s*[;}}]")


class Shade(NamedTuple):
    """A color in OKLCH (https://bottosson.github.io/posts/oklab/): lightness from 0 to 1, chroma, hue in radians."""

    lightness: float
    chroma: float
    hue: float


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, brighter = sorted(map(_luminance, (one, other)))
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = _linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(color: str) -> Parts:
    """Return the parts of a color as light adds up (sRGB, IEC 61966-2-1)."""
    parts = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / SLOPE if part <= DARK * SLOPE else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def _on_screen(part: float) -> float:
    return SLOPE * part if part <= DARK else 1.055 * part ** (1 / 2.4) - 0.055


def shade_of(color: str) -> Shade:
    """Return a color in OKLCH."""
    red, green, blue = _linear(color)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return Shade(lightness, hypot(a, b), atan2(b, a))


def color_of(shade: Shade) -> str:
    """Return a shade as #rrggbb: of less chroma where no screen shows as much."""
    least, most = 0.0, shade.chroma
    if not _is_shown(_parts(shade)):
        for _ in range(HALVINGS):
            between = (least + most) / 2
            least, most = (between, most) if _is_shown(_parts(shade._replace(chroma=between))) else (least, between)
        shade = shade._replace(chroma=least)
    red, green, blue = map(_on_screen, _parts(shade))
    return in_digits(red, green, blue)


def _parts(shade: Shade) -> Parts:
    """Return the linear parts of a shade; some are below 0 or above 1 where no screen shows it."""
    a, b = shade.chroma * cos(shade.hue), shade.chroma * sin(shade.hue)
    long = (shade.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (shade.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (shade.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _is_shown(parts: Parts) -> bool:
    return all(-NEARLY <= part <= 1 + NEARLY for part in parts)


def nearest(color: str, fits: Callable[[str], bool], *, lighter: bool) -> str:
    """Return a color itself if it fits; else the first one of its hue that does, on the way to white or to black."""
    if fits(color):
        return color
    shade = shade_of(color)
    first = round(shade.lightness * STEPS)
    steps = range(first, STEPS + 1) if lighter else range(first, -1, -1)
    shades = (color_of(shade._replace(lightness=step / STEPS)) for step in steps)
    return next((one for one in shades if fits(one)), "#ffffff" if lighter else "#000000")


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
