"""Addresses with signs that look like others: named with their place, and with what was meant."""

import pytest

from sources.records.lookalikes import lookalikes

O_S = 'Characters 15 and 16 are "о" (cyrillic small letter o, U+043E), not "o".'


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://docs.gооgle.com/x", f'{O_S} Write "https://docs.google.com/x".'),
        (
            "https://docs.google.com/fοrm",
            'Character 26 is "ο" (greek small letter omicron, U+03BF), not "o". Write "https://docs.google.com/form".',
        ),
        (
            "https://оса.com/",
            'Character 9 is "о" (cyrillic small letter o, U+043E), not "o". '
            'Character 10 is "с" (cyrillic small letter es, U+0441), not "c". '
            'Character 11 is "а" (cyrillic small letter a, U+0430), not "a". Write "https://oca.com/".',
        ),
        (
            "httрs://www.mo.gov/",
            'Character 4 is "р" (cyrillic small letter er, U+0440), not "p". Write "https://www.mo.gov/".',
        ),
        (
            "https://ｗww.mo.gov/",
            'Character 9 is "ｗ" (fullwidth latin small letter w, U+FF57), not "w". Write "https://www.mo.gov/".',
        ),
        (
            "https://www.mo.gov⁄forms",
            'Character 19 is "⁄" (fraction slash, U+2044), not "/". Write "https://www.mo.gov/forms".',
        ),
        (
            "https://www.\u200dmo.gov/",
            'Character 13 is not to be seen (zero width joiner, U+200D). Write "https://www.mo.gov/".',
        ),
        (
            "https://xn--ggle-55da.com/",
            'It is an address of "gооgle.com". '
            'Characters 2 and 3 are "о" (cyrillic small letter o, U+043E), not "o".',
        ),
        (
            "mailto:ann@exаmple.org",
            'Character 14 is "а" (cyrillic small letter a, U+0430), not "a". Write "mailto:ann@example.org".',
        ),
    ],
)  # fmt: skip
def test_each_is_named_with_its_place_and_what_was_meant(address, told):
    assert told == lookalikes(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://docs.google.com/forms/d/e/x",
        "https://xn--bcher-kva.example/",
        "https://bücher.de/straße",
        "https://kapı.com/",
        "https://президент.рф/",
        "https://оса.рф/",
        "https://日本語.jp/ニュース",
        "https://ru.wikipedia.org/wiki/оса",
        "https://en.wikipedia.org/wiki/Epstein–Barr",
        "https://en.wikipedia.org/wiki/E=mc²",
        "https://www.mo.gov/?q=Straße&x=Москва",
    ],
)
def test_names_that_are_plainly_of_one_script_are_let_be(address):
    assert "" == lookalikes(address)


FOOLED = f'https://docs.gооgle.com/x". {O_S} Write "https://docs.google.com/x'


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "data/help-lines.yaml", "https://www.911.gov/", "https://docs.gооgle.com/x",
            'content/data/help-lines.yaml:{line}: help line "emergency", source: expected an https address, '
            f'found "{FOOLED}".',
        ),
        (
            "data/site.yaml", "https://www.weather.gov/", "https://docs.gооgle.com/x",
            f'content/data/site.yaml:{{line}}: exit_link url: expected an https address, found "{FOOLED}".',
        ),
        (
            "pages/index.md", "::: ways", "[A form](https://docs.gооgle.com/x)",
            'content/pages/index.md:{line}: "https://docs.gооgle.com/x" is not what it seems. '
            f'{FOOLED.partition(". ")[2]}".',
        ),
    ],
    ids=["help line", "site", "page"],
)  # fmt: skip
def test_they_are_told_wherever_an_address_can_stand(coalition, file, old, new, told):
    coalition.change(file, old, new)
    line = coalition.line(file, "gооgle")
    column = coalition.read(file).split("\n")[line - 1].index("https://docs.gооgle") + 1

    assert told.replace("{line}", f"{line}:{column}") in coalition.problems()


def test_in_the_name_of_a_host_too(coalition):
    coalition.change("data/membership.yaml", "forms.smallcoalition.org]", "forms.smallcoalition.org, docs.gооgle.com]")

    assert any(
        'the name of a host, such as "docs.google.com", found "docs.gооgle.com". Characters 7 and 8 are' in problem
        for problem in coalition.problems()
    )
