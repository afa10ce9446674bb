"""Where the exit link may lead."""

import pytest

FILE = "data/site.yaml"
START = "content/data/site.yaml"


@pytest.mark.parametrize("host", ["www.google.com", "facebook.com", "mail.yahoo.com"])
def test_a_site_that_knows_its_visitors_is_no_place_to_go(coalition, host):
    old = coalition.check().site.exit_link.url
    coalition.change(FILE, old, f"https://{host}/")
    line = coalition.line(FILE, host)

    (problem,) = coalition.problems()
    assert problem.startswith(f"{START}:{line}:")
    assert problem.endswith(
        f'exit_link, url: "{host}" knows who visits it. Choose a plain site, such as a weather service.'
    )


def test_the_site_itself_is_no_place_to_go(coalition):
    old = coalition.check().site.exit_link.url
    coalition.change(FILE, old, "https://www.smallcoalition.org/about/")
    coalition.write(FILE, coalition.read(FILE) + "address: https://www.smallcoalition.org\n")

    (problem,) = coalition.problems()
    assert problem.endswith("exit_link, url: this is the site itself. Choose another one.")


def test_the_page_that_explains_the_exit_link_must_be_there(coalition):
    old = coalition.check().site.exit_link.url
    coalition.change(FILE, f"url: {old}", f"url: {old}, page: membership/indx")

    (problem,) = coalition.problems()
    assert 'exit_link, page: no page "membership/indx". Did you mean "membership/index"?' in problem
