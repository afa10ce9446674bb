"""Mutation tests: take a good site, break one thing of each kind, and the audit finds it."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from mutations import ADDRESS, MUTATIONS, PICTURE, Mutation, body

from checking.check import Sources
from conftest import CATE_CONTENT, ROOT, Coalition
from releasing.audit import RULES, audit, problems_of, read_site
from releasing.audit.site import BuiltSite
from sources.result_store import NoStore


@dataclass(frozen=True)
class Good:
    """A good site with what it was made from."""

    output: Path
    coalition: Coalition
    sources: Sources


@pytest.fixture(scope="module")
def good(tmp_path_factory) -> Good:
    """Build a good site with pictures, a day of review and a draft."""
    folder = tmp_path_factory.mktemp("good")
    coalition = Coalition(Path(shutil.copytree(ROOT / "tests" / "coalitions" / "small", folder / "content")))
    coalition.write("images/map.svg", PICTURE)
    coalition.write("pages/news/drive.md", "---\ntitle: A drive\ndescription: Food.\ndate: 2026-11-20\n---\n\nMuch.\n")
    coalition.write("pages/plan.md", "---\ntitle: Plan\ndescription: A plan.\nstatus: draft\n---\n")
    coalition.write(
        "pages/events.md", "---\ntitle: Events\ndiscreet: yes\ndescription: All events.\nformerly: meetings\n---\n"
    )
    coalition.change("pages/membership/index.md", "::: tiers", "![A map]({static}/images/map.svg)\n\n::: tiers")
    coalition.write("images/share.png", (CATE_CONTENT / "images" / "share.png").read_bytes())
    coalition.change("data/site.yaml", "place:", "share_image: {file: images/share.png, words: Circles}\nplace:")
    coalition.change("pages/membership/friend.md", "tier: friend", "tier: friend\nlast_reviewed: 2026-11-20")
    coalition.change("data/site.yaml", "place:", "forbidden_words: [Old Mill]\nplace:")
    coalition.change("data/site.yaml", "place:", "languages: [en, es]\nplace:")
    coalition.write("data/words.es.yaml", "confirmed: yes\n")
    coalition.write("pages/membership/friend.es.md", "---\ntitle: Amiga\ndescription: Una amiga.\n---\n")
    built = coalition.build("publishconf.py", ADDRESS)
    assert 0 == built.status, built.said
    (built.output / "SHA256SUMS").unlink()
    return Good(built.output, coalition, coalition.check())


def find(good: Good, folder: Path) -> tuple[BuiltSite, list]:
    site = read_site(folder, good.coalition.content, good.sources, "", ADDRESS)
    return audit(site, NoStore())


def break_site(folder: Path, mutation: Mutation, mark: str) -> None:
    path = folder / mutation.file
    path.parent.mkdir(parents=True, exist_ok=True)
    if mutation.old is not None:
        text = path.read_text("utf-8")
        assert mutation.old in text
        path.write_text(text.replace(mutation.old, str(mutation.new).replace("DRAFT_MARK", mark), 1), "utf-8")
    elif mutation.new is None:
        path.unlink()
    elif isinstance(mutation.new, str) and mutation.new.startswith("-> "):
        path.symlink_to(mutation.new.removeprefix("-> "))
    else:
        path.write_bytes(mutation.new if isinstance(mutation.new, bytes) else mutation.new.encode())


def test_a_good_site_has_no_findings(good):
    assert [] == find(good, good.output)[1]


def test_a_preview_that_search_engines_may_read_is_found(good):
    preview = read_site(good.output, good.coalition.content, good.coalition.check(production=False), "", "")

    found = {(finding.file, finding.message) for finding in audit(preview, NoStore())[1]}

    assert ("robots.txt", '"/" is open to search engines.') in found
    assert ("robots.txt", f"expected no sitemap, found {ADDRESS}/sitemap.xml.") in found
    assert ("sitemap.xml", '"sitemap.xml" comes from no file in content.') in found


def test_every_rule_has_a_mutation_that_it_catches():
    assert {rule.__name__ for rule in RULES} == set(MUTATIONS)


@pytest.mark.parametrize(
    ("rule", "mutation"),
    [(rule, mutation) for rule, mutations in MUTATIONS.items() for mutation in mutations],
    ids=lambda value: value if isinstance(value, str) else value.message[:40],
)
def test_the_audit_finds_what_is_broken(good, tmp_path, rule, mutation):
    folder = Path(shutil.copytree(good.output, tmp_path / "site"))
    if mutation.file.startswith("caf"):
        (folder / "caf\u00e9.txt").write_text("x")
    break_site(folder, mutation, good.sources.words["draft_mark"])

    _, findings = find(good, folder)
    found = [finding.message for finding in findings]

    assert any(message.startswith(mutation.message) for message in found), found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See [it](#fees).", '8:10: "#fees": no place "#fees" in that page.'),
        (
            "## Fees\n\nSee [it]({filename}index.md#fee).",
            '10:10: "/membership/#fee": no place "#fee" in that page. Did you mean "fees"?',
        ),
        (
            "See [it]({filename}/pages/membership/friend.md#fees).",
            '8:10: "/membership/friend/#fees": no place "#fees" in that page.',
        ),
        ("## Site main", '8:1: "site-main" marks 2 places of the page. Rename a heading.'),
        ("[form](https://forms.example.org/friend)", '8:8: "https://forms.example.org/friend" is only an example'),
    ],
)
def test_a_finding_names_the_line_of_the_source_that_caused_it(coalition, text, expected):
    coalition.change("pages/membership/index.md", "::: tiers", f"Text.\n\n{text}\n")

    built = coalition.build("publishconf.py")

    assert 1 == built.status
    assert f"  content/pages/membership/index.md:{expected}" in built.said
    assert not built.output.exists()


def test_a_finding_stands_at_every_place_of_its_cause(coalition):
    coalition.change("pages/membership/index.md", "::: tiers", "See [it](#fees).\n\nOr [them](#fees).")

    said = coalition.build().said

    assert "2 problems in 1 file" in said
    assert 'index.md:6:10: "#fees": no place "#fees" in that page.' in said
    assert 'index.md:8:11: "#fees": no place "#fees" in that page.' in said


def test_a_next_step_to_no_place_of_a_page_is_told_at_its_page_field(coalition):
    coalition.change(
        "pages/index.md",
        "template: home",
        "template: home\nnext_steps:\n  - {audience: All, text: Join., link: Join us, page: membership/friend#fees}",
    )

    assert 'content/pages/index.md:6:55: "/membership/friend/#fees": no place "#fees"' in coalition.build().said


@pytest.mark.parametrize(
    ("html", "place"),
    [
        ("<a href=/>x</a><a href=/x>y</a>", "content/pages/membership/index.md"),
        ("<a href=/x>y</a>", "content/pages/membership/index.md"),
        ("<a href=https://www.weather.gov>y</a>", None),
        ("<a href=http://a.org/>y</a>", "content/pages/membership/index.md"),
    ],
)
def test_a_clue_is_a_whole_value_and_never_a_part_of_another(good, tmp_path, html, place):
    """`/x` or `/` stand in many an address; none of these caused the finding."""
    folder = Path(shutil.copytree(good.output, tmp_path / "site"))
    break_site(folder, body(html, ""), "")
    site, findings = find(good, folder)

    assert ([place] if place else []) == [
        str(found.place) for found in problems_of(findings, site, good.coalition.content)
    ]


def test_a_value_of_the_data_is_found_at_its_line(coalition):
    coalition.change("data/membership.yaml", "kind: People", "kind: People of 12 Main Street")

    said = coalition.build("publishconf.py").said

    assert 'content/data/membership.yaml:31:13: "12 Main Street" looks like the address of a place.' in said


def test_a_file_served_as_it_is_is_named_by_its_source(coalition):
    coalition.write("extra/aux.txt", "x")

    assert 'content/extra/aux.txt: "aux.txt" cannot be the name of a file on Windows.' in coalition.build().said


def test_problems_are_told_once(good, tmp_path):
    folder = Path(shutil.copytree(good.output, tmp_path / "site"))
    break_site(folder, body("<a href=/nope/>x</a><a href=/nope/>y</a>", ""), "")
    site, findings = find(good, folder)

    assert 1 == len(list(problems_of(findings, site, good.coalition.content)))


def test_a_script_has_no_place_on_a_site_without_an_exit_link(coalition):
    coalition.change("data/site.yaml", "exit_link: {url: https://www.weather.gov/}\n", "")
    built = coalition.build("publishconf.py", ADDRESS)
    (built.output / "SHA256SUMS").unlink()
    good = Good(built.output, coalition, coalition.check())
    assert [] == find(good, built.output)[1]

    path = built.output / "index.html"
    path.write_text(path.read_text("utf-8").replace("</body>", "<script>1</script></body>"), "utf-8")
    assert "<script> has no place on this site." in [finding.message for finding in find(good, built.output)[1]]
