"""What is understood loosely is shown as it was meant, and written back as it was typed while nobody changes it."""

import pytest

from sources.pages.front_matter import FrontMatter
from sources.pages.page import read_page

from .asked import SITE, TIERS, read, save

NEWS = "content/pages/news.md"
LINES = "content/data/help-lines.yaml"


def page(line: str, ends: str = "\n") -> bytes:
    front = (
        f"Title: News: all of them\ndescription:\tWhat is “new”: # 1\n{line}\nnav_title = @news\nstatus: Draft # x\n"
    )
    return f"---\n{front}---\n\nSome words.\n".replace("\n", ends).encode()


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("line", "change", "written"),
    [
        ("lead: We say: *this*", ("lead", "We say: *this*", "We say: that"), "lead: 'We say: that'"),
        ("Lead: “Come”", ("lead", "Come", "Go"), "Lead: Go"),
        ("lead: Come # 1", ("lead", "Come # 1", "Go"), "lead: 'Go'"),
        ("last reviewed: Nov. 2, 2026", ("last_reviewed", "2026-11-02", "2026-11-03"), "last reviewed: 2026-11-03"),
        ("last_reviewed: 11/20/2026", ("last_reviewed", "2026-11-20", "2026-11-21"), "last_reviewed: 2026-11-21"),
        ("review_every: Half a year", ("review_every", "Half a year", "2 years"), "review_every: 2 years"),
        ("verbatim: On", ("verbatim", "yes", "no"), "verbatim: no"),
        ("verbatim: “Y”  # ours", ("verbatim", "yes", "no"), "verbatim: no  # ours"),
    ],
)
def test_a_page_keeps_its_loose_lines_but_the_one_that_is_changed(coalition, line, change, written, ends):
    field, shown, new = change
    before = page(line, ends)
    coalition.write("pages/news.md", before)
    values = read(coalition, NEWS)
    assert ("News: all of them", "What is “new”: # 1", "@news", "draft", shown) == tuple(
        values[name] for name in ("title", "description", "nav_title", "status", field)
    )

    assert (200, {"message": "saved"}) == save(coalition, NEWS, values)
    assert before == (coalition.content / "pages/news.md").read_bytes()

    values["body"] = "\nOther words.\n"
    save(coalition, NEWS, values)
    assert before.replace(b"Some words", b"Other words").rstrip() in (coalition.content / "pages/news.md").read_bytes()

    values[field] = new
    assert (200, {"message": "saved"}) == save(coalition, NEWS, values)
    assert page(written, ends).replace(b"Some", b"Other") == (coalition.content / "pages/news.md").read_bytes()
    found = read_page(coalition.content / "pages/news.md", coalition.content / "pages")
    assert isinstance(found.front_matter, FrontMatter)
    assert read(coalition, NEWS)[field] == new


@pytest.mark.parametrize("field", ["title", "description", "nav_title", "status"])
def test_each_loose_line_of_a_page_is_written_plainly_when_it_is_changed(coalition, field):
    before = page("lead: a: b")
    coalition.write("pages/news.md", before)
    values = read(coalition, NEWS)
    values[field] = "published" if field == "status" else "Other: # 1"

    assert (200, {"message": "saved"}) == save(coalition, NEWS, values)

    after = (coalition.content / "pages/news.md").read_bytes()
    assert values[field] == read(coalition, NEWS)[field]
    assert len(set(before.split(b"\n")) - set(after.split(b"\n"))) == 1


def test_data_files_keep_their_loose_lines_too(coalition):
    for name, old, new in (
        ("data/membership.yaml", "title: Friend\n", "Title: Friends: all\n"),
        ("data/membership.yaml", "kind: People", "kind: Open: to people"),
        (
            "data/membership.yaml",
            '"https://forms.example.org/friend", confirmed: no',
            "forms.example.org/x, confirmed: N",
        ),
        ("data/membership.yaml", "kind: [Organizations, Agencies]", "kind:\n        - @work: all\n        - Agencies"),
        ("data/site.yaml", "place: Anytown", "place: “Anytown”\nabbreviations: MO\ncolors:\n  accent: #a1242b"),
    ):
        coalition.change(name, old, new)
    tiers, site = coalition.read("data/membership.yaml"), coalition.read("data/site.yaml")
    values, of_site = read(coalition, TIERS), read(coalition, SITE)
    assert ("Anytown", "MO", "#a1242b") == (of_site["place"], of_site["abbreviations"], of_site["colors"]["accent"])
    assert ("Friends: all", "Open: to people") == (
        values["tiers"][1]["title"],
        values["tiers"][1]["requirements"]["kind"],
    )

    values["tiers"][1]["summary"] = "Another: summary"
    of_site["description"] = "Another description."
    assert (200, {"message": "saved"}) == save(coalition, TIERS, values)
    assert (200, {"message": "saved"}) == save(coalition, SITE, of_site)

    old = tiers.partition("Friends: all")[2].partition("summary: ")[2].partition("\n")[0]
    assert coalition.read("data/membership.yaml") == tiers.replace(old, '"Another: summary"')
    line = next(line for line in site.split("\n") if line.startswith("description:"))
    assert coalition.read("data/site.yaml") == site.replace(line, "description: Another description.")


@pytest.mark.parametrize("loose", ["“Members only”", "\u2018Members\u2019", "Fees: all", "*New* form", "@work"])
def test_an_entry_of_a_list_stays_as_it_was_typed_when_another_one_is_changed_in_the_form(coalition, loose):
    coalition.change("data/membership.yaml", "kind: People", f"kind:\n        - {loose}\n        - Agencies")
    before = coalition.read("data/membership.yaml")
    values = read(coalition, TIERS)
    answers = values["tiers"][1]["requirements"]

    answers["kind"] = answers["kind"].replace("Agencies", "Bodies\nOthers")
    assert (200, {"message": "saved"}) == save(coalition, TIERS, values)

    after = before.replace("        - Agencies\n", "        - Bodies\n        - Others\n")
    assert after == coalition.read("data/membership.yaml")


def test_another_number_needs_another_day_and_not_the_same_day_in_other_words(coalition):
    coalition.change("data/help-lines.yaml", "last_reviewed: 2026-11-23", "last_reviewed: Nov. 2, 2026")
    values = read(coalition, LINES)
    line = values["help_lines"][0]
    assert "2026-11-02" == line["last_reviewed"]

    line["number"] = "988"
    assert 422 == save(coalition, LINES, values)[0]
    line["last_reviewed"] = "2026-11-03"
    assert (200, {"message": "saved"}) == save(coalition, LINES, values)
    assert "last_reviewed: 2026-11-03" in coalition.read("data/help-lines.yaml")
