"""`make new-tier`: a tier that answers nothing yet, and its page."""

import re
import shutil
from pathlib import Path

import pytest

from commands.__main__ import main
from conftest import THEME, Coalition
from sites import CATE, HARBOR_CONTENT
from subjects.membership.records import MEMBERSHIP

DATA = "data/membership.yaml"


def run(coalition: Coalition, capsys, *given: str) -> tuple[int, str]:
    """Run the command as nobody at a terminal; return its status and all it said."""
    status = main(["new-tier", str(coalition.content), str(THEME), *given])
    told = capsys.readouterr()
    return status, told.out + told.err


def test_a_new_tier_answers_nothing_and_has_its_page(coalition, capsys):
    before = coalition.read(DATA)

    status, told = run(coalition, capsys, "neighbor", "Neighbor", "outer", "For those next door.")

    added = coalition.read(DATA).removeprefix(before)
    assert (
        "  - id: neighbor\n    title: Neighbor\n    category: outer\n    summary: For those next door.\n"
        "    application:\n      url: https://forms.example.org/neighbor\n      confirmed: no\n"
        "    requirements:\n      kind: not stated\n      joining: not stated\n"
    ) == added
    assert (
        "---\ntitle: Neighbor\ndescription: What Small asks of the Neighbor tier, and how to apply.\n"
        "tier: neighbor\n---\n\nFor those next door.\n\n## Requirements\n\n::: requirements neighbor\n\n"
        "## Minimum standards\n\n::: standards outer\n\n## Application\n\n::: apply neighbor\n\n"
        "## Other tiers\n\n::: pairs neighbor\n"
    ) == coalition.read("pages/membership/neighbor.md")
    assert [] == coalition.problems()
    assert (0, [
        'content/data/membership.yaml: tier "neighbor", with every requirement not stated.',
        "content/pages/membership/neighbor.md: its page.",
        "Put in its requirements, and the address of its form once you have it.",
        "",
    ]) == (status, told.split("\n"))  # fmt: skip


def test_where_all_tiers_share_a_way_to_apply_a_new_one_has_no_other(coalition, capsys):
    coalition.change(DATA, "field: tier}}", "field: tier}, email: join@small.org}")

    _, told = run(coalition, capsys, "neighbor", "Neighbor", "outer", "For those next door.")

    assert "forms.example.org/neighbor" not in coalition.read(DATA)
    assert "Put in its requirements." == told.split("\n")[2]
    page = coalition.build("publishconf.py").page("membership/neighbor")
    assert "mailto:join@small.org" == page.main.select_one(".apply a")["href"]


def test_the_public_site_shows_it_and_links_to_no_example(coalition, capsys):
    run(coalition, capsys, "neighbor", "Neighbor", "outer", "For those next door.")

    page = coalition.build("publishconf.py").page("membership/neighbor")

    assert "Applications for the Neighbor tier are not yet taken online." in page.text
    assert "forms.example.org" not in str(page)


def test_without_categories_nobody_is_asked_for_one(tmp_path, capsys):
    coalition = Coalition(Path(shutil.copytree(CATE.content, tmp_path / "content")))
    text = coalition.read(DATA)
    before, _, rest = text.partition("\ncategories:\n")
    after = rest.partition("\n# The only web hosts")[2]
    kept = f"{before}\n# The only web hosts{after}".splitlines(keepends=True)
    coalition.write(DATA, "".join(line for line in kept if not line.startswith("    category:")))
    for page in (coalition.content / "pages").rglob("*.md"):
        shown = re.sub(r"(?m)^::: (tiers [a-z]+|standards .*)$", "", page.read_text("utf-8"))
        page.write_text(shown, "utf-8")

    status, told = run(coalition, capsys, "neighbor", "Neighbor", "", "For those next door.")

    assert 0 == status, told
    assert "    title: Neighbor\n    summary: For those next door.\n" in coalition.read(DATA)
    assert "::: standards" not in coalition.read("pages/membership/neighbor.md")


