"""Takes raw HTML out of Markdown, and teaches it what people type within a line, harmless tags among it."""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.inlinepatterns import HTML_RE, IMAGE_LINK_RE, LINK_RE

from ..masking import PUNCTUATION
from . import addresses, signs, tags
from .notes import Footnotes, WithoutNotes


class PlainMarkdown(Extension):
    """Read lines as people type them; no way for a tag is left but tags.py: the serializer escapes every other `<`.

    | added | registry | priority | why there |
    |---|---|---|---|
    | note | preprocessors | 28 | before directives (27), which may stand in a note |
    | footnotes, abbr | several | their own | they are Python-Markdown's |
    | named_page | inlinePatterns | 172 | before references (170), which begin with the same sign |
    | bare_call, bare_address, bare_mail | inlinePatterns | 118 to 105 | after links, which hold addresses too |
    | link, image_link | inlinePatterns | 160, 150 | in the place of Python-Markdown's |
    | line_end | inlinePatterns | 101 | beside the other end of a line (100) |
    | html, html1 to html4 | inlinePatterns | 90 to 86 | in the place of Python-Markdown's |
    | attributes, shortcode, low, high, loose_bold | inlinePatterns | 70 to 61 | before stars (60) |
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register them; blocks of raw HTML (`html_block`, preprocessors) would reach the page as they are."""
        md.preprocessors.deregister("html_block")
        Footnotes().extendMarkdown(md)
        AbbrExtension().extendMarkdown(md)
        md.preprocessors.register(WithoutNotes(md), "note", 28)
        md.ESCAPED_CHARS[:] = PUNCTUATION
        if md.delimiters:
            md.delimiters.add("~", "del", double=True)
            md.delimiters.add("=", "mark", double=True, smart=True)
        for processor, name, priority in (
            (addresses.NamedPage(addresses.NAME, md), "named_page", 172),
            (addresses.Link(LINK_RE, md), "link", 160),
            (addresses.Picture(IMAGE_LINK_RE, md), "image_link", 150),
            (addresses.BareCall(addresses.CALL, md), "bare_call", 118),
            (addresses.BareAddress(addresses.BARE, md), "bare_address", 117),
            (addresses.BareMail(addresses.E_MAIL, md), "bare_mail", 105),
            (signs.LineEnd(signs.LINE_END, "br"), "line_end", 101),
            *((tags.HarmlessTags(HTML_RE, md), f"html{level or ''}", 90 - level) for level in range(tags.DEEPEST)),
            (signs.Attributes(signs.ATTRIBUTES, md), "attributes", 70),
            (signs.Shortcode(signs.SHORTCODE, md), "shortcode", 69),
            (signs.Low(signs.LOW, "sub"), "low", 63),
            (signs.High(signs.HIGH, "sup"), "high", 62),
            (signs.LooseBold(signs.LOOSE, md), "loose_bold", 61),
            (signs.LooseBoldLow(signs.LOOSE_LOW, md), "loose_bold_low", 61),
        ):
            md.inlinePatterns.register(processor, name, priority)
