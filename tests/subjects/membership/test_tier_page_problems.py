"""Every tier has one page, and every page of a tier a tier."""

FILE = "content/data/membership.yaml"
FRIEND = "content/pages/membership/friend.md"
PARTNER = "content/pages/membership/partner.md"


def twin(coalition, tier: str) -> None:
    coalition.write("pages/twin.md", f"---\ntitle: Twin\ndescription: A twin.\ntier: {tier}\n---\n")


def test_a_misspelt_tier_is_told_once_where_it_is_misspelt(coalition):
    coalition.change("pages/membership/friend.md", "tier: friend", "tier: freind")

    assert [f'{FRIEND}:4:7: tier: unknown tier "freind". Did you mean "friend"?'] == coalition.problems()


def test_a_tier_whose_id_was_changed_is_told_there_and_nothing_that_follows_from_it(coalition):
    coalition.change(
        "pages/membership/friend.md", "::: requirements friend", "::: requirements friend\n\n::: apply friend"
    )
    coalition.change("data/membership.yaml", "id: friend", "id: supporter")

    assert coalition.problems() == [
        f'{FILE}:25:9: tier "supporter": its page, {FRIEND}, says "tier: friend". Was the id changed? Change it back.'
    ]


def test_a_page_is_not_blamed_while_two_tiers_have_one_id(coalition):
    coalition.change("data/membership.yaml", "id: friend", "id: partner")

    assert coalition.problems() == [
        f'{FILE}:25:9: tier "partner": this id is taken, see line 17. Each tier has its own.'
    ]


def test_two_pages_of_one_tier_are_both_told(coalition):
    twin(coalition, "partner")

    assert [
        f'{PARTNER}:4:7: tier: content/pages/twin.md says "tier: partner" too. Each tier has one page.',
        f'content/pages/twin.md:4:7: tier: {PARTNER} says "tier: partner" too. Each tier has one page.',
    ] == coalition.problems()


def test_a_page_named_after_the_tier_that_it_should_name_is_told_so(coalition):
    coalition.change("pages/membership/friend.md", "tier: friend", "tier: partner")

    assert [
        f'{FRIEND}:4:7: tier: {PARTNER} says "tier: partner" too. Did you mean "friend"?',
        f'{PARTNER}:4:7: tier: {FRIEND} says "tier: partner" too. Each tier has one page.',
    ] == coalition.problems()


def test_a_tier_whose_page_lost_its_line_is_told_at_its_id_with_the_line_to_add(coalition):
    coalition.change("pages/membership/friend.md", "tier: friend\n", "")

    assert [f'{FILE}:25:9: tier "friend": no page says "tier: friend". Add that line to {FRIEND}.'] == (
        coalition.problems()
    )


def test_a_tier_without_a_page_is_told_with_the_page_to_add(coalition):
    (coalition.content / "pages" / "membership" / "friend.md").unlink()

    assert [f'{FILE}:25:9: tier "friend": no page says "tier: friend". Add {FRIEND}.'] == coalition.problems()


def test_a_page_of_a_tier_that_is_gone_may_go_too(coalition):
    twin(coalition, "guest")

    assert [
        'content/pages/twin.md:4:7: tier: unknown tier "guest". Every tier has its page: delete this line, or the page.'
    ] == coalition.problems()


def test_the_page_of_a_tier_is_a_draft_in_the_preview_only(coalition):
    coalition.change("pages/membership/friend.md", "tier: friend", "tier: friend\nstatus: draft")
    coalition.change("pages/404.md", "Go to", "See [Friend]({filename}/pages/membership/friend.md). Go to")

    assert [
        f'{FRIEND}:5:9: status: the page of tier "friend" is a draft, but the tables link to it. Publish it.'
    ] == coalition.problems()
    assert coalition.check(production=False)
