"""`make new-page`: a draft that needs nothing but its text."""

import io
import subprocess
import sys

import pytest

from commands.__main__ import main
from conftest import ROOT, THEME, Coalition
from programs import environment, not_on_windows, set_up


def run(coalition: Coalition, capsys, *given: str) -> tuple[int, str]:
    """Run the command as nobody at a terminal; return its status and all it said."""
    status = main(["new-page", str(coalition.content), str(THEME), *given])
    told = capsys.readouterr()
    return status, told.out + told.err


def test_a_new_page_is_a_draft_that_is_valid(coalition, capsys):
    status, told = run(coalition, capsys, "events/gala", "The gala: 2027")

    assert (
        '---\ntitle: "The gala: 2027"\ndescription: "To be written: one sentence on The gala: 2027."\n'
        "status: draft\n---\n\nTo be written.\n"
    ) == coalition.read("pages/events/gala.md")
    assert [] == coalition.problems()
    assert (0, "content/pages/events/gala.md: a draft, seen only in the preview.") == (status, told.split("\n")[0])
    assert 'Write its text and its description. Delete the line "status: draft" when it may go public.\n' in told


def test_it_is_shown_in_the_preview_and_not_published(coalition, capsys):
    run(coalition, capsys, "events/gala", "Gala")

    assert "To be written." in coalition.build().page("events/gala").text
    assert not (coalition.build("publishconf.py").output / "events").exists()


@pytest.mark.parametrize("name", ["plan", "pages/plan", "content/pages/plan.md", " plan "])
def test_a_page_may_be_named_as_its_file_is(coalition, capsys, name):
    assert 0 == run(coalition, capsys, name, "Plan")[0]
    assert (coalition.content / "pages" / "plan.md").exists()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "membership/friend",
            "content/pages/membership/friend.md: this page is there already. Choose another name, or change that page.",
        ),
        (
            "Events/gala",
            'content/pages/Events/gala.md: the name "Events" becomes part of an address: '
            'use small letters, digits and single hyphens, such as "events".',
        ),
        (
            "../secret",
            'content/pages/../secret.md: the name ".." becomes part of an address: '
            "use small letters, digits and single hyphens.",
        ),
        ("aux", 'content/pages/aux.md: the name "aux" is one that Windows keeps for itself. Choose another.'),
    ],
)
def test_a_name_that_no_page_can_have_is_refused(coalition, capsys, name, message):
    before = sorted(coalition.content.rglob("*"))

    status, told = run(coalition, capsys, name, "New")

    assert (
        1,
        f'1 problem in 1 file; nothing was changed.\n  {message}\n  See GUIDE.md, "Adding a page".\n',
    ) == (
        status,
        told,
    )
    assert before == sorted(coalition.content.rglob("*"))


def test_a_title_that_another_page_has_is_refused(coalition, capsys):
    status, told = run(coalition, capsys, "friends", "Friend")

    assert 1 == status
    assert "membership/friend.md:2:8: title: the same as in content/pages/friends.md. Give each page its own." in told
    assert not (coalition.content / "pages" / "friends.md").exists()


def test_what_is_not_said_is_asked_for(coalition, capsys, monkeypatch):
    answers, asked = iter(["plan", "The plan"]), []
    monkeypatch.setattr("sys.stdin", io.StringIO())
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or next(answers))

    assert 0 == run(coalition, capsys, "", "")[0]

    assert ["Which page, such as events/gala? ", "Which title? "] == asked
    assert "title: The plan\n" in coalition.read("pages/plan.md")


def test_where_nobody_can_answer_it_says_what_to_say(coalition, capsys):
    assert (2, 'Which page, such as events/gala? Say PAGE="..."\nWhich title? Say TITLE="..."\n') == (
        run(coalition, capsys, "", "")
    )


@not_on_windows("it has no make")
def test_make_hands_on_what_was_typed_and_runs_none_of_it(coalition, tmp_path):
    title = 'It\'s "$5" & `id`; $(id) $$ #1'
    project = set_up(tmp_path, f'exec "{sys.executable}" "$@"')
    for name in ("theme", "plugins"):
        (project / name).symlink_to(ROOT / name)

    done = subprocess.run(
        ["make", "new-page", "PAGE=plan", f"TITLE={title}"],
        cwd=project, env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert 0 == done.returncode, done.stderr
    assert title in [page.front_matter.title for page in coalition.check(production=False).pages]
