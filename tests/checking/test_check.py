"""All sources at once."""

import subprocess
import sys

import pytest

from conftest import ROOT, build
from programs import environment


def run_check(content) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "commands", "check", content, ROOT / "theme"],
        cwd=ROOT, env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def test_good_sources_are_counted_and_what_is_unconfirmed_is_listed(coalition):
    assert run_check(coalition.content) == (
        0,
        "No problems in 5 pages and 3 data files.\n"
        "To do, 2 things to give or confirm:\n"
        '  - Application form of "Friend": the address https://forms.example.org/friend is only an example. '
        "The public site links to none until it is confirmed.\n"
        "  - What to know before applying, not given for any tier: who runs the form, how long it takes, "
        "what to have ready, what happens next, who decides, when applications are accepted.\n"
        "What will change by itself or is due for review, until 2027-11-23:\n"
        '  - 2027-05-23: help line "Emergency" is due for review (content/data/help-lines.yaml, line 7)\n'
        "Health of the site:\n"
        "  Without a day for their review: 5 pages (last_reviewed and review_every).\n"
        "  Links elsewhere: 4 to 4 hosts.\n"
        '  See GUIDE.md, "What is getting old".\n',
    )


def test_the_file_on_pictures_is_counted_where_there_is_one(coalition):
    coalition.write("data/images.yaml", "images: []\n")

    assert run_check(coalition.content)[1].startswith("No problems in 5 pages and 4 data files.\n")


@pytest.mark.parametrize(
    "link", ["{filename}/pages/membership/compare/partner-and-friend.md", "/membership/compare/partner-and-friend/"]
)
def test_pages_that_cannot_be_made_from_broken_tiers_are_not_told_to_be_missing(coalition, link):
    coalition.write("pages/index.md", coalition.read("pages/index.md") + f"\n[Compare]({link})\n")
    assert coalition.problems() == []

    coalition.change("data/membership.yaml", "category: outer", "categorie: outer")

    assert [problem for problem in coalition.problems() if "pages/" in problem] == []


def test_the_problems_of_all_files_come_in_one_report(coalition):
    coalition.change("data/site.yaml", "place:", "plase:")
    coalition.change("data/membership.yaml", "category: outer", "category: outter")
    coalition.change("pages/index.md", "description:", "descripton:")
    coalition.write("data/help-lines.yaml", "")

    assert run_check(coalition.content) == (
        1,
        """\
4 problems in 4 files; nothing can be published until they are mended.
  content/data/help-lines.yaml:1:1: this file holds no fields. Compare it with an earlier version.
  content/data/membership.yaml:27:15: tier "friend": unknown category "outter". Did you mean "outer"?
  content/data/site.yaml:3:1: unknown field "plase". Did you mean "place"?
  content/pages/index.md:3:1: unknown field "descripton". Did you mean "description"?
  See GUIDE.md, "Help lines".
  See GUIDE.md, "Changing a tier".
  See GUIDE.md, "Site settings".
  See GUIDE.md, "Front matter".
""",
    )


def test_the_text_of_a_page_is_told_though_another_page_cannot_be_read(coalition):
    coalition.change("pages/index.md", "description:", "descripton:")
    coalition.write("pages/news.md", "---\ntitle: News\ndescription: New.\n---\n\n- food\nThe end.\n")

    lazy = "this line would join the entry above it. Put a blank line before it, or two spaces if it belongs there."
    assert f"content/pages/news.md:7:1: {lazy}" in coalition.problems()


def test_the_facts_of_the_site_are_needed(coalition):
    (coalition.content / "data" / "site.yaml").unlink()

    assert coalition.problems() == ["content/data/site.yaml: this file is missing."]


@pytest.mark.parametrize("name", ["membershp.yaml", "membership.yaml.txt", "membership.yml"])
def test_a_data_file_that_was_renamed_is_told_once_and_not_missed_by_every_page(coalition, name):
    (coalition.content / "data" / "membership.yaml").rename(coalition.content / "data" / name)

    assert coalition.problems() == [f'content/data/{name}: "{name}" is not known here. Did you mean "membership.yaml"?']


def test_the_file_that_is_needed_and_missing_is_the_one_that_was_renamed(coalition):
    (coalition.content / "data" / "site.yaml").rename(coalition.content / "data" / "organization.yaml")

    assert coalition.problems() == [
        'content/data/organization.yaml: "organization.yaml" is not known here. Did you mean "site.yaml"?',
        "content/data/site.yaml: this file is missing.",
    ]


@pytest.mark.parametrize("file", ["site", "membership", "help-lines"])
@pytest.mark.parametrize("text", ["", "just words\n", "- a list\n", "# a comment\n"])
def test_a_data_file_of_another_shape_is_a_problem(coalition, file, text):
    coalition.write(f"data/{file}.yaml", text)

    assert coalition.problems()
    assert all(problem.startswith(f"content/data/{file}.yaml:1:1: ") for problem in coalition.problems())


def test_checking_imports_neither_pelican_nor_markdown_nor_a_reader_of_yaml():
    code = "import checking.check, sys; sys.exit(bool({'pelican', 'markdown', 'jinja2', 'yaml'} & set(sys.modules)))"

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment(), check=False).returncode == 0


def test_a_renamed_folder_of_pages_is_not_told_as_many_missing_pages(coalition):
    (coalition.content / "pages").rename(coalition.content / "page")

    assert coalition.problems()[0] == 'content/page: "page" is not known here. Did you mean "pages"?'
    assert [problem for problem in coalition.problems() if "/data/" in problem] == []


def test_a_page_that_was_renamed_is_told_with_the_line_that_mends_all_links_to_it(coalition):
    page = "---\ntitle: Events\ndescription: All events.\n---\n"
    coalition.write("pages/events.md", page)
    coalition.write("pages/other.md", page.replace("vents", "lse") + "\n[Events]({filename}/pages/events.md)\n")
    built = build(coalition.content, coalition.content.parent / "public", "publishconf.py")
    (coalition.content / "pages/events.md").rename(coalition.content / "pages/gatherings.md")

    status, said = run_check(coalition.content)

    lost = (
        "1 address of the last site in public/ leads nowhere now. The line below it, in that front matter, keeps it:\n"
        "  - /events/: in content/pages/gatherings.md\n    formerly: [/events/]\n"
    )
    assert (0, 1) == (built.status, status)
    assert 'other.md:6:10: no page "pages/events.md"' in said
    assert lost in said
    coalition.write("pages/gatherings.md", page.replace("title:", "formerly: [/events/]\ntitle:"))
    assert 0 == run_check(coalition.content)[0]


def test_a_link_to_a_page_that_a_missing_file_would_have_made_is_told(coalition):
    (coalition.content / "data" / "membership.yaml").unlink()
    coalition.write(
        "pages/news.md", "---\ntitle: News\ndescription: New.\n---\n\n[Both](membership/compare/a-and-b.md)\n"
    )

    assert 'content/pages/news.md:6:8: no page "membership/compare/a-and-b.md".' in coalition.problems()
