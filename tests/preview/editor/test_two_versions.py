"""Every save is compared with what the form last agreed with and with what the file holds by now; nothing is lost."""

import json
from threading import Thread

import pytest

import saving.save
from conftest import THEME
from preview.editor.responses import Editor

from .asked import SITE, TIERS, ask, read, save

PAGE = "content/pages/membership/friend.md"
SAVED = (200, {"message": "saved"})
MERGED = (200, {"message": "saved", "merged": True})


def form(coalition, path: str):
    """Open a form; return what saves it, with the fields at these ways changed."""
    values = read(coalition, path)

    def saved(way: str, value, **more):
        *steps, last = [int(step) if step.isdecimal() else step for step in way.split("/")]
        holder = values
        for step in steps:
            holder = holder[step]
        holder[last] = value
        return save(coalition, path, values, **more)

    return saved


@pytest.mark.parametrize(
    ("path", "way", "before", "after"),
    [
        (SITE, "place", "Anytown", "Othertown"),
        (SITE, "short_name", "Small", "Tiny"),
        (SITE, "contact", "", "Write to hello@smallcoalition.org"),
        (SITE, "statements/vision/text", None, "A town in which everybody is safe."),
        (SITE, "navigation", None, [{"page": "index"}]),
        (SITE, "forbidden_words", None, "Elm House"),
        (TIERS, "tiers/1/requirements/kind", "People", "People, and pets"),
        (TIERS, "tiers/1/requirements/kind", "People", "People\nPets"),
        (TIERS, "tiers/0/application/confirmed", "yes", "no"),
        (TIERS, "tiers/0/application/closes", "", "2026-12-24"),
        (PAGE, "description", None, "Another tier."),
        (PAGE, "nav_title", "", "Friends"),
        (PAGE, "status", "", "published"),
        (PAGE, "body", None, "Other words.\n"),
    ],
)
def test_what_is_taken_back_in_the_same_form_is_taken_out_of_the_file(coalition, path, way, before, after):
    name = path.removeprefix("content/")
    at_first = read(coalition, path)
    for step in way.split("/"):
        at_first = at_first[int(step)] if isinstance(at_first, list) else at_first.get(step)
        if at_first is None:
            break
    before = before if at_first is None else at_first
    text = coalition.read(name)
    saved = form(coalition, path)

    status, found = saved(way, after)
    assert (200, True) == (status, text != coalition.read(name)), found
    changed = coalition.read(name)
    assert SAVED == saved(way, before)
    assert text == coalition.read(name)
    assert SAVED == saved(way, after)
    assert changed == coalition.read(name)


def test_a_criterion_that_is_put_back_has_its_answers_back(coalition):
    values = read(coalition, TIERS)
    without = json.loads(json.dumps(values))
    del without["groups"][0]["criteria"][0]

    assert SAVED == save(coalition, TIERS, without)
    assert "kind:" not in coalition.read("data/membership.yaml")
    assert SAVED == save(coalition, TIERS, values | {"as-read": without["as-read"]})
    assert {**values, "as-read": None} == {**read(coalition, TIERS), "as-read": None}


def test_two_forms_change_different_things_and_both_stay(coalition):
    one, other = form(coalition, SITE), form(coalition, SITE)

    assert SAVED == one("place", "Othertown")
    assert MERGED == other("short_name", "Tiny")
    assert MERGED == one("description", "Another.")
    assert MERGED == other("short_name", "Small")

    assert "short_name: Small\nplace: Othertown\ndescription: Another.\n" in coalition.read("data/site.yaml")


def test_two_forms_change_different_entries_of_a_list_and_both_stay(coalition):
    one, other = form(coalition, TIERS), form(coalition, TIERS)

    assert SAVED == one("tiers/0/summary", "For leaders.")
    assert MERGED == other("tiers/1/summary", "For helpers.")

    text = coalition.read("data/membership.yaml")
    assert 1 == text.count("For leaders.") == text.count("For helpers.")


def told(answer) -> tuple[int, list[dict]]:
    status, found = answer
    return status, found["versions"]


