"""Addresses of links and pictures: each wrong one is told where it stands, with its cause and what to write."""

import pytest

from pdfs import pdf
from rasters import picture
from sources.pages.links import complaint
from sources.pages.targets import Targets, resolved
from sources.published import published_as


@pytest.fixture
def told(told, coalition):
    """Give the coalition a picture and a file to offer."""
    coalition.write("images/map.png", picture("png"))
    coalition.write("extra/flyer.pdf", pdf())
    return told


@pytest.mark.parametrize(
    "address",
    [
        "https://www.mo.gov/a(b)?c=d#e",
        '<https://www.mo.gov/> "The state"',
        "https://www.mo.gov/ 'The state'",
        "\nhttps://www.mo.gov/",
        "mailto:office@cate.org?subject=Hello",
        "tel:+1-314-555-0100",
        "sms:314555",
        "#fees",
        "/membership/",
        "/membership/friend/",
        "../membership/",
        "/flyer.pdf",
        "{filename}/pages/index.md",
        "{filename}membership/friend.md#fees",
        "{static}/images/map.png",
        "{static}/extra/flyer.pdf",
    ],
)
def test_a_good_address_is_fine(told, address):
    assert [] == told(f"## Fees\n\n[x]({address}) [x][r]\n\n[r]: {address.split()[0].strip('<>')}\n")


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("www.mo.gov", "https://www.mo.gov"),
        ("facebook.com/cate", "https://facebook.com/cate"),
        ("http://www.mo.gov/", "https://www.mo.gov/"),
        ("//www.mo.gov/", "https://www.mo.gov/"),
        ("office@cate.org", "mailto:office@cate.org"),
        ("(314) 555-0100", "tel:314-555-0100"),
        ("“https://www.mo.gov/”", "https://www.mo.gov/"),
        ("http://127.0.0.1:8000/membership/", "/r/membership/"),
        ("localhost:8000/membership/#fees", "/r/membership/#fees"),
        ("/membership/", "/r/membership/"),
        ("/Membership", "/r/membership/"),
        ("../membership/", "/r/membership/"),
        ("/membership/friend", "/r/membership/friend/"),
        ("membership/friend.md#fees", "/r/membership/friend/#fees"),
        ("pages/membership/friend.md", "/r/membership/friend/"),
        ("content/pages/membership/friend.md", "/r/membership/friend/"),
        ("friend.md", "/r/membership/friend/"),
        ("Friend", "/r/membership/friend/"),
        ("A Friend", "/r/membership/friend/"),
        ("../friend.html", "/r/membership/friend/"),
        ("/index.html", "/r/"),
        ("{filename}/pages/index.md", "/r/"),
        ("{filename}\\pages\\index.md", "/r/"),
        ("{filname}/pages/index.md", "/r/"),
        ("{filename}membership/friend.md", "/r/membership/friend/"),
        ("{filename}/pages/friend.md", "/r/membership/friend/"),
        ("|filename|/pages/index.md", "/r/"),
        ("filename/pages/index.md", "/r/"),
        ("{attach}flyer.pdf", "/r/flyer.pdf"),
        ("flyer.pdf", "/r/flyer.pdf"),
        ("/extra/flyer.pdf", "/r/flyer.pdf"),
        ("{filename}/images/map.png", "/r/images/map.png"),
        ("../images/Map.PNG", "/r/images/map.png"),
        ("Annual Report 2026.pdf", "/r/annual-report-2026.pdf"),
        ("{static}/extra/Annual%20Report%202026.pdf", "/r/annual-report-2026.pdf"),
        ("https://www.mo.gov/a(b)?c=d#e", "https://www.mo.gov/a(b)?c=d#e"),
        ("#fees", "#fees"),
    ],
)
def test_an_address_with_one_meaning_is_that(coalition, address, meant):
    page, targets = _here(coalition)

    assert complaint(address, page, targets, picture=False) is None
    assert meant == resolved(address, page, targets, "/r")


def _here(coalition):
    """Return a page of the coalition, and all that its links can lead to."""
    coalition.change("pages/membership/friend.md", "title: Friend", "title: A Friend")
    coalition.write("pages/news.md", "---\ntitle: News\ndescription: New.\n---\n\nText.\n")
    pages = coalition.check().pages
    there = ("images/map.png", "extra/flyer.pdf", "extra/Annual Report 2026.pdf")
    files = {file: published_as(file) for file in there}
    return next(page for page in pages if page.path == "news"), Targets.of(pages, files, production=True)


