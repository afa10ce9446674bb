"""Advice on words stands below the to-do list and stops nothing."""

from checking.remarks import remarks_list
from documents import core, office
from pdfs import pdf
from sources.result_store import NoStore

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
