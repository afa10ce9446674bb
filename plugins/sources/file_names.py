"""What files are called: names that computers make by themselves, and plain ones, which work in every address."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import PurePosixPath
from unicodedata import normalize
from urllib.parse import unquote

# What systems, file servers, editors and office programs leave behind by themselves, files and folders alike.
LEFT_BEHIND = re.compile(
    r"\.ds_store|\._.*|\.localized|icon\r|\.(?:apdisk|fseventsd|spotlight-v100|temporaryitems|trashes|trash-\d+)|__macosx"
    r"|(?:eh)?thumbs(?:_vista)?\.db|desktop\.ini|\$recycle\.bin|\.directory|@eadir|#recycle|\.(?:dropbox|sync.*)"
    r"|\.git.*|\.(?:keep|hg|svn|idea|vscode|obsidian|editorconfig)"
    r"|~\$.*|~wr[ld]\d+\.tmp|\.~.*|.*~|\..*\.sw[a-z]|\.#.*|#.*#|.*\.(?:crdownload|part|partial)",
    re.IGNORECASE | re.DOTALL,
)
KEPT_BY_WINDOWS = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
READY = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?")
OTHER_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i"})
LONGEST = 80
# Whoever asks for these knows them under this very name (RFC 8615 for the folder).
WELL_KNOWN = ".well-known"
FIXED = re.compile(r"CNAME|BingSiteAuth\.xml|baidu_verify_[\w-]+\.html")


def is_left_behind(name: str) -> bool:
    """Tell whether a computer or a program left this behind by itself, so that it is not worth a word."""
    return bool(LEFT_BEHIND.fullmatch(name))


def plain(name: str) -> str:
    """Return a name in small letters, digits and hyphens; empty where nothing of it is left."""
    letters = normalize("NFKD", name.casefold().replace("'", "").translate(OTHER_LETTERS))
    return re.sub("[^a-z0-9]+", "-", letters.encode("ascii", "ignore").decode()).strip("-")


def clean_path(path: str) -> str:
    """Return the path under which a file is published: plain names on all hosts, the same for each spelling of one."""
    *folders, name = normalize("NFC", unquote(path)).split("/")
    if folders[:1] == [WELL_KNOWN] or FIXED.fullmatch(name):
        return "/".join([*(folders if folders[:1] == [WELL_KNOWN] else map(_clean, folders)), name])
    stem, ending = PurePosixPath(name).stem, PurePosixPath(name).suffix
    return "/".join([*map(_clean, folders), f"{_clean(stem)}{ending.casefold()}"])


def _clean(name: str) -> str:
    """Return a plain name; where letters are lost, with a sum of the whole name that tells it from others."""
    if READY.fullmatch(name) and len(name) <= LONGEST:
        return name
    short = plain(name)
    lost = not name.isascii() and any(sign.isalnum() and not plain(sign) for sign in name)
    if short and not lost and len(short) <= LONGEST:
        return short
    return f"{short[:LONGEST].strip('-') or 'file'}-{sha256(name.encode()).hexdigest()[:8]}"
