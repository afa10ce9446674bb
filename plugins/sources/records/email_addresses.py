"""The field type for an e-mail address: a plain one, without what mail programs and browsers put around it."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from .lookalikes import lookalikes
from .sentences import expected
from .web_addresses import HOST

# As programs show an address: mailto:..., <...>, Our Office <...>, [words](mailto:...).
AROUND = re.compile(r"(?:[^<>]*<|\[[^\]]*\]\()?(?:mailto:)?([^<>()\s]*)[>)]?", re.IGNORECASE)
NAME = re.compile(r"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*")
LONGEST_NAME = 64
SUCH = "an e-mail address such as join@our-name.org"


def email_address(text: str) -> str:
    """Return the address that a text means, its host in small letters; raise the error that says what is wrong."""
    found = AROUND.fullmatch(text.strip())
    name, at, host = (found[1] if found else text).partition("@")
    if fooled := lookalikes(text):
        raise expected(SUCH, text, fooled)
    if not (at and NAME.fullmatch(name) and len(name) <= LONGEST_NAME and HOST.fullmatch(host.lower())):
        raise expected(SUCH, text)
    return f"{name}@{host.lower()}"


def mail_host(address: str) -> str:
    """Return the host of an e-mail address."""
    return address.rpartition("@")[2]


EmailAddress = Annotated[str, AfterValidator(email_address), WithJsonSchema({"type": "string", "pattern": "@"})]