def test_a_new_tier_answers_only_what_its_category_is_asked(coalition, capsys):
    coalition.change(DATA, "    title: Who\n", "    title: Who\n    for: inner\n")
    more = "  - id: gifts\n    title: Gifts\n    criteria: [{id: gift, title: Gift}]\ncategories:\n"
    coalition.change(DATA, "categories:\n", more)
    coalition.change(DATA, "      joining: Yes", "      joining: Yes\n      gift: Soup")
    coalition.change(DATA, "      kind: People\n      joining: not stated", "      gift: Bread")

    run(coalition, capsys, "neighbor", "Neighbor", "outer", "For those next door.")

    assert coalition.read(DATA).endswith("    requirements:\n      gift: not stated\n")


@pytest.mark.parametrize("content", [CATE.content, HARBOR_CONTENT], ids=["cate", "harbor"])
def test_every_line_that_was_there_stays(content, tmp_path, capsys):
    coalition = Coalition(Path(shutil.copytree(content, tmp_path / "content")))
    before = coalition.read(DATA).split("\n")
    category = coalition.check().of(MEMBERSHIP).categories[-1].id

    status, told = run(coalition, capsys, "neighbor", "Neighbor", category, "For those next door.")

    assert 0 == status, told
    after = coalition.read(DATA).split("\n")
    changed = [line for line in before if before.count(line) > after.count(line)]
    assert all(re.match(r"application_hosts: \[|  left_out: \[", line) for line in changed)
    assert [] == coalition.problems()


def test_the_guide_leaves_it_out_until_a_rule_names_it(tmp_path, capsys):
    coalition = Coalition(Path(shutil.copytree(CATE.content, tmp_path / "content")))

    _, told = run(coalition, capsys, "neighbor", "Neighbor", "network", "For those next door.")

    assert "  left_out:\n    - neighbor\n" in coalition.read(DATA)
    assert "The guide to the right tier leaves it out until a rule names it.\n" in told


def test_a_list_of_hosts_without_the_example_gets_it(coalition, capsys):
    coalition.change(DATA, "[forms.example.org, forms.smallcoalition.org]", "[forms.smallcoalition.org]")
    coalition.change(DATA, "forms.example.org/friend", "forms.smallcoalition.org/friend")

    assert 0 == run(coalition, capsys, "neighbor", "Neighbor", "outer", "For those next door.")[0]
    assert "application_hosts: [forms.smallcoalition.org, forms.example.org]\n" in coalition.read(DATA)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            ("friend", "Friend", "outer", "For all."),
            'data/membership.yaml: tier "friend": this tier is there already. Choose another id, or change that tier.',
        ),
        (
            ("Neighbors", "Neighbors", "outer", "For all."),
            'pages/membership/Neighbors.md: the name "Neighbors" becomes part of an address: '
            'use small letters, digits and single hyphens, such as "neighbors".',
        ),
        (
            ("index", "Index", "outer", "For all."),
            "pages/membership/index.md: this page is there already. Choose another name, or change that page.",
        ),
        (
            ("neighbor", "Neighbor", "outter", "For all."),
            'data/membership.yaml:35:15: tier "neighbor": unknown category "outter". Did you mean "outer"?',
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(coalition, capsys, given, message):
    before = {path: path.read_bytes() for path in coalition.content.rglob("*") if path.is_file()}

    status, told = run(coalition, capsys, *given)

    assert (1, f"  content/{message}") == (status, told.split("\n")[1])
    assert before == {path: path.read_bytes() for path in coalition.content.rglob("*") if path.is_file()}


def test_where_nobody_can_answer_it_says_what_to_say(coalition, capsys):
    status, told = run(coalition, capsys, "neighbor", "", "", "")

    assert (2, [
        'Which title? Say TITLE="..."',
        'Which category, by its id? Say CATEGORY="..."',
        'For whom is it, in one sentence? Say SUMMARY="..."',
        "",
    ]) == (status, told.split("\n"))  # fmt: skip
