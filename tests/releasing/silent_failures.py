"""Failures of plain Pelican that a table can tell: what to do to a good coalition, and what staff then read."""

NEWS = "pages/news.md"
FRONT = "---\ntitle: News\ndescription: What is new.\n---\n\n"
PICTURE = b"<svg xmlns='http://www.w3.org/2000/svg'></svg>"

CONTENT = {
    "P1 a date that cannot be read": (
        {NEWS: "---\ntitle: News\ndescription: New.\nlast_reviewed: soon\n---\n"},
        'content/pages/news.md:4:16: last_reviewed: expected a date such as 2026-11-23, found "soon".',
    ),
    "P2 a page in Latin-1": (
        {NEWS: b"---\ntitle: Caf\xe9\n"},
        "content/pages/news.md:2:11: this file is not UTF-8 text. Save it again with the encoding UTF-8.",
    ),
    "P2 a page in UTF-16": (
        {NEWS: FRONT.encode("utf-16")},
        "content/pages/news.md:1:1: this file is not UTF-8 text. Save it again with the encoding UTF-8.",
    ),
    "P3 a page without a title": (
        {NEWS: "---\ndescription: New.\n---\n"},
        'content/pages/news.md:2:1: missing "title".',
    ),
    "P4 a misspelt status": (
        {NEWS: "---\ntitle: News\ndescription: New.\nstatus: publishd\n---\n"},
        'content/pages/news.md:4:9: status: unknown value "publishd". Did you mean "published"?',
    ),
    "P5 a link to a page that is not there": (
        {NEWS: FRONT + "[x]({filename}/pages/nope.md)"},
        'content/pages/news.md:6:5: no page "pages/nope.md".',
    ),
    "P6 a link to a file that is not there": (
        {NEWS: FRONT + "[x]({static}/images/nope.png)"},
        'content/pages/news.md:6:5: no file "images/nope.png" in content.',
    ),
    "P7 an address that leads nowhere": (
        {NEWS: FRONT + "[x](/pages/nope.html)"},
        'content/pages/news.md:6:5: no page "pages/nope.html".',
    ),
    "P7 a link to a file name": (
        {NEWS: FRONT + "[x](mission.md)"},
        'content/pages/news.md:6:5: no page "mission.md".',
    ),
    "P7 a picture that is not there": (
        {NEWS: FRONT + "![A map](missing.png)"},
        'content/pages/news.md:6:10: no file "missing.png" in content. Put it into content/images.',
    ),
    "P7 a place that is not in the page": (
        {NEWS: FRONT + "[x](#nowhere)"},
        'content/pages/news.md:6:5: "#nowhere": no place "#nowhere" in that page.',
    ),
    "P8 a misspelt field": (
        {NEWS: FRONT.replace("title", "titel")},
        'content/pages/news.md:2:1: unknown field "titel". Did you mean "title"?',
    ),
    "P9 a folder with a capital": (
        {"Pages/news.md": FRONT},
        'content/Pages: "Pages" is not known here. Did you mean "pages"?',
    ),
    "P11 a page with another ending": (
        {"pages/news.txt": FRONT},
        'content/pages/news.txt: "news.txt" is not a page. Pages end in ".md"; pictures go to content/images.',
    ),
    "P12 two names that fall together": (
        {"pages/News.md": FRONT},
        'content/pages/News.md: the name "News" becomes part of an address: '
        'use small letters, digits and single hyphens, such as "news".',
    ),
    "P12 a name with an accent": (
        {"pages/cafe\u0301.md": FRONT},
        'content/pages/cafe\u0301.md: the name "cafe\u0301" becomes part of an address: '
        'use small letters, digits and single hyphens, such as "cafe".',
    ),
    "P13 a page that would replace the home page": (
        {NEWS: FRONT.replace("---\n\n", "save_as: index.html\n---\n\n")},
        'content/pages/news.md:4:1: unknown field "save_as".',
    ),
    "P14 a name with a backslash": (
        {"pages/a\\b.md": FRONT},
        'content/pages/a\\b.md: the name "a\\b" becomes part of an address: '
        'use small letters, digits and single hyphens, such as "a-b".',
    ),
    "P15 a character that nobody sees": (
        {NEWS: FRONT + "a\0b"},
        "content/pages/news.md:6:2: a character that cannot be seen (U+0000).",
    ),
    "P19 a page outside the site": (
        {NEWS: FRONT.replace("---\n\n", "slug: ../../news\n---\n\n")},
        'content/pages/news.md:4:1: unknown field "slug".',
    ),
    "P28 raw HTML": (
        {NEWS: FRONT + '<script>alert(1)</script> and <b onclick="x">b</b>'},
        'content/pages/news.md:6:1: HTML such as "<script>" does not work here. Nothing runs on this site: take it out.',
    ),
    "P28 a link that runs code": (
        {NEWS: FRONT + "[x](javascript:alert(1))"},
        'content/pages/news.md:6:5: the address "javascript:alert(1)": expected https, mailto, tel, sms or a page',
    ),
    "P28 a link that hides that it runs code": (
        {NEWS: FRONT + "[x](java&#x0A;script:alert(1))"},
        'content/pages/news.md:6:5: no page "java\\u000ascript:alert(1)".',
    ),
    "P28 a link that holds a page": (
        {NEWS: FRONT + "[x](data:text/html,hello)"},
        'content/pages/news.md:6:5: the address "data:text/html,hello": expected https, mailto, tel, sms or a page',
    ),
    "P41 a hidden file": (
        {"extra/.env": "SECRET"},
        "content/extra/.env: a hidden file. Delete it.",
    ),
    "P43 a giant page": (
        {NEWS: FRONT + "x" * 300_000},
        "content/pages/news.md:1:1: expected at most 256 kB, found 300 kB. Make it smaller.",
    ),
    "P43 a page of brackets": (
        {NEWS: FRONT + "[" * 100_000},
        'content/pages/news.md:6:1: this "[" is never closed.',
    ),
    "P43 a list within a list, a thousand times": (
        {NEWS: FRONT + "- " * 3_000 + "a"},
        "content/pages/news.md:5:1: lists within lists, or quotations within quotations, too deep to read.",
    ),
    "P45 a title that no file system takes": (
        {NEWS: FRONT.replace("News", "x" * 300)},
        "content/pages/news.md:2:8: title: expected at most 90 characters, found 300.",
    ),
}

