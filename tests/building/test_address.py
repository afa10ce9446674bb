"""The public address of the site: from SITEURL, or from site.yaml, or not known."""

import pytest

FACTS = "data/site.yaml"


def canonical(built) -> str | None:
    assert 0 == built.status, built.said
    link = built.page("membership").find("link", rel="canonical")
    return link and link["href"]


def give(coalition, address: str) -> None:
    coalition.change(FACTS, "place:", f"address: {address}\nplace:")


@pytest.mark.parametrize("address", ["https://small.org", "https://small.org/", "https://name.github.io/my-repo_1/"])
def test_siteurl_is_the_address_with_or_without_a_slash_at_its_end(coalition, address):
    built = coalition.build("publishconf.py", address)

    assert f"{address.rstrip('/')}/membership/" == canonical(built)


def test_the_address_of_site_yaml_does_as_well(coalition):
    give(coalition, "https://small.org/repo/")
    built = coalition.build("publishconf.py")

    assert "https://small.org/repo/membership/" == canonical(built)
    assert "/repo/" == built.page("membership").find("a", class_="brand")["href"]


def test_siteurl_overrules_it(coalition):
    give(coalition, "https://small.org/repo")

    assert "https://other.org/membership/" == canonical(coalition.build("publishconf.py", "https://other.org"))


def test_a_preview_has_none(coalition):
    give(coalition, "https://small.org/repo")
    built = coalition.build()

    assert canonical(built) is None
    assert "/" == built.page("membership").find("a", class_="brand")["href"]


@pytest.mark.parametrize(
    ("address", "complaint"),
    [
        ("http://small.org", "expected an https address, found"),
        ("https://small.org/re po", "expected an https address, found"),
        (
            "https://small.org/?page=1",
            "expected the address of the whole site, such as https://www.example.org/coalition,",
        ),
        (
            "https://small.org/#top",
            "expected the address of the whole site, such as https://www.example.org/coalition,",
        ),
        (
            "https://small.org//repo",
            "expected the address of the whole site, such as https://www.example.org/coalition,",
        ),
        (
            "https://small.org?page=1",
            "expected the address of the whole site, such as https://www.example.org/coalition,",
        ),
        ("https://small.org#top", "expected the address of the whole site, such as https://www.example.org/coalition,"),
        ("https://small.org/%20", "expected the address of the whole site, such as https://www.example.org/coalition,"),
    ],
)
def test_what_is_no_address_of_a_site_is_refused(coalition, address, complaint):
    built = coalition.build("publishconf.py", address)

    assert 1 == built.status
    assert f"1 problem in 1 file; nothing was published.\n  SITEURL: {complaint}" in built.said
    assert f'"{address}"' in built.said

    give(coalition, f'"{address}"')
    assert any(f"{FACTS}:3:10: address: {complaint}" in problem for problem in coalition.problems())


def test_an_address_without_https_is_understood(coalition):
    built = coalition.build("publishconf.py", "small.org")

    assert "https://small.org/membership/" == canonical(built)


def test_an_address_kept_for_examples_is_told_once_where_it_stands(coalition):
    said = coalition.build("publishconf.py", "https://www.example.org/repo").said
    assert (
        "1 problem in 1 file; nothing was published.\n"
        '  SITEURL: expected the address of a real site, found "https://www.example.org/repo". '
        "Its name is kept for examples.\n"
    ) in said

    give(coalition, "https://www.example.org/repo")
    said = coalition.build("publishconf.py").said
    assert (
        "1 problem in 1 file; nothing was published.\n"
        "  content/data/site.yaml:3:10: address: expected the address of a real site, "
        'found "https://www.example.org/repo". Its name is kept for examples.\n'
    ) in said


@pytest.mark.parametrize("copied", ["https://your-address-here", "https://YOUR-ADDRESS-HERE/", "your-address-here.org"])
def test_an_address_copied_from_the_instructions_is_refused_with_their_word(coalition, copied):
    expected = f'SITEURL: expected the address of your own site in place of "your-address-here", found "{copied}".'

    said = coalition.build("publishconf.py", copied).said
    assert f"1 problem in 1 file; nothing was published.\n  {expected}\n" in said
