"""Every kind of file that may be published is what its ending says, and runs, fetches and tells nothing."""

import pytest
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from pdfs import pdf
from sources.files import OTHERS, PROOF
from sources.formats.kinds import BY_ENDING, published_problems

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\n{}</svg>'
BITMAP = "data:image/png;base64,iVBORw0KGgo="
EMBED = "Put the picture itself into the file (embed it)."


def problems(tmp_path, name: str, content: str | bytes) -> list[str]:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [str(problem).removeprefix(f"{name}:").lstrip() for problem in published_problems(path, name)]


def action(kind: str) -> DictionaryObject:
    """Return what a PDF does by itself."""
    fields = {"/S": NameObject(kind), "/JS": TextStringObject("x"), "/URI": TextStringObject("https://far.org")}
    if kind != "/JavaScript":
        del fields["/JS"]
    return DictionaryObject({NameObject(name): value for name, value in fields.items()})


def opening(kind: str):
    return lambda writer: writer.root_object.update({NameObject("/OpenAction"): action(kind)})


def test_there_is_a_rule_for_every_ending_that_is_published():
    assert {*OTHERS, "", PROOF} == set(BY_ENDING)


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<script>1</script>", "<script> has no place in a picture: it could run or fetch something. Take it out."),
        ("<handler/>", "<handler> has no place in a picture: it could run or fetch something. Take it out."),
        (
            "<foreignObject/>",
            "<foreignObject> has no place in a picture: it could run or fetch something. Take it out.",
        ),
        ("<g onload='x'/>", "<g onload> would run something. Take it out."),
        *(
            (
                f"<image {href}='{address}'/>",
                f'<image href>: expected #a-part-of-this-picture, found "{address}". {EMBED}',
            )
            for href in ("href", "xlink:href")
            for address in ("https://far.org/a.png", "b.png", "data:text/html,x", "data:image/svg+xml,x")
        ),
        (
            "<use href='https://a.org/#x'/>",
            '<use href>: expected #a-part-of-this-picture, found "https://a.org/#x". Take it out.',
        ),
        ("<a href='javascript:x'/>", '<a href>: expected #a-part-of-this-picture, found "javascript:x". Take it out.'),
        ("<rect style='fill:u\\72l(//far.org)'/>", '<rect style> fetches something: "url(//far.org)". Take it out.'),
        ("<rect fill='url(//far.org)'/>", '<rect fill> fetches something: "url(//far.org)". Take it out.'),
        (
            "<set attributeName='xlink:href' to='x'/>",
            '<set attributeName>: expected no address to change, found "xlink:href". Take it out.',
        ),
        ("<g xml:base='https://far.org'/>", 'xml:base changes where "https://far.org" leads. Take it out.'),
        ("<p xmlns='http://www.w3.org/1999/xhtml'/>", "<p> is HTML, which could run or fetch something. Take it out."),
        ("<!-- Jane -->", "<!--: hidden notes, such as where, when or by whom it was made. Take it out."),
        ("<metadata/>", "<metadata>: hidden notes, such as where, when or by whom it was made. Take it out."),
    ],
)
def test_a_drawing_that_could_run_fetch_or_tell_is_refused_at_its_place(tmp_path, inside, expected):
    assert [f"2:1: {expected}"] == problems(tmp_path, "a.svg", SVG.format(inside))