SETTINGS = {
    "P21 a plugin that fails to start": (
        "PLUGINS = [*PLUGINS, 'broken']",
        {"broken.py": "def register():\n    raise ValueError('no start')\n"},
        "a fault in the software, not in the content: Cannot register plugin `broken`: ValueError: no start",
    ),
    "P22 a plugin that is not there": (
        "PLUGINS = [*PLUGINS, 'missing']",
        {},
        "Cannot load plugin `missing`",
    ),
    "P23 a handler that fails for every page": (
        "PLUGINS = [*PLUGINS, 'broken']",
        {
            "broken.py": "from pelican import signals\ndef fail(content):\n    raise ValueError('no page')\n"
            "def register():\n    signals.content_object_init.connect(fail)\n"
        },
        "ValueError: no page",
    ),
    "P25 a handler that fails at the end": (
        "PLUGINS = [*PLUGINS, 'broken']",
        {
            "broken.py": "from pelican import signals\ndef fail(generators):\n    raise ValueError('no end')\n"
            "def register():\n    signals.all_generators_finalized.connect(fail)\n"
        },
        "a fault in the software, not in the content: ValueError: no end",
    ),
    "P29 a misspelt setting": (
        "DELETE_OUTPUT_DIRECTRY = True",
        {},
        'unknown setting "DELETE_OUTPUT_DIRECTRY". Did you mean "DELETE_OUTPUT_DIRECTORY"?',
    ),
    "P30 plugins that load by themselves": ("PLUGINS = None", {}, 'the setting "PLUGINS" is missing.'),
}

THEME = {
    "P26 a misspelt variable": ("page.html", "{{ page.title }}", "{{ page.titel }}", "has no attribute 'titel'"),
    "P31 a template that is not there": ("page.html", None, "", "page"),
    "P18 a template with a slip": ("page.html", "{% endblock %}", "{% endblok %}", "Encountered unknown tag 'endblok'"),
}
