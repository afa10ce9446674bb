"""Converts a page with Python-Markdown, and notes for its check what is in it.

Raw HTML is off: what looks like a tag in a page is shown as the text it is, unless it can do no harm.
"""

from __future__ import annotations

import re
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from markdown import Markdown

from sources.problems import Place, Problem, ProblemsFound, Section, refusal

from .blocks.headings import heading_id
from .fast_path import FastPath
from .inline.extension import PlainMarkdown
from .page import PageSource
from .rendered import BLANK, HIDDEN, HIDDEN_END, Converted, Rendered
from .tree import TreeReader

# The first is in another room, which teaches Markdown our components.
EXTENSIONS = ("components.markdown", "sources.pages.blocks.elements", "tables", "toc")
CONFIGS = {"toc": {"slugify": heading_id}}
READING_SECONDS = 5
TOO_SLOW = f"this page takes more than {READING_SECONDS} seconds to read. Look for long rows of the same signs."
TOO_DEEP = "lists within lists, or quotations within quotations, too deep to read."
HIDDEN_TEXT = re.compile(f"{HIDDEN}[^{HIDDEN_END}]*{HIDDEN_END}")


def convert(page: PageSource) -> Converted:
    """Return what becomes of a page, with what is in it; raise ProblemsFound when it cannot be read."""
    whole = Place(page.file, page.body_line)
    with time_limit(READING_SECONDS, Problem(whole, TOO_SLOW, Section.SENTENCES)):
        try:
            return converted(page.body, page.front_matter.title)
        except ProblemsFound:
            _reading_converter.cache_clear()  # it has stopped halfway
            raise
        except RecursionError:
            _reading_converter.cache_clear()
            raise refusal(whole, TOO_DEEP, Section.SENTENCES) from None


def converted(body: str, title: str = "") -> Converted:
    """Return what becomes of a body, below the title of its page, with what is in it."""
    markdown, reader = _reading_converter()
    markdown.title = title  # type: ignore[attr-defined]
    reader.forget()
    # A first line of nothing but spaces would count as text, were there none before it.
    html = markdown.reset().convert(f"\n{body}")
    rendered = Rendered(html, tuple(reader.links), tuple(reader.headings))
    used = frozenset(reader.names.used)
    text = HIDDEN_TEXT.sub(BLANK, reader.text)
    typed = getattr(markdown, "title_typed", "")  # not shown, since the page has its title already
    whole = f"{HIDDEN}{typed}{HIDDEN_END}{reader.text}" if typed else reader.text
    unused = (frozenset(reader.names) - used).union(f"^{name}" for name in reader.notes.unused)
    return Converted(body, rendered, whole, text, used, unused)


def converter(settings: dict[str, Any]) -> Markdown:
    """Return a Markdown converter with settings such as Pelican's MARKDOWN; raw HTML is off whatever they say."""
    extensions = [*settings.get("extensions", ()), PlainMarkdown(), FastPath()]
    return Markdown(
        extensions=extensions,
        extension_configs=settings.get("extension_configs", {}),
        output_format=settings.get("output_format", "html"),
    )


@cache
def _reading_converter() -> tuple[Markdown, TreeReader]:
    markdown = converter({"extensions": EXTENSIONS, "extension_configs": CONFIGS})
    reader = TreeReader(markdown)
    markdown.treeprocessors.register(reader, "read", 1)  # before unescape (0): escaped signs still differ from others
    return markdown, reader


@contextmanager
def time_limit(seconds: float, problem: Problem) -> Iterator[None]:
    """Raise ProblemsFound with `problem` when the block takes longer than `seconds`.

    The alarm is the process's own and only its main thread hears it; elsewhere, and on systems without it, there is no
    limit.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        raise ProblemsFound([problem])

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