def test_two_forms_change_the_same_field_and_the_second_is_told_both_versions(coalition):
    one, other = form(coalition, TIERS), form(coalition, TIERS)
    one("tiers/0/summary", "For leaders.")
    held = coalition.read("data/membership.yaml")

    refused = other("tiers/0/summary", "For those in the lead.")

    where = "Tiers, Partner, Summary"
    assert (409, [{"where": where, "file": "For leaders.", "form": "For those in the lead."}]) == told(refused)
    assert refused[1]["error"] == (
        "content/data/membership.yaml: changed in another tab or program while this form was open. "
        "The file was left as it is."
    )
    assert held == coalition.read("data/membership.yaml")


def test_the_second_version_is_written_when_somebody_has_seen_both(coalition):
    one, other = form(coalition, SITE), form(coalition, SITE)
    one("place", "Othertown")
    seen = other("place", "Newtown")[1]["over"]

    assert SAVED == other("place", "Newtown", over=seen)
    assert "place: Newtown\n" in coalition.read("data/site.yaml")


def test_what_changed_again_since_somebody_saw_both_is_told_again(coalition):
    one, other = form(coalition, SITE), form(coalition, SITE)
    one("place", "Othertown")
    seen = other("place", "Newtown")[1]["over"]
    one("place", "Thirdtown")

    assert (409, [{"where": "Place", "file": "Thirdtown", "form": "Newtown"}]) == (
        told(other("place", "Newtown", over=seen))
    )


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_text_changed_on_disk_and_in_the_form_is_merged_where_the_lines_differ(coalition, ends):
    coalition.write(
        "pages/plan.md", "---\ntitle: Plan\ndescription: D.\n---\n\nOne.\n\nTwo.\n\nThree.\n".replace("\n", ends)
    )
    saved = form(coalition, "content/pages/plan.md")
    coalition.write("pages/plan.md", (coalition.content / "pages/plan.md").read_bytes().replace(b"One.", b"First."))

    assert MERGED == saved("body", "\nOne.\n\nTwo.\n\nThird.\n")

    expected = "---\ntitle: Plan\ndescription: D.\n---\n\nFirst.\n\nTwo.\n\nThird.\n".replace("\n", ends)
    assert expected.encode() == (coalition.content / "pages/plan.md").read_bytes()


def test_text_changed_on_disk_and_in_the_form_at_one_place_is_told_with_both_versions(coalition):
    coalition.write("pages/plan.md", "---\ntitle: Plan\ndescription: D.\n---\n\nOne.\n")
    saved = form(coalition, "content/pages/plan.md")
    coalition.change("pages/plan.md", "One.", "First.")

    assert (409, [{"where": "Text", "file": "\nFirst.\n", "form": "\nThe one.\n"}]) == told(
        saved("body", "\nThe one.\n")
    )
    assert "First." in coalition.read("pages/plan.md")


def test_a_page_deleted_while_its_form_is_open_comes_back_only_when_somebody_says_so(coalition):
    coalition.write("pages/plan.md", "---\ntitle: Plan\ndescription: D.\n---\n\nOne.\n")
    saved = form(coalition, "content/pages/plan.md")
    (coalition.content / "pages/plan.md").unlink()

    refused = saved("body", "\nTwo.\n")

    assert (409, [{"where": "The whole page", "file": "", "form": "\nTwo.\n"}]) == told(refused)
    assert refused[1]["error"] == (
        "content/pages/plan.md: deleted in another tab or program while this form was open. The file was left as it is."
    )
    assert not (coalition.content / "pages/plan.md").exists()
    assert SAVED == saved("body", "\nTwo.\n", over=refused[1]["over"])
    assert "Two." in coalition.read("pages/plan.md")


def test_a_new_page_never_takes_the_place_of_one_that_is_there(coalition):
    values = {"title": "Plan", "description": "Mine.", "body": "Mine.\n"}
    assert SAVED == save(coalition, "content/pages/plan.md", {**values})

    refused = save(coalition, "content/pages/plan.md", values | {"body": "Other.\n"})

    assert (422, {"error": "content/pages/plan.md: this file is there already. Choose another name."}) == refused
    assert "Mine.\n" in coalition.read("pages/plan.md")


def test_a_copy_of_a_page_is_a_new_page(coalition):
    values = read(coalition, PAGE) | {"title": "Copy", "description": "C.", "tier": "", "body": "Copied.\n"}

    assert SAVED == save(coalition, "content/pages/copy.md", values)
    assert "Copied." in coalition.read("pages/copy.md")


