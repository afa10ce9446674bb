"""The end of `make check`."""

from checking.health import OpenQuestion, health_summary, open_questions, outside_hosts
from conftest import CATE_CONTENT
from sources.problems import Place


def summary(coalition) -> list[str]:
    return [line.strip() for line in health_summary(coalition.check(), coalition.content).split("\n")]


def test_questions_and_hard_texts_are_counted(coalition):
    hard = "Participating organizations exhibit collaborative commitment to multidisciplinary interventions."
    coalition.change("pages/membership/index.md", "::: tiers", f"{hard}\n\n::: tiers")
    coalition.write("CORRECTIONS.md", "## Open questions\n\n1. **Who leads?**\n")

    assert "Reading: 1 of 1 text above grade 9 (make reading)." in summary(coalition)
    assert "Open questions to the organization: 1 (content/CORRECTIONS.md)." in summary(coalition)


def test_the_numbered_list_is_read_up_to_the_next_heading(coalition):
    coalition.write(
        "CORRECTIONS.md",
        "1. Not this\n\n## Open questions\n\n1. **Who leads?** It was never said.\n2. Where do we meet?\n\n"
        "## Answered\n\n3. Nor this\n",
    )

    assert open_questions(coalition.content) == (
        OpenQuestion(1, "Who leads?", Place("content/CORRECTIONS.md", 5)),
        OpenQuestion(2, "Where do we meet?", Place("content/CORRECTIONS.md", 6)),
    )


def test_there_need_not_be_any(coalition):
    assert () == open_questions(coalition.content)

    coalition.write("CORRECTIONS.md", "1. **Who leads?**\n")

    assert () == open_questions(coalition.content)


def test_those_of_cate_are_numbered_without_a_gap():
    found = open_questions(CATE_CONTENT)

    assert found
    assert [question.number for question in found] == list(range(1, len(found) + 1))


def hosts(coalition) -> dict[str, list[str]]:
    """Return the places of all links, by their hosts."""
    return {host.name: [str(place) for place in host.places] for host in outside_hosts(coalition.check())}


def test_forms_sources_and_the_exit_link_are_counted_where_they_are_typed(coalition):
    data = "content/data"
    assert hosts(coalition) == {
        "forms.example.org": [f"{data}/membership.yaml:{coalition.line('data/membership.yaml', 'org/friend')}:24"],
        "forms.smallcoalition.org": [
            f"{data}/membership.yaml:{coalition.line('data/membership.yaml', 'org/partner')}:24"
        ],
        "www.911.gov": [f"{data}/help-lines.yaml:6:13"],
        "www.weather.gov": [f"{data}/site.yaml:{coalition.line('data/site.yaml', 'exit_link')}:18"],
    }


def test_the_host_with_most_links_comes_first_with_the_places_in_pages(coalition):
    link = "[Maps](https://www.mo.gov/maps)"
    coalition.write("pages/maps.md", f"---\ntitle: Maps\ndescription: Maps.\n---\n\n{link}\n\nAnd {link}.\n")

    assert next(iter(hosts(coalition).items())) == (
        "www.mo.gov",
        ["content/pages/maps.md:6:8", "content/pages/maps.md:8:12"],
    )


def test_other_addresses_and_the_sites_own_lead_nowhere_else(coalition):
    coalition.change("data/site.yaml", "place:", "address: https://smallcoalition.org\nplace:")
    text = "[Call](tel:+1-314-555-0100), [home]({filename}/pages/index.md), `https://code.org/`"
    coalition.write("pages/more.md", f"---\ntitle: More\ndescription: More.\n---\n\n{text}\n")

    assert {"smallcoalition.org", "code.org"}.isdisjoint(hosts(coalition))
    assert 4 == len(hosts(coalition))


def test_hosts_that_nobody_can_own_are_examples(coalition):
    assert {host.name for host in outside_hosts(coalition.check()) if host.example} == {"forms.example.org"}
