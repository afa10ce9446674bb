"""Values as staff type them into the files of a whole coalition: understood, with nothing to mend."""

from datetime import date

import pytest

from sources.records.year_days import YearDay
from subjects.help_lines.records import HELP_LINES
from subjects.membership.answers.reading import answer
from subjects.membership.records import MEMBERSHIP
from subjects.site.records import SITE

LINES, TIERS, OF_SITE = HELP_LINES.path, MEMBERSHIP.path, SITE.path
FRIEND, PARTNER = '"https://forms.example.org/friend"', '"https://forms.smallcoalition.org/partner"'
HOSTS = "[forms.example.org, forms.smallcoalition.org]"


@pytest.mark.parametrize(
    ("file", "change", "where", "value"),
    [
        (LINES, ("2026-11-23", "11/23/2026"), "help_lines.0.last_reviewed", date(2026, 11, 23)),
        (LINES, ("2026-11-23", "November 23, 2026  # Ann"), "help_lines.0.last_reviewed", date(2026, 11, 23)),
        (LINES, ("emergency: yes", "emergency: Y"), "help_lines.0.emergency", True),
        (LINES, ("help_lines:", "Help-Lines:"), "help_lines.0.id", "emergency"),
        (LINES, ('"911"', "tel:911"), "help_lines.0.number", "911"),
        (LINES, ('"911"', "1.888.373.7888"), "help_lines.0.number", "1.888.373.7888"),
        (LINES, ('"911"', "1\u2013888\u2013373\u20137888"), "help_lines.0.number", "1-888-373-7888"),
        (LINES, ("https://www.911.gov/", "www.911.gov"), "help_lines.0.source", "https://www.911.gov"),
        (TIERS, ("For those who help.", "For those who help: all"), "tiers.1.summary", "For those who help: all"),
        (TIERS, ("For those who help.", "'The county's helpers'"), "tiers.1.summary", "The county's helpers"),
        (TIERS, ("For those who help.", '"Friends" of the county'), "tiers.1.summary", '"Friends" of the county'),
        (TIERS, ("For those who help.", "Our # 1 help"), "tiers.1.summary", "Our # 1 help"),
        (TIERS, ("title: Friend\n", "Title:Friend\n"), "tiers.1.title", "Friend"),
        (TIERS, ("title: Friend\n", "title = Friend\n"), "tiers.1.title", "Friend"),
        (TIERS, ("category: outer", "category: “outer”"), "tiers.1.category", "outer"),
        (TIERS, ("kind: People", "kind: 50% of us: all"), "tiers.1.requirements",
         {"kind": answer(["50% of us: all"]), "joining": answer([])}),
        (TIERS, (PARTNER, "“https://Forms.SmallCoalition.org/p”"), "tiers.0.application.url",
         "https://forms.smallcoalition.org/p"),
        (TIERS, (PARTNER, "<forms.smallcoalition.org/p>"), "tiers.0.application.url",
         "https://forms.smallcoalition.org/p"),
        (TIERS, (HOSTS, "[forms.example.org, https://forms.smallcoalition.org/p]"), "application_hosts.1",
         "forms.smallcoalition.org"),
        (TIERS, ("confirmed: no", "confirmed: no, opens: 1 July 2027, closes: 9/30/2027"),
         "tiers.1.application.closes", date(2027, 9, 30)),
        (TIERS, ("confirmed: no", "confirmed: no, opens: 1 July, closes: Sept. 30th"),
         "tiers.1.application.closes", YearDay(9, 30)),
        (TIERS, (f"url: {PARTNER}", "email: Join us <mailto:join@small.org>"), "tiers.0.application.email",
         "join@small.org"),
        (TIERS, (f"url: {PARTNER}", "by: Talk to us"), "tiers.0.application.by", "conversation"),
        (OF_SITE, ("name: Small Coalition\n", "Name: & Friends\n"), "name", "& Friends"),
        (OF_SITE, ("short_name: Small\n", ""), "short_name", "Small Coalition"),
        (OF_SITE, ("place: Anytown", "place:"), "place", None),
        (OF_SITE, ("  mission: {text: A small mission}", "  mission: null"), "statements.mission", None),
        (OF_SITE, ("exit_link: {url: https://www.weather.gov/}", "exit_link:"), "exit_link", None),
        (OF_SITE, ("place: Anytown", "requires: values"), "requires", ("values",)),
        (OF_SITE, ("https://www.weather.gov/", "www.weather.gov"), "exit_link.url", "https://www.weather.gov"),
        (OF_SITE, ("place: Anytown", "place: Anytown\ntime zone: chicago"), "time_zone", "America/Chicago"),
        (OF_SITE, ("place: Anytown", "place:\u00a0Anytown\u00a0"), "place", "Anytown"),
    ],
)  # fmt: skip
def test_it_is_understood(coalition, file, change, where, value):
    coalition.change(file, *change)

    found = coalition.check().of(next(one for one in (HELP_LINES, MEMBERSHIP, SITE) if one.path == file))

    for step in where.split("."):
        found = found[int(step)] if step.isdecimal() else getattr(found, step)
    assert value == found


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("confirmed: no", "confirmed: No, opens: Dec. 1 2027, closes: 1 July 2027", "before 2027-12-01, the day on"),
        ("confirmed: no", "confirmed: Y", 'confirmed, but "forms.example.org" is kept for examples.'),
        (
            FRIEND,
            "docs.google.com/forms/d/1AbC/edit, prefill: {style: google, field: entry.1}",
            "there the form is edited, and visitors cannot open it.",
        ),
        ("confirmed: no", "confirmed: no, rolling: On, opens: Dec. 1 2027", "yes means all year, but there are dates"),
    ],
)
def test_what_follows_from_a_value_is_asked_of_what_it_means(coalition, old, new, expected):
    coalition.change(TIERS, old, new)

    [problem] = coalition.problems()

    assert expected in problem


def test_an_exit_link_to_the_site_itself_is_told_however_it_is_written(coalition):
    coalition.change(OF_SITE, "https://www.weather.gov/", "WWW.Facebook.com")

    assert 'exit_link, url: "www.facebook.com" knows who visits it.' in coalition.problems()[0]
