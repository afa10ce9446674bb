"""The words in which staff look something up in the guide, and those that the guide has for the same; pure."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_]+")
SHORT = 3  # letters of a word that has no ending to take off
# They stand in every section, and nobody looks for them.
SMALL = frozenset(
    (  # noqa: SIM905
        "a an and are as at be by can change changing do does for from get give how i if in into is it its make me my "
        "of on or our page put see site that the their them there this to up use want was we what when where which who "
        "why will with you your"
    ).split()
)
# What staff say, and how the guide says it.
MEANT = {
    "application": "apply",
    "backup": "undo",
    "banner": "note",
    "board": "group",
    "button": "link",
    "calendar": "event",
    "caption": "words",
    "chair": "role",
    "deadline": "closes",
    "donate": "link",
    "download": "extra",
    "dues": "price",
    "excel": "spreadsheet",
    "facebook": "social",
    "fee": "price",
    "font": "type",
    "footer": "foot",
    "google": "search",
    "header": "top",
    "hotline": "help",
    "hyperlink": "link",
    "image": "picture",
    "level": "tier",
    "launch": "public",
    "logout": "exit",
    "mail": "e-mail",
    "meeting": "event",
    "navigation": "menu",
    "online": "public",
    "phone": "telephone",
    "photo": "picture",
    "privacy": "consent",
    "publish": "public",
    "redirect": "formerly",
    "recurring": "again",
    "repeat": "again",
    "remove": "delete",
    "staff": "people",
    "subscribe": "feed",
    "subtitle": "lead",
    "translate": "translation",
    "typo": "sentence",
    "upload": "picture",
    "url": "address",
    "website": "site",
}


def stem(word: str) -> str:
    """Return what a word has in common with its plural and its other forms."""
    word = word.casefold()
    if len(word) <= SHORT or word == "news":
        return word
    word = re.sub("(?<=[^aeiou])ies$", "y", word)
    word = re.sub("(?<=ss|sh|ch)es$|(?<=[^s])s$", "", word)
    word = re.sub("(?<=...)(?:ing|ed)$", "", word) if re.search("[aeiouy].*(?:ing|ed)$", word) else word
    word = re.sub(r"([bdgmnprt])\1$", r"\1", word)
    return word.removesuffix("e") if len(word) > SHORT else word


def meanings_of(word: str) -> frozenset[str]:
    """Return the stems that a word stands for: its own, and those that the guide has for it."""
    return frozenset(map(stem, [word, *WORD.findall(MEANT_BY_STEM.get(stem(word), ""))]))


MEANT_BY_STEM = {stem(word): meant for word, meant in MEANT.items()}
