"""Old addresses are understood in every form in which people have them at hand."""

import pytest

from sources.pages.old_addresses import complaint, old_address

OWN = "https://www.small-coalition.org"
BELOW_A_PATH = "https://small.github.io/site"


@pytest.mark.parametrize(
    "written",
    [
        "/meetings/",
        "/meetings",
        "meetings/",
        "meetings",
        " /meetings/ ",
        "meetings.md",
        "pages/meetings.md",
        "/pages/meetings.md",
        "content/pages/meetings.md",
        "{filename}/pages/meetings.md",
        "meetings/index.md",
        "meetings/index",
        "/meetings/index.html",
        "/meetings/index.htm",
        "/meetings/#who-comes",
        "https://www.small-coalition.org/meetings/",
        "http://small-coalition.org/meetings",
        "HTTPS://small-coalition.org/meetings",
        "//www.small-coalition.org/meetings",
        "www.small-coalition.org/meetings/",
        "small-coalition.org/meetings",
    ],
)
def test_a_folder_is_meant_by_all_that_leads_there(written):
    assert "meetings/" == old_address(written, OWN)
    assert complaint(written, OWN) is None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("/old/page.html", "old/page.html"),
        ("old/page.htm", "old/page.htm/"),
        ("/about.php", "about.php/"),
        ("/files/Annual%20Report.pdf", "files/Annual Report.pdf/"),
        ("/Meetings/", "Meetings/"),
        ("/%C3%BCber-uns/", "\u00fcber-uns/"),
        ("/u\u0308ber-uns/", "\u00fcber-uns/"),
        ("membership/compare/a-and-b", "membership/compare/a-and-b/"),
        ("/a//b/", "a/b/"),
        ("/", ""),
        ("index.html", ""),
        ("index.md", ""),
        ("https://small-coalition.org", ""),
    ],
)
def test_addresses_that_never_were_ours_are_kept_as_hosts_give_them_out(written, expected):
    assert expected == old_address(written, OWN)
    assert complaint(written, OWN) is None


@pytest.mark.parametrize(
    "written", ["https://small.github.io/site/meetings/", "small.github.io/site/meetings", "/meetings/"]
)
def test_what_stands_before_all_addresses_of_the_site_is_no_part_of_one(written):
    assert "meetings/" == old_address(written, BELOW_A_PATH)


def test_without_an_address_of_the_site_every_whole_address_is_its_own():
    assert "meetings/" == old_address("https://anywhere.org/meetings/")
    assert complaint("https://anywhere.org/meetings/", "") is None


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (
            "https://old-name.org/meetings/",
            '"https://old-name.org/meetings/" is on another site than https://www.small-coalition.org. '
            'If old-name.org leads here now, write "/meetings/"; if not, only that site can lead here.',
        ),
        (
            "/index.php?page=12",
            '"/index.php?page=12": no host of plain files looks at what follows the question mark. '
            'To lead "/index.php" here, whatever follows it, write that.',
        ),
        ("mailto:a@b.org", '"mailto:a@b.org" is no address of a page. Write one such as /meetings/.'),
        ("/events/*", '"*" cannot stand in an address that is kept. Write each address in full.'),
        ('/a"b/', '""" cannot stand in an address that is kept. Write each address in full.'),
        ("/../etc/", '".." cannot be a part of an address that is kept.'),
        ("/.git/", '".git" cannot be a part of an address that is kept.'),
        ("/a./", '"a." cannot be a part of an address that is kept.'),
        ("/a/\u202eb/", '"\\u202eb" cannot be a part of an address that is kept.'),
        ("/aux/", '"aux" is a name with a meaning of its own on some computers. It cannot be kept.'),
        ("/_redirects", '"_redirects" is a name with a meaning of its own on some computers. It cannot be kept.'),
        ("/" + "x" * 121, f'"{"x" * 30}..." is too long: at most 120 bytes.'),
    ],
)
def test_what_no_host_can_keep_is_told_with_what_could_be_meant(written, message):
    assert message == complaint(written, OWN)
