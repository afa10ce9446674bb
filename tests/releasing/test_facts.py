"""What changed between two sites, in the words of the editor's forms, without what is not for visitors."""

import json
import shutil
import subprocess
import sys
from dataclasses import replace

import pytest

from checking.check import check
from conftest import ROOT, THEME, Coalition
from programs import environment
from releasing.facts import facts_of
from releasing.record import Fact, Facts, changes, changes_by_address

COALITIONS = ROOT / "tests" / "coalitions"
NO_SUMS: dict[str, str] = {}


def facts(coalition: Coalition) -> Facts:
    return facts_of(coalition.check(), NO_SUMS)


def told(coalition: Coalition, file: str, old: str, new: str) -> tuple[str, ...]:
    """Return what a change of the coalition is called."""
    before = facts(coalition)
    coalition.change(file, old, new)
    return changes(before, facts(coalition))


@pytest.fixture
def federation(tmp_path) -> Coalition:
    """Copy a coalition with events, people, members and news."""
    return Coalition(shutil.copytree(COALITIONS / "federation", tmp_path / "federation"))


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("membership", "kind: People", "kind: Neighbors", "Tiers and requirements: Kind of Friend"),
        ("membership", "who help.", "who lend a hand.", "Tiers and requirements: Summary of Friend"),
        ("membership", "org/partner", "org/join", "Tiers and requirements: Application, url of Partner"),
        ("membership", "What we hope", "Our hope", "Tiers and requirements: Standards, introduction of Outer circle"),
        ("membership", "    title: Friend", "    title: Ally", "Tiers and requirements: Title of Ally"),
        ("membership", "field: tier", "field: t", "Tiers and requirements: Application, prefill, field"),
        ("site", "A small vision", "A vision", "Site settings: Statements, vision, text"),
        ("site", "Care, Candor", "Candor, Care", "Site settings: Statements, values, list"),
        ("site", "place: Anytown\n", "", "Site settings: Place (gone)"),
        ("site", "place: Anytown\n", "place: Anytown\ncontact: Ask us.\n", "Site settings: Contact (new)"),
        ("help-lines", "emergency: yes", "emergency: yes\n    note: Free.", "Help lines: Note of Emergency (new)"),
    ],
)  # fmt: skip
def test_a_changed_fact_is_called_as_in_the_editor(coalition, file, old, new, said):
    assert (said,) == told(coalition, f"data/{file}.yaml", old, new)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("data/membership.yaml", "confirmed: yes", "confirmed: true"),
        ("data/membership.yaml", "title: Friend", 'title: "Friend"'),
        ("data/site.yaml", "name: Small Coalition\n", "# A note\nname: Small Coalition\n"),
    ],
)
def test_what_is_only_typed_otherwise_is_no_change(coalition, file, old, new):
    assert () == told(coalition, file, old, new)


def test_an_entry_is_told_as_a_whole_when_it_comes_and_when_it_goes(coalition):
    before = facts(coalition)
    line = '  - {id: crisis, name: Crisis line, number: "988", source: https://a.org/, last_reviewed: 2026-11-23}\n'
    coalition.write("data/help-lines.yaml", coalition.read("data/help-lines.yaml") + line)
    after = facts(coalition)

    assert ("Help lines: Crisis line (new)",) == changes(before, after)
    assert ("Help lines: Crisis line (gone)",) == changes(after, before)


def test_a_data_file_is_told_as_a_whole_too(coalition):
    before = facts(coalition)
    (coalition.content / "data" / "help-lines.yaml").unlink()

    assert ("Help lines (gone)",) == changes(before, facts(coalition))


def test_a_page_is_told_by_its_title_when_it_is_new_changed_and_gone(coalition):
    before = facts(coalition)
    coalition.write("pages/gala.md", "---\ntitle: The gala\ndescription: When the gala is.\n---\n\nIn May.\n")
    new = facts(coalition)
    coalition.change("pages/gala.md", "In May", "In June")
    changed = facts(coalition)

    assert ("Pages: The gala (new)",) == changes(before, new)
    assert ("Pages: The gala",) == changes(new, changed)
    assert ("Pages: The gala (gone)",) == changes(changed, before)


def test_a_file_is_told_by_what_visitors_get(coalition):
    coalition.write("extra/flyer.txt", "In May")
    sources = coalition.check()
    before, after = (facts_of(sources, {"flyer.txt": one * 64}) for one in "ab")

    assert ("Files: extra/flyer.txt",) == changes(before, after)
    assert ("Files: extra/flyer.txt (new)",) == changes(facts_of(sources, NO_SUMS), after)


