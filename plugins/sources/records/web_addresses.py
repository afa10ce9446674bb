"""Field types for addresses on the web, only https and real hosts, no tracking, no shortened links; and for e-mail."""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import Annotated
from urllib.parse import parse_qsl, urlsplit

from pydantic import AfterValidator, WithJsonSchema

from .lookalikes import lookalikes
from .sentences import expected

HOST = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
E_MAIL = re.compile(r"(mailto:)?[^@\s/:]+@[^@\s/:]+\.[A-Za-z]+")
TRACKING = re.compile(r"utm_.*|gclid|fbclid|msclkid|mc_eid|mc_cid|igshid|_hsenc")

# As other programs show an address, or as Markdown does: <https://...>, [words](https://...).
AROUND = re.compile(r"(?:<|\[[^\]]*\]\()(\S+)[>)]")
PARTS = re.compile(r"(?s)([A-Za-z]+://|//)?([^/?#]*)(.*)")

YOURS = "your-address-here"  # what instructions say; whoever copies it is told to put the real one there

# Kept for examples and tests by RFC 2606 and RFC 6761; nobody can ever run a site there.
RESERVED_HOSTS = ("example.org", "example.com", "example.net")
RESERVED_ENDINGS = ("example", "test", "invalid", "localhost")
# As programs show an address: mailto:..., <...>, Our Office <...>, [words](mailto:...).
AROUND_MAIL = re.compile(r"(?:[^<>]*<|\[[^\]]*\]\()?(?:mailto:)?([^<>()\s]*)[>)]?", re.IGNORECASE)
MAIL_NAME = re.compile(r"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*")
LONGEST_NAME = 64
SUCH_MAIL = "an e-mail address such as join@our-name.org"


def is_reserved(host: str) -> bool:
    """Tell whether a host name is kept for examples and tests."""
    endings = host.split(".")
    return ".".join(endings[-2:]) in RESERVED_HOSTS or endings[-1] in RESERVED_ENDINGS


def https_address(text: str) -> str:
    """Return the address that a text means: without marks around it, its host in small letters, https:// before it."""
    marked = AROUND.fullmatch(text)
    scheme, host, rest = PARTS.fullmatch(marked[1] if marked else text).groups()  # type: ignore[union-attr]
    if (scheme or "https://").casefold() in ("https://", "//") and HOST.fullmatch(host.lower()):
        return f"https://{host.lower()}{rest}"
    return marked[1] if marked else text


def https_host(text: str) -> str:
    """Return the host of an https address; raise the error that says what is wrong with it."""
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        query = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        raise expected("an https address", text) from None
    if parts.scheme != "https" or not re.fullmatch(r"[!-~]+", text) or re.search(r'[<>"\\^`{|}]', text):
        raise expected("an https address", text, _how_to_write(text))
    if "@" in parts.netloc:
        raise expected("an https address without user name or password", text)
    if _is_ip(host) or not HOST.fullmatch(host) or parts.netloc != host:
        raise expected(
            "an https address with a host name in small letters, such as https://forms.example.org/join", text
        )
    if fooled := lookalikes(text):
        raise expected("an https address", text, fooled)
    for key, _ in query:
        if TRACKING.fullmatch(key.casefold()):
            raise expected(f'an address that does not follow its readers: remove "{key}"', text)
    return host


def _how_to_write(text: str) -> str:
    if E_MAIL.fullmatch(text):
        return "This is an e-mail address."
    if fooled := lookalikes(text):
        return fooled
    if other := re.search(r"[^\x00-\x7f\s]", text):
        return f'Character {other.start() + 1}, "{other[0]}", cannot stand in it: copy the address from the browser.'
    return ""


def is_https(text: str) -> bool:
    """Tell whether a text is an https address as this site takes it."""
    try:
        return bool(https_host(text))
    except ValueError:
        return False


def _https(text: str) -> str:
    address = https_address(text)
    https_host(address)
    return address


def _real(text: str) -> str:
    address = _https(text)
    if is_reserved(https_host(address)):
        raise expected("the address of a real site", text, "Its name is kept for examples.")
    return address


def _site_address(text: str) -> str:
    if YOURS in text.casefold():
        raise expected(f'the address of your own site in place of "{YOURS}"', text)
    address = _real(text).rstrip("/")
    if not re.fullmatch(r"https://[^/?#]+(/[A-Za-z0-9._~-]+)*", address):
        raise expected("the address of the whole site, such as https://www.example.org/coalition", text)
    return address


def host_name(text: str) -> str:
    """Return the name of the host that a text means, which may be its address."""
    return re.split("[/?#]", https_address(text).removeprefix("https://"))[0]


def _host(text: str) -> str:
    text = host_name(text)
    if not HOST.fullmatch(text):
        raise expected('the name of a host, such as "docs.google.com"', text, lookalikes(text))
    return text


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


AS_TYPED = WithJsonSchema({"type": "string", "pattern": r"^(?!http:)\S+\.\S+$"})
HttpsAddress = Annotated[str, AfterValidator(_https), AS_TYPED]
RealAddress = Annotated[str, AfterValidator(_real), AS_TYPED]
SiteAddress = Annotated[str, AfterValidator(_site_address), AS_TYPED]
Host = Annotated[str, AfterValidator(_host)]


def email_address(text: str) -> str:
    """Return the address that a text means, its host in small letters; raise the error that says what is wrong."""
    found = AROUND_MAIL.fullmatch(text.strip())
    name, at, host = (found[1] if found else text).partition("@")
    if fooled := lookalikes(text):
        raise expected(SUCH_MAIL, text, fooled)
    if not (at and MAIL_NAME.fullmatch(name) and len(name) <= LONGEST_NAME and HOST.fullmatch(host.lower())):
        raise expected(SUCH_MAIL, text)
    return f"{name}@{host.lower()}"


def mail_host(address: str) -> str:
    """Return the host of an e-mail address."""
    return address.rpartition("@")[2]


EmailAddress = Annotated[str, AfterValidator(email_address), WithJsonSchema({"type": "string", "pattern": "@"})]
