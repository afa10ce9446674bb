"""Colors as people have them from a guide of their brand, a drawing program or a style sheet."""

import pytest
from pydantic import BaseModel, ValidationError

from sources.records.colors import Color, known_color


class Painted(BaseModel):
    color: Color


@pytest.mark.parametrize(
    ("typed", "color"),
    [
        ("#12395b", "#12395b"),
        ("12395B", "#12395b"),
        ("#abc", "#aabbcc"),
        ("#12395bff", "#12395b"),
        ("rgb(18, 57, 91)", "#12395b"),
        ("rgb(18 57 91)", "#12395b"),
        ("RGB 18/57/91", "#12395b"),
        ("18, 57, 91", "#12395b"),
        ("hsl(120, 50%, 30%)", "#267326"),
        ("darkred", "#8b0000"),
        ("Dark Red", "#8b0000"),
        ("dark-red", "#8b0000"),
    ],
)
def test_a_color_is_understood_in_every_common_way_to_write_it(typed, color):
    assert color == known_color(typed)


@pytest.mark.parametrize(
    "typed",
    ["", "#12395", "#12395b80", "300, 1, 1", "transparent", "currentcolor", "oklch(50% .1 20)", "#"],
)
def test_what_is_no_color_or_lets_the_page_through_is_none(typed):
    assert known_color(typed) is None


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Pantone 295", 'expected a color such as "#12395b", found "Pantone 295".'),
        ("drakred", 'expected a color such as "#12395b", found "drakred". Did you mean "darkred"?'),
        ("#12395b80", 'expected a color such as "#12395b", found "#12395b80".'),
    ],
)
def test_what_is_no_color_is_told_with_a_guess(typed, told):
    with pytest.raises(ValidationError) as found:
        Painted(color=typed)

    assert [told] == [one["msg"] for one in found.value.errors()]
