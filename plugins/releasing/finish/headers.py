"""The headers of every answer, declared once; hosts.py and servers.py write them in the words of each."""

from __future__ import annotations

from dataclasses import dataclass

from sources.formats.sizes import FOLDER


@dataclass(frozen=True, slots=True)
class Header:
    """One header of an answer."""

    name: str
    value: str


# What a page may do besides its own style and script, which its own policy names by their sums (templates.py): so this
# one is true of every page and never grows old. `frame-ancestors` is heard in a header only.
POLICY = (
    "default-src 'none'",
    "script-src 'unsafe-inline'",
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    "media-src 'self'",  # of a film or a sound that is opened by its address; no page may hold one
    *(f"{kind}-src 'none'" for kind in ("connect", "font", "frame", "manifest", "object", "worker")),
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)
# A picture opened by its address is a page without a policy of its own: it may show itself, and nothing else.
PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox"
# Sensors and powers of the device, of which the site needs none (https://www.w3.org/TR/permissions-policy/).
REFUSED = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen",
    "geolocation", "gyroscope", "hid", "magnetometer", "microphone", "midi", "payment", "picture-in-picture",
    "publickey-credentials-get", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip

EVERYWHERE = (
    Header("Strict-Transport-Security", "max-age=31536000"),
    Header("Content-Security-Policy", "; ".join(POLICY)),
    Header("X-Content-Type-Options", "nosniff"),
    Header("X-Frame-Options", "DENY"),  # for browsers that do not know frame-ancestors
    Header("Referrer-Policy", "no-referrer"),
    Header("Permissions-Policy", ", ".join(f"{power}=()" for power in REFUSED)),
    Header("Cross-Origin-Opener-Policy", "same-origin"),
    Header("Cross-Origin-Resource-Policy", "same-origin"),
)
FOR_NO_SEARCH_ENGINE = Header("X-Robots-Tag", "noindex")  # of a preview
# Whoever comes back asks whether a page has changed; a picture that is named by what it shows never does.
KEPT_UNTIL_ASKED = Header("Cache-Control", "max-age=0, must-revalidate")
KEPT_FOR_EVER = Header("Cache-Control", "max-age=31536000, immutable")
PICTURES = f"/{FOLDER}"
SHOWN_AS_PAGES = (".svg", ".xml")  # by browsers, wherever they stand
