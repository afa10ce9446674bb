"""Pages begin as drafts, get other addresses and go; where they were leads on."""

from .asked import ask

PLAN = "---\ntitle: Plan\ndescription: A plan.\nformerly: /old-plan/\n---\n\nSoon.\n"


def test_a_new_page_is_a_draft_with_a_name_of_its_title(coalition):
    assert (200, {"path": "pages/membership/our-fees.md"}) == (
        ask(coalition, "newPage", title="Our Fees", folder="membership")
    )

    assert "title: Our Fees\n" in coalition.read("pages/membership/our-fees.md")
    assert "status: draft\n" in coalition.read("pages/membership/our-fees.md")
    assert [] == coalition.problems()


def test_a_page_that_is_there_and_one_without_a_name_are_refused(coalition):
    told = "content/pages/membership/friend.md: this page is there already. Choose another name, or change that page."
    assert (422, {"error": told}) == ask(coalition, "newPage", title="Friend", folder="membership")
    assert (422, {"error": "content/pages: a page needs a title."}) == ask(coalition, "newPage", title=" ", folder="")


def test_a_page_is_renamed_and_its_address_leads_on(coalition):
    assert (200, {"path": "pages/friends.md"}) == (
        ask(coalition, "renamePage", path="content/pages/membership/friend.md", to="/friends/")
    )

    assert "formerly: /membership/friend/\n" in coalition.read("pages/friends.md")
    assert [] == coalition.problems()


def test_a_name_that_no_page_can_have_is_told_with_one_that_it_can(coalition):
    _, found = ask(coalition, "renamePage", path="content/pages/membership/friend.md", to="Our Friends")

    assert found["error"] == (
        'content/pages/Our Friends.md: the name "Our Friends" becomes part of an address: '
        'use small letters, digits and single hyphens, such as "our-friends".'
    )


def test_a_page_that_is_deleted_leaves_all_its_addresses_to_another(coalition):
    coalition.write("pages/plan.md", PLAN)
    coalition.write("pages/more.md", "---\ntitle: More\ndescription: More.\n---\n\n[The plan](/plan/)\n")

    assert 422 == ask(coalition, "deletePage", path="content/pages/plan.md")[0]
    assert 200 == ask(coalition, "deletePage", path="content/pages/plan.md", leads_to="membership/index")[0]

    assert "formerly:\n  - /plan/\n  - /old-plan/\n" in coalition.read("pages/membership/index.md")
    assert [] == coalition.problems()


def test_a_document_goes_to_the_others_and_one_of_a_wrong_kind_is_told(coalition):
    def sent(name: str) -> dict:
        return {"path": f"content/images/{name}", "content": "VGllcixGZWUK", "encoding": "base64"}

    status, found = ask(coalition, "persistMedia", asset=sent("fees.csv"))
    assert (200, "content/extra/fees.csv") == (status, found["path"])
    assert b"Tier,Fee\n" == (coalition.content / "extra/fees.csv").read_bytes()

    status, found = ask(coalition, "persistMedia", asset=sent("fees.doc"))
    assert 422 == status
    assert ".pdf or .docx" in found["error"]
