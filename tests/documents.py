"""Office documents, books and films for the tests, as small as their programs would take them."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

from pdfs import pdf

OOXML = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
    ".docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
}
MIMETYPES = {
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".epub": "application/epub+zip",
}
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def office(ending: str, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a document of this ending with these parts besides those that tell what it is."""
    kind = f'<Types><Override PartName="/x" ContentType="{OOXML[ending]}"/></Types>' if ending in OOXML else ""
    first = {"[Content_Types].xml": kind} if kind else {"mimetype": MIMETYPES[ending]}
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in {**first, **(parts or {})}.items():
            archive.writestr(name, content)
    return file.getvalue()


def word(*paragraphs: str) -> dict[str, str]:
    """Return the text of a Word document."""
    text = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in paragraphs)
    return {"word/document.xml": f"<w:document {W}><w:body>{text}</w:body></w:document>"}


def core(creator: str) -> dict[str, str]:
    """Return the properties of a Word document that name its author."""
    names = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp="http://x"'
    return {"docProps/core.xml": f"<cp:coreProperties {names}><dc:creator>{creator}</dc:creator></cp:coreProperties>"}


def relation(kind: str, target: str) -> dict[str, str]:
    """Return what leads out of a Word document."""
    one = f'<Relationship Id="r1" Type="http://x/relationships/{kind}" Target="{target}" TargetMode="External"/>'
    return {"word/_rels/document.xml.rels": f"<Relationships>{one}</Relationships>"}


def box(kind: bytes, content: bytes) -> bytes:
    """Return a part of an MP4."""
    return (len(content) + 8).to_bytes(4, "big") + kind + content


def film(*boxes: bytes) -> bytes:
    """Return an MP4 with these boxes behind the one that tells what it is."""
    return box(b"ftyp", b"isom\0\0\0\0isommp42") + b"".join(boxes)


def one_of_each() -> dict[str, bytes]:
    """Return a file of every kind of which a link says what it is, by its ending; of the text, a large one."""
    packed = {ending: office(ending) for ending in (*OOXML, *MIMETYPES) if ending != ".docm"}
    text = {".txt": b"x\n" * 700_000, ".csv": b"a,b\n", ".ics": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"}
    media = {".mp4": film(), ".m4a": film(), ".mp3": b"ID3\4", ".webm": b"\x1a\x45\xdf\xa3"}
    return {".pdf": pdf(), **packed, **text, **media}
