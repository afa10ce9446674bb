"""Whether a translation says what its original says: what has changed since, what is missing."""

import re
from datetime import date

import pytest

from checking.parity import behind, late, translation_to_do
from commands.translated import translated
from conftest import THEME, Coalition

SITE, PARTNER, TRANSLATED = "data/site.yaml", "pages/hours.md", "pages/hours.es.md"
ORIGINAL = "---\ntitle: Hours\ndescription: When we meet.\n---\n\nWe meet on 2 Mondays.\n\nBring a friend.\n"
SPANISH = "---\ntitle: Horas\ndescription: Cuándo nos reunimos.\n---\n\nNos reunimos 2 lunes.\n\nTraiga a alguien.\n"


@pytest.fixture
def level(coalition: Coalition) -> Coalition:
    """Give the coalition a page that is level with its translation."""
    coalition.change(SITE, "place:", "languages: [en, es]\nplace:")
    coalition.write("data/words.es.yaml", "confirmed: yes\n")
    coalition.write(PARTNER, ORIGINAL)
    coalition.write(TRANSLATED, SPANISH)
    translated("hours", "es", coalition.content, THEME)
    return coalition


def entries(coalition: Coalition, name: str = "hours") -> list[str]:
    return [str(entry) for entry in translation_to_do(coalition.check()) if name in str(entry)]


def since(coalition: Coalition, day: str) -> None:
    coalition.change(TRANSLATED, "translated: 2026-11-23", f"translated: {day}")


def is_late(coalition: Coalition) -> bool:
    main = coalition.check()
    return "hours" in late(main, main.translations[0])


def test_nothing_is_to_be_done_for_a_translation_that_is_level(level):
    assert [] == entries(level)


def test_a_changed_sentence_stands_beside_what_the_translation_says(level):
    level.change(PARTNER, "Bring a friend.", "Bring two friends.")

    assert [
        "content/pages/hours.es.md is behind: content/pages/hours.md has changed in 1 place since 2026-11-23. "
        'now "Bring two friends.", here "Traiga a alguien."'
    ] == entries(level)
    assert [] == level.problems()


def test_a_sentence_that_was_taken_out_is_shown_as_it_still_stands(level):
    level.change(PARTNER, "\n\nBring a friend.", "")

    assert [
        "content/pages/hours.es.md is behind: content/pages/hours.md has changed in 1 place since 2026-11-23. "
        'taken out, here still "Traiga a alguien."'
    ] == entries(level)


def test_a_title_counts_as_any_sentence_does(level):
    level.change(PARTNER, "title: Hours", "title: Our hours")

    assert ['now "Our hours", here "Horas"' in entry for entry in entries(level)] == [True]


def test_line_ends_and_spaces_change_nothing(level):
    level.change(PARTNER, "We meet on 2 Mondays.", "We meet  on\n2 Mondays.")

    assert [] == entries(level)


def test_many_changes_are_counted_and_three_are_shown(level):
    level.write(PARTNER, ORIGINAL + "".join(f"\nSentence {number}.\n" for number in "abcde"))

    (entry,) = entries(level)
    assert "has changed in 5 places" in entry
    assert entry.endswith("; and 2 more")


def test_a_translation_of_which_nobody_said_so_is_asked_for_it(level):
    level.write(TRANSLATED, SPANISH)

    assert [
        "content/pages/hours.es.md does not say from which text it was made. "
        "Once it is level, press “Note as level” in the editor, or: "
        "make translated PAGE=hours LANGUAGE=es"
    ] == entries(level)


def test_each_page_that_is_not_translated_is_one_entry_with_its_place(level):
    assert [
        "content/pages/membership/friend.md is not translated into Español. "
        "Its place: content/pages/membership/friend.es.md"
    ] == entries(level, "friend")


def test_a_data_file_with_texts_in_the_main_language_is_one_entry(level):
    level.write("data/membership.es.yaml", "tiers:\n  - id: friend\n    title: Amiga\n")
    (entry,) = entries(level, "membership.es.yaml")

    assert re.fullmatch(r'content/data/membership\.es\.yaml: (\d+) of (\d+) texts not in Español, first ".*"', entry)


def test_what_staff_write_for_staff_and_names_of_entries_are_no_texts_to_translate(level):
    (before,) = entries(level, "site.es.yaml")
    asked = (
        "not_yet_given: [{fact: The address, reason: Nobody has said it}]\nwording: [{avoid: [folks], instead: people}]"
    )
    level.change(SITE, "place:", f"{asked}\nplace:")
    level.write("data/events.yaml", "events:\n  - {id: day, title: Day, starts: 2027-03-01, for: friend}\n")
    level.write("data/events.es.yaml", "events:\n  - {id: day, title: Día}\n")

    assert [before] == entries(level, "site.es.yaml")
    assert [] == entries(level, "events.es.yaml")


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-10-24", False), ("2026-10-22", True), ("2020-01-01", True)],
    ids=["near", "far", "years"],
)
def test_after_its_time_of_grace_the_page_says_that_it_is_behind(level, day, expected):
    level.change(PARTNER, "Bring a friend.", "Bring two friends.")
    since(level, day)

    assert is_late(level) is expected


