"""What was before a save is brought back from the journal, and what was changed elsewhere since stays."""

from preview.editor.journal import Journal

from .asked import SITE, ask, read, save


def last(coalition) -> dict:
    return ask(coalition, "saves")[1][0]


def back(coalition, number: int) -> tuple[int, dict]:
    return ask(coalition, "bringBack", number=number)


def test_each_save_is_listed_with_what_it_changed_the_last_one_first(coalition):
    save(coalition, SITE, read(coalition, SITE) | {"place": "Othertown"})
    save(coalition, SITE, read(coalition, SITE) | {"place": "Newtown"})

    first, second = ask(coalition, "saves")[1]

    assert (2, 1) == (first["number"], second["number"])
    (changed,) = first["files"]
    assert {"file": "data/site.yaml", "done": "changed"}.items() <= changed.items()
    assert "-place: Othertown\n+place: Newtown" in changed["difference"]


def test_what_was_before_is_brought_back_byte_for_byte_and_that_can_be_taken_back_too(coalition):
    before = coalition.read("data/site.yaml")
    save(coalition, SITE, read(coalition, SITE) | {"place": "Othertown"})
    after = coalition.read("data/site.yaml")

    assert 200 == back(coalition, 1)[0]
    assert before == coalition.read("data/site.yaml")
    assert 200 == back(coalition, 2)[0]
    assert after == coalition.read("data/site.yaml")


def test_what_was_changed_elsewhere_since_stays(coalition):
    coalition.write("pages/plan.md", "---\ntitle: Plan\ndescription: D.\n---\n\nOne.\n\nTwo.\n\nThree.\n")
    values = read(coalition, "content/pages/plan.md")
    save(coalition, "content/pages/plan.md", values | {"body": "\nFirst.\n\nTwo.\n\nThree.\n"})
    coalition.change("pages/plan.md", "Three.", "Third.")

    assert 200 == back(coalition, 1)[0]
    assert coalition.read("pages/plan.md").endswith("\n\nOne.\n\nTwo.\n\nThird.\n")


def test_what_was_changed_again_at_the_same_place_is_told(coalition):
    save(coalition, SITE, read(coalition, SITE) | {"place": "Othertown"})
    coalition.change("data/site.yaml", "Othertown", "Thirdtown")

    told = "this place was changed again since. Bring back the later save first, or change the text by hand."
    assert (422, {"error": f"content/data/site.yaml: {told}"}) == back(coalition, 1)
    assert "Thirdtown" in coalition.read("data/site.yaml")


def test_a_page_that_was_deleted_comes_back(coalition):
    coalition.write("pages/plan.md", "---\ntitle: Plan\ndescription: A plan.\n---\n\nSoon.\n")
    before = coalition.read("pages/plan.md")
    ask(coalition, "deletePage", path="content/pages/plan.md")
    assert not (coalition.content / "pages/plan.md").exists()

    assert 200 == back(coalition, last(coalition)["number"])[0]
    assert before == coalition.read("pages/plan.md")


def test_a_journal_that_was_deleted_or_damaged_keeps_nobody_from_saving(coalition):
    save(coalition, SITE, read(coalition, SITE) | {"place": "Othertown"})
    for path in Journal(coalition.content).folder.glob("*.json"):
        path.write_text("{", "utf-8")

    assert [] == ask(coalition, "saves")[1]
    assert (422, {"error": "content: this save is not in the journal any more."}) == back(coalition, 1)
    assert 200 == save(coalition, SITE, read(coalition, SITE) | {"place": "Newtown"})[0]


def test_a_save_that_is_refused_is_not_in_the_journal(coalition):
    save(coalition, SITE, read(coalition, SITE) | {"name": ""})

    assert [] == ask(coalition, "saves")[1]
