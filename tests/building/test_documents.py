"""Files that people put into `extra/` and `images/`: published under clean names, linked by their real ones, told."""

from unicodedata import normalize

import pytest
from bs4 import BeautifulSoup

from building.body import with_documents
from building.builder import builder_of
from conftest import THEME, WORDS
from documents import film, office, word
from pdfs import pdf
from preview.live_site import LiveSite
from rasters import picture
from sources.words import shown_size

MEETINGS = "pages/meetings.md"


def linked(coalition, markdown: str):
    """Return the links that stand in the text of a page with this text, once it is built."""
    coalition.write(MEETINGS, f"---\ntitle: Meetings\ndescription: How we meet.\n---\n\n{markdown}\n")
    built = coalition.build("publishconf.py")

    assert 0 == built.status, built.said
    html = (built.output / "meetings" / "index.html").read_text("utf-8")
    return built, BeautifulSoup(html, "html.parser").select_one(".prose").select("a")


@pytest.mark.parametrize(
    "typed",
    [
        "{static}/extra/Annual Report (final).pdf",
        "{static}/extra/Annual%20Report%20(final).pdf",
        "<{static}/extra/Annual Report (final).pdf>",
        "Annual Report (final).pdf",
        "annual report (FINAL).PDF",
        "../extra/Annual Report (final).pdf",
        "/annual-report-final.pdf",
        "annual-report-final.pdf",
    ],
)
def test_a_link_finds_a_file_by_its_real_name(coalition, typed):
    coalition.write("extra/Annual Report (final).pdf", pdf())
    built, (link,) = linked(coalition, f"[Our report]({typed})")

    assert "/annual-report-final.pdf" == link["href"]
    assert (built.output / "annual-report-final.pdf").read_bytes() == pdf()


@pytest.mark.parametrize("on_disk", ["NFC", "NFD"])
@pytest.mark.parametrize("typed", ["NFC", "NFD"])
def test_a_letter_with_an_accent_is_found_in_either_spelling(coalition, on_disk, typed):
    coalition.write(normalize(on_disk, "extra/reuni\u00f3n.pdf"), pdf())
    built, (link,) = linked(coalition, normalize(typed, "[Our meeting]({static}/extra/reuni\u00f3n.pdf)"))

    assert "/reunion.pdf" == link["href"]
    assert (built.output / "reunion.pdf").is_file()


@pytest.mark.parametrize(
    ("markdown", "told"),
    [
        ("[Our report](report.pdf)", "Our report (PDF, 1\u00a0kB)"),
        ("[Our *report*](report.pdf#page=2)", "Our report (PDF, 1\u00a0kB)"),
        ("- [Our report](report.pdf)", "Our report (PDF, 1\u00a0kB)"),
        ("[Our report](report.pdf), which is long. The other is a PDF.", "Our report (PDF, 1\u00a0kB)"),
        ("[Our report](report.pdf)\n\nA PDF needs a program.", "Our report (PDF, 1\u00a0kB)"),
        ("[Our report (PDF)](report.pdf)", "Our report (PDF)"),
        ("[Our report, 1 kB](report.pdf)", "Our report, 1 kB"),
        ("[report.pdf](report.pdf)", "report.pdf"),
        ("[Our report](report.pdf) (pdf, small)", "Our report"),
        ("[Our report](report.pdf) *(PDF)*", "Our report"),
        ("[Our report](report.pdf), a PDF of 2 pages", "Our report"),
    ],
)
def test_a_link_to_a_file_says_its_kind_and_size_unless_the_writer_did(coalition, markdown, told):
    coalition.write("extra/report.pdf", pdf())
    _, links = linked(coalition, markdown)

    assert told == links[0].get_text()


def test_each_link_of_several_says_it(coalition):
    coalition.write("extra/a.pdf", pdf())
    coalition.write("extra/b.docx", office(".docx", word("Hello.")))
    _, links = linked(coalition, "Take [one](a.pdf) or [the other](b.docx), or [the map](https://www.mo.gov/).")

    assert ["one (PDF, 1\u00a0kB)", "the other (Word, 1\u00a0kB)", "the map"] == [link.get_text() for link in links]


