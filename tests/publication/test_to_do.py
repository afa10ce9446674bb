"""What the coalition still has to give, in lines that stay few."""

from publication.to_do import to_do

EVERYTHING = (
    "who_runs: We do, how_long: An hour, have_ready: [A letter], what_next: We write back, who_decides: All of us"
)
NOT_GIVEN = "What to know before applying, not given for"


def about_applying(coalition) -> list[str]:
    return [line for line in to_do(coalition.check()) if line.startswith(NOT_GIVEN)]


def tell(coalition, tier: str, fields: str) -> None:
    coalition.change("data/membership.yaml", f'/{tier}", ', f'/{tier}", {fields}, ')


def test_what_no_tier_tells_is_one_line(coalition):
    assert [
        f"{NOT_GIVEN} any tier: who runs the form, how long it takes, what to have ready, what happens next, "
        "who decides, when applications are accepted."
    ] == about_applying(coalition)


def test_what_only_some_tiers_tell_is_a_line_for_the_others(coalition):
    tell(coalition, "partner", f"{EVERYTHING}, rolling: yes")
    tell(coalition, "friend", "how_long: An hour, opens: 2026-07-01")

    assert [
        f'{NOT_GIVEN} "Friend": who runs the form, what to have ready, what happens next, who decides.'
    ] == about_applying(coalition)


def test_what_all_tiers_share_is_told_by_each(coalition):
    coalition.change("data/membership.yaml", "field: tier}}", f"field: tier}}, {EVERYTHING}, rolling: yes}}")

    assert [] == about_applying(coalition)


def test_plain_words_are_listed_until_they_are_confirmed(coalition):
    coalition.change(
        "data/site.yaml", "{text: A small mission}", "{text: A small mission, in_plain_words: {text: Small}}"
    )
    coalition.change(
        "data/membership.yaml", "summary: For those who lead.", "summary: x\n    in_plain_words: {text: Lead}"
    )
    told = "Plain words that the coalition has not confirmed, but visitors read: "

    assert f'{told}mission, "Partner".' in to_do(coalition.check())

    coalition.change("data/site.yaml", "{text: Small}", "{text: Small, confirmed: yes}")
    coalition.change("data/membership.yaml", "{text: Lead}", "{text: Lead, confirmed: yes}")

    assert not any(line.startswith(told) for line in to_do(coalition.check()))
