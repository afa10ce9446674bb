"""The colors of an organisation: whether text in them can be read, and the shades that the theme draws with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import floor
from typing import NamedTuple

from sources.colors import TEXT, InBoth, ThemeColors, color_of, contrast, nearest, shade_of
from sources.problems import Problem, quoted
from sources.records.colors import known_color
from sources.yaml.nodes import Node

from .appearance import Colors

GROUNDS = ("paper", "tint")  # as the tokens of the theme name what text in the accent stands on, or behind
WHITE = "#ffffff"
BEST = 7  # WCAG 2.2, 1.4.6: what is chosen here reads as well as the rest of the theme
PART = 3  # WCAG 2.2, 1.4.11: what is no text
SOFT = 0.11  # the chroma of light colors on dark ground, beyond which they glare
QUIET, DEEP = 0.6, 0.8  # of the chroma of the accent
NIGHT, BETWEEN = 0.37, 0.62  # lightness: at most of a large ground; of what stands out from paper as from night


@dataclass(frozen=True, slots=True)
class Palette:
    """The colors that follow those of the organisation.

    `quiet` is for headings within lists, `night` a ground for white text, `between` for drawings on every ground,
    `highlight` a bright ground for dark text; without one of the organisation, it is that of the theme.
    """

    accent: InBoth
    quiet: InBoth
    night: str
    between: str
    highlight: str


def palette(colors: Colors, theme: ThemeColors) -> Palette:
    """Return the colors of an organisation, those that it did not give in the hue of its accent."""
    light, dark = (_reads_on(_grounds(theme, scheme), BEST) for scheme in InBoth._fields)
    accent = InBoth(colors.accent, colors.accent_dark or nearest(_with(colors.accent, most=SOFT), dark, lighter=True))
    quiet = InBoth(*(_with(color, times=QUIET) for color in accent))
    highlight = colors.highlight or (theme["sun"].light if "sun" in theme else WHITE)
    shade = shade_of(colors.accent)
    return Palette(
        accent=accent,
        quiet=InBoth(nearest(quiet.light, light, lighter=False), nearest(quiet.dark, dark, lighter=True)),
        night=nearest(
            color_of(shade._replace(lightness=min(shade.lightness, NIGHT), chroma=shade.chroma * DEEP)),
            lambda one: contrast(one, WHITE) >= BEST and contrast(one, highlight) >= PART,
            lighter=False,
        ),
        between=color_of(shade._replace(lightness=BETWEEN, chroma=shade.chroma * QUIET)),
        highlight=highlight,
    )


def _with(color: str, *, times: float = 1, most: float = 1) -> str:
    shade = shade_of(color)
    return color_of(shade._replace(chroma=min(shade.chroma * times, most)))


def _grounds(theme: ThemeColors, scheme: str) -> tuple[str, ...]:
    return tuple(getattr(theme[name], scheme) for name in GROUNDS if name in theme)


def _reads_on(grounds: Iterable[str], least: float) -> Callable[[str], bool]:
    return lambda color: all(contrast(color, ground) >= least for ground in grounds)


class _Use(NamedTuple):
    """What a color of site.yaml is for: with which others text has it, or it has text; which way a better one lies."""

    field: str
    what: str
    others: tuple[str, ...]
    lighter: bool


def _uses(theme: ThemeColors) -> tuple[_Use, ...]:
    light, dark = (_grounds(theme, scheme) for scheme in InBoth._fields)
    ink = (theme["ink"].light,) if "ink" in theme else ()
    return (
        _Use("highlight", "dark text on {color}", ink, lighter=True),
        _Use("accent", "text in {color} on light pages", light, lighter=False),
        _Use("accent_dark", "text in {color} on dark pages", dark, lighter=True),
    )


def color_problems(site: Node, theme: ThemeColors) -> Iterator[Problem]:
    """Yield a problem for each color of site.yaml in which, or on which, text cannot be read; with one that it can."""
    colors = site.get("colors")
    highlight, *others = _uses(theme)
    for use in (highlight, *others):
        node, typed = (colors.get(use.field), colors.text_of(use.field) or "") if colors else (None, "")
        color = known_color(typed) if typed else None
        if node and color and not _reads_on(use.others, TEXT)(color):
            bright = use.field == "accent" and _reads_on(highlight.others, TEXT)(color)
            hint = f" As the highlight, {quoted(typed)} itself is fine." if bright else ""
            yield Problem(node.place, f"colors {use.field}: {_complaint(typed, color, use)}{hint}")


def _complaint(typed: str, color: str, use: _Use) -> str:
    found = floor(min(contrast(color, one) for one in use.others) * 10) / 10
    offered = nearest(color, _reads_on(use.others, TEXT), lighter=use.lighter)
    return (
        f"{use.what.format(color=quoted(typed))} is hard to read: its contrast is {found} to 1, expected at least "
        f"{TEXT} to 1. The nearest color that has it is {quoted(offered)}."
    )
