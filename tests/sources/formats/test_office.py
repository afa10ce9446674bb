"""Office documents and films are what they say, run and fetch nothing, and their words and authors are read."""

import pytest

from documents import MIMETYPES, OOXML, box, core, film, office, relation, word
from sources.formats.kinds import authors_of, published_problems, words_of

TELLS_WHERE = (
    "this film tells where it was made. Save it again without that: phones ask for it under the options of sharing."
)
SCRIPT = "this document holds a program (script)."
SAVE = "Save it again without that, such as by saving it as a PDF."
PARTED = "expected {}, as its ending says, found {}. Save it again as what its ending says."
CALENDAR = "BEGIN:VCALENDAR\r\nUID:1@our.org\r\nSUMMARY:We meet\\, all of\r\n  us\r\nEND:VCALENDAR\r\n"


def problems(tmp_path, name: str, content: bytes) -> list[str]:
    (tmp_path / name).write_bytes(content)
    return [problem.message for problem in published_problems(tmp_path / name, name)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        *((f"a{ending}", office(ending)) for ending in (*OOXML, *MIMETYPES) if ending != ".docm"),
        ("a.docx", office(".docx", {**word("Hello"), **relation("hyperlink", "https://www.mo.gov/")})),
        ("a.docx", office(".docx", relation("attachedTemplate", "file:///C:\\Templates\\Letter.dotx"))),
        ("A.DOCX", office(".docx")),
        ("a.mp4", film(box(b"moov", b"mvhd"))),
        ("a.m4a", film()),
        ("a.mp3", b"ID3\x04"),
        ("a.webm", b"\x1a\x45\xdf\xa3"),
        ("a.ics", CALENDAR.encode()),
        ("google0123456789abcdef.html", b"google-site-verification: google0123456789abcdef.html\n"),
        (
            "yandex_0123456789abcdef.html",
            b'<html>\n  <head>\n <meta http-equiv="Content-Type" content="text/html; charset=UTF-8">\n </head>\n'
            b"<body>Verification: 0123456789abcdef</body>\n</html>",
        ),
        ("BingSiteAuth.xml", b'<?xml version="1.0"?>\n<users>\n\t<user>0123456789ABCDEF</user>\n</users>'),
    ],
)
def test_a_harmless_file_is_fine(tmp_path, name, content):
    assert [] == problems(tmp_path, name, content)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.docx", b"Come.", PARTED.format("a Word document", "something else")),
        ("a.docx", office(".xlsx"), PARTED.format("a Word document", "an Excel workbook")),
        ("a.odt", office(".docx"), PARTED.format("an OpenDocument text", "a Word document")),
        ("a.docx", office(".docm"), PARTED.format("a Word document", "a packed file, such as of Word or Excel")),
        ("a.pdf", office(".docx"), PARTED.format("a PDF", "a Word document")),
        ("a.docx", office(".docx", {"word/vbaProject.bin": "x"}), f"this document holds a program (macro). {SAVE}"),
        ("a.odt", office(".odt", {"Basic/Standard/x.xml": "x"}), f"this document holds a program (macro). {SAVE}"),
        ("a.docx", office(".docx", {"word/activeX/a.xml": "x"}), f"this document holds a program (ActiveX). {SAVE}"),
        (
            "a.docx",
            office(".docx", {"word/embeddings/oleObject1.bin": "x"}),
            f"this document holds a document of another program. {SAVE}",
        ),
        (
            "a.xlsx",
            office(".xlsx", {"xl/connections.xml": "<x/>"}),
            f"this document holds data from another file. {SAVE}",
        ),
        (
            "a.docx",
            office(".docx", relation("attachedTemplate", "https://far.org/a.dotm")),
            f"this document holds something that is fetched from elsewhere as soon as it is opened. {SAVE}",
        ),
        (
            "a.docx",
            office(".docx", relation("attachedTemplate", "file:///\\\\far\\a.dotm")),
            f"this document holds something that is fetched from elsewhere as soon as it is opened. {SAVE}",
        ),
        (
            "a.docx",
            office(".docx", {"word/document.xml": "<w:instrText> DDEAUTO c:\\ </w:instrText>"}),
            f"this document holds something that is fetched from elsewhere as soon as it is opened. {SAVE}",
        ),
        (
            "a.odt",
            office(".odt", {"content.xml": '<draw:image xlink:href="https://far.org/a.png"/>'}),
            f"this document holds something that is fetched from elsewhere as soon as it is opened. {SAVE}",
        ),
        (
            "a.epub",
            office(".epub", {"a.xhtml": "<script>1</script>"}),
            f"{SCRIPT} {SAVE}",
        ),
        ("a.mp4", b"x", PARTED.format("an MP4 film", "something else")),
        (
            "a.mp4",
            film(box(b"moov", box(b"udta", b"\xa9xyz+38.6270-090.1994/"))),
            TELLS_WHERE,
        ),
        ("a.ics", b"We meet.", "expected a calendar, which begins with BEGIN:VCALENDAR."),
        *(
            (
                name,
                content,
                "a page made by hand is not published. Write it in content/pages; only the file by which a search "
                "engine knows your site may stand here, as you got it.",
            )
            for name, content in (
                ("index.html", b"<p>Hello"),
                ("google0123456789abcdef.html", b"google-site-verification: google0123456789abcdef.html <script>"),
                ("google0123456789abcdef.html", b"google-site-verification: googleffffffffffffffff.html"),
                ("index.html", b"google-site-verification: index.html"),
            )
        ),
    ],
)
def test_a_file_that_is_not_what_it_seems_or_could_harm_is_refused(tmp_path, name, content, expected):
    assert [expected] == problems(tmp_path, name, content)


