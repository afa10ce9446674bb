"""The elements of a page as an HTML5 parser finds them, each looked up once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
# that a page may give; both have their own rules
# Elements within a sentence: words and numbers go on through them.
WITHIN = "a b data strong em i code br wbr abbr".split()  # noqa: SIM905
TOLD_BY_THEIR_TAGS = frozenset(["title", "style", "script", "img", "time", *HEADINGS])


class Element(NamedTuple):
    """An element, with its attributes looked up once."""

    tag: str
    attributes: Mapping[str, str | None]
    node: LexborNode

    def get(self, name: str) -> str:
        """Return an attribute; empty where there is none, or none with a value."""
        return self.attributes.get(name) or ""

    @property
    def in_head(self) -> bool:
        """Tell whether the element stands in the head of the page."""
        parent = self.node.parent
        return parent is not None and parent.tag == "head"

    @property
    def is_structured_data(self) -> bool:
        """Tell whether a script is no code but what the page says to machines."""
        return self.tag == "script" and self.attributes == {"type": "application/ld+json"} and self.in_head

    @property
    def is_silent_picture(self) -> bool:
        """Tell whether a picture says nothing, though it is not marked as one that repeats the words beside it."""
        return self.tag == "img" and not self.get("alt") and self.get("aria-hidden") != "true"

    @property
    def is_exit_script(self) -> bool:
        """Tell whether a script is the one at the end of the page, whose text the policy names."""
        last = self.node.next
        while last is not None and not (last.text() or "").strip() and last.tag == "-text":
            last = last.next
        parent = self.node.parent
        return last is None and not self.attributes and parent is not None and parent.tag == "body"


def elements_of(tree: LexborHTMLParser) -> tuple[frozenset[str], list[Element]]:
    """Return the tags of all elements, and in the order of the page those of which a tag does not tell all."""
    tags: set[str] = set()
    elements = []
    for node in tree.root.traverse(include_text=False) if tree.root else ():
        tag, attributes = node.tag or "", node.attributes
        tags.add(tag)
        if attributes or tag in TOLD_BY_THEIR_TAGS:
            elements.append(Element(tag, attributes, node))
    return frozenset(tags), elements


def without_other_languages(html: str) -> LexborHTMLParser:
    """Return a page without what is marked as being in another language than the page."""
    tree = LexborHTMLParser(html)
    language = tree.root.attributes.get("lang") if tree.root else ""
    for node in tree.css("body [lang]"):
        if node.attributes.get("lang") != language:
            node.decompose()
    return tree


def stretches(tree: LexborHTMLParser) -> frozenset[str]:
    """Return each stretch of text between two tags."""
    text = tree.body.text(separator="\0") if tree.body else ""
    return frozenset(" ".join(one.split()) for one in text.split("\0"))


def running_text(tree: LexborHTMLParser) -> str:
    """Return the text with each passage on a line of its own, whatever in it is bold, a link, or the end of a line."""
    tree.unwrap_tags(WITHIN, delete_empty=True)
    tree.merge_text_nodes()
    text = tree.body.text(separator="\0") if tree.body else ""
    return "\n".join(passage for part in " ".join(text.split()).split("\0") if (passage := part.strip()))
