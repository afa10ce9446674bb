"""The addresses of application forms: one problem for each, which names the cause."""

import pytest

FILE = "content/data/membership.yaml"
PARTNER = 'tier "partner", application url'
ADD_IT = "If it is right, add it to application_hosts."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("smallcoalition.org/p", "smalcoalition.org/p", f'21:24: {PARTNER}: "forms.smalcoalition.org" is not in '
         f'application_hosts. Did you mean "forms.smallcoalition.org"? {ADD_IT}'),
        ("forms.smallcoalition.org/p", "forms.exmple.org/p",
         f'21:24: {PARTNER}: "forms.exmple.org" is not in application_hosts. {ADD_IT}'),
        ("https://forms.smallcoalition.org/p", "http://forms.smallcoalition.org/p",
         f'21:24: {PARTNER}: expected an https address, found "http://forms.smallcoalition.org/partner".'),
        ("https://forms.smallcoalition.org/p", "Forms.SmalCoalition.org/p", f'21:24: {PARTNER}: '
         f'"forms.smalcoalition.org" is not in application_hosts. Did you mean "forms.smallcoalition.org"? {ADD_IT}'),
        ("confirmed: no", "confirmed: yes", '29:24: tier "friend", application url: confirmed, but '
         '"forms.example.org" is kept for examples. Put in the real address.'),
        ("[forms.example.org, forms.smallcoalition.org]", "[forms.example.org, the forms of Small]",
         '14:40: application_hosts 2: expected the name of a host, such as "docs.google.com", found '
         '"the forms of Small".'),
        ("[forms.example.org, forms.smallcoalition.org]", "forms.example.org, forms.smallcoalition.org",
         '14:20: application_hosts: expected a list, found "forms.example.org, forms.smallcoalition.org". '
         'Write each entry on a line below it, behind "- ".'),
        ("[forms.example.org, forms.smallcoalition.org]", "",
         "14:1: application_hosts: expected a list, found nothing."),
    ],
)  # fmt: skip
def test_a_wrong_address_is_one_problem_at_its_cause(coalition, old, new, expected):
    coalition.change("data/membership.yaml", old, new)

    assert [f"{FILE}:{expected}"] == coalition.problems()


def test_an_address_that_tiers_share_is_told_once(coalition):
    text = coalition.read("data/membership.yaml")
    own = [line for line in text.splitlines(keepends=True) if line.startswith("    application:")]
    for line in own:
        text = text.replace(line, "")
    coalition.write(
        "data/membership.yaml", text.replace("application: {p", 'application: {url: "https://forms.org/", p')
    )

    assert [f'{FILE}:15:20: application url: "forms.org" is not in application_hosts. {ADD_IT}'] == coalition.problems()


def test_without_a_list_of_hosts_each_address_is_told(coalition):
    coalition.change("data/membership.yaml", "application_hosts: [forms.example.org, forms.smallcoalition.org]\n", "")

    assert [
        f'{FILE}:20:24: {PARTNER}: "forms.smallcoalition.org" is not in application_hosts. {ADD_IT}',
        f'{FILE}:28:24: tier "friend", application url: "forms.example.org" is not in application_hosts. {ADD_IT}',
    ] == coalition.problems()
