"""Markdown files become pages, or problems with file and line."""

import pytest

FRONT = "---\ntitle: News\ndescription: What is new.\n---\n\nText.\n"


@pytest.mark.parametrize(
    ("path", "url", "save_as"),
    [
        ("index", "", "index.html"),
        ("news", "news/", "news/index.html"),
        ("news/index", "news/", "news/index.html"),
        ("notes/2026/may", "notes/2026/may/", "notes/2026/may/index.html"),
        ("404", "404.html", "404.html"),
    ],
)
def test_the_address_of_a_page_is_its_path(coalition, path, url, save_as):
    coalition.write(f"pages/{path}.md", FRONT)

    page = next(page for page in coalition.check().pages if page.path == path)

    assert (url, save_as) == (page.url, page.save_as)


def test_the_title_is_taken_as_typed_and_does_not_change_the_address(coalition):
    coalition.write("pages/news.md", FRONT.replace("News", '"Vision: our aim"'))

    page = next(page for page in coalition.check().pages if page.path == "news")

    assert (page.front_matter.title, page.url) == ("Vision: our aim", "news/")


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "news.md",
            "Just text.\n",
            'news.md:1:1: expected the page to begin with a line "---", its fields, and another line "---".',
        ),
        (
            "news.md",
            "",
            'news.md:1:1: expected the page to begin with a line "---", its fields, and another line "---".',
        ),
        (
            "news.md",
            f"\n{FRONT}",
            'news.md:1:1: the line "---" comes first, at the left edge. Delete what stands before it.',
        ),
        (
            "news.md",
            FRONT.replace("---", "\u2014"),
            'news.md:1:1: expected a line of three plain hyphens, "---", found "\u2014".',
        ),
        (
            "news.md",
            f"---\n{FRONT}",
            'news.md:2:1: nothing stands between the two lines "---". Put the fields of the page there.',
        ),
        ("news.md", "---\ntitle: News\n---\n", 'news.md:2:1: missing "description".'),
        (
            "news.md",
            FRONT.replace("---\n\n", "----\n\n"),
            'news.md:4:1: the front matter is never closed: write a line "---" after its fields.',
        ),
        (
            "news.md",
            "---\ntitle: News\ndescription: New.\n\nText.\n\n---\n\nMore.\n",
            'news.md:5:1: the front matter is never closed: write a line "---" after its fields.',
        ),
        (
            "news.md",
            "---\ntitle: News\n",
            'news.md:3:1: the front matter is never closed: write a line "---" after its fields.',
        ),
        ("aux.md", FRONT, 'aux.md: the name "aux" is one that Windows keeps for itself. Choose another.'),
        ("news.MD", FRONT, 'news.MD: write the ending in small letters: "news.md".'),
        ("map.png", "x", 'map.png: "map.png" does not belong here. Move it to content/images.'),
        ("news.md", FRONT.replace("title", "titel"), 'news.md:2:1: unknown field "titel". Did you mean "title"?'),
        (
            "news.md",
            FRONT.replace("What is new.", "What is new lead: all"),
            'news.md:3:30: a ": " inside the text. A new field starts on a new line; if it belongs to the text, '
            'put that in "quotes".',
        ),
        (
            "news.md",
            FRONT.replace("---\n\n", "status: publishd\n---\n\n"),
            'news.md:4:9: status: unknown value "publishd". Did you mean "published"?',
        ),
        (
            "news.md",
            FRONT.replace("News", "x" * 300),
            "news.md:2:8: title: expected at most 90 characters, found 300.",
        ),
        (
            "News Letter.md",
            FRONT,
            'News Letter.md: the name "News Letter" becomes part of an address: '
            'use small letters, digits and single hyphens, such as "news-letter".',
        ),
        (
            "news.txt",
            FRONT,
            'news.txt: "news.txt" is not a page. Pages end in ".md"; pictures go to content/images.',
        ),
        (
            "membership.md",
            FRONT,
            'membership.md: this page has the same address as content/pages/membership/index.md: "/membership/". '
            "Rename one of them.",
        ),
        (
            "news.md",
            FRONT.replace("What is new.", "The home page."),
            "news.md:3:14: description: the same as in content/pages/index.md. Give each page its own.",
        ),
    ],
)
def test_a_page_that_would_be_dropped_or_mixed_up_is_a_problem(coalition, name, text, expected):
    coalition.write(f"pages/{name}", text)

    assert f"content/pages/{expected}" in coalition.problems()


def test_the_problems_of_all_pages_come_in_one_run(coalition):
    coalition.write("pages/a.md", "---\ntitle: A\n---\n")
    coalition.write("pages/b.md", "---\ntitle: B\n---\n")

    assert len(coalition.problems()) == 2


def test_a_menu_entry_or_a_next_step_that_names_no_page_is_a_problem_with_a_guess(coalition):
    coalition.change("data/site.yaml", "page: membership/index", "page: membership/idnex")
    coalition.change(
        "pages/index.md",
        "template: home",
        "template: home\nnext_steps: [{audience: All, text: Join., link: Join us, page: memberhsip/index}]",
    )

    line = coalition.line("data/site.yaml", "idnex")
    assert [
        f'content/data/site.yaml:{line}:12: navigation item 1, page: no page "membership/idnex". '
        'Did you mean "membership/index"?',
        'content/pages/index.md:5:64: next step 1, page: no page "memberhsip/index". Did you mean "membership/index"?',
    ] == coalition.problems()


@pytest.mark.parametrize(
    ("named", "hint"),
    [
        ("pages/membership/index.md", 'Did you mean "membership/index"?'),
        ("/membership/", 'Did you mean "membership/index"?'),
        ("friend", 'Did you mean "membership/friend"?'),
        ("Friend", 'Did you mean "membership/friend"?'),
        ("members/friend", 'Did you mean "membership/friend"?'),
        ("membership/neighbor", 'Take it out, or name a file below pages/, without ".md".'),
    ],
)
def test_a_menu_entry_is_guessed_by_the_name_of_its_page_and_never_by_its_folder_alone(coalition, named, hint):
    coalition.change("data/site.yaml", "page: membership/index", f"page: {named}")

    assert [problem.partition(f'"{named}". ')[2] for problem in coalition.problems()] == [hint]


def test_a_page_stands_once_in_a_menu(coalition):
    entry = "  - {page: membership/index}\n"
    coalition.change("data/site.yaml", entry, 2 * entry)

    line = coalition.line("data/site.yaml", entry.strip())
    assert coalition.problems() == [
        f'content/data/site.yaml:{line + 1}:12: navigation item 2, page: "membership/index" stands in this menu '
        f"already, see line {line}. Keep one."
    ]
