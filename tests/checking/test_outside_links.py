"""Where the site leads elsewhere."""

from checking.health import outside_hosts


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
