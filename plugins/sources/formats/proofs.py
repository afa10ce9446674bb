"""Files by which a search engine knows that a site is somebody's: HTML by its name only, and nothing else in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

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


def proof_complaints(name: str, text: str) -> Iterator[str]:
    """Yield what is wrong with an HTML file of this name that is no proof."""
    if not any(_is_proof(known.fullmatch(name), holds, text) for known, holds in PROOFS):
        yield NO_PROOF


def _is_proof(named: re.Match[str] | None, holds: str, text: str) -> bool:
    if named is None:
        return False
    return bool(re.fullmatch(holds.format(name=re.escape(named[0]), **named.groupdict()), text.strip()))