def test_a_name_that_two_have_is_told_with_both(coalition):
    text = "---\ntitle: {0}\ndescription: {0}.\n---\n\n{1}\n".format
    coalition.write("pages/friend.md", text("Another", "Text."))
    coalition.write("pages/about/us.md", text("Us", "[x](friend) [[friend]] [y](/friend) [z](membership/friend)"))
    coalition.write("pages/about/team/friend.md", text("A friend", "Text."))
    coalition.write("pages/about/board.md", text("Board", "[x](staff/friend) [y](team/friend.md) [[a friend]]"))
    both = '"pages/about/team/friend.md" and "pages/friend.md"'

    assert [
        'content/pages/about/board.md:6:5: no page "staff/friend". Did you mean "pages/about/team/friend.md"?',
        f'content/pages/about/us.md:6:5: "friend" can be {both}. Write the one that is meant.',
        f'content/pages/about/us.md:6:15: "friend" can be {both}. Write the one that is meant.',
    ] == coalition.problems()


SOMEWHERE = [
    ("https//www.mo.gov", '"https//www.mo.gov" is no address. Expected one such as https://www.mo.gov/.'),
    ("https://www.mo,gov/", '"https://www.mo,gov/" is no address. Expected one such as https://www.mo.gov/.'),
    ("mailto:office", '"mailto:office" is no address. Expected one such as mailto:office@our-name.org.'),
    ("tel:CALL-US", '"tel:CALL-US" is no address. Expected one such as tel:+1-314-555-0100.'),
    (
        "htps://www.mo.gov/",
        'the address "htps://www.mo.gov/": expected https, mailto, tel, sms or a page of this site. '
        'Did you mean "https"?',
    ),
    (
        "https://www.mo.gov/our state",
        'an address with a space in it: "https://www.mo.gov/our state". Take it out, or write %20 for it.',
    ),
    ("", "a link without an address. Write it into the round brackets."),
    (
        "C:\\Users\\me\\our flyer.pdf",
        '"C:\\Users\\me\\our flyer.pdf" is a file on one computer only. Put it into content/extra.',
    ),
    (
        "file:///home/me/flyer.pdf",
        '"file:///home/me/flyer.pdf" is a file on one computer only. Put it into content/extra.',
    ),
]
HERE = [
    ("{% link index.md %}", '"{% link index.md %}" is no address. Write the name of a page, such as history.md.'),
    ("/{page}/", '"/{page}/" is no address. Write the name of a page, such as history.md.'),
    (
        "membership/freind.md",
        'no page "membership/freind.md". Did you mean "pages/membership/friend.md"?',
    ),
    ("/pages/history.md", 'no page "pages/history.md".'),
    ("other/friend.md", 'no page "other/friend.md". Did you mean "pages/membership/friend.md"?'),
    ("town.png", 'no file "town.png" in content. Put it into content/images.'),
    ("/minutes.pdf", 'no file "/minutes.pdf" in content. Put it into content/extra.'),
]


@pytest.mark.parametrize(("address", "expected"), [*SOMEWHERE, *HERE])
def test_an_address_that_leads_nowhere_is_told_with_what_to_write(told, address, expected):
    begins = len("[x](") + 1
    assert [f"1:{begins}: {expected}"] == told(f"[x]({address})\n")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("C:/me/map.png", "is a file on one computer only. Put it into content/images."),
        ("https://www.mo.gov/map.png", "would be fetched from another site. Put the file into content/images."),
        ("data:image/png;base64,AA==", "a picture pasted as text. Save it as a file in content/images"),
    ],
)
def test_a_picture_from_elsewhere_is_told_where_to_put_it(told, address, expected):
    (problem,) = told(f"![A map]({address})")

    assert problem.startswith("1:10: ")
    assert expected in problem


def test_every_form_of_link_is_looked_at(told):
    text = "[a](/a/) ![b](/b.png) [![c](/c.png)](/d/) <ftp://e.org/> [f][f] [g]\n\n[f]: /f/\n[g]: /g/ 'G'\n"

    assert ["1:5", "1:15", "1:29", "1:38", "1:44", "3:6", "4:6"] == [
        ":".join(problem.split(":")[:2]) for problem in told(text)
    ]


def test_code_holds_no_link(told):
    assert [] == told("`[a](/a/)` ``[`](/b/)``\n\n```\n[c](/c/)\n```\n\n\\[d](/d/)\n")


def test_a_page_is_never_taken_for_what_it_misspells_itself(told):
    assert ['1:5: no page "pages/nwes.md".'] == told("[x]({filename}/pages/nwes.md)")
