"""The record of a publication: kept on this computer alone, and read with care."""

import json
import os
from datetime import UTC, date, datetime

import pytest

from conftest import Coalition, build
from releasing import manifest, record
from releasing.record import Coming, Fact, Record, all_kept, from_words, keep, kept, parsed, written

MOMENT = datetime(2026, 11, 23, 12, tzinfo=UTC)
WHOLE = Record(
    74,
    MOMENT,
    ("Pages: Über uns", "Pages: A gala (new)"),
    (Coming(date(2027, 1, 1), 'applications for "Partner" open'),),
    {"pages/about": Fact("Pages: Über uns", "1a2b3c4d")},
)


def site(**facts: str) -> Record:
    return Record(1, MOMENT, facts={name: Fact(f"Pages: {name}", sum_) for name, sum_ in facts.items()})


def test_a_record_is_one_line_of_plain_letters_that_says_all_of_it():
    assert WHOLE == parsed(written(WHOLE))
    assert written(WHOLE).isascii()
    assert 1 == len(written(WHOLE).splitlines())


def test_its_words_say_what_changed_and_what_will_and_no_sum():
    assert WHOLE.words() == (
        '- Pages: Über uns\n- Pages: A gala (new)\nBy itself on 2027-01-01: applications for "Partner" open'
    )
    read = from_words(f"Publish 74 files\n\n{WHOLE.words()}\n\nSource: 1a2b\n", 74, MOMENT)
    assert (WHOLE.changed, WHOLE.coming, {}) == (read.changed, read.coming, read.facts)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '"a"', "{}", '{"files": 1}', written(WHOLE).replace("2027-01-01", "tomorrow"),
     written(WHOLE).replace('"1a2b3c4d"', '"1a2b3c4d", 1'), written(WHOLE)[:-9]],
)  # fmt: skip
def test_a_damaged_record_is_none(text):
    assert parsed(text) is None


def test_a_day_that_is_none_in_a_commit_of_somebody_else_is_passed_over():
    assert () == from_words("By itself on 2027-02-31: nothing", 1, MOMENT).coming


def test_signs_that_would_move_the_cursor_are_shown_as_numbers():
    assert ("\\u001b[2J",) == from_words("- \x1b[2J", 1, MOMENT).changed
    assert ("\\u001b[2J",) == parsed(written(Record(1, MOMENT, ("\x1b[2J",)))).changed


def test_what_changed_is_told_since_another_record():
    before, after = site(one="1", two="1"), site(one="2", three="1")

    assert ("Pages: one", "Pages: three (new)", "Pages: two (gone)") == after.since(before, first=False).changed
    assert ("The first release here.",) == after.since(None, first=True).changed
    assert ("No field and no page: an order, the look, the software or the day.",) == after.since(
        after, first=False
    ).changed
    unknown = "What changed is not known: the release before was published from another computer."
    assert (unknown, "Page /") == after.since(None, first=False, by_address=["Page /"]).changed
    assert (unknown,) == after.since(None, first=False).changed == after.since(Record(1, MOMENT), first=False).changed


def test_of_very_many_changes_the_first_twenty_are_told():
    many = site(**{f"page-{number:02}": "1" for number in range(25)})
    changed = many.since(site(other="1"), first=False).changed

    assert (21, "Pages: page-19 (new)", "and 6 more") == (len(changed), changed[19], changed[20])


def published(coalition: Coalition, tmp_path, settings="publishconf.py"):
    return build(coalition.content, tmp_path / "public", settings, cache=tmp_path / "cache")


def records(tmp_path) -> list[tuple[str, Record]]:
    return list(all_kept(tmp_path / "cache"))


def test_what_is_published_is_kept_by_the_sum_of_its_sums_and_the_next_tells_what_changed(coalition, tmp_path):
    first = published(coalition, tmp_path)
    before = manifest.digest((tmp_path / "public" / "SHA256SUMS").read_bytes())
    coalition.change("data/membership.yaml", "kind: People", "kind: Neighbors")
    second = published(coalition, tmp_path)
    after = manifest.digest((tmp_path / "public" / "SHA256SUMS").read_bytes())

    assert {before, after} == {digest for digest, _ in records(tmp_path)}
    assert ("The first release here.",) == kept(before, tmp_path / "cache").changed
    assert ("Tiers and requirements: Kind of Friend",) == kept(after, tmp_path / "cache").changed
    assert "What changed" not in first.said
    assert "What changed since the last time:\n  Tiers and requirements: Kind of Friend\n" in second.said
    assert MOMENT == kept(after, tmp_path / "cache").moment
    assert len(manifest.read(tmp_path / "public")) == kept(after, tmp_path / "cache").files


def test_nothing_of_the_record_is_published(coalition, tmp_path):
    published(coalition, tmp_path)

    files = [path for path in (tmp_path / "public").rglob("*") if path.is_file()]
    assert not [path for path in files if b"Tiers and requirements" in path.read_bytes()]
    assert not [path for path in tmp_path.iterdir() if path.name not in ("public", "cache", "content")]


def test_what_will_change_by_itself_is_kept_without_what_waits_for_its_day(coalition, tmp_path):
    opens = "confirmed: yes, opens: 2027-01-01, closes: 2027-02-01}"
    coalition.change("data/membership.yaml", "confirmed: yes}", opens)
    page = "---\ntitle: A surprise\ndescription: What comes at New Year.\ndate: 2027-01-01\n---\n\nHush.\n"
    coalition.write("pages/news/surprise.md", page)
    published(coalition, tmp_path)

    ((_, one),) = records(tmp_path)
    assert one.coming == (
        Coming(date(2027, 1, 1), 'applications for "Partner" open'),
        Coming(date(2027, 2, 2), 'applications for "Partner" are closed'),
    )


def test_a_preview_and_a_site_that_did_not_change_leave_no_record(coalition, tmp_path):
    published(coalition, tmp_path, "pelicanconf.py")
    assert [] == records(tmp_path)

    published(coalition, tmp_path)
    (before,) = records(tmp_path)
    published(coalition, tmp_path)
    assert [before] == records(tmp_path)


def test_a_record_that_is_gone_is_made_anew_by_the_next_build(coalition, tmp_path):
    published(coalition, tmp_path)
    ((digest, before),) = records(tmp_path)
    (tmp_path / "cache" / "published" / f"{digest}.json").unlink()
    published(coalition, tmp_path)

    ((same, anew),) = records(tmp_path)
    assert (digest, before.facts) == (same, anew.facts)


def test_where_nothing_can_be_written_or_read_a_site_is_published_without_a_record(coalition, tmp_path):
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "published").write_text("in the way")

    assert 0 == published(coalition, tmp_path).status
    assert (tmp_path / "public" / "index.html").is_file()
    assert [] == records(tmp_path)


def test_the_oldest_records_go(tmp_path, monkeypatch):
    monkeypatch.setattr(record, "KEPT", 2)
    for number in range(4):
        sums = {"index.html": str(number)}
        keep(WHOLE, sums, tmp_path)
        os.utime(tmp_path / "published" / f"{manifest.digest_of(sums)}.json", (number, number))

    left = {manifest.digest_of({"index.html": number}) for number in ("2", "3")}
    assert left == {digest for digest, _ in all_kept(tmp_path)}
    (tmp_path / "published" / f"{min(left)}.json").write_text(json.dumps([]))
    assert left - {min(left)} == {digest for digest, _ in all_kept(tmp_path)}
