"""How people apply on a new site: what somebody answers to that question, as the fields and files that it means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sources.file_names import clean_path
from sources.problems import Place, Problem, ProblemsFound, nearest, quoted
from sources.records.web_addresses import email_address, https_address, https_host

from ..records import Section

APPLY = "APPLY"  # the variable of `make` that answers it
PAGE = "membership/how-to-join"
EXPECTED = (
    "expected the address of a form or an e-mail address, the name of a PDF on this computer, "
    "or one of: page, PDF, by invitation, talk to us, not yet; found "
)


@dataclass(frozen=True, slots=True)
class Applying:
    """The fields of `application`, the hosts that they lead to, files to offer, a page, and what is still missing."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    hosts: tuple[str, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    page: str | None = None
    missing: tuple[str, ...] = ()


NOT_YET = Applying()
BY_NAME = {
    **dict.fromkeys(("", "not yet", "no", "none", "nothing"), NOT_YET),
    **dict.fromkeys(("page", "a page"), Applying({"page": PAGE}, page=PAGE, missing=("join",))),
    **dict.fromkeys(("pdf", "a pdf", "on paper"), Applying(missing=("document",))),
    **dict.fromkeys(("invitation", "by invitation"), Applying({"by": "invitation"})),
    **dict.fromkeys(("conversation", "talk to us", "ask us", "contact"), Applying({"by": "conversation"})),
    **dict.fromkeys(("form", "a form", "e-mail", "email"), NOT_YET),  # whose address comes later
}


def applying(answer: str) -> Applying:
    """Return what an answer means; raise ProblemsFound with what it cannot be."""
    said = " ".join(answer.split())
    named = BY_NAME.get(said.casefold())
    if named:
        return named
    readings: tuple[Callable[[str], Applying | None], ...] = (_by_mail, _document, _form)
    found = next((meant for reading in readings if (meant := reading(said))), None)
    if not found:
        near = nearest(said, [name for name in BY_NAME if name])
        raise _refused(f"{EXPECTED}{quoted(said)}.{f' Did you mean {quoted(near)}?' if near else ''}")
    return found


def _by_mail(said: str) -> Applying | None:
    if "@" not in said or "://" in said:
        return None
    try:
        return Applying({"email": email_address(said)})
    except ValueError as error:
        raise _refused(str(error)) from None


def _document(said: str) -> Applying | None:
    if not said.casefold().endswith(".pdf") or "://" in said:
        return None
    path = Path(said).expanduser()
    if not path.is_file():
        raise _refused(f"there is no file {quoted(said)} on this computer. Where it comes later, say PDF.")
    name = clean_path(path.name)
    return Applying({"document": name}, files={f"extra/{name}": path.read_bytes()})


def _form(said: str) -> Applying | None:
    address = https_address(said)
    try:
        host = https_host(address)
    except ValueError as error:
        if "://" in said or "/" in said:
            raise _refused(str(error)) from None
        return None
    return Applying({"url": address, "confirmed": "no"}, hosts=(host,))


def _refused(message: str) -> ProblemsFound:
    return ProblemsFound([Problem(Place(APPLY, 0), message, Section.FORM)])
