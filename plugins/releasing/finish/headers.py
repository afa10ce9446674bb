"""What every host must be told of a site: the headers of its answers, its path, and where old addresses lead.

hosts.py and servers.py write it in the words of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sources.formats.sizes import FOLDER
from subjects.loaded import Sources


@dataclass(frozen=True, slots=True)
class Served:
    """A site that is served below `prefix`, such as /repo; `moved` has the new addresses by the old, both below it.

    `folders` are those of further languages, such as es/, each with a page of its own for what is not found.
    """

    prefix: str = ""
    moved: Mapping[str, str] = field(default_factory=dict)
    folders: tuple[str, ...] = ()
    shared: bool = False  # a preview that others open

    @property
    def redirects(self) -> Iterator[tuple[str, str]]:
        """Yield the path of every old address, also without the slash at its end, and the path to which it leads."""
        for old, new in self.moved.items():
            for path in dict.fromkeys((old, old.rstrip("/"))):
                yield f"{self.prefix}/{path}", f"{self.prefix}/{new}"


def served(sources: Sources, prefix: str, *, shared: bool = False) -> Served:
    """Return a site as hosts must know it."""
    moved = {moved.url: moved.page.url for one in sources.in_every_language for moved in one.moved}
    return Served(prefix, moved, tuple(one.root for one in sources.translations), shared)


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
