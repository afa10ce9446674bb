"""Says of each link to a file of which kind and size that is, as the writer may have done already."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape
from pathlib import PurePosixPath

from sources.words import Words, shown_size

LINK = re.compile(r'<a (?:[^<>]*? )?href="(?P<address>[^"#]*)[^"]*"[^<>]*>(?P<words>.*?)(?=</a>)', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
SENTENCE = re.compile(r"[.!?;](?:\s|$)|</(?:p|li|td|th|dd|h\d)>|<a ")  # where what follows belongs to something else
BEHIND = 200  # signs that are looked at behind a link
SIZE = re.compile(r"\d\s?(?:[kKMG]i?B|bytes|kilobytes|megabytes)\b")


def suffix(file: str) -> str:
    """Return the ending of a file, in small letters and without its dot."""
    return PurePosixPath(file).suffix.casefold().removeprefix(".")


def with_documents(html: str, documents: Mapping[str, tuple[str, int]], words: Words) -> str:
    """Return the HTML of a page in which links to files say what they lead to.

    `documents` are the ending and the bytes of each file, by its address.
    """

    def told(found: re.Match[str]) -> str:
        ending, size = documents.get(unescape(found["address"]), ("", 0))
        kind = words.get(f"kind_{ending}")
        if kind is None or "<img " in found["words"]:
            return found[0]
        behind = SENTENCE.split(html[found.end() : found.end() + BEHIND].removeprefix("</a>"))[0]
        said = unescape(TAG.sub("", f"{found['words']} {behind}"))
        if SIZE.search(said) or re.search(rf"(?i:\b{ending}\b)|\b{re.escape(kind)}\b", said):
            return found[0]
        return f"{found[0]} {escape(words['file_told'].format(kind=kind, size=shown_size(words, size)))}"

    return LINK.sub(told, html) if documents else html
