"""The real thing, built by Pelican."""

import pytest

from conftest import WORDS

DRAFT = "---\ntitle: A secret\ndescription: Not yet.\nstatus: draft\n---\n\nCANARY\n"


def texts(soup) -> str:
    return " ".join(soup.get_text(" ").split())


def test_a_problem_ends_the_build_with_the_report_and_no_traceback(coalition):
    coalition.change("data/membership.yaml", "category: outer", "category: outter")

    built = coalition.build()

    assert built.status == 1
    assert built.said.startswith("1 problem in 1 file; nothing was published.\n  content/data/membership.yaml:27:15: ")
    assert "Traceback" not in built.said
    assert not built.output.exists()


def test_a_preview_shows_drafts_and_example_links_and_marks_both(coalition):
    coalition.write("pages/secret.md", DRAFT)

    built = coalition.build()

    assert built.status == 0, built.said
    assert WORDS["draft_mark"] in texts(built.page("secret"))
    friend = built.page("membership/friend")
    link = friend.find("p", class_="apply").a
    assert link["href"] == "https://forms.example.org/friend?tier=Friend"
    assert WORDS["example_mark"] in texts(friend)


def test_production_has_no_draft_and_no_example_address(coalition):
    coalition.write("pages/secret.md", DRAFT)

    built = coalition.build("publishconf.py")

    assert built.status == 0, built.said
    everything = "".join(path.read_text("utf-8") for path in built.output.rglob("*") if path.is_file())
    assert "CANARY" not in everything
    assert "forms.example.org" not in everything
    friend = built.page("membership/friend")
    assert WORDS["apply_not_online"].format(tier="the Friend tier") in texts(friend)
    partner = built.page("membership/partner").find("p", class_="apply").a
    assert partner["href"] == "https://forms.smallcoalition.org/partner?tier=Partner"
    assert partner["rel"] == ["noreferrer"]


def test_every_build_says_how_much_is_still_to_be_confirmed(coalition):
    assert "2 things wait to be confirmed; `make check` lists them." in coalition.build("publishconf.py").said


def test_what_pelican_only_warns_of_is_told_in_words_of_our_own(coalition, monkeypatch):
    """Pelican would say: Replacement Indicator 'filname' not recognized in '{filname}', skipping replacement."""
    monkeypatch.setattr("sources.pages.links.complaint", lambda *_, **__: None)
    coalition.change("pages/404.md", "{filename}/pages/index.md", "{filname}/pages/lost.md")

    built = coalition.build()

    assert built.status == 1
    assert 'content/pages/404.md:6:23: "{filname}" was not replaced by what it stands for.' in built.said
    assert "1 problem in 1 file" in built.said


def test_a_new_row_and_a_new_tier_need_no_template_and_no_code(coalition):
    coalition.change(
        "data/membership.yaml",
        "      - {id: kind, title: Kind}",
        "      - {id: kind, title: Kind}\n      - {id: dues, title: Dues}",
    )
    coalition.change("data/membership.yaml", "      kind: People", "      kind: People\n      dues: $10")
    coalition.change("data/membership.yaml", "      kind: [Org", "      dues: not stated\n      kind: [Org")
    text = coalition.read("data/membership.yaml")
    friend = text[text.index("  - id: friend") :]
    coalition.write("data/membership.yaml", text + friend.replace("friend", "guest").replace("Friend", "Guest"))
    page = coalition.read("pages/membership/friend.md")
    coalition.write("pages/membership/guest.md", page.replace("friend", "guest").replace("Friend", "Guest"))

    built = coalition.build()

    assert built.status == 0, built.said
    table = built.page("membership").table
    assert [cell.get_text() for cell in table.thead.find_all("th")] == ["Topic", "Partner", "Friend", "Guest"]
    row = table.find("th", string="Dues").parent
    assert [cell.get_text().strip() for cell in row.find_all("td")] == ["Not stated", "$10", "$10"]


@pytest.mark.parametrize("title", ["Ben & <b>Bo</b>", "{{ 7 * 7 }}", "\u201cquoted\u201d", "שלום"])
def test_a_title_is_printed_as_typed(coalition, title):
    coalition.change("pages/membership/friend.md", "title: Friend", f"title: '{title}'")

    assert title == coalition.build().page("membership/friend").h1.get_text()


def test_a_page_below_a_path_links_within_that_path(coalition):
    built = coalition.build("publishconf.py", address="https://small.org/repo")

    home = built.page()
    assert home.find("link", rel="canonical")["href"] == "https://small.org/repo/"
    inside = [link["href"] for link in home.find_all("a") if link["href"].startswith("/")]
    assert inside
    assert all(href.startswith("/repo/") for href in inside)
