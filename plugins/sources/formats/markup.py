"""What an SVG or another XML file could run, fetch or tell, found by a real parser of XML, at its line and column."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote_to_bytes
from xml.parsers import expat

from sources.problems import quoted

from .pictures import has_notes
from .styles import fetches

# place, as line and column from 1, and what is wrong there
Complaint = tuple[tuple[int, int], str]

SVG, XLINK, XML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"
# Browsers take elements of these for what they are, wherever they stand; all others they only show as text.
UNDERSTOOD = {
    "http://www.w3.org/1999/xhtml": "HTML",
    "http://www.w3.org/1998/Math/MathML": "MathML",
    "http://www.w3.org/1999/XSL/Transform": "XSLT",
}
# The elements of a drawing (SVG 1.1, SVG 2, and what drawing programs wrote meanwhile). No script, handler, listener,
# foreignObject, audio, video, iframe, canvas: what is not known here is refused.
DRAWN = frozenset(
    "svg g defs symbol use title desc switch view path rect circle ellipse line polyline polygon text tspan textPath "  # noqa: SIM905
    "tref image linearGradient radialGradient meshgradient meshrow meshpatch hatch hatchpath solidcolor stop pattern "
    "clipPath mask marker filter style metadata a animate animateColor animateMotion animateTransform set mpath "
    "discard font font-face font-face-src font-face-name font-face-format missing-glyph glyph glyphRef hkern vkern "
    "altGlyph altGlyphDef altGlyphItem cursor color-profile flowRoot flowRegion flowPara flowSpan flowRegionExclude "
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap "
    "feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode "
    "feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence".split()
)
SHOW_BITMAPS = ("image", "feImage")
BITMAP = re.compile(r"(?is)\s*data:image/(?:png|jpe?g|gif|webp)(?P<base64>;base64)?,(?P<content>.*)")
CHANGE = ("animate", "set", "animateColor", "animateTransform")  # an attribute, over time
# Inkscape and others write the folder of whoever drew it, and when.
FOLDERS = ("docname", "export-filename")
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
NOTES = "hidden notes, such as where, when or by whom it was made"


def drawing_complaints(text: str) -> Iterator[Complaint]:
    """Yield what in an SVG must not be published."""
    return iter(_Reading(text.encode(), drawing=True).complaints)


def xml_complaints(text: str) -> Iterator[Complaint]:
    """Yield what in any other XML file must not be published."""
    return iter(_Reading(text.encode(), drawing=False).complaints)


class _Reading:
    """One walk through a file; stops at the first place that is no XML."""

    def __init__(self, content: bytes, *, drawing: bool) -> None:
        self.complaints: list[Complaint] = []
        self.drawing = drawing
        self.inside: list[str] = []
        self.style = ""
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        for event, handler in self._handlers().items():
            setattr(self.parser, event, handler)
        try:
            self.parser.Parse(content, True)
        except expat.ExpatError as error:
            self.complaints.append(
                ((error.lineno, error.offset + 1), f"this is no whole XML: {expat.ErrorString(error.code)}.")
            )

    def _handlers(self) -> dict[str, Callable[..., None]]:
        return {
            "StartElementHandler": self.start,
            "EndElementHandler": self.end,
            "CharacterDataHandler": self.text,
            "CommentHandler": self.comment,
            "ProcessingInstructionHandler": self.instruction,
            "EntityDeclHandler": self.entity,
        }

    def say(self, message: str) -> None:
        self.complaints.append(((self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1), message))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if not self.inside and self.drawing and (space, tag) != (SVG, "svg"):
            self.say(f'expected <svg xmlns="{SVG}">, found <{tag}>.')
        if message := self.element(space, tag):
            self.say(message)
        for attribute, value in attributes.items():
            for message in _attribute(space, tag, *_split(attribute), value):
                self.say(message)
        self.inside.append(tag if space == SVG else "")
        self.style = ""

    def element(self, space: str, tag: str) -> str | None:
        if space in UNDERSTOOD:
            return f"<{tag}> is {UNDERSTOOD[space]}, which could run or fetch something. Take it out."
        if self.drawing and ((space, tag) == (SVG, "metadata") or (space == RDF and "metadata" not in self.inside)):
            return f"<{tag}>: {NOTES}. Take it out."
        if not self.drawing and (space == SVG or tag == "script"):
            return f"<{tag}> could run or fetch something. Take it out."
        if space == SVG and tag not in DRAWN:
            return f"<{tag}> has no place in a picture: it could run or fetch something. Take it out."
        return None

    def end(self, _name: str) -> None:
        if self.inside.pop() == "style":
            for fetched in fetches(self.style):
                self.say(f"the style fetches something: {quoted(fetched)}. Take it out.")

    def text(self, text: str) -> None:
        if self.inside and self.inside[-1] == "style":
            self.style += text

    def comment(self, _text: str) -> None:
        if self.drawing:
            self.say(f"<!--: {NOTES}. Take it out.")

    def instruction(self, target: str, _text: str) -> None:
        if target.casefold() == "xml-stylesheet":
            self.say(f"<?{target}> could run or fetch something. Take it out.")

    def entity(self, name: str, *_: Any) -> None:
        self.say(f"<!ENTITY {name}> hides what the file holds. Take it out, and write what it stands for.")


def _split(attribute: str) -> tuple[str, str]:
    space, _, name = attribute.rpartition(" ")
    return space, name


def _attribute(element_space: str, tag: str, space: str, name: str, value: str) -> Iterator[str]:
    """Yield what is wrong with an attribute of an element."""
    if name in FOLDERS and space:
        yield f"{name}: {NOTES}. Take it out."
    if (space, name) == (XML, "base"):
        yield f"xml:base changes where {quoted(value)} leads. Take it out."
    if element_space != SVG or space not in ("", XLINK):
        return
    if name.casefold().startswith("on"):
        yield f"<{tag} {name}> would run something. Take it out."
    elif name in ("href", "src") and not _is_held(tag, value):
        yield f"<{tag} {name}>: expected #a-part-of-this-picture, found {quoted(value)}. {_instead(tag)}"
    elif name == "href" and tag in SHOW_BITMAPS and has_notes(_bitmap(value)):
        yield f"the picture in <{tag}>: {NOTES}. Save it again without them."
    elif tag in CHANGE and name == "attributeName" and (value.endswith("href") or value.startswith("on")):
        yield f"<{tag} {name}>: expected no address to change, found {quoted(value)}. Take it out."
    else:
        yield from (f"<{tag} {name}> fetches something: {quoted(one)}. Take it out." for one in fetches(value))


def _is_held(tag: str, address: str) -> bool:
    """Tell whether an address is a part of the picture, or the target of a link that a reader may follow."""
    if not address.strip() or address.strip().startswith("#"):
        return True
    return bool(BITMAP.match(address)) if tag in SHOW_BITMAPS else tag == "a" and address.startswith("https://")


def _instead(tag: str) -> str:
    return "Put the picture itself into the file (embed it)." if tag in SHOW_BITMAPS else "Take it out."


def _bitmap(address: str) -> bytes:
    """Return the picture that an address holds; of one that cannot be read, nothing."""
    found = BITMAP.match(address)
    try:
        if found and found["base64"]:
            return b64decode(unquote_to_bytes(re.sub(r"\s", "", found["content"])))
    except binascii.Error:
        return b""
    return unquote_to_bytes(found["content"]) if found else b""
