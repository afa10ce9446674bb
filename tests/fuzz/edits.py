"""Edits as they happen: a piece typed or pasted, a cut, two lines exchanged, one doubled or moved to the right."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

# fmt: off
YAML_PIECES = (
    ": ", " - ", "#", " #", "'", '"', "[", "]", "{", "}", ",", "&a ", "*a", "!x ", "!!python/object:os ", "%YAML", "? ", "> ",
    "@", "`", "\t", "\xa0", "\r", "\\", "\0", "null", "yes", "~", "0x1F", "1e9", "\n", "\n\n", "\n---\n", "\n...\n", "\n- ",
    "\n  ", "\n    x: y", "id: friend", "<<: {a: b}", "|\n  x", "tier", "\ufeff", "\u202e", "\u200b", "\U0001f600", "é",
    "<script>alert(1)</script>", "javascript:alert(1)", "https://www.example.org", "2024-02-30", "http://x", "//x", "9" * 40,
    "x" * 400, "[" * 60, "<<<<<<< HEAD\n", "=======\n", "{{ site }}", "{% raw %}",
)
MARKDOWN_PIECES = (
    "\n", "\n\n", "    ", "\t", "# ", "\n## Heading\n", "\n#### Deep\n", "\n- item\n", "\n1. one\n", "> ", "**", "_", "`",
    "\n```\n", "\n~~~\n", "[", "]", "(", ")", "![", "](", "[a](/about/)", "[a](#b)", "[a]: /x\n", "[a][b]", "![x](y.png)",
    "<https://x.org>", "www.x.org", "{filename}", "{static}", "{filename}/pages/index.md", "{attach}x",
    "[m]({filename}/pages/membership/index.md)", "|a|b|\n|-|-|\n|1|2|\n", "\n::: tiers\n", "\n::: apply friend\n",
    "\n::: ways\n", "\n::: statement vision\n", ":::", "\n::: nothing\n", "\n  ::: values\n", "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "<a href='javascript:alert(1)'>x</a>", "<!-- x -->", "<style>*{}</style>",
    "[x](javascript:alert(1))", "[x](JaVaScRiPt&#58;alert(1))", "[x](data:text/html,x)", "![x](data:image/svg+xml,x)",
    "[x](vbscript:x)", "<javascript:alert(1)>", "&#x202e;", "&lt;script&gt;", "&#0;", "\u202e", "\u200b", "\0", "\x02", "\x03",
    "klzzwxh:0001", "wzxhzdk:0", "{{ site }}", "{% include 'x' %}", '<component number="0"></component>', "---\n",
    "status: draft\n", "é", "\U0001f600", "x" * 300, "[" * 200, "*" * 200, ">" * 60 + "x", "-" * 90, "a" * 5000, "\n- " * 60,
    "http://x.org", "[x](http://x.org)", "[x](//x.org)", "mailto:a@x.org",
    "<b>", "</b>", "<i>", "</i>", "<sup>2</sup>", "<br>", "<br/>", "<B>", "<b onclick=alert(1)>", "<b/onclick=alert(1)>",
    "<br onload=alert(1)>", "<b\nstyle='x'>", "<details>\n<summary>s</summary>\n\n", "\n</details>\n",
    "<details open ontoggle=alert(1)>", "<abbr title='x'>", "<svg/onload=alert(1)>", "<math><mi//xlink:href='data:x'>",
    "<!--", "-->", "<!--><script>alert(1)</script>-->", "[^1]", "\n[^1]: note\n", "\n[^x y]: other\n", "~~", "==", "^2^", "~2~",
    "\n*[HTML]: Hyper\n", "*[<b>]: <script>\n", "HTML", "https://x.org/a_(b).", "www.x.org/'onclick=alert(1)", "a@x.org",
    "<tel:+1-314-555-0100>", "[[index]]", "[[x|y]]", "[x](index.md)", "[x](javascript:alert(1) “t”)", "{target=_blank}",
    "\n- [ ] to do\n", "\n- [x] ", "\nTerm\n: ", "\n:   Meaning\n", "\n> [!NOTE]\n", "> [!x] <b>", "\n!!! warning \"Snow\"\n    ",
    "\n• one\n• two\n", "\n➢ ", "\n1) one\n2) ", "\na) one\nb) two\n", "\n(1) one\n(2) ", "\n☐ a\n☑ b\n", "\n  - two\n    - three\n",
    "\n\u00a0\n", "\u00a0", "\u2003", "\na | b\n--- | :-:\n1 | 2\n", "\na\tb\n1\t2\n", "\nWhen: now\nWhere: here\n", "\n===\n",
    "<word name='x'></word>", "{: onclick=alert(1)}", ":tada:", "\\\n", "\\<", '"', "'", "--", "...", "** b**", "<said of='x'></said>",
)
# fmt: on


def edits(pieces: Sequence[str], most: int = 4) -> st.SearchStrategy:
    """Return a strategy of a few edits; a typed piece is one of `pieces` or any short text."""
    typed = st.one_of(st.sampled_from(pieces), st.sampled_from(pieces), st.text(max_size=8))
    spot = st.integers(0, 2000)
    edit = st.one_of(
        st.tuples(st.just("type"), spot, typed),
        st.tuples(st.just("cut"), spot, st.integers(1, 40)),
        st.tuples(st.sampled_from(["double", "indent", "exchange"]), spot, spot),
    )
    return st.lists(edit, min_size=1, max_size=most)


def edited(text: str, made: Sequence[tuple]) -> str:
    """Return the text after the edits; spots beyond its end begin again at its start."""
    for kind, spot, what in made:
        at = spot % (len(text) + 1)
        if kind == "type":
            text = text[:at] + what + text[at:]
        elif kind == "cut":
            text = text[:at] + text[at + what :]
        else:
            text = "\n".join(_lines_edited(text.split("\n"), kind, spot, what))
    return text


def _lines_edited(lines: list[str], kind: str, spot: int, other: int) -> list[str]:
    one, two = spot % len(lines), other % len(lines)
    if kind == "double":
        return [*lines[:one], lines[one], *lines[one:]]
    if kind == "indent":
        return [*lines[:one], " " * (1 + other % 5) + lines[one], *lines[one + 1 :]]
    lines[one], lines[two] = lines[two], lines[one]
    return lines
