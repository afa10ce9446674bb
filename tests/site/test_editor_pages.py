"""Pages in the editor: begun as drafts, renamed, deleted and brought back; tiers come and go with theirs."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from conftest import ROOT

from .editing import expand, field, fill, open_entry, save, save_and_wait, started

pytestmark = pytest.mark.browser
TIERS, SITE = "data/membership.yaml", "data/site.yaml"
OARS = ROOT / "tests" / "coalitions" / "club" / "images" / "crossed-oars.png"


def bar(editor_tab, name: str) -> None:
    """Press a button of the bar."""
    editor_tab.get_by_role("navigation").get_by_role("button", name=name, exact=True).click()


def test_a_tier_is_added_and_taken_out_with_its_page_in_one_save_each(opened, coalition):
    before = coalition.read(TIERS)
    forms, page = opened("data/entries/membership")
    forms.get_by_role("button", name="Add tier").click()
    tier = forms.locator("[id^=tiers-field] [class*=SortableListItem]").last
    field(tier, "Title").fill("Neighbor")
    field(tier, "Summary").fill("For those next door.")
    tier.locator("[id^=category-field]").click()
    forms.get_by_text("Outer circle", exact=True).last.click()
    save(forms)

    made = "content/pages/membership/neighbor.md: made."
    expect(forms.get_by_role("status").filter(has_text=made)).to_be_visible()
    expect(page.get_by_role("link", name="Neighbor").first).to_be_visible()
    assert "tier: neighbor\n" in coalition.read("pages/membership/neighbor.md")
    assert [] == coalition.problems()

    forms.get_by_role("button", name="Remove Neighbor").click()
    save(forms)
    deleted = "content/pages/membership/neighbor.md: deleted."
    expect(forms.get_by_role("status").filter(has_text=deleted)).to_be_visible()
    assert "neighbor" not in coalition.read(TIERS).replace("neighbor.md", "")
    assert "formerly: /membership/neighbor/\n" in coalition.read("pages/membership/index.md")
    assert [] == coalition.problems()
    assert before.split("tiers:")[1] == coalition.read(TIERS).split("tiers:")[1]


def test_a_button_that_is_pressed_while_another_entry_opens_works_on_that_one(opened, editor_tab):
    forms, _ = opened("pages/entries/membership/index")
    expect(forms.get_by_role("textbox", name="Text", exact=True)).to_be_visible()
    editor_tab.evaluate(
        "location.hash = '#/collections/pages/entries/index'; document.querySelector('[value=rename]').click()"
    )

    name = forms.get_by_role("dialog").get_by_label("Its name, which becomes its address, such as membership/our-fees")
    expect(name).to_have_value("index")
    editor_tab.wait_for_timeout(500)
    expect(name).to_have_value("index")


def test_a_new_page_begins_as_a_draft_and_is_renamed_deleted_and_brought_back(opened, editor_tab, coalition):
    forms, page = opened("pages")
    expect(forms.get_by_role("heading", name="Pages")).to_be_visible()
    bar(editor_tab, "New page")
    dialog = forms.get_by_role("dialog")
    dialog.get_by_label("Title").fill("Our Fees")
    dialog.get_by_label("Where").select_option("membership")
    dialog.get_by_role("button", name="Make the page").click()
    text = forms.get_by_role("textbox", name="Text", exact=True)
    expect(text).to_have_value("\nTo be written.\n")
    expect(text).to_be_focused()
    assert "status: draft\n" in coalition.read("pages/membership/our-fees.md")

    text.press("ControlOrMeta+a")
    forms.get_by_role("toolbar").get_by_role("button", name="Heading").click()
    fill(text, "It costs nothing.")
    save_and_wait(forms)
    expect(page.get_by_text("It costs nothing.")).to_be_visible()

    bar(editor_tab, "Rename this page")
    dialog.get_by_label("Its name").fill("fees")
    dialog.get_by_role("button", name="Rename the page").click()
    expect(forms.get_by_role("textbox", name="Text", exact=True)).to_have_value("It costs nothing.\n")
    assert not (coalition.content / "pages/membership/our-fees.md").exists()

    bar(editor_tab, "Delete this page")
    dialog.get_by_role("button", name="Delete the page").click()
    expect(forms.get_by_role("heading", name="Pages")).to_be_visible()
    assert not (coalition.content / "pages/fees.md").exists()

    bar(editor_tab, "Last saves")
    expect(dialog.locator("summary").first).to_have_text("pages/fees.md: deleted")
    dialog.get_by_role("button", name="Bring back what was before").first.click()
    expect(dialog).to_have_count(0)
    expect(forms.get_by_text("Our Fees").first).to_be_visible()
    assert "It costs nothing." in coalition.read("pages/fees.md")


def test_a_page_that_is_deleted_leads_on_where_somebody_says(opened, editor_tab, coalition):
    coalition.write("pages/plan.md", "---\ntitle: Plan\ndescription: A plan.\n---\n\nSoon.\n")
    forms, _ = opened("pages/entries/plan")
    expect(forms.get_by_role("textbox", name="Text", exact=True)).to_be_visible()
    bar(editor_tab, "Delete this page")
    dialog = forms.get_by_role("dialog")
    dialog.get_by_label("Where its address").select_option("membership/index")
    dialog.get_by_role("button", name="Delete the page").click()
    expect(forms.get_by_role("heading", name="Pages")).to_be_visible()

    assert "formerly: /plan/\n" in coalition.read("pages/membership/index.md")


def test_what_was_before_a_save_is_brought_back_also_after_the_preview_was_started_again(editor_tab, coalition, decap):
    before = coalition.read(SITE)
    with started(coalition.content) as address:
        forms, _ = open_entry(editor_tab, address, "data/entries/site")
        field(forms, "Place (optional)").fill("Othertown")
        save_and_wait(forms)
    assert before != coalition.read(SITE)

    with started(coalition.content) as address:
        forms, _ = open_entry(editor_tab, address, "data/entries/site")
        expect(field(forms, "Place (optional)")).to_have_value("Othertown")
        bar(editor_tab, "Last saves")
        forms.get_by_role("button", name="Bring back what was before").click()
        expect(field(forms, "Place (optional)")).to_have_value("Anytown")
    assert before == coalition.read(SITE)


def test_the_to_do_list_and_the_health_report_stand_beside_the_form(opened, editor_tab, coalition):
    forms, page = opened("data/entries/membership")
    expect(expand(forms, "tiers", "Friend").get_by_label("Kind")).to_be_visible()

    bar(editor_tab, "To do and health")
    expect(page.get_by_role("heading", name="How the site is doing")).to_be_visible()
    page.get_by_role("link", name="Edit content/data/membership.yaml").first.click()
    expect(forms.locator("[id^=tiers-field]").first).to_be_visible()

    bar(editor_tab, "Page")
    expect(page.get_by_role("heading", name="Membership", exact=True)).to_be_visible()


def test_pages_of_a_menu_and_answers_are_chosen_from_lists(opened, coalition):
    forms, _ = opened("data/entries/site")
    forms.get_by_role("button", name="Add footer navigation item").click()
    page = forms.locator("[id^=footer_navigation-field] input[id^=page-field]").first
    assert ["index", "membership/friend", "membership/index", "membership/partner"] == (
        page.locator("xpath=..").locator("option").evaluate_all("all => all.map((one) => one.value)")
    )
    page.fill("membership/friend")
    expect(forms.get_by_text("Friend", exact=True).first).to_be_visible()
    save_and_wait(forms)
    assert "footer_navigation:\n  - page: membership/friend\n" in coalition.read(SITE)


def test_the_pane_shows_the_place_that_was_changed(opened, coalition):
    long = "\n\n".join(f"Paragraph {number} of many." for number in range(60))
    coalition.write("pages/long.md", f"---\ntitle: Long\ndescription: A long page.\n---\n\n{long}\n")
    forms, page = opened("pages/entries/long")
    expect(page.get_by_text("Paragraph 50 of many.")).not_to_be_in_viewport()

    text = forms.get_by_role("textbox", name="Text", exact=True)
    fill(text, f"\n{long}\n".replace("Paragraph 50 of many.", "Something else."))
    save_and_wait(forms)

    expect(page.get_by_text("Something else.")).to_be_in_viewport()


def test_what_is_typed_is_there_again_after_the_browser_was_closed(opened, editor_tab, coalition):
    forms, _ = opened("data/entries/site")
    fill(field(forms, "Place (optional)"), "Othertown")
    expect(forms.get_by_text("Unsaved changes")).to_be_visible()
    editor_tab.wait_for_timeout(3000)  # Decap keeps what was typed every two seconds

    again = editor_tab.context.new_page()
    again.on("dialog", lambda asked: asked.accept())
    forms, _ = open_entry(again, editor_tab.url.partition("#")[0], "data/entries/site")
    expect(field(forms, "Place (optional)")).to_have_value("Othertown")


def test_a_picture_of_this_computer_is_taken_in_where_it_is_shown(opened, coalition):
    forms, _ = opened("pages/entries/membership/index")
    text = forms.get_by_role("textbox", name="Text", exact=True)
    text.press("ControlOrMeta+End")
    forms.get_by_role("toolbar").get_by_role("button", name="Picture").click()
    dialog = forms.get_by_role("dialog")
    expect(dialog.get_by_label("What it shows")).to_be_focused()
    dialog.get_by_label("What it shows").fill("Two oars")
    dialog.get_by_label("Or a file of this computer").set_input_files(OARS)
    dialog.get_by_role("button", name="Put it in").click()
    dialog.get_by_label("Who made it").fill("Drawn by our office")
    dialog.get_by_role("button", name="No, nobody").click()
    save_and_wait(forms)

    assert "![Two oars](/images/crossed-oars.png)" in coalition.read("pages/membership/index.md")
    assert OARS.read_bytes() == (coalition.content / "images/crossed-oars.png").read_bytes()
    assert [] == coalition.problems()


def test_a_collection_that_is_one_file_opens_it_at_once(opened, coalition):
    coalition.write("data/events.yaml", "events:\n  - {id: gala, title: The gala, starts: 2027-03-09}\n")
    forms, _ = opened("data")
    forms.get_by_role("link", name="Events").click()

    expect(forms.locator("[id^=events-field]").first).to_be_visible()


def test_whoever_leaves_a_form_in_which_something_is_not_saved_is_asked_first_and_loses_nothing(
    opened, editor_tab, coalition
):
    forms, _ = opened("pages/entries/membership/friend")
    about = field(forms, "Description")
    before = about.input_value()
    fill(about, "A friend of ours")
    dialog = forms.get_by_role("dialog", name="Save first?")
    for button in ("New page", "Rename this page", "Delete this page"):
        bar(editor_tab, button)
        expect(dialog.get_by_text("Description: A friend of ours")).to_be_visible()
        dialog.get_by_role("button", name="Go back to it").click()
        expect(about).to_have_value("A friend of ours")
    save_and_wait(forms)

    fill(about, "Another friend")
    bar(editor_tab, "Last saves")
    forms.get_by_role("button", name="Bring back what was before").click()
    dialog.get_by_role("button", name="Go back to it").click()
    expect(about).to_have_value("Another friend")
    assert "description: A friend of ours\n" in coalition.read("pages/membership/friend.md")

    bar(editor_tab, "Last saves")
    forms.get_by_role("button", name="Bring back what was before").click()
    dialog.get_by_role("button", name="Go on without it").click()
    expect(about).to_have_value(before)


def test_an_entry_that_is_opened_from_within_another_one_is_shown_as_itself(opened, editor_tab):
    forms, page = opened("pages/entries/membership/friend")
    fill(field(forms, "Title"), "A friend of ours")
    bar(editor_tab, "To do and health")
    page.get_by_role("link", name="Edit content/data/membership.yaml").first.click()
    dialog = forms.get_by_role("dialog", name="Save first?")
    dialog.get_by_role("button", name="Go back to it").click()
    expect(field(forms, "Title")).to_have_value("A friend of ours")
    expect(editor_tab).to_have_url(re.compile("#/collections/pages/entries/membership/friend$"))

    bar(editor_tab, "To do and health")
    page.get_by_role("link", name="Edit content/data/membership.yaml").first.click()
    dialog.get_by_role("button", name="Go on without it").click()
    expect(forms.get_by_text("2 tiers")).to_be_visible()


def test_a_page_that_was_begun_by_mistake_is_taken_back_where_it_is_open(opened, editor_tab, coalition):
    forms, _ = opened("pages")
    bar(editor_tab, "New page")
    dialog = forms.get_by_role("dialog")
    dialog.get_by_label("Title").fill("Fees")
    dialog.get_by_role("button", name="Make the page").click()
    expect(field(forms, "Title")).to_have_value("Fees")

    bar(editor_tab, "Last saves")
    dialog.get_by_role("button", name="Bring back what was before").click()
    expect(forms.get_by_role("heading", name="Pages")).to_be_visible()
    assert not (coalition.content / "pages/fees.md").exists()


def test_a_tier_that_a_page_needs_is_told_with_that_page(opened, coalition):
    link = "[Both](/membership/compare/friend-and-partner/)"
    coalition.write("pages/plan.md", f"---\ntitle: Plan\ndescription: A plan.\n---\n\n{link}\n")
    forms, _ = opened("data/entries/membership")
    tier = forms.locator("[id^=tiers-field] [class*=SortableListItem]").filter(has_text="Partner")
    tier.get_by_role("button", name="Remove Partner").click()
    save(forms)

    panel = forms.get_by_role("alert", name="Nothing was saved")
    expect(panel.get_by_text("pages/plan.md, line 6:")).to_be_visible()
    assert (coalition.content / "pages/membership/partner.md").exists()