def test_a_new_page_is_an_open_form_once_it_is_saved(coalition):
    values = {"title": "Plan", "description": "Mine.", "body": "Mine.\n"}
    assert SAVED == save(coalition, "content/pages/plan.md", values)

    assert SAVED == save(coalition, "content/pages/plan.md", values | {"body": "Other.\n"})
    assert "Other.\n" in coalition.read("pages/plan.md")


def test_what_another_program_writes_in_the_middle_of_a_save_stays(coalition, monkeypatch):
    saved, check, wrote = form(coalition, SITE), saving.save.check, []

    def slow(*given, **more):
        if not wrote:
            wrote.append(coalition.change("data/site.yaml", "short_name: Small", "short_name: Tiny"))
        return check(*given, **more)

    monkeypatch.setattr("saving.save.check", slow)

    assert MERGED == saved("place", "Othertown")
    assert "short_name: Tiny\nplace: Othertown\n" in coalition.read("data/site.yaml")


def test_what_another_program_writes_at_the_same_place_in_the_middle_of_a_save_is_told(coalition, monkeypatch):
    saved, check = form(coalition, SITE), saving.save.check

    def slow(*given, **more):
        if "Newtown" not in coalition.read("data/site.yaml"):
            coalition.change("data/site.yaml", "place: Anytown", "place: Newtown")
        return check(*given, **more)

    monkeypatch.setattr("saving.save.check", slow)

    assert (409, [{"where": "Place", "file": "Newtown", "form": "Othertown"}]) == told(saved("place", "Othertown"))


def test_a_file_that_never_comes_to_rest_is_told(coalition, monkeypatch):
    saved, check, times = form(coalition, SITE), saving.save.check, []

    def slow(*given, **more):
        times.append(coalition.write("data/site.yaml", coalition.read("data/site.yaml") + "# more\n"))
        return check(*given, **more)

    monkeypatch.setattr("saving.save.check", slow)

    message = "content/data/site.yaml: another program changes this file all the time. Close it there, and save again."
    assert (422, {"error": message}) == saved("place", "Othertown")
    assert "place: Anytown\n" in coalition.read("data/site.yaml")


def test_a_page_that_changes_while_its_deletion_is_checked_goes_as_it_is_then(coalition, monkeypatch):
    coalition.write("pages/plan.md", "---\ntitle: Plan\ndescription: D.\n---\n\nBefore.\n")
    check, wrote = saving.save.check, []

    def slow(*given, **more):
        if not wrote:
            wrote.append(coalition.change("pages/plan.md", "Before.", "After."))
        return check(*given, **more)

    monkeypatch.setattr("saving.save.check", slow)

    assert (200, {"message": "deleted"}) == ask(coalition, "deletePage", path="content/pages/plan.md")
    assert not (coalition.content / "pages/plan.md").exists()
    assert 200 == ask(coalition, "bringBack", number=1)[0]
    assert "After." in coalition.read("pages/plan.md")


def test_twenty_saves_at_once_are_all_there_afterward(coalition):
    lines = "".join(f"\nLine {number}.\n" for number in range(20))
    coalition.write("pages/plan.md", f"---\ntitle: Plan\ndescription: D.\n---\n{lines}")
    editor = Editor(coalition.content, THEME)
    path = "content/pages/plan.md"
    opened = [json.loads(ask_over_http(editor, "getEntry", path=path)[1]["data"]) for _ in range(20)]
    answers: list = []

    def run(number: int) -> None:
        mine = opened[number] | {"body": lines.replace(f"Line {number}.", f"Mine {number}.")}
        sent = [{"path": path, "raw": json.dumps(mine)}]
        answers.append(ask_over_http(editor, "persistEntry", dataFiles=sent, assets=[]))

    threads = [Thread(target=run, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [(200, "saved")] * 20 == [(status, found["message"]) for status, found in answers]
    assert lines.replace("Line", "Mine") == coalition.read("pages/plan.md").partition("---\n")[2].partition("---\n")[2]


def ask_over_http(editor: Editor, action: str, **params) -> tuple[int, dict]:
    headers = {"Host": "127.0.0.1:8000", "Content-Type": "application/json", "X-Editor-Token": editor.token}
    found = editor.respond("POST", "/-/editor/api", headers, json.dumps({"action": action, "params": params}).encode())
    return found.status, json.loads(found.body)
