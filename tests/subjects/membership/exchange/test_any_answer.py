"""Any answer with a meaning, in any cell: CSV out and in gives the same typed text, and the same meaning."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sites import HARBOR_CONTENT
from sources.spreadsheets.cells import read_rows
from sources.yaml.document import parse
from sources.yaml.edit import replaced
from subjects.membership.answers.doubts import doubt
from subjects.membership.answers.reading import answer
from subjects.membership.exchange.csv_file import edited_values, rows
from subjects.membership.records import MEMBERSHIP, Membership

from .test_any_cell import SAVED, saved

WORDS = st.sampled_from(
    ["in the members' area", "see [the rules](/about/)", "under 100 employees", "for *all*", "now: ask"]
)
SAID = st.sampled_from(["yes", "No", "TRUE", "FALSE", "\u2713", "\u2717", "\u2714\ufe0f"])
AMOUNTS = st.sampled_from(["5", "5k", "1,500.00", "1.500,00", "12,50", "0"])
PRICES = st.builds("{}{}{}".format, st.sampled_from(["$", "\u20ac", "USD ", "CA$"]), AMOUNTS, st.sampled_from(
    ["", " a year", "/month", " once", " under 100 employees", " (students)", " p.a., for nonprofits"]))  # fmt: skip
NUMBERS = st.builds("{}{}".format, st.sampled_from(["3", "1,500", "75", "unlimited"]), st.sampled_from(["", " seats"]))
ANSWERS = st.one_of(
    SAID,
    st.builds("{}{}{}".format, SAID, st.sampled_from([", ", ": ", " - "]), WORDS),
    st.builds("{} ({})".format, SAID, WORDS),
    PRICES,
    NUMBERS,
    WORDS,
    st.sampled_from(["free", "Free for students", "Open", "[[history]]", "-5", "+1", "=1", "@us", "'TRUE", "'=1"]),
)
NOTES = st.none() | st.sampled_from(
    ["Note: Ask us.", "Note: =1+1", "Note: 'TRUE", "Note: see [us](/about/), and: ask #1"]
)


@settings(max_examples=60)
@given(texts=st.lists(ANSWERS, min_size=1, max_size=3), note=NOTES, form=SAVED)
def test_csv_out_and_in_gives_the_same_typed_text(tmp_path_factory, texts, note, form):
    original = (HARBOR_CONTENT / MEMBERSHIP.path).read_text("utf-8")
    wanted = answer([*texts, *([note] if note else [])])
    before = replaced(original, {("tiers", 2, "requirements", "fee"): tuple(wanted.lines)}, Membership)
    membership = MEMBERSHIP.record(parse(before, "", model=Membership))
    assert wanted == membership.tiers[2].requirements["fee"]
    assert not any(map(doubt, texts))

    path = tmp_path_factory.mktemp("saved") / "tiers.csv"
    path.write_bytes(saved(rows(membership), *form))

    assert {} == edited_values(read_rows(path, "import-tiers", "id"), membership, "tiers.csv")
    blank = MEMBERSHIP.record(parse(original, "", model=Membership))
    path.write_bytes(saved(rows(membership), *form))
    after = replaced(original, edited_values(read_rows(path, "import-tiers", "id"), blank, "tiers.csv"), Membership)
    found = MEMBERSHIP.record(parse(after, "", model=Membership)).tiers[2].requirements["fee"]
    assert (wanted, wanted.lines) == (found, found.lines)