def test_a_draft_and_what_waits_for_its_day_are_nowhere(federation):
    text = "---\ntitle: A secret {0}\ndescription: What nobody shall know yet of the {0}.\n{1}\n---\n\nHush.\n"
    federation.write("pages/secret.md", text.format("page", "status: draft"))
    federation.write("pages/news/secret.md", text.format("article", "date: 2026-12-24"))
    before = facts(federation)

    assert "secret" not in json.dumps(before)
    federation.change("pages/news/secret.md", "2026-12-24", "2026-11-22")
    assert ("Pages: A secret article (new)",) == changes(before, facts(federation))


def test_nobody_who_has_to_agree_is_named_and_who_has_not_agreed_is_nowhere(federation):
    before = facts(federation)
    federation.change("data/people.yaml", "role: Chair", "role: First chair")
    federation.change("data/people.yaml", "consent: 2025-04-10", "consent: 2025-04-10, withdrawn: 2026-05-01")
    federation.change("data/people.yaml", "consent: 2025-01-16", "consent: 2025-01-17")
    after = facts(federation)

    assert changes(before, after) == (
        "People: Consent of one person",
        "People: Role of one person",
        "People: one person (gone)",
    )
    said = " ".join(fact.said for fact in (*before.values(), *after.values()))
    assert not [name for name in ("Edda Quill", "Theo Blakely", "Marguerite Sandoval") if name in said]
    people = [key for key in before if key.startswith("data/people.yaml/people/") and key.count("/") == 3]
    federation.change("data/people.yaml", "Theo Blakely", "Theo Blake")
    assert people == [key for key in before if key in people]
    assert after == facts(federation)


def test_no_list_that_is_for_staff_is_told_entry_by_entry(coalition):
    before = facts(coalition)
    lists = (
        "not_yet_given: [{fact: The secret, reason: Hush}]\napproved_people: [{name: Ana Lee, agreed: 2026-01-01}]\n"
    )
    coalition.write("data/site.yaml", coalition.read("data/site.yaml") + lists)

    assert changes(before, facts(coalition)) == (
        "Site settings: one approved person (new)",
        "Site settings: Not yet given (new)",
    )


def test_what_cannot_be_seen_in_a_title_stands_as_its_number():
    sources = check(COALITIONS / "small", THEME, production=True)
    page = next(page for page in sources.pages if page.path == "index")
    odd = replace(page, front_matter=page.front_matter.model_copy(update={"title": "A\u202e\nB"}))

    assert "Pages: A\\u202e\\u000aB" == facts_of(replace(sources, pages=(odd,)), NO_SUMS)["pages/index"].said


def test_of_a_site_of_which_only_sums_are_known_pages_are_told_by_address():
    before = {"index.html": "1", "404.html": "1", "a/index.html": "1", "a.txt": "1"}
    after = {"index.html": "2", "404.html": "2", "b/index.html": "1", "a.txt": "2"}

    assert changes_by_address(before, after) == ("Page /404.html", "Page /", "Page /b/ (new)", "Page /a/ (gone)")


def test_a_further_language_is_told_by_its_name_once_for_what_is_its_own(tmp_path):
    welcome = Coalition(shutil.copytree(COALITIONS / "welcome", tmp_path / "welcome"))
    before = facts(welcome)
    welcome.write("pages/about.es.md", welcome.read("pages/about.es.md") + "\nY algo más.\n")
    changed = facts(welcome)
    alone = facts_of(replace(welcome.check(), translations=()), NO_SUMS)

    (title,) = [fact.said for key, fact in before.items() if key == "es/pages/about"]
    assert title.startswith("Español, Pages: ")
    assert (title,) == changes(before, changed)
    assert "Español (new)" in changes(alone, changed)
    assert not [said for said in changes(alone, changed) if said.startswith("Español, ")]
    assert {key for key in changed if not key.startswith(("es", "ar"))} == alone.keys()


def test_each_change_is_told_once():
    before = {"a": Fact("Site settings: Name", "1"), "b": Fact("Site settings: Name", "1")}

    assert ("Site settings: Name",) == changes(before, {key: Fact(said, "2") for key, (said, _) in before.items()})


def test_every_coalition_has_facts_and_the_same_ones_in_every_process():
    script = (
        "import json, sys; from pathlib import Path; from checking.check import check; "
        "from releasing.facts import facts_of; theme, *contents = map(Path, sys.argv[1:]); "
        "print(json.dumps([facts_of(check(one, theme, production=True), {}) for one in contents]))"
    )
    command = [sys.executable, "-c", script, THEME, *sorted(path for path in COALITIONS.iterdir() if path.is_dir())]
    said = [
        subprocess.run(
            command, cwd=ROOT, env=environment(PYTHONHASHSEED=seed), capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]

    assert said[0] == said[1]
    assert all(len(found) > 10 for found in json.loads(said[0]))