def test_the_place_in_the_film_itself_is_no_reason(tmp_path):
    assert [] == problems(tmp_path, "a.mp4", film(box(b"mdat", b"loci")))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.docx", office(".docx", word("One two.", "Three.")), "One two.\nThree."),
        ("a.docx", office(".docx", relation("hyperlink", "mailto:a@our.org")), "mailto:a@our.org"),
        (
            "a.xlsx",
            office(".xlsx", {"xl/sharedStrings.xml": "<sst><si><t>One</t></si><si><t>Two</t></si></sst>"}),
            "One\nTwo",
        ),
        ("a.pptx", office(".pptx", {"ppt/slides/slide1.xml": "<s><p><r><t>On</t></r><r><t>e</t></r></p></s>"}), "One"),
        ("a.odt", office(".odt", {"content.xml": "<d><p>One<span> two</span></p><p>Three</p></d>"}), "One two\nThree"),
        ("a.pptx", office(".pptx", {"ppt/embeddings/a.docx": office(".docx", word("Behind"))}), "Behind"),
        ("a.ics", CALENDAR.encode(), "BEGIN:VCALENDAR\nSUMMARY:We meet, all of us\nEND:VCALENDAR"),
        ("a.mp4", film(), ""),
    ],
)
def test_the_words_of_a_document_are_read(name, content, words):
    assert words == words_of(name, content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", office(".docx", core("Jane Doe"))),
        ("a.docx", office(".docx", {"word/comments.xml": '<w:comment w:id="1" w:author="Jane Doe">x</w:comment>'})),
        ("a.docx", office(".docx", {"word/document.xml": '<w:del w:id="1" w:author="Jane Doe">x</w:del>'})),
        ("a.odt", office(".odt", {"meta.xml": "<meta:initial-creator>Jane Doe</meta:initial-creator>"})),
    ],
)
def test_whom_a_document_names_is_read(name, content):
    assert ("Jane Doe",) == authors_of(name, content)


def test_the_author_of_a_book_is_named_on_purpose():
    book = office(".epub", {"content.xml": "<dc:creator>Jane Doe</dc:creator>"})

    assert () == authors_of("a.epub", book)
