"""What templates are given: parts that are the same on many pages are rendered once, and know nothing of any page."""

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError

from building.templates import once, policy

TEMPLATES = {"menu": "<b>{{ site }}, {{ link }}</b>", "page": "{{ page }}"}
STYLE = "sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64="
ONE = "sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s="
ACCENT = "sha256-SplVfkAzw1Od4utlRyAXytX5VX96BiWgnxw/biumnEw="


@pytest.fixture
def environment():
    return Environment(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)


def test_a_part_is_rendered_once_for_each_set_of_values(environment):
    context = {"site": "A & B"}
    part = once(environment, context)

    first, other = part("menu", link=1), part("menu", link=2)
    context["site"] = "C"

    assert ("<b>A &amp; B, 1</b>", "<b>A &amp; B, 2</b>") == (first, other)
    assert first is part("menu", link=1)


def test_a_part_can_be_put_into_a_page_as_it_is(environment):
    page = environment.from_string("{{ once('menu', link='<i>') }}")

    assert "<b>A, &lt;i&gt;</b>" == page.render(once=once(environment, {"site": "A"}))


def test_a_part_that_asks_for_the_page_is_refused(environment):
    with pytest.raises(UndefinedError, match="'page' is undefined"):
        environment.from_string("{{ once('page') }}").render(page=1, once=once(environment, {}))


def test_the_policy_names_the_style_by_its_sum_and_allows_no_script():
    assert (
        f"default-src 'none'; style-src '{STYLE}'; img-src 'self' data:; form-action 'none'; base-uri 'none'"
        == policy("p{color:red}")
    )


def test_every_script_is_named_by_its_sum():
    assert f"; style-src '{STYLE}'; script-src '{ONE}' '{ACCENT}'; img-src " in policy("p{color:red}", "1", "é")
