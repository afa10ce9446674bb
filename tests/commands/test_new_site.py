"""`make new-site`: five answers become a site that is checked and published, and says nothing that nobody said."""

from pathlib import Path

import pytest

from commands.__main__ import main
from commands.new_site import BEGINNINGS
from conftest import THEME, Coalition, build
from pdfs import pdf
from sites import words
from subjects.membership.records import MEMBERSHIP

NAME = "Alder Rowing Club"


@pytest.fixture
def make(tmp_path, capsys, monkeypatch):
    """Return what runs the command as nobody at a terminal, in an empty folder; it returns its status and its words."""
    monkeypatch.chdir(tmp_path)

    def run(*given: str, folder: str = "") -> tuple[int, str]:
        status = main(["new-site", folder, str(THEME), *given])
        told = capsys.readouterr()
        return status, told.out + told.err

    return run


def made(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_name_is_enough(make, tmp_path):
    status, told = make(NAME)

    site = Coalition(tmp_path / "content")
    assert {"data/site.yaml", "pages/index.md", "pages/privacy.md"} == made(site.content)
    assert (
        "---\ntitle: Alder Rowing Club\n"
        'description: "Alder Rowing Club: what we do, and how to take part."\nnav_title: Home\ntemplate: home\n---\n\n'
        "Welcome. This site tells what Alder Rowing Club does and how to take part.\n"
    ) == site.read("pages/index.md")
    assert "name: Alder Rowing Club\nlanguage: en\n\nfooter_navigation:\n  - page: privacy\n" in site.read(
        "data/site.yaml"
    )
    assert [] == site.problems()
    assert (0, [
        "content/: 2 pages and 1 other file. What is missing is on a list.",
        "  Look at it:         make serve",
        "  What is missing:    make check",
        "  Make it public:     make publish",
        "",
    ]) == (status, told.split("\n"))  # fmt: skip


THINGS = [
    "",
    "none",
    *(thing.called for thing in BEGINNINGS),
    "everything",
    "tiers (Friend, Patron), mission and history",
]


@pytest.mark.parametrize("things", THINGS)
def test_it_is_checked_and_published_whatever_there_is(make, tmp_path, things):
    status, told = make(NAME, "", "Alderbrook", things, folder="site")
    assert 0 == status, told

    public = build(tmp_path / "site", tmp_path / "public", "publishconf.py")
    preview = build(tmp_path / "site", tmp_path / "preview")

    assert (0, 0) == (public.status, preview.status), public.said + preview.said
    assert NAME == words(public.page().h1)
    assert "Based in Alderbrook." in words(public.page().main)
    assert "To be written" not in "".join(path.read_text("utf-8") for path in public.output.rglob("*.html"))


def test_tiers_have_the_names_that_stand_in_brackets(make, tmp_path):
    make(NAME, "", "", "Tiers (Friend of All; Patron, Łódź & Co), HISTORY", folder="site")

    site = Coalition(tmp_path / "site")
    tiers = site.check().of(MEMBERSHIP).tiers
    assert {"friend-of-all": "Friend of All", "patron": "Patron", "lodz-co": "Łódź & Co"} == {
        tier.id: tier.title for tier in tiers
    }
    assert all(not answer.items for tier in tiers for answer in tier.requirements.values())
    assert "::: pairs patron\n" in site.read("pages/membership/patron.md")


def test_names_of_tiers_that_no_file_can_have_become_numbers(make, tmp_path):
    make(NAME, "", "", "tiers (Index, 会员)", folder="site")

    assert ["tier-1", "tier-2"] == [tier.id for tier in Coalition(tmp_path / "site").check().of(MEMBERSHIP).tiers]


def test_the_longest_names_fit(make, tmp_path):
    status, told = make("A" * 90, "", "", f"everything, tiers ({'b' * 90})", "", folder="site")

    assert 0 == status, told


def test_signs_in_a_name_mean_nothing(make, tmp_path):
    name = 'The *Loud* & <b>Clear</b>: a "Club" #1 {x}'
    status, told = make(name, "", "Any: town", "everything", folder="site")
    assert 0 == status, told

    home = build(tmp_path / "site", tmp_path / "public", "publishconf.py").page()

    assert name == words(home.h1)
    assert f"This site tells what {name} does" in words(home.main)


def test_what_is_missing_is_a_list_that_says_where_to_put_it(make, tmp_path, capsys):
    make(NAME, "", "", "mission, help lines, exit link", folder="site")
    main(["check", str(tmp_path / "site"), str(THEME)])

    told = capsys.readouterr().out
    assert (
        "To do, 9 things to give or confirm:\n"
        "  - What Alder Rowing Club does, in a few sentences: Write it into pages/index.md, below the first sentence.\n"
        "  - The mission: Put it into data/site.yaml: `statements: {mission: {text: ...}}`. "
        "The line `::: statement mission` in pages/about.md shows it.\n"
        '  - Where "Exit this page" leads: It leads to Wikipedia. Keep that, or choose another plain page that '
        "remembers nobody, in data/site.yaml.\n"
        "  - The help lines: Each needs its number and the public page that says so. "
        'GUIDE.md, "Help lines", has a file to begin with.\n'
        "  - How to reach Alder Rowing Club: Put an e-mail address into data/site.yaml: `contact: ...`\n"
    ) in told


def test_an_exit_link_is_demanded_from_the_first_day(make, tmp_path):
    make(NAME, "", "", "exit link", folder="site")

    site = Coalition(tmp_path / "site")
    site.change("data/site.yaml", "exit_link:\n  url: https://www.wikipedia.org/\n  page: staying-safe\n", "")

    assert any("requires: there is no exit link" in problem for problem in site.problems())


@pytest.mark.parametrize(
    ("answer", "application"),
    [
        ("", {}),
        ("Not yet", {}),
        ("forms.example.org/join", {"url": "https://forms.example.org/join", "confirmed": False}),
        ("https://forms.example.org/join", {"url": "https://forms.example.org/join", "confirmed": False}),
        ("join@our-club.org", {"email": "join@our-club.org"}),
        ("mailto:join@our-club.org", {"email": "join@our-club.org"}),
        ("page", {"page": "membership/how-to-join"}),
        ("by invitation", {"by": "invitation"}),
        ("Talk to us", {"by": "conversation"}),
        ("PDF", {}),
    ],
)
def test_people_apply_as_the_answer_says(make, tmp_path, answer, application):
    status, told = make(NAME, "", "", "tiers", answer, folder="site")
    assert 0 == status, told

    found = Coalition(tmp_path / "site").check().of(MEMBERSHIP).application

    assert application == found.model_dump(exclude_none=True)


def test_a_pdf_on_this_computer_is_taken_over(make, tmp_path):
    (tmp_path / "Our Form.PDF").write_bytes(pdf())

    status, told = make(NAME, "", "", "tiers", "Our Form.PDF", folder="site")

    assert 0 == status, told
    site = Coalition(tmp_path / "site")
    assert pdf() == (site.content / "extra" / "our-form.pdf").read_bytes()
    assert "our-form.pdf" == site.check().of(MEMBERSHIP).application.document


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (("",), 'NAME: What is the organization called? Say NAME="...".'),
        ((NAME, "Englisch"), 'LANGUAGE: there are no words in "Englisch". Did you mean "english"?'),
        ((NAME, "de"), 'LANGUAGE: there are no words in "de". Expected one of: en, es, english, español.'),
        ((NAME, "", "", "histroy"), 'HAS: nothing is called "histroy". Did you mean "history"?'),
        ((NAME, "", "", "events"), 'HAS: nothing is called "events". '
         "Expected one of: vision, mission, values, exit link, history, tiers, help lines."),
        ((NAME, "", "", "history (old)"), 'HAS: nothing can be named of "history": leave out "(old)".'),
        ((NAME, "", "", "tiers", "http://forms.example.org"),
         'APPLY: expected an https address, found "http://forms.example.org".'),
        ((NAME, "", "", "tiers", "gone.pdf"),
         'APPLY: there is no file "gone.pdf" on this computer. Where it comes later, say PDF.'),
        ((NAME, "", "", "tiers", "by invitaton"),
         "APPLY: expected the address of a form or an e-mail address, the name of a PDF on this computer, or one of: "
         'page, PDF, by invitation, talk to us, not yet; found "by invitaton". Did you mean "by invitation"?'),
        (("x" * 91,), "NAME: name: expected at most 90 characters, found 91."),
        ((NAME, "", "", "tiers (Privacy)"), "content/pages/privacy.md:2:8: title: the same as in "
         "content/pages/membership/privacy.md. Give each page its own."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_written(make, tmp_path, given, message):
    status, told = make(*given)

    assert (1, f"  {message}") == (status, told.split("\n")[1])
    assert "1 problem in 1 file; nothing was written." == told.split("\n")[0]
    assert [] == [*tmp_path.iterdir()]


def test_all_answers_that_cannot_be_are_told_at_once(make):
    _, told = make("", "de", "", "tears", "gone")

    assert ["HAS", "LANGUAGE", "NAME"] == [line.split(":")[0].strip() for line in told.split("\n")[1:4]]


@pytest.mark.parametrize("folder", ["site", "content", "some/where else"])
def test_what_is_there_is_never_overwritten(make, tmp_path, folder):
    (tmp_path / folder).mkdir(parents=True)
    (tmp_path / folder / "letter.txt").write_text("Dear club")

    status, told = make(NAME, folder=folder)

    message = f'FOLDER: there is something in "{folder}" already. Choose another place: FOLDER=...'
    assert (1, f"  {message}") == (status, told.split("\n")[1])
    assert {"letter.txt"} == made(tmp_path / folder)


def test_an_empty_folder_is_taken(make, tmp_path):
    (tmp_path / "site").mkdir()

    assert 0 == make(NAME, folder="site")[0]
    assert [] == Coalition(tmp_path / "site").problems()


def test_beside_a_site_it_gets_a_folder_named_after_it(make, tmp_path):
    make("First")
    status, told = make(NAME)

    assert 0 == status
    assert "alder-rowing-club/: 2 pages" in told
    assert "make serve CONTENT=alder-rowing-club\n" in told
    assert [] == Coalition(tmp_path / "alder-rowing-club").problems()


def test_five_questions_are_asked_each_until_it_is_answered(make, tmp_path, monkeypatch):
    answers, asked = iter(["", NAME, "", "", "histroy", "tiers", "soon", "not yet"]), []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or next(answers))

    assert 0 == make()[0]

    questions = [question.split("\n")[-1] for question in asked]
    assert 5 == len({*questions})
    assert '  nothing is called "histroy". Did you mean "history"?' == asked[5].split("\n")[0]
    assert "pages/membership/member.md" in made(tmp_path / "content")


def test_without_tiers_nobody_asks_how_people_apply(make, monkeypatch):
    answers = iter([NAME, "", "", ""])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))

    assert 0 == make()[0]


def test_whoever_stops_has_written_nothing(make, tmp_path, monkeypatch):
    def stop(_):
        raise KeyboardInterrupt

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", stop)

    assert (1, "\nNothing was written.\n") == make()
    assert [] == [*tmp_path.iterdir()]
