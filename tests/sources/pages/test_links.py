"""Addresses of links and pictures: each wrong one is told where it stands, with its cause and what to write."""

import pytest

from pdfs import pdf
from rasters import picture


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


SOMEWHERE = [
    ("www.mo.gov", '"www.mo.gov": write https:// before it.'),
    ("facebook.com/cate", '"facebook.com/cate": write https:// before it.'),
    ("//www.mo.gov/", '"//www.mo.gov/": write https: before it.'),
    ("office@cate.org", '"office@cate.org": write mailto: before it.'),
    ("(314) 555-0100", '"(314) 555-0100": write tel: before it.'),
    ("http://www.mo.gov/", '"http://www.mo.gov/": write https instead of http.'),
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
    ("“https://www.mo.gov/”", 'signs around an address: "“https://www.mo.gov/”". Write it without them.'),
    (
        "https://www.mo.gov/ “The state”",
        'signs around an address: "https://www.mo.gov/ “The state”". Write it without them.',
    ),
    ("", "a link without an address. Write it into the round brackets."),
    (
        "http://127.0.0.1:8000/membership/",
        '"http://127.0.0.1:8000/membership/" is the preview on one computer. '
        'Write "{filename}/pages/membership/index.md".',
    ),
    (
        "C:\\Users\\me\\our flyer.pdf",
        '"C:\\Users\\me\\our flyer.pdf" is a file on one computer only. Put it into content/extra and write '
        '"{static}/extra/our-flyer.pdf".',
    ),
    (
        "file:///home/me/flyer.pdf",
        '"file:///home/me/flyer.pdf" is a file on one computer only. Put it into content/extra and write '
        '"{static}/extra/flyer.pdf".',
    ),
]
HERE = [
    ("{filname}/pages/index.md", '"{filname}" is not known. Did you mean "{filename}"?'),
    ("{attach}flyer.pdf", '"{attach}" is not known. Expected one of: {filename}, {static}.'),
    ("{% link index.md %}", '"{% link index.md %}" is not known. Expected one of: {filename}, {static}.'),
    (
        "filename/pages/index.md",
        '"filename/pages/index.md": expected {filename} or {static} at the beginning, and no other braces.',
    ),
    (
        "{filename/pages/index.md",
        '"{filename/pages/index.md": expected {filename} or {static} at the beginning, and no other braces.',
    ),
    (
        "|filename|/pages/index.md",
        '"|filename|/pages/index.md": expected {filename} or {static} at the beginning, and no other braces.',
    ),
    ("{filename}\\pages\\index.md", '"{filename}\\pages\\index.md": write / instead of \\.'),
    (
        "{filename}/pages/membership/freind.md",
        'no page "pages/membership/freind.md". Did you mean "{filename}/pages/membership/friend.md"?',
    ),
    ("{filename}pages/index.md", 'no page "pages/pages/index.md". Did you mean "{filename}/pages/index.md"?'),
    ("{filename}/pages/friend.md", 'no page "pages/friend.md". Did you mean "{filename}/pages/membership/friend.md"?'),
    (
        "{filename}/pages/membership/friend",
        'no page "pages/membership/friend". Did you mean "{filename}/pages/membership/friend.md"?',
    ),
    ("{filename}/pages/history.md", 'no page "pages/history.md".'),
    ("membership/friend.md", 'a link to a file needs {filename}: write "{filename}/pages/membership/friend.md".'),
    ("/membership/friend", 'no page "/membership/friend". Did you mean "{filename}/pages/membership/friend.md"?'),
    ("/Membership/", 'no page "/Membership/". Did you mean "{filename}/pages/membership/index.md"?'),
    ("flyer.pdf", 'a link to a file needs {static}: write "{static}/extra/flyer.pdf".'),
    ("{filename}/images/map.png", 'a link to a file needs {static}: write "{static}/images/map.png".'),
    ("{static}/pages/index.md", 'a link to a file needs {filename}: write "{filename}/pages/index.md".'),
    ("{static}/images/Map.PNG", 'no file "images/Map.PNG" in content. Did you mean "{static}/images/map.png"?'),
    ("{static}/images/town.png", 'no file "images/town.png" in content.'),
    (
        "/minutes.pdf",
        'no file "/minutes.pdf" in content. Put it into content/extra and write "{static}/extra/minutes.pdf".',
    ),
]


@pytest.mark.parametrize(("address", "expected"), [*SOMEWHERE, *HERE])
def test_an_address_that_leads_nowhere_is_told_with_what_to_write(told, address, expected):
    begins = len("[x](") + 1
    assert [f"1:{begins}: {expected}"] == told(f"[x]({address})\n")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("C:/me/map.png", "is a file on one computer only. Put it into content/images and write"),
        ("https://www.mo.gov/map.png", "would be fetched from another site. Put the file into content/images."),
        ("data:image/png;base64,AA==", "a picture pasted as text. Save it as a file in content/images"),
        ("map.png", 'a link to a file needs {static}: write "{static}/images/map.png".'),
    ],
)
def test_a_picture_from_elsewhere_is_told_where_to_put_it(told, address, expected):
    (problem,) = told(f"![A map]({address})")

    assert problem.startswith("1:10: ")
    assert expected in problem


def test_every_form_of_link_is_looked_at(told):
    text = "[a](/a/) ![b](/b.png) [![c](/c.png)](/d/) <http://e.org/> [f][f] [g]\n\n[f]: /f/\n[g]: /g/ 'G'\n"

    assert ["1:5", "1:15", "1:29", "1:38", "1:44", "3:6", "4:6"] == [
        ":".join(problem.split(":")[:2]) for problem in told(text)
    ]


def test_code_holds_no_link(told):
    assert [] == told("`[a](/a/)` ``[`](/b/)``\n\n```\n[c](/c/)\n```\n\n\\[d](/d/)\n")


def test_a_page_is_never_taken_for_what_it_misspells_itself(told):
    assert ['1:5: no page "pages/nwes.md".'] == told("[x]({filename}/pages/nwes.md)")
