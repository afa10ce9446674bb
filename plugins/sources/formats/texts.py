"""What in a file of plain text must not be published: what is not what it should be, runs, or leads elsewhere."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator

from sources.problems import quoted
from sources.records.web_addresses import HOST
from sources.text import position

from .markup import Complaint
from .words import strings_in

ELSEWHERE = re.compile(r"\s*([a-z][a-z0-9+.-]*:|//|\\\\)", re.IGNORECASE)
ADDRESSES = ("src", "url", "start_url", "scope", "action", "id", "icons")  # https://www.w3.org/TR/appmanifest/
# What a spreadsheet takes for a formula; without these signs behind it, a word after - or @ neither runs nor fetches.
FORMULA = re.compile(r"\s*(?:=|(?:@|[+-](?=[A-Za-z(])).*[(|\[]|[+-].*\|)", re.DOTALL)
# By their names, what they hold: each service writes it in one way, which repeats the name or a code.
PROOFS = (
    (re.compile(r"google[0-9a-f]{16}\.html"), r"google-site-verification: {name}"),
    (re.compile(r"naver[0-9a-f]{32}\.html"), r"naver-site-verification: {name}"),
    (re.compile(r"baidu_verify_[\w-]+\.html"), r"[\w-]{{8,128}}"),
    (re.compile(r"verifyforzoho\.html"), r"\d{{6,20}}"),
    (
        re.compile(r"yandex_(?P<code>[0-9a-f]{16})\.html"),
        r'<html>\s*<head>\s*<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">\s*</head>\s*'
        r"<body>Verification: {code}</body>\s*</html>",
    ),
)
NO_PROOF = (
    "a page made by hand is not published. Write it in content/pages; only the file by which a search engine "
    "knows your site may stand here, as you got it."
)


def host_complaints(text: str) -> Iterator[Complaint]:
    """Yield what is no name of a host."""
    if not HOST.fullmatch(text.strip()):
        yield (1, 1), f"expected the name of a host, such as www.our-name.org, found {quoted(text.strip())}."


def formulas_complaints(text: str) -> Iterator[Complaint]:
    """Yield the cells of a table that a spreadsheet would run."""
    rows = csv.reader(text.splitlines(keepends=True))
    for row in rows:
        for number, cell in enumerate(row, 1):
            if FORMULA.match(cell):
                told = f"{quoted(cell)} in column {number} is a formula, which a spreadsheet runs. Write ' before it."
                yield (rows.line_num, 1), told


def json_complaints(text: str) -> Iterator[Complaint]:
    """Yield what is no JSON."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        yield (error.lineno, error.colno), f"this is no whole JSON: {error.msg}."
    except RecursionError:
        yield (1, 1), "lists within lists, too deep to read."


def web_app_complaints(text: str) -> Iterator[Complaint]:
    """Yield what in the manifest of a web app leads elsewhere."""
    complaints = list(json_complaints(text))
    yield from complaints
    for name, address in () if complaints else strings_in(json.loads(text)):
        if name in ADDRESSES and ELSEWHERE.match(address):
            at = position(text[: max(text.find(address), 0)])
            yield at, f"expected an address of this site, such as /images/icon.png, found {quoted(address)}."


def calendar_complaints(text: str) -> Iterator[Complaint]:
    """Yield what is no calendar."""
    if not text.lstrip().upper().startswith("BEGIN:VCALENDAR"):
        yield (1, 1), "expected a calendar, which begins with BEGIN:VCALENDAR."


def proof_complaints(name: str, text: str) -> Iterator[str]:
    """Yield what is wrong with an HTML file of this name that is no proof."""
    if not any(_is_proof(known.fullmatch(name), holds, text) for known, holds in PROOFS):
        yield NO_PROOF


def _is_proof(named: re.Match[str] | None, holds: str, text: str) -> bool:
    if named is None:
        return False
    return bool(re.fullmatch(holds.format(name=re.escape(named[0]), **named.groupdict()), text.strip()))
