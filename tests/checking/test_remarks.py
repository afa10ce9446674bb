"""Advice on words stands below the to-do list and stops nothing."""

import re
import sys
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checking.remarks import abbreviation_remarks, remarks_list, wording_remarks
from documents import core, office
from pdfs import pdf
from sources.result_store import NoStore
from sources.text import position
from subjects.site.records import Wording

WORDING = "wording: [{avoid: [victims], instead: survivors}]\nplace:"


def advise(coalition, *fields: str) -> str:
    coalition.change("data/site.yaml", "place:", WORDING)
    front = "\n".join(["---", "title: Old", "description: Old.", *fields, "---", "", "We help victims of HT.", ""])
    coalition.write("pages/old.md", front)
    return remarks_list(coalition.check(), NoStore())


def test_words_to_think_about_are_listed_at_their_line_and_published(coalition):
    all_remarks = advise(coalition, "lead: For victims.")

    assert all_remarks == (
        "Wording, 3 places to think about:\n"
        '  - content/pages/old.md:2:1: "victims": think of survivors.\n'
        '  - content/pages/old.md:7:9: "victims": think of survivors.\n'
        '  - content/pages/old.md:7:20: "HT" is explained nowhere on the page: write its long name and (HT), once.\n'
        '  See GUIDE.md, "Plain words".'
    )
    built = coalition.build("publishconf.py")
    assert 0 == built.status
    assert ", 3 places to think about; `make check` lists them.\n" in built.said
    assert '"victims"' not in built.said


def test_the_coalitions_own_words_are_asked_only_to_explain_short_forms(coalition):
    assert '"victims"' not in advise(coalition, "verbatim: yes")
    assert '"HT" is explained nowhere' in remarks_list(coalition.check(), NoStore())


def test_without_remarks_there_is_no_list(coalition):
    assert "" == remarks_list(coalition.check(), NoStore())


def test_a_document_that_names_somebody_is_remarked_on(coalition):
    coalition.write("extra/form.docx", office(".docx", core("Jane Roe")))
    coalition.write("extra/flyer.pdf", pdf(lambda file: file.add_metadata({"/Author": "Microsoft Office User"})))

    assert remarks_list(coalition.check(), NoStore()) == (
        "Names in files, 1 file to think about:\n"
        '  - content/extra/form.docx: its properties, comments or changes name "Jane Roe", which everybody can read '
        "who has the file. If this is not meant, take the name out and save it again.\n"
        '  See GUIDE.md, "Site settings".'
    )


def test_whoever_may_be_named_may_be_an_author(coalition):
    approved = "approved_people:\n  - {name: Jane Roe, agreed: 2026-01-01}\n"
    coalition.write("data/site.yaml", coalition.read("data/site.yaml") + approved)
    coalition.write("extra/form.docx", office(".docx", core("Jane Roe")))

    assert "" == remarks_list(coalition.check(), NoStore())


BETTER = [Wording(avoid=("victim", "victims"), instead="survivor"), Wording(avoid=("act now",), instead="calm words")]


def remarks(text: str) -> list[tuple[int, int, str]]:
    return [(*position(text[:offset]), message) for offset, message in wording_remarks(text, BETTER)]


def unexplained(text: str) -> list[str]:
    return [message.split('"')[1] for _, message in abbreviation_remarks(text, ["CATE"])]


def test_a_word_is_found_with_its_place_and_a_better_one():
    assert [
        (3, 6, '"Victims": think of survivor.'),
        (4, 3, '"Act now": think of calm words.'),
    ] == remarks("One.\n\nFor *Victims* of it.\n- Act\nnow!")


@pytest.mark.parametrize(
    "text",
    [
        "Victimless, the VictimsFund",
        "`victims`",
        "```\nvictims\n```",
        "[list](/victims/)",
        "https://victims.org/",
        "::: victims",
    ],
)
def test_other_words_code_and_addresses_are_left_alone(text):
    assert [] == remarks(text)


def test_a_short_form_that_is_explained_on_the_page_is_fine():
    assert [] == unexplained("CATE knows the International Institute (IISTL). IISTL helps. `YAML` and Title IX.")


def test_a_short_form_that_nobody_explained_is_found_once():
    assert ["IISTL", "R&R", "RSVP"] == unexplained("IISTL began the R&R coalition. IISTL asked for RSVPs.")


# A dotted and a dotless i, a dot to be put upon one, a long s, a sharp one, the sign of Kelvin, two signs of micro.
LETTERS = st.sampled_from([*"iI\u0130\u0131\u0307sS\u017f\u00dfkK\u212aaA\u00b5\u03bc", " ", "\n"])
FORMS = st.lists(LETTERS, min_size=1, max_size=4).map("".join).filter(str.strip)


@given(st.lists(FORMS, min_size=1, max_size=3), st.lists(st.one_of(LETTERS, FORMS), max_size=30).map("".join))
@settings(max_examples=1000)
def test_a_form_whose_letters_a_text_lacks_is_not_in_it(forms, text):
    better = [Wording(avoid=(form.strip(),), instead="another") for form in forms]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("checking.remarks._parts", lambda forms: [()])
        looked_for = list(wording_remarks(text, better))

    assert looked_for == list(wording_remarks(text, better))


def test_a_word_is_found_in_all_letters_that_a_search_without_case_takes_for_its_own():
    cased = "".join(
        c for c in map(chr, range(sys.maxunicode + 1)) if c not in "\n" and {c} != {c.lower(), c.upper(), c.casefold()}
    )
    for letter in cased:
        better = [Wording(avoid=(letter,), instead="another")]
        alike = re.findall(letter, cased, re.IGNORECASE)
        assert letter in alike
        assert all(list(wording_remarks(one, better)) for one in alike)


def test_a_page_full_of_links_without_an_end_is_read_in_no_time():
    """Twice the signs may cost three times the time, never four."""

    def seconds(times: int) -> float:
        start = process_time()
        list(wording_remarks("](" * times, BETTER))
        return process_time() - start

    assert min(seconds(20_000 + one) for one in range(3)) < 3 * min(seconds(10_000 + one) for one in range(3)) + 0.02


def test_a_link_without_https_leads_to_https_and_asks_to_look_once(coalition):
    text = "---\ntitle: Old\ndescription: Old.\n---\n\nSee [Missouri](http://www.mo.gov/) or https://www.mo.gov/.\n"
    coalition.write("pages/old.md", text)

    assert remarks_list(coalition.check(), NoStore()) == (
        "Links, 1 place to think about:\n"
        '  - content/pages/old.md:6:16: "http://www.mo.gov/" leads to https on the site, which nobody can listen to. '
        "Open it once to see that it is there, and write it so.\n"
        '  See GUIDE.md, "Changing a sentence".'
    )
