"""What the editor cannot save it tells, in words that stay until they are read, and what was typed stands."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from rasters import exif, noise, saved

from .editing import field, fill, open_entry, save, save_and_wait, started

pytestmark = pytest.mark.browser
SITE = "data/site.yaml"


def words_of(dialog) -> list[str]:
    """Return the lines of a dialog that are not empty."""
    return [line for line in dialog.inner_text().split("\n") if line.strip()]


def test_two_versions_are_shown_and_nothing_is_written_until_somebody_decides(opened, coalition):
    forms, _ = opened("data/entries/site")
    field(forms, "Place (optional)").fill("Othertown")
    coalition.change("data/site.yaml", "place: Anytown", "place: Newtown")

    save(forms)
    dialog = forms.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="The file says something else by now")).to_be_visible()
    assert ["In the file now\nNewtown", "In this form\nOthertown"] == (
        [part.inner_text().replace("\n\n", "\n").strip() for part in dialog.locator("section > div").all()]
    )
    dialog.get_by_role("button", name="Leave the file as it is").click()
    expect(forms.get_by_text("Nothing was saved.")).to_be_visible()
    assert "place: Newtown\n" in coalition.read("data/site.yaml")

    save(forms)
    dialog.get_by_role("button", name="Put mine into the file").click()
    expect(forms.get_by_text("Saved on this computer")).to_be_visible()
    assert "place: Othertown\n" in coalition.read("data/site.yaml")


def test_other_changes_of_the_file_are_kept_and_told(opened, coalition):
    forms, _ = opened("data/entries/site")
    field(forms, "Place (optional)").fill("Othertown")
    coalition.change(SITE, "short_name: Small", "short_name: Tiny")

    save(forms)

    dialog = forms.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="Saved, and other changes were kept")).to_be_visible()
    dialog.get_by_role("button", name="Go on").click()
    expect(dialog).to_have_count(0)
    assert "short_name: Tiny\nplace: Othertown\n" in coalition.read(SITE)


def test_every_problem_of_a_refused_save_is_told_at_its_field_and_stays_until_it_is_mended(opened, coalition):
    before = coalition.read(SITE)
    forms, _ = opened("data/entries/site")
    field(forms, "Place (optional)").fill("Ask Dr. Pat Smith, 314-555-0199")

    save(forms)

    panel = forms.get_by_role("alert", name="Nothing was saved")
    assert [
        "Nothing was saved",
        'Place "Pat Smith" looks like a person. Name only people in approved_people of site.yaml. '
        'If these words name nobody, write in site.yaml: approved_phrases: ["Dr. Pat Smith"]',
        'Place the telephone number "314-555-0199" is neither in help-lines.yaml nor the contact in site.yaml.',
        "See “People and places” in the guide.",
        "What you typed still stands in the form. Copy it",
    ] == words_of(panel)
    panel.locator("summary").click()
    expect(panel.get_by_label("What you typed")).to_have_value("place: Ask Dr. Pat Smith, 314-555-0199")
    expect(forms.get_by_text("Unsaved changes")).to_be_visible()
    expect(field(forms, "Place (optional)")).to_have_value("Ask Dr. Pat Smith, 314-555-0199")
    assert before == coalition.read(SITE)

    fill(field(forms, "Place (optional)"), "Ask us, 314-555-0199")
    expect(panel.locator("li")).to_have_count(1)
    fill(field(forms, "Place (optional)"), "Othertown")
    save_and_wait(forms)
    expect(forms.locator("#problems")).to_be_hidden()


def test_a_preview_that_has_stopped_is_told_and_what_was_typed_is_saved_when_it_is_back(editor_tab, coalition, decap):
    with started(coalition.content) as address:
        forms, _ = open_entry(editor_tab, address, "data/entries/site")
        field(forms, "Place (optional)").fill("Othertown")
        save_and_wait(forms)
        fill(field(forms, "Place (optional)"), "Newtown")
    save(forms)

    panel = forms.get_by_role("alert", name="Nothing was saved")
    assert [
        "Nothing was saved",
        "The preview does not answer. Start it again with make edit, and try again.",
        "What you typed still stands in the form. Copy it",
    ] == words_of(panel)
    panel.locator("summary").click()
    expect(panel.get_by_label("What you typed")).to_have_value("place: Newtown")
    place = field(forms, "Place (optional)")
    assert "place: Othertown\n" in coalition.read(SITE)
    editor_tab.get_by_role("button", name="Last saves").click()
    told = forms.get_by_role("dialog", name="This cannot be shown now")
    expect(told.get_by_text("The preview does not answer.")).to_be_visible()
    told.get_by_role("button", name="Go on").click()

    with started(coalition.content, urlsplit(address).port):
        save_and_wait(forms)
        assert "place: Newtown\n" in coalition.read(SITE)
        fill(place, "Anytown")
        save_and_wait(forms)
        assert "place: Anytown\n" in coalition.read(SITE)


def test_a_picture_that_is_too_large_is_told_in_plain_words(opened, coalition):
    forms, _ = opened("pages")
    forms.get_by_role("button", name="Media").click()

    photo = {"name": "photo.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n" + bytes(26_000_000)}
    forms.locator("input[type=file]").set_input_files(photo)
    told = forms.get_by_role("dialog", name="This file was not taken")
    expect(told).to_be_visible()

    assert [
        "This file was not taken",
        "This is more than the editor takes at once. A picture may have at most 25 MB: make it smaller first.",
        "Go on",
    ] == words_of(told)
    assert not (coalition.content / "images/photo.png").exists()


PHONE = {"mimeType": "image/jpeg", "buffer": saved(noise((2000, 1500)), quality=97, exif=exif(6))}


def test_a_photograph_straight_from_a_phone_is_taken_with_what_is_said_of_it(opened, coalition):
    forms, _ = opened("pages")
    forms.get_by_role("button", name="Media").click()
    assert len(PHONE["buffer"]) > 3_500_000

    forms.locator("input[type=file]").set_input_files({"name": "office.jpg", **PHONE})
    dialog = forms.get_by_role("dialog", name="May office.jpg be shown?")
    agreed = dialog.get_by_role("button", name="Yes, and all of them have agreed in writing")
    agreed.click()
    dialog.get_by_label("Who made it").fill("Taken by our office: free to use")
    agreed.click()
    take = dialog.get_by_role("button", name="Take the picture")
    take.click()
    dialog.get_by_label("On which day did all of them agree?").fill("2026-10-01")
    take.click()
    expect(dialog).to_have_count(0)
    expect(forms.get_by_text("office.jpg").first).to_be_visible()

    assert (coalition.content / "images/office.jpg").read_bytes() == PHONE["buffer"]
    assert [] == coalition.problems()
    assert "consent: 2026-10-01" in coalition.read("data/images.yaml")


def test_what_is_to_say_of_a_picture_can_be_said_later(opened, coalition):
    forms, _ = opened("pages")
    forms.get_by_role("button", name="Media").click()

    forms.locator("input[type=file]").set_input_files({"name": "office.jpg", **PHONE})
    forms.get_by_role("button", name="Say it later").click()
    expect(forms.get_by_text("office.jpg").first).to_be_visible()

    assert not (coalition.content / "data/images.yaml").exists()
    assert ["content/images/office.jpg"] == [problem.partition(":")[0] for problem in coalition.problems()]


def test_a_document_is_taken_without_a_question_and_can_be_linked(opened, coalition):
    forms, _ = opened("pages")
    forms.get_by_role("button", name="Media").click()

    forms.locator("input[type=file]").set_input_files(
        {"name": "fees.csv", "mimeType": "text/csv", "buffer": b"Tier,Fee\nFriend,0\n"}
    )
    expect(forms.get_by_text("fees.csv").first).to_be_visible()

    assert b"Tier,Fee\nFriend,0\n" == (coalition.content / "extra/fees.csv").read_bytes()
    assert [] == coalition.problems()


def test_a_file_that_another_program_has_broken_is_mended_as_text_beside_what_is_wrong(opened, coalition):
    good = coalition.read(SITE)
    coalition.change(SITE, "place: Anytown", "place: [")
    line = coalition.line(SITE, "place: [")
    forms, _ = opened("data/entries/site")

    dialog = forms.get_by_role("dialog", name="content/data/site.yaml cannot be read as a form")
    text, first = dialog.get_by_role("textbox", name="content/data/site.yaml"), dialog.get_by_role("listitem").first
    expect(first).to_contain_text(f"Line {line} something is wrong inside the bracket that opens here")
    expect(dialog.locator("pre mark")).to_have_text(str(line))
    first.get_by_role("button", name=f"Line {line}").click()
    expect(text).to_be_focused()
    assert "place: [" == text.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)")

    text.press_sequentially("place: Newtown\nplaec: Anytown")
    dialog.get_by_role("button", name="Save").click()
    expect(first).to_contain_text(f'Line {line + 1} unknown field "plaec". Did you mean "place"?')
    expect(text).to_have_value(good.replace("place: Anytown", "place: Newtown\nplaec: Anytown"))
    assert "place: [\n" in coalition.read(SITE)

    dialog.get_by_role("button", name="Leave it as it is").click()
    forms.get_by_role("dialog", name="Save first?").get_by_role("button", name="Go back to it").click()
    first.get_by_role("button").click()
    text.press("Backspace")
    dialog.get_by_role("button", name="Save").click()
    expect(forms.get_by_text("Saved on this computer.")).to_be_visible()
    expect(field(forms, "Place (optional)")).to_have_value("Newtown")
    assert good.replace("place: Anytown", "place: Newtown\n") == coalition.read(SITE)


def test_a_file_changed_while_it_is_mended_is_shown_beside_what_was_typed(opened, coalition):
    coalition.change(SITE, "place: Anytown", "place: [")
    forms, _ = opened("data/entries/site")
    dialog = forms.get_by_role("dialog")
    text = dialog.get_by_role("textbox")
    text.fill(coalition.read(SITE).replace("place: [", "place: Newtown"))
    coalition.change(SITE, "place: [", "place: {")

    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_role("heading", name="The file says something else by now")).to_be_visible()
    dialog.get_by_role("button", name="Leave the file as it is").click()
    assert "place: {\n" in coalition.read(SITE)

    dialog.get_by_role("button", name="Save").click()
    dialog.get_by_role("button", name="Put mine into the file").click()
    expect(field(forms, "Place (optional)")).to_have_value("Newtown")
    assert "place: Newtown\n" in coalition.read(SITE)
