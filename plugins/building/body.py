"""The text of a page between Markdown and the theme: addresses put right, and words of the theme where some are due.

Such are the kind and size of a file that a link leads to, which the writer may have told already.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape, unescape
from pathlib import PurePosixPath
from urllib.parse import urljoin

from sources.pages.page import PageSource
from sources.pages.targets import Targets, resolved
from sources.words import Words, shown_size

# As Python-Markdown writes it: what is no sign of HTML stands escaped within quotation marks.
ADDRESS = re.compile(r'(?P<before><(?:a|img)\b[^<>]*? (?:href|src)=")(?P<address>[^"]*)')
SAID = re.compile(r'<said(?: number="(?P<number>\d*)")? of="(?P<of>\w+)"></said>')
WORD = re.compile(r'<word name="(\w+)"></word>')
STRUCK = re.compile(r"(?P<opening><del>)|</del>")
OPENING = re.compile(r"<[a-z][^<>]*>")
LEADING = re.compile(r' (?P<name>href|src|srcset|action)="(?P<value>[^"]*)"')
LINK = re.compile(r'<a (?:[^<>]*? )?href="(?P<address>[^"#]*)[^"]*"[^<>]*>(?P<words>.*?)(?=</a>)', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
SENTENCE = re.compile(r"[.!?;](?:\s|$)|</(?:p|li|td|th|dd|h\d)>|<a ")  # where what follows belongs to something else
BEHIND = 200  # signs that are looked at behind a link
SIZE = re.compile(r"\d\s?(?:[kKMG]i?B|bytes|kilobytes|megabytes)\b")

Once = Callable[..., str]  # renders a template of the theme


def with_addresses(html: str, page: PageSource, targets: Targets, prefix: str) -> str:
    """Return the HTML of a page in which links and pictures have the addresses that are meant."""

    def put_right(found: re.Match[str]) -> str:
        typed = unescape(found["address"])
        address = resolved(typed, page, targets, prefix)
        return found[0] if address == typed else found["before"] + escape(address)

    return ADDRESS.sub(put_right, html)


def with_whole_addresses(html: str, base: str) -> str:
    """Return the HTML of the page at the address `base` with whole addresses, for where it is read elsewhere."""

    def whole(found: re.Match[str]) -> str:
        several = found["name"] == "srcset"
        parts = unescape(found["value"]).split(", ") if several else (unescape(found["value"]),)
        value = ", ".join(urljoin(base, part) for part in parts)  # the width behind an address stays as it is
        return f' {found["name"]}="{escape(value)}"'

    return OPENING.sub(lambda tag: LEADING.sub(whole, tag[0]), html)


def with_words(html: str, once: Once, words: Words) -> str:
    """Return the HTML of a page with what the theme says in notes and tasks, and of what is struck out."""
    if "<word " in html:
        html = WORD.sub(lambda found: escape(words[found[1]]), html)
    if "<said" in html:
        html = SAID.sub(lambda found: _said(once, found["of"], found["number"] or ""), html)
    if "<del>" in html:
        html = STRUCK.sub(lambda found: _struck(once, opening=bool(found["opening"])), html)
    return html


def _said(once: Once, what: str, number: str) -> str:
    return once("partials/said.html", of=what, number=number).strip()


def _struck(once: Once, *, opening: bool) -> str:
    said = _said(once, "struck_out" if opening else "struck_out_end", "")
    return f"<del>{said}" if opening else f"{said}</del>"


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
