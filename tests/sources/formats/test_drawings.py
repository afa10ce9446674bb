"""What an SVG drawing tells of its size and of dark screens."""

import pytest

from sources.formats.drawings import Drawing, drawing_of

STYLE = "<style>@media (prefers-color-scheme: dark) { path { fill: #fff } }</style>"


def drawn(attributes: str, inside: str = "") -> Drawing | None:
    return drawing_of("logo.SVG", f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode())


@pytest.mark.parametrize(
    ("attributes", "drawing"),
    [
        ('viewBox="0 0 300 100"', Drawing(300, 100, True, False)),
        ('viewBox="-5,-5, 10.5 ,20"', Drawing(10.5, 20, True, False)),
        ('viewBox="0 0 300 100" width="60mm" height="30mm"', Drawing(60, 30, True, False)),
        ('viewBox="0 0 300 100" width="100%" height="100%"', Drawing(300, 100, True, False)),
        ('viewBox="0 0 300 100" width="6em" height="30px"', Drawing(300, 100, True, False)),
        ('width="512" height="256px"', Drawing(None, None, False, False)),
        ('width="512" height="256"', Drawing(512, 256, False, False)),
        ('viewBox="0 0 0 100"', Drawing(None, None, False, False)),
        ('viewBox="0 0 inf nan"', Drawing(None, None, False, False)),
        ('viewBox="wide"', Drawing(None, None, False, False)),
    ],
)
def test_its_shape_is_what_it_says_itself_or_its_view(attributes, drawing):
    assert drawing == drawn(attributes)


def test_it_may_have_a_look_of_its_own_for_dark_screens():
    found = drawn('viewBox="0 0 1 1"', STYLE)

    assert found is not None
    assert found.knows_dark


def test_another_file_and_what_is_no_whole_xml_is_no_drawing():
    assert drawing_of("logo.svg", b"<svg") is None
    assert drawing_of("logo.txt", b"<svg/>") is None
