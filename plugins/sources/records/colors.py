"""A field type for colors, as guides of brands, drawing programs and style sheets name them: beyond it, #rrggbb."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from sources.problems import nearest, quoted

from .sentences import expected

DIGITS = re.compile(r"(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
RED_GREEN_BLUE = re.compile(r"(?:rgb)?[\s:(]*(\d{1,3})[\s,;/]+(\d{1,3})[\s,;/]+(\d{1,3})[\s)]*", re.IGNORECASE)
MOST = 255
AS_TYPED_COLOR = {"type": ["string", "number"], "format": "color"}


def _color(text: str) -> str:
    found = known_color(text)
    if found is None:
        raise expected('a color such as "#12395b"', text, _hint(text))
    return found


def known_color(text: str) -> str | None:
    """Return the color that a text means, as #rrggbb; None for what is none, and what one can see through."""
    if numbers := RED_GREEN_BLUE.fullmatch(text):
        parts = [int(one) for one in numbers.groups()]
        return in_digits(*(one / MOST for one in parts)) if max(parts) <= MOST else None
    digits = text.removeprefix("#")
    if DIGITS.fullmatch(digits):
        return "#" + (digits if len(digits) == len("rrggbb") else "".join(2 * digit for digit in digits)).lower()
    from tinycss2 import color4  # late: most colors are typed in digits

    found = color4.parse_color(_as_css(text))
    if not isinstance(found, color4.Color) or found.alpha != 1:
        return None
    try:
        return in_digits(*found.to("srgb").coordinates)
    except (NotImplementedError, TypeError):  # of CSS, but no guide of a brand writes so
        return None


def _as_css(text: str) -> str:
    return re.sub(r"[\s-]", "", text) if re.fullmatch(r"[a-zA-Z\s-]+", text) else text


def in_digits(red: float, green: float, blue: float) -> str:
    """Return a color as #rrggbb, by its parts from 0 to 1."""
    return "#" + "".join(f"{round(min(max(part, 0), 1) * MOST):02x}" for part in (red, green, blue))


def _hint(text: str) -> str:
    from PIL.ImageColor import colormap  # the names of CSS; Pillow is loaded only where somebody needs it

    near = nearest(_as_css(text.casefold()), colormap)
    return f"Did you mean {quoted(near)}?" if near else ""


Color = Annotated[str, AfterValidator(_color), WithJsonSchema(AS_TYPED_COLOR)]
