"""Links within answers: checked like any other, and written with the address that is meant."""

import pytest

FILE = "content/data/membership.yaml"
BYLAWS = "---\ntitle: Bylaws\ndescription: Our rules.\n---\n\n## Fees\n\nText.\n"


def shown(coalition, url: str = "membership"):
    built = coalition.build("pelicanconf.py")
    assert 0 == built.status, built.said
    return built.page(url)


@pytest.mark.parametrize(
    ("typed", "words", "href"),
    [
        ("See [our bylaws](bylaws.md)", "our bylaws", "/bylaws/"),
        ("See [the fees](bylaws.md#fees)", "the fees", "/bylaws/#fees"),
        ("See [[bylaws]]", "bylaws", "/bylaws/"),
        ("See [Missouri](www.mo.gov)", "Missouri", "https://www.mo.gov"),
        ("yes, see [our bylaws](/bylaws/)", "our bylaws", "/bylaws/"),
        ("$5 for [members](bylaws)", "members", "/bylaws/"),
    ],
)
def test_a_link_leads_where_one_on_a_page_would(coalition, typed, words, href):
    coalition.write("pages/bylaws.md", BYLAWS)
    coalition.change("data/membership.yaml", "kind: People", f"kind: '{typed}'")

    (link, *others) = shown(coalition).select("td a[href$='fees'], td:not(:has(.apply)) a, dd:not(:has(.apply)) a")

    assert (words, href) == (link.get_text(), link["href"])
    assert all(href == other["href"] for other in others)


def test_a_link_to_a_file_says_of_which_kind_and_size_it_is(coalition):
    coalition.write("extra/notes.txt", "Notes.\n")
    coalition.change("data/membership.yaml", "kind: People", "kind: See [our notes](notes.txt)")

    cell = shown(coalition).find("td", headers="T0c2 T0g1 T0r1")

    assert "See our notes (plain text, 1\u00a0kB)" == cell.get_text().strip()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "kind: People",
            "kind: See [the rules](rulse.md)",
            '31:13: tier "friend", requirements kind: no page "rulse.md".',
        ),
        (
            "kind: People",
            "kind: [People, 'See [us](membrship.md)']",
            '31:22: tier "friend", requirements kind: no page "membrship.md". Did you mean '
            '"pages/membership/index.md"?',
        ),
        (
            "kind: People",
            "kind: {answer: People, note: 'See [us]()'}",
            '31:36: tier "friend", requirements kind: a link without an address. Write it into the round brackets.',
        ),
        (
            "title: Kind}",
            "title: Kind, help: 'See [us](nowhere.pdf)'}",
            '5:39: criterion "kind", help: no file "nowhere.pdf" in content. Put it into content/extra.',
        ),
        (
            "kind: People",
            "kind: See [us](jvascript:alert)",
            '31:13: tier "friend", requirements kind: the address "jvascript:alert": expected https, mailto, tel, '
            "sms or a page of this site.",
        ),
    ],
)  # fmt: skip
def test_a_link_that_leads_nowhere_is_told_at_its_cell(coalition, old, new, expected):
    coalition.change("data/membership.yaml", old, new)

    assert [f"{FILE}:{expected}"] == coalition.problems()


def test_a_page_that_moves_is_followed_by_the_links_of_every_table(coalition):
    coalition.write("pages/bylaws.md", BYLAWS)
    coalition.change("data/membership.yaml", "kind: People", "kind: See [our bylaws](bylaws)")
    assert "/bylaws/" == shown(coalition).select_one("td:not(:has(.apply)) a")["href"]

    (coalition.content / "pages/bylaws.md").rename(coalition.content / "pages/membership/bylaws.md")

    assert "/membership/bylaws/" == shown(coalition).select_one("td:not(:has(.apply)) a")["href"]
