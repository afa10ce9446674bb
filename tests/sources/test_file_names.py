"""Names that people give their files become addresses that work everywhere, and what computers leave is passed over."""

from unicodedata import normalize

import pytest

from sources.file_names import clean_path, is_left_behind, plain


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("flyer.pdf", "flyer.pdf"),
        ("minutes_2026.11.pdf", "minutes_2026.11.pdf"),
        ("Annual Report (final).pdf", "annual-report-final.pdf"),
        ("Annual%20Report.PDF", "annual-report.pdf"),
        ("B\u00fcro.JPG", "buro.jpg"),
        ("\u0141\u00f3d\u017a & \u00d8rsted \u00c6.docx", "lodz-orsted-ae.docx"),
        ("Women's guide.pdf", "womens-guide.pdf"),
        ("Women\u2019s guide.pdf", "womens-guide.pdf"),
        ("-draft-.pdf", "draft.pdf"),
        ("_notes.txt", "notes.txt"),
        ("2026 Reports/Spring \u2013 final.pdf", "2026-reports/spring-final.pdf"),
        ("\u5e74\u5ea6\u62a5\u544a.pdf", "file-536dcd54.pdf"),
        ("2026\u5e74\u5ea6\u62a5\u544a.pdf", "2026-93361703.pdf"),
        ("\U0001f389.pdf", "file-6146299c.pdf"),
        (".well-known/security.txt", ".well-known/security.txt"),
        ("BingSiteAuth.xml", "BingSiteAuth.xml"),
        ("CNAME", "CNAME"),
        ("favicon.ico", "favicon.ico"),
        ("google0123456789abcdef.html", "google0123456789abcdef.html"),
    ],
)
def test_a_file_is_published_under_a_name_that_works_everywhere(name, clean):
    found = clean_path(name)

    assert clean == found
    assert found == clean_path(found)


@pytest.mark.parametrize("name", ["B\u00fcro.pdf", "reuni\u00f3n \u5e74.pdf"])
def test_both_spellings_of_a_letter_give_one_name(name):
    assert clean_path(normalize("NFC", name)) == clean_path(normalize("NFD", name))


def test_a_very_long_name_is_cut_and_still_tells_itself_from_others():
    one, other = (clean_path(f"{'long ' * 40}{ending}.pdf") for ending in ("one", "other"))

    assert one != other
    assert len(one) <= 100


def test_names_in_other_letters_differ():
    assert clean_path("\u5e74.pdf") != clean_path("\u5ea6.pdf")


def test_nothing_is_left_of_what_has_no_letters():
    assert plain("\u5e74\u5ea6") == ""


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "._photo.jpg",
        ".localized",
        "Icon\r",
        "__MACOSX",
        "Thumbs.db",
        "thumbs.db",
        "desktop.ini",
        "Desktop.ini",
        ".gitkeep",
        ".gitignore",
        "~$report.docx",
        "~WRL0005.tmp",
        ".~lock.report.odt#",
        "about.md~",
        ".about.md.swp",
        ".#about.md",
        "#about.md#",
        "@eaDir",
        ".directory",
        "report.pdf.crdownload",
    ],
)
def test_what_computers_leave_behind_is_known(name):
    assert is_left_behind(name)


@pytest.mark.parametrize("name", [".env", ".well-known", "about.md", "images", "partners.pdf", "thumbs.pdf", "#1.pdf"])
def test_what_people_made_is_not(name):
    assert not is_left_behind(name)
