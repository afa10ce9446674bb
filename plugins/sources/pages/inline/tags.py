"""Tags of HTML as people type them in Markdown: those that can do no harm, as nh3 says, become what they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element

import nh3
from markdown.inlinepatterns import InlineProcessor

from sources.problems import quoted

from ..places import Mistake
from ..rendered import CONTROL

WITHIN = frozenset("b strong i em u s strike del ins mark sub sup small kbd abbr".split())  # noqa: SIM905
AROUND = frozenset(("details", "summary"))
HARMLESS = {"br", *WITHIN, *AROUND}
TAG = re.compile(r"<(?:/?[A-Za-z][A-Za-z0-9:-]*(?:\s[^<>]*)?/?>|!--)")

# What to write instead of a tag.
EMBEDDED = "What is embedded tells others of the visit: write a link instead, [words](address)."
INSTEAD = {
    **dict.fromkeys(("p", "div", "span", "font", "center", "section"), "Take it out; a blank line begins a paragraph."),
    **dict.fromkeys(("script", "style", "form", "input", "button"), "Nothing runs on this site: take it out."),
    **dict.fromkeys(("iframe", "embed", "object", "video", "audio", "frame"), EMBEDDED),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "Write ## before the words of a heading."),
    **dict.fromkeys(("ul", "ol", "li"), "Write - before each entry."),
    **dict.fromkeys(("table", "thead", "tbody", "tr", "td", "th"), "Write a table as | one | two |."),
    **dict.fromkeys(("code", "pre", "tt"), "Write code between backticks: `so`."),
    "a": "Write [words](address).",
    "img": "Write ![what it shows](picture.jpg).",
    "hr": "Write --- on a line of its own.",
    "blockquote": "Write > before each line.",
    "summary": "It stands first in <details> ... </details>.",
    "details": "It holds <summary>words</summary>, its text, and </details>.",
}
DEEPEST = 5  # tags in tags
OPENING = re.compile(rf"<(?:{'|'.join(sorted(WITHIN))})\s*>", re.IGNORECASE)


@lru_cache(maxsize=1024)
def harmless(tag: str) -> str | None:
    """Return the name of a tag that can do no harm, since it has no attributes; None of any other."""
    name = tag.strip("</>").strip().casefold()
    cleaned = nh3.clean(f"<{tag.lstrip('</')}", tags=HARMLESS, attributes={"*": set()}, link_rel=None)
    return name if cleaned.partition(">")[0] == f"<{name}" else None


def tag_mistakes(text: str) -> Iterator[Mistake]:
    """Yield the first tag of each name in a text that nothing was made of."""
    seen: dict[str, int] = {}
    for tag in TAG.finditer(text):
        name = re.sub(r"[\s/>].*", "", tag[0].lstrip("</"), flags=re.DOTALL).casefold()
        if name not in seen:
            seen[name] = tag.start()
            yield tag.start(), _complaint(name, CONTROL.sub("", tag[0]))


def _complaint(name: str, tag: str) -> str:
    if name == "!--":
        return 'a note opens here and is never closed: write "-->" behind it.'
    if name in WITHIN and harmless(tag):
        right = f"</{name}> where it ends" if not tag.startswith("</") else f"<{name}> where it begins"
        return f"{quoted(tag)} has no partner in its paragraph. Write {right}, or take it out."
    if name in HARMLESS and not harmless(tag):
        return f"{quoted(tag)}: a tag stands alone here, without more in it. Write <{name}>."
    return f"HTML such as {quoted(tag)} does not work here. {INSTEAD.get(name, 'Take it out.')}"


class HarmlessTags(InlineProcessor):
    """Takes the place of Python-Markdown's own processor of tags, and finds them as that one does.

    It makes elements of the innermost tags, and is asked as often as tags may stand in each other.
    """

    signs = ("<",)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # noqa: N802
        """Return the element, which holds all up to the tag that closes it."""
        name = harmless(m[1])
        if name == "br":
            return Element("br"), m.start(), m.end()
        if name in WITHIN and not m[1].startswith("</") and (closing := _closing(name, data, m.end())):
            within = data[m.end() : closing.start()]
            if not OPENING.search(within):
                element = Element("del" if name in ("s", "strike") else name)
                element.text = within
                return element, m.start(), closing.end()
        return None, None, None


def _closing(name: str, data: str, start: int) -> re.Match[str] | None:
    """Return the tag that closes one of this name; those of the same name within close one another."""
    depth = 1
    for found in re.compile(rf"<(/?){name}\s*>", re.IGNORECASE).finditer(data, start):
        depth += -1 if found[1] else 1
        if not depth:
            return found
    return None