def test_the_size_on_a_page_follows_the_file(coalition, tmp_path):
    coalition.write("extra/a.txt", b"x")
    linked(coalition, "[Notes](a.txt)")
    coalition.write("extra/a.txt", b"x\n" * 700_000)
    _, (link,) = linked(coalition, "[Notes](a.txt)")

    assert "Notes (plain text, 1.4\u00a0MB)" == link.get_text()


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        ".gitkeep",
        "._map.png",
        "~$report.docx",
        "about.md~",
        ".~lock.a.odt#",
        "__MACOSX/a.txt",
        ".git/config",
    ],
)
@pytest.mark.parametrize("folder", ["images", "extra", "pages", "data", "."])
def test_what_computers_leave_behind_is_passed_over_everywhere(coalition, folder, name):
    before = coalition.build("publishconf.py")
    files = sorted(path.relative_to(before.output) for path in before.output.rglob("*"))
    path = coalition.content / folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\0x")

    assert [] == coalition.problems()
    built = coalition.build("publishconf.py")
    assert 0 == built.status, built.said
    assert files == sorted(path.relative_to(built.output) for path in built.output.rglob("*"))


def test_two_files_that_meet_in_one_name_are_told_with_both(coalition):
    coalition.write("extra/Annual Report.pdf", pdf())
    coalition.write("extra/annual-report.pdf", pdf())

    assert [
        'content/extra/annual-report.pdf: this and "extra/Annual Report.pdf" would both be published as '
        '"/annual-report.pdf". Rename or delete one.'
    ] == coalition.problems()


def test_both_spellings_of_one_name_are_told(coalition):
    for form in ("NFC", "NFD"):
        coalition.write(normalize(form, "extra/reuni\u00f3n.pdf"), pdf())

    assert 1 == len([one for one in coalition.problems() if "would both be published" in one])


def test_a_name_that_becomes_one_of_the_sites_own_is_told(coalition):
    coalition.write("extra/Robots.TXT", b"x")

    assert ['content/extra/Robots.TXT: the site writes "robots.txt" itself. Delete yours.'] == coalition.problems()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (".well-known/security.txt", b"Contact: https://our.org/contact\nExpires: 2027-01-01T00:00:00Z\n"),
        ("google0123456789abcdef.html", b"google-site-verification: google0123456789abcdef.html"),
        ("BingSiteAuth.xml", b'<?xml version="1.0"?>\n<users><user>0123456789ABCDEF</user></users>'),
        ("CNAME", b"www.our.org\n"),
        ("ads.txt", b"placeholder.our.org, placeholder, DIRECT, placeholder\n"),
    ],
)
def test_what_others_ask_for_by_name_is_published_under_it(coalition, name, content):
    coalition.write(f"extra/{name}", content)
    built = coalition.build("publishconf.py")

    assert 0 == built.status, built.said
    assert content == (built.output / name).read_bytes()
    assert name in (built.output / "SHA256SUMS").read_text()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("Days.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
        ("Plan.xlsx", office(".xlsx")),
        ("Talk.pptx", office(".pptx")),
        ("Form.docx", office(".docx")),
        ("Form.odt", office(".odt")),
        ("Book.epub", office(".epub")),
        ("Film.mp4", film()),
        ("Sound.mp3", b"ID3\4"),
        ("Table.csv", b"a,b\n"),
        ("Notes.txt", b"x\n"),
    ],
)
def test_what_offices_make_is_published(coalition, name, content):
    coalition.write(f"extra/{name}", content)
    built = coalition.build("publishconf.py")

    assert 0 == built.status, built.said
    assert content == (built.output / name.lower()).read_bytes()


