"""Characters in an address that look like others or cannot be seen: which, where, and what was probably meant.

As browsers do, a word is distrusted in which Latin letters stand beside letters of another script that look Latin; and
a whole name of such letters before a Latin ending. Names that are plainly of another script are let be.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sources.problems import quoted
from sources.text import FORBIDDEN

# Cyrillic, Greek, Armenian, and signs of phonetics, with the Latin letters that they are taken for.
LETTERS = dict(
    zip(
        "асԁеһіјкӏорԛѕԝхуѵАВЕІЈКМНОРЅТХУαικνορυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧօոսհցզյɡɑ",
        "acdehijklopqswxyvABEIJKMHOPSTXYaikvopuxABEZHIKMNOPTYXonuhgqjga",
        strict=True,
    )
)
# These are right in the path of an address, but not in the name of a host.
MARKS = dict(zip("‐‑‒–—−⁄∕․。：", "------//..:", strict=True))
WIDE = ("<wide>", "<font>")  # the same letters in another width, or as in a formula
UNSEEN = re.compile(f"{FORBIDDEN.pattern}|[\u034f\u115f\u1160\u17b4\u17b5\u180e\u200c\u200d\u3164\ufe00-\ufe0f\uffa0]")
HOST = re.compile(r"(?P<before>(?:\w+:)?//(?:[^/?#@]*@)?)?(?P<host>[^/?#:]*)")
WORD = re.compile(r"[^\W\d_]+")

Odd = dict[int, str]  # where a sign stands, and what was meant


def lookalikes(address: str) -> str:
    """Return the sentences about the signs in an address that are not what they seem; empty if all are."""
    if address.isascii() and "xn--" not in address:
        return ""
    if odd := _odd(address):
        right = "".join(odd.get(at, sign) for at, sign in enumerate(address))
        return f"{' '.join(_told(address, odd))} Write {quoted(right)}."
    host = _decoded(address)
    if host != address and (odd := _odd(f"//{host}")):
        return f"It is an address of {quoted(host)}. {' '.join(_told(f'//{host}', odd, before=2))}"
    return ""


def _odd(address: str) -> Odd:
    odd = {found.start(): "" for found in UNSEEN.finditer(address)}
    for at, sign in enumerate(address):
        if not sign.isascii() and unicodedata.decomposition(sign).startswith(WIDE):
            odd[at] = unicodedata.normalize("NFKC", sign)
    for word in WORD.finditer(address):
        if _is_mixed(word[0]):
            odd |= _letters(word)
    return odd | _odd_in_host(address)


def _odd_in_host(address: str) -> Odd:
    found = HOST.match(address)
    if not (found and found["before"]):
        return {}
    start, host = found.start("host"), found["host"]
    odd = {start + at: MARKS[sign] for at, sign in enumerate(host) if sign in MARKS}
    if host.rpartition(".")[2].isascii():
        for word in WORD.finditer(address, start, start + len(host)):
            if all(letter in LETTERS for letter in word[0]):
                odd |= _letters(word)
    return odd


def _is_mixed(word: str) -> bool:
    """Tell whether some letters of a word look Latin, and all others are."""
    seeming = [letter for letter in word if letter in LETTERS]
    return bool(seeming) and len(seeming) < len(word) and all(one in LETTERS or one.isascii() for one in word)


def _letters(word: re.Match[str]) -> Odd:
    return {at: LETTERS[sign] for at, sign in enumerate(word[0], word.start()) if sign in LETTERS}


def _told(address: str, odd: Odd, before: int = 0) -> Iterator[str]:
    """Yield a sentence for each odd sign, with all its places, from 1, less those `before` the text that is shown."""
    for sign in dict.fromkeys(address[at] for at in sorted(odd)):
        places = [at + 1 - before for at in sorted(odd) if address[at] == sign]
        meant = next(odd[at] for at in odd if address[at] == sign)
        name = f"{unicodedata.name(sign, 'a sign without a name').lower()}, U+{ord(sign):04X}"
        which = ", ".join(map(str, places[:-1])) + (" and " if places[1:] else "") + str(places[-1])
        subject = f"Characters {which} are" if places[1:] else f"Character {which} is"
        yield f'{subject} "{sign}" ({name}), not "{meant}".' if meant else f"{subject} not to be seen ({name})."


def _decoded(address: str) -> str:
    """Return the name of the host with what stands for other letters in it, such as xn--bcher-kva, written out."""
    found = HOST.match(address)
    return ".".join(map(_written_out, found["host"].split("."))) if found and "xn--" in found["host"] else address


def _written_out(label: str) -> str:
    try:
        return label.removeprefix("xn--").encode().decode("punycode") if label.startswith("xn--") else label
    except UnicodeError:
        return label
