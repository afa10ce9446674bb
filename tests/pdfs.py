"""PDFs for the tests, made by pypdf."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from pypdf import PdfWriter


def pdf(change: Callable[[PdfWriter], object] = lambda _writer: None) -> bytes:
    """Return a PDF of one empty page, changed by the caller."""
    writer, file = PdfWriter(), BytesIO()
    writer.add_blank_page(72, 72)
    change(writer)
    writer.write(file)
    return file.getvalue()