@pytest.mark.parametrize(
    "inside",
    [
        "<defs><linearGradient id='g'/></defs><rect fill='url(#g)' style='stroke:url(\"#g\")'/><use xlink:href='#g'/>",
        f"<image href='{BITMAP}'/>",
        "<style>@font-face{src:url(data:font/woff2;base64,d09)} .a{fill:red}</style>",
        "<sodipodi:namedview xmlns:sodipodi='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd' pagecolor='#fff'/>",
        "<a href='https://www.mo.gov/'><text>Missouri</text></a>",
        "<rect><animate attributeName='x' values='0;1'/></rect>",
    ],
)
def test_a_harmless_drawing_is_fine(tmp_path, inside):
    assert [] == problems(tmp_path, "a.svg", '<?xml version="1.0"?>\n' + SVG.format(inside))


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.svg", "<svg/>", '1:1: expected <svg xmlns="http://www.w3.org/2000/svg">, found <svg>.'),
        (
            "a.svg",
            "<?xml-stylesheet href='x'?>" + SVG.format(""),
            "1:1: <?xml-stylesheet> could run or fetch something.",
        ),
        (
            "a.svg",
            "<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG.format("&a;"),
            "1:27: <!ENTITY a> hides what the file holds.",
        ),
        ("a.svg", "<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'x'>]>" + SVG.format(""), "1:49: <svg onload> would run"),
        ("a.svg", SVG.format("<g>"), "2:6: this is no whole XML: mismatched tag."),
        ("a.xml", "<rss><script/></rss>", "1:6: <script> could run or fetch something. Take it out."),
        ("a.xml", "<a><b xmlns='http://www.w3.org/1999/xhtml'/></a>", "1:4: <b> is HTML, which could run or fetch"),
        ("a.json", "{", "1:2: this is no whole JSON: "),
        ("a.json", "[" * 200_000, "1:1: lists within lists, too deep to read."),
        (
            "a.webmanifest",
            '{"icons": [{"src": "https://far.org/a"}]}',
            "1:21: expected an address of this site, such as",
        ),
        (
            "a.csv",
            'Name\n"=cmd()",x',
            '2:1: "=cmd()" in column 1 is a formula, which a spreadsheet runs. Write \' before it.',
        ),
        ("a.csv", "x\n-Word(A1)", '2:1: "-Word(A1)" in column 1 is a formula, which a spreadsheet runs.'),
        ("a.csv", "x\n-2+3+cmd|' /C calc'!A0", "2:1: \"-2+3+cmd|' /C calc'!A0\" in column 1 is a formula, which"),
        ("a.csv", "x\n@SUM(A1)", '2:1: "@SUM(A1)" in column 1 is a formula, which a spreadsheet runs.'),
        ("a.txt", "Old Mill".encode("utf-16"), "1:1: this file is not UTF-8 text."),
        (
            "a.txt",
            b"\x89PNG\r\n\x1a\n",
            "expected plain text, as its ending says, found a PNG picture. Save it again as",
        ),
        (
            "a.png",
            b"\xff\xd8\xff",
            "expected a PNG picture, as its ending says, found a JPEG picture. Save it again as",
        ),
        ("a.jpg", b"<html>", "expected a JPEG picture, as its ending says, found a web page (HTML). Save it again as"),
        (
            "a.pdf",
            b"x",
            "expected a PDF, as its ending says, found something else. Save it again as what its ending says.",
        ),
        ("CNAME", "javascript:x", '1:1: expected the name of a host, such as www.our-name.org, found "javascript:x".'),
        ("a.pdf", b"%PDF-1.4", "this PDF cannot be looked into. Save it again as a PDF, without a password."),
        ("a.pdf", pdf(opening("/JavaScript")), "this PDF holds a script (JavaScript). Save it again without that"),
        ("a.pdf", pdf(opening("/Launch")), "this PDF holds the start of a program. Save it again without that"),
        ("a.pdf", pdf(opening("/URI")), "this PDF holds an address that is fetched as soon as the file is opened."),
        ("a.pdf", pdf(lambda file: file.add_attachment("a.txt", b"x")), "this PDF holds another file. Save it again"),
    ],
)
def test_a_file_that_is_not_what_it_seems_or_could_run_is_refused(tmp_path, name, content, expected):
    found = problems(tmp_path, name, content)

    assert found
    assert found[0].startswith(expected)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", pdf()),
        ("a.json", '{"a": "https://far.org"}'),
        ("a.csv", "Name,Change\nJane,-5\nJoe,+1 314 555 0134"),
        ("a.csv", 'What\n-Word\n+Plus a guest\n@our_name\n"-Lunch,\nnot paid"\n- two'),
        *(
            ("a.pdf", pdf(lambda file, name=name: file.add_metadata({"/Author": name})))
            for name in ("Microsoft Office User", "user", "Windows User", "ADMIN", "python-docx", "Unknown")
        ),
        ("a.xml", '<rss version="2.0"><channel><link>https://our.org/</link></channel></rss>'),
        ("a.webmanifest", '{"name": "x: y", "icons": [{"src": "/images/a.png"}]}'),
        ("CNAME", "www.our-name.org\n"),
    ],
)
def test_a_harmless_file_is_fine(tmp_path, name, content):
    assert [] == problems(tmp_path, name, content)
