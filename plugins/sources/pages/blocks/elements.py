"""Puts the blocks of a page into Python-Markdown's tree, which then makes text of what stands within a line."""

from __future__ import annotations

import re
from html import escape
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString

from .bullets import with_bullets
from .headings import set_levels, title_again
from .leaves import Block
from .reading import blocks
from .spaces import tidied, with_line_breaks

# What Python-Markdown reads otherwise, and its extension that makes lists a little more as CommonMark has them.
REPLACED = ("indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote")
# The kinds of notes that the theme has words for, and what other programs call them.
NOTES = {
    **dict.fromkeys("note info abstract summary tldr todo example question help faq".split(), "note"),  # noqa: SIM905
    **dict.fromkeys(("tip", "hint", "success", "check", "done"), "tip"),
    "important": "important",
    **dict.fromkeys(("warning", "attention"), "warning"),
    **dict.fromkeys(("caution", "danger", "error", "failure", "bug"), "caution"),
}
TASK = re.compile(r"\[(?P<done>[ xX])\] +(?=\S)")
ALIGNED = re.compile("center|right")


class Blocks(BlockProcessor):
    """Reads all blocks of a page at once, and leaves to other processors what only they know: tables, addresses."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md.parser)
        self.md = md
        self.asking = False

    def test(self, parent: Element, block: str) -> bool:
        """Return whether the blocks have not been read yet."""
        return not self.asking

    def run(self, parent: Element, blocks_left: list[str]) -> None:
        """Put everything that is left into the tree."""
        some = blocks(with_bullets("\n\n".join(blocks_left).split("\n")))
        blocks_left.clear()
        if parent is self.parser.root:  # and no footnote, which Python-Markdown reads later
            again = title_again(some, getattr(self.md, "title", ""))
            self.md.title_typed = again.text if again else ""  # type: ignore[attr-defined]  # for who looks for lost words
            some = [block for block in some if block is not again]
        set_levels(some)
        self._put(parent, some)

    def _put(self, parent: Element, some: list[Block], *, tight: bool = False) -> None:
        for number, block in enumerate(some):
            if block.kind == "paragraph":
                self._paragraph(parent, block.text, tight=tight and not number)
            else:
                getattr(self, f"_{block.kind}")(parent, block)

    def _paragraph(self, parent: Element, text: str, *, tight: bool) -> None:
        if "]:" in text:
            self.parser.state.set("list" if tight else "paragraph")
            self._ask(parent, text)
            self.parser.state.reset()
            return
        target = parent if tight else SubElement(parent, "p")
        target.text = with_line_breaks(text)

    def _ask(self, parent: Element, text: str) -> None:
        """Let the other processors read a text."""
        self.asking = True
        self.parser.parseChunk(parent, text)
        self.asking = False

    def _indented(self, parent: Element, block: Block) -> None:
        SubElement(parent, "pre").text = AtomicString(block.text)  # told to whoever wrote it

    def _footnote(self, parent: Element, block: Block) -> None:
        self._ask(parent, block.text)

    def _table(self, parent: Element, block: Block) -> None:
        self._ask(parent, block.text)
        for cell in parent[-1].iter() if ":" in block.text else ():
            if (style := cell.attrib.pop("style", None)) and (aligned := ALIGNED.search(style)):
                cell.set("class", aligned[0])

    def _heading(self, parent: Element, block: Block) -> None:
        SubElement(parent, f"h{block.about}").text = block.text

    def _rule(self, parent: Element, _: Block) -> None:
        SubElement(parent, "hr")

    def _code(self, parent: Element, block: Block) -> None:
        code = SubElement(SubElement(parent, "pre"), "code")
        code.text = AtomicString(f"{escape(block.text)}\n")
        if block.about:
            code.set("class", f"language-{block.about}")

    def _quotation(self, parent: Element, block: Block) -> None:
        self._put(SubElement(parent, "blockquote"), block.within)

    def _note(self, parent: Element, block: Block) -> None:
        kind, title = NOTES.get(block.about), block.text
        # A note is no landmark of its own, as an aside would be.
        note = SubElement(parent, "aside", {"class": f"notice {kind or 'note'}", "role": "note"})
        label = SubElement(note, "p", {"class": "label"})
        if kind:
            word = SubElement(label, "word", name=f"note_{kind}")
            word.tail = f": {title}" if title and title.lower() != block.about else None
        else:
            label.text = title or block.about.capitalize()
        self._put(note, block.within)

    def _details(self, parent: Element, block: Block) -> None:
        details = SubElement(parent, "details", {"class": "more"})
        SubElement(details, "summary").text = block.text
        self._put(details, block.within)

    def _list(self, parent: Element, block: Block) -> None:
        element = SubElement(parent, "ul" if block.about == "-" else "ol")
        if block.about not in "-1":
            element.set("type", block.about)
        if block.about != "-" and block.text != "1":
            element.set("start", block.text)
        for entry, after in zip(block.within, [*block.within[1:], None], strict=True):
            self._entry(SubElement(element, "li"), entry, tight=not (entry.apart or (after and after.apart)))

    def _entry(self, element: Element, entry: Block, *, tight: bool) -> None:
        first = entry.within[0] if entry.within else None
        task = TASK.match(first.text) if first and first.kind == "paragraph" else None
        if first and task:
            first.text = first.text[task.end() :]
        self._put(element, entry.within, tight=tight and not entry.spread)
        if task:
            _mark(element, "todo" if task["done"] == " " else "done")

    def _terms(self, parent: Element, block: Block) -> None:
        element = SubElement(parent, "dl")
        for one in block.within:
            if one.kind == "meaning":
                self._put(SubElement(element, "dd"), one.within, tight=not (one.apart or one.spread))
            else:
                for term in one.text.split("\n"):
                    SubElement(element, "dt").text = term.strip()


def _mark(entry: Element, state: str) -> None:
    """Say in a word whether the task of an entry is done."""
    entry.set("class", state)
    text = entry if len(entry) == 0 or entry[0].tag != "p" else entry[0]
    mark = Element("span", {"class": "tick"})
    SubElement(mark, "word", name=f"task_{state}")
    mark.tail, text.text = f" {text.text}", ""
    text.insert(0, mark)


class Tidy(Preprocessor):
    """Takes odd spaces off the edges of lines, before tabs are made spaces."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines."""
        return tidied(lines)


class BlockExtension(Extension):
    """Read blocks as people type them.

    | added | registry | priority | why there |
    |---|---|---|---|
    | tidy | preprocessors | 31 | before normalize_whitespace (30), which makes spaces of tabs |
    | blocks | parser.blockprocessors | 110 | before all others, of which those for lists, quotations and headings go |
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register both, and take out what they do."""
        for name in REPLACED:
            md.parser.blockprocessors.deregister(name)
        md.preprocessors.register(Tidy(md), "tidy", 31)
        md.parser.blockprocessors.register(Blocks(md), "blocks", 110)


def makeExtension(**_: object) -> BlockExtension:  # noqa: N802 (the name is Python-Markdown's)
    """Return the extension (called by Python-Markdown)."""
    return BlockExtension()
