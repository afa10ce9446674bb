"""Who publishes a site that lacks pages of the last one is told which addresses get lost, and what keeps each."""

import pytest

from checking.check import check
from conftest import THEME
from releasing.lost_addresses import lost_addresses

PAGE = "---\ntitle: {0}\ndescription: All about {0}.\n{2}---\n\n{1}\n"
HEAD = "1 address of the last site in output/ leads nowhere now. The line below it, in that front matter, keeps it:\n"
TAIL = '  See GUIDE.md, "Adding a page".\n'
WORDS = "Whoever works with people may come on Tuesday morning, listen, ask questions and bring colleagues along."


def put(coalition, name, title, text="Soon.", more=""):
    coalition.write(f"pages/{name}.md", PAGE.format(title, text, more))


def published(coalition):
    """Publish, and return what was said of lost addresses."""
    built = coalition.build("publishconf.py")
    assert 0 == built.status, built.said
    start = built.said.find("address")
    return built.said[built.said.rfind("\n", 0, start) + 1 :] if "nowhere now" in built.said else ""


def moved(coalition, old, new, *given):
    """Put a page where another was, publish both states, and return what is said."""
    put(coalition, old, "Meetings", WORDS)
    assert "" == published(coalition)
    (coalition.content / "pages" / f"{old}.md").unlink()
    put(coalition, new, *given)
    return published(coalition)


@pytest.mark.parametrize(
    ("new", "given"),
    [
        ("about/how-we-meet", ("Meetings", "Another text.")),
        ("gatherings", ("Gatherings", f"{WORDS} There is tea.")),
        ("meeting", ("How we meet", "Another text.")),
    ],
    ids=["of the same title", "of nearly the same text", "of nearly the same name"],
)
def test_a_renamed_page_is_guessed_and_its_line_is_ready_to_copy(coalition, new, given):
    assert moved(coalition, "meetings", new, *given).startswith(
        f"{HEAD}  - /meetings/: in content/pages/{new}.md\n    formerly: [/meetings/]\n{TAIL}"
    )


def test_without_a_likely_page_the_line_alone_is_given(coalition):
    assert moved(coalition, "meetings", "gala", "Gala").startswith(
        f"{HEAD}  - /meetings/: in the page that has taken over\n    formerly: [/meetings/]\n{TAIL}"
    )


def test_a_line_that_is_there_is_continued(coalition):
    said = moved(coalition, "meetings", "events", "Meetings", WORDS, "formerly: /old/\n")

    assert "in content/pages/events.md, in place of the line that is there\n    formerly: [/old/, /meetings/]\n" in said


def test_a_copied_line_is_all_that_it_takes(coalition):
    assert "formerly: [/meetings/]" in moved(coalition, "meetings", "events", "Meetings", WORDS)
    put(coalition, "events", "Meetings", WORDS, "formerly: [/meetings/]\n")

    assert "" == published(coalition)


def test_an_old_address_is_told_too_when_its_line_goes_and_again_with_the_page_that_it_led_to(coalition):
    put(coalition, "events", "Events", WORDS, "formerly: [/meetings/, /old.html]\n")
    published(coalition)
    put(coalition, "events", "Events", WORDS, "formerly: [/old.html]\n")
    assert "/meetings/: in content/pages/events.md, in place of the line that is there\n" in published(coalition)

    (coalition.content / "pages/events.md").unlink()
    put(coalition, "gatherings", "Gatherings", WORDS)
    assert (
        "  - /events/, /old.html: in content/pages/gatherings.md\n    formerly: [/events/, /old.html]\n"
        in published(coalition)
    )


def test_pages_that_the_site_made_of_a_tier_are_told_with_the_page_of_the_other_tier(coalition):
    put(coalition, "membership/compare/friend-and-partner", "Old names", "::: compare partner-and-friend")
    published(coalition)
    (coalition.content / "pages/membership/compare/friend-and-partner.md").unlink()

    assert "/membership/compare/friend-and-partner/: in content/pages/membership/" in published(coalition)


def test_a_page_that_is_a_draft_now_or_was_one_lost_nothing(coalition):
    put(coalition, "meetings", "Meetings", WORDS)
    published(coalition)
    put(coalition, "meetings", "Meetings", WORDS, "status: draft\n")
    assert "" == published(coalition)

    coalition.build()
    (coalition.content / "pages/meetings.md").unlink()
    built = coalition.build()
    assert (0, False) == (built.status, "nowhere now" in built.said)


def test_the_list_of_files_alone_is_enough(coalition, tmp_path):
    last = tmp_path / "public"
    last.mkdir()
    sums = {"meetings/index.html": "1", "a b.html": "2", "index.html": "3", "feed.xml": "4"}
    (last / "SHA256SUMS").write_text(
        "".join(f"{value}  {name}\n" for name, value in sums.items()) + "<html>  \x07.html\n"
    )
    put(coalition, "meeting", "How we meet")

    assert (
        "2 addresses of the last site in public/ lead nowhere now. The lines below, in that front matter, keep them:\n"
        '  - /a b.html: in the page that has taken over\n    formerly: ["/a b.html"]\n'
        "  - /meetings/: in content/pages/meeting.md\n    formerly: [/meetings/]\n"
        f"{TAIL}"
    ) == lost_addresses(last, coalition.check()) + "\n"


def test_of_very_many_the_first_fifty_are_told(coalition, tmp_path):
    last = tmp_path / "public"
    last.mkdir()
    (last / "SHA256SUMS").write_text("".join(f"1  old/{number:03}.html\n" for number in range(60)))

    said = lost_addresses(last, coalition.check())

    assert (50, True) == (said.count(".html, ") // 2 + 1, "\n  ... and 10 more.\n" in said)


def test_where_nobody_knows_the_last_site_nothing_is_told(coalition, tmp_path):
    assert "" == lost_addresses(tmp_path / "public", check(coalition.content, THEME, production=True))