def test_a_file_of_25_mb_is_published_and_counted_and_a_larger_one_told(coalition):
    coalition.write("extra/talk.mp3", b"ID3" + bytes(24_999_997))
    coalition.write("extra/a.txt", b"x" * 100_000)

    assert "Files in extra: 2, together 25.1 MB." in coalition.build("publishconf.py").said
    coalition.write("extra/talk.mp3", b"ID3" + bytes(25_000_000))
    assert ["content/extra/talk.mp3: expected at most 25 MB, found 25.0 MB. Make it smaller."] == coalition.problems()


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("a.docm", ".pdf or .docx"),
        ("a.DOC", ".pdf or .docx"),
        ("a.xlsm", ".xlsx or .csv"),
        ("a.ppt", ".pdf or .pptx"),
        ("a.mov", ".mp4"),
        ("a.wav", ".mp3"),
    ],
)
def test_what_is_not_published_is_told_with_what_to_save_it_as(coalition, name, instead):
    coalition.write(f"extra/{name}", b"x")
    ending = f".{name.rpartition('.')[2].lower()}"

    assert [f'content/extra/{name}: files that end in "{ending}" are not published. Save it as {instead}.'] == (
        coalition.problems()
    )


def test_what_a_document_says_is_looked_at_as_a_page_is(coalition):
    coalition.write("extra/form.docx", office(".docx", word("Write to jane@far.org.")))

    assert "content/extra/form.docx" in coalition.build("publishconf.py").said


@pytest.mark.parametrize("on_disk", ["NFC", "NFD"])
def test_a_picture_is_found_in_either_spelling_wherever_it_is_named(coalition, on_disk):
    name, other = (
        normalize(on_disk, "reuni\u00f3n.JPG"),
        normalize("NFC" if on_disk == "NFD" else "NFD", "reuni\u00f3n.JPG"),
    )
    path = coalition.content / "images" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(picture(size=(1200, 630)))
    coalition.write("data/images.yaml", f"images:\n  - {{file: {other}, rights: Ours, people: no}}\n")
    site = coalition.read("data/site.yaml")
    coalition.write("data/site.yaml", f"{site}share_image: {{file: images/{other}, words: We meet.}}\n")
    coalition.write(
        MEETINGS, f"---\ntitle: Meetings\ndescription: How.\n---\n\n![We meet]({{static}}/images/{other})\n"
    )
    built = coalition.build("publishconf.py", "https://www.our-name.org")

    assert 0 == built.status, built.said
    assert "/images/-/reunion-" in built.page("meetings").select_one("img")["src"]
    assert "/images/-/reunion-" in built.page("meetings").select_one("meta[property='og:image']")["content"]


def test_the_preview_serves_a_file_under_its_clean_name(coalition):
    coalition.write("extra/Annual Report (final).pdf", pdf())
    site = LiveSite(builder_of(coalition.content, THEME))

    answer = site.answer("annual-report-final.pdf")
    assert (pdf(), True, False) == (answer.content, answer.found, answer.made)


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (0, "1\u00a0kB"),
        (1, "1\u00a0kB"),
        (1_001, "2\u00a0kB"),
        (998_999, "999\u00a0kB"),
        (999_500, "1\u00a0MB"),
        (1_040_000, "1\u00a0MB"),
        (2_450_000, "2.5\u00a0MB"),
        (2_960_000, "3\u00a0MB"),
        (9_970_000, "10\u00a0MB"),
        (24_600_000, "25\u00a0MB"),
    ],
)
def test_a_size_is_told_as_people_say_it(size, shown):
    assert shown == shown_size(WORDS, size)


def test_a_picture_in_a_link_and_a_kind_without_words_are_left_alone():
    html = '<a href="/a.pdf"><img src="/x.svg" alt="x"></a> <a href="/a.json">Numbers</a>'

    assert html == with_documents(html, {"/a.pdf": ("pdf", 1), "/a.json": ("json", 1)}, WORDS)


def test_a_link_with_a_title_is_told_of_too():
    html = '<a title="x" href="/a.pdf">Report</a>'

    assert "Report (PDF, 1" in with_documents(html, {"/a.pdf": ("pdf", 1)}, WORDS)