def test_the_grace_counts_from_the_last_review_of_the_original(level):
    since(level, "2026-01-01")
    level.change(PARTNER, "title: Hours", "title: Hours\nlast_reviewed: 2026-11-20")
    level.change(PARTNER, "Bring a friend.", "Bring two friends.")

    assert not is_late(level)


def test_the_grace_is_as_long_as_the_site_says(level):
    level.change(SITE, "place:", "translation_grace: 6 months\nplace:")
    level.change(PARTNER, "Bring a friend.", "Bring two friends.")
    since(level, "2026-07-01")

    assert not is_late(level)


def test_a_page_that_is_behind_says_so_and_leads_to_the_other(level):
    level.change(PARTNER, "Bring a friend.", "Bring two friends.")
    since(level, "2026-01-01")
    notice = level.build().page("es/hours/").select_one("p.draft")

    assert "Estamos poniendo al día esta página. Lo que vale ahora está en: English" == notice.get_text()
    assert ("/hours/", "en", "en") == tuple(notice.a[name] for name in ("href", "hreflang", "lang"))


def test_texts_of_data_files_are_kept_level_too(level):
    level.write("data/membership.es.yaml", "tiers:\n  - id: friend\n    title: Amiga\n")
    translated("membership.yaml", "es", level.content, THEME)
    main = level.check()
    assert [] == list(behind(main, main.translations[0]))

    level.change("data/membership.yaml", "title: Friend", "title: Companion")
    (entry,) = entries(level, "is behind")

    assert entry.startswith(
        "content/data/membership.es.yaml is behind: content/data/membership.yaml has changed in 1 place since "
        "2026-11-23. "
        'now "Companion"'
    )


def late_by_data(coalition: Coalition, file: str, said: str, old: str, new: str) -> set[str]:
    """Return the pages that say that they are behind once a data file has changed whose texts were level long ago."""
    own = file.replace(".yaml", ".es.yaml")
    coalition.write(f"data/{own}", said)
    translated(file, "es", coalition.content, THEME)
    coalition.change(f"data/{own}", "translated: 2026-11-23", "translated: 2026-01-01")
    coalition.change(f"data/{file}", old, new)
    main = coalition.check()
    return {*late(main, main.translations[0])}


FRIEND = "tiers:\n  - id: friend\n    title: Amiga\n"
TIER_PAGE = "---\ntitle: Amiga\ndescription: Una.\n---\n\nHola.\n"
TIERS_PAGE = "---\ntitle: Unirse\ndescription: Todo.\n---\n\n::: tiers\n"


def test_pages_that_show_texts_of_a_data_file_say_that_these_are_behind(level):
    level.write("pages/membership/friend.es.md", TIER_PAGE)
    level.write("pages/membership/index.es.md", TIERS_PAGE)

    assert {"membership/friend", "membership/index", "membership/compare/partner-and-friend"} == late_by_data(
        level, "membership.yaml", FRIEND, "title: Friend", "title: Companion"
    )


def test_the_home_page_says_so_for_what_every_page_shows(level):
    level.write("pages/index.es.md", "---\ntitle: Inicio\ndescription: Aquí.\n---\n")

    assert {"index"} == late_by_data(level, "site.yaml", "place: Un lugar\n", "place: Anytown", "place: Everytown")


def test_the_grace_of_a_data_file_counts_from_the_last_look_at_any_of_its_entries(level):
    level.write("pages/help.md", "---\ntitle: Help\ndescription: Call.\n---\n\n::: help-lines\n")
    level.write("pages/help.es.md", "---\ntitle: Ayuda\ndescription: Llame.\n---\n\n::: help-lines\n")
    said = "help_lines:\n  - id: emergency\n    name: Emergencias\n"
    level.change("data/help-lines.yaml", "last_reviewed: 2026-11-23", "last_reviewed: 2026-09-01")

    assert {"help"} == late_by_data(level, "help-lines.yaml", said, "name: Emergency", "name: In danger")
    level.change("data/help-lines.yaml", "last_reviewed: 2026-09-01", "last_reviewed: 2026-11-20")
    main = level.check()
    assert {} == late(main, main.translations[0])


def test_a_day_or_sum_that_nobody_can_read_is_told(level):
    level.write(TRANSLATED, SPANISH.replace("---\n\n", "translated: yes\n---\n\n"))

    assert [
        "content/pages/hours.es.md:4:13: translated: expected the day and the sum that `make translated` writes, "
        'found "yes".'
    ] == level.problems()


def test_the_day_is_that_of_the_build(level):
    (page,) = (page for page in level.check().translations[0].pages if page.path == "hours")

    assert date(2026, 11, 23) == page.front_matter.translated.day
