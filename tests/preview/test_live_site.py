"""Whatever is edited while the preview runs, it answers with the bytes, or the report, of a build that starts anew."""

import contextlib
import io
import json
import random
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from conftest import ROOT, THEME, TODAY, Built, build, epoch
from preview.__main__ import preview_of
from preview.live_site import LiveSite
from sources.problems import report

from .edits_by_chance import EDITS, Workplace

SEEDS = range(8)
STEPS = 8
NOT_SERVED = "SHA256SUMS"  # the list that `make verify` reads
FRIEND = "pages/membership/friend.md"


@pytest.fixture
def place(coalition) -> Workplace:
    return Workplace(coalition.content, Path(shutil.copytree(THEME, coalition.content.parent / "theme")))


@pytest.fixture(autouse=True)
def no_audit(monkeypatch) -> None:
    # The preview shows what is made; a build also looks at the whole of it, and publishes nothing if it is not right.
    monkeypatch.setattr("releasing.publisher.problems_of", lambda *_: ())


@pytest.fixture
def live(place) -> LiveSite:
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(io.StringIO()):
        site = preview_of(place.content, place.theme).site
        site._builder.settings["THEME_TEMPLATES_OVERRIDES"] = place.style
        site.refresh(())
        return site


def cold(place: Workplace) -> Built:
    output = place.content.parent / "cold"
    shutil.rmtree(output, ignore_errors=True)
    return build(
        place.content,
        output,
        "pelicanconf.py",
        "-t",
        place.theme,
        "-e",
        f"THEME_TEMPLATES_OVERRIDES={json.dumps(place.style)}",
    )


def take_in(live: LiveSite, changed: set[Path]) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        live.refresh(changed)


def touched(before: dict[Path, bytes], after: dict[Path, bytes]) -> set[Path]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def assert_same(live: LiveSite, built: Built) -> None:
    """Compare the files of the live site with those of the build; or, if there are none, the problems."""
    if built.status:
        for name in live.names():
            live.answer(name)
        assert built.said.strip() == report(live.problems)
        return
    files = {
        path.relative_to(built.output).as_posix(): path.read_bytes()
        for path in built.output.rglob("*")
        if path.is_file()
    }
    files.pop(NOT_SERVED)
    assert sorted(files) == sorted(live.names())
    for name, content in files.items():
        answer = live.answer(name)
        assert answer is not None
        assert content == answer.content, name
    assert () == live.problems


@pytest.mark.parametrize("seed", SEEDS)
def test_after_any_edits_the_preview_answers_with_what_a_build_gives(place, live, seed):
    chance = random.Random(seed)
    good = place.every_file()

    for _ in range(STEPS):
        before = place.every_file()
        for _ in range(chance.choice([1, 1, 1, 2])):
            chance.choice(EDITS)(place, chance)
        take_in(live, touched(before, place.every_file()))
        built = cold(place)
        assert_same(live, built)
        if built.status and chance.random() < 0.8:  # mended, or else the next edit is made on what is broken
            now = place.every_file()
            for path in touched(good, now):
                path.unlink() if path not in good else path.write_bytes(good[path])
            take_in(live, touched(now, good))
            assert_same(live, cold(place))
        elif not built.status:
            good = place.every_file()


def test_on_the_next_day_the_preview_answers_with_what_a_build_of_that_day_gives(place, live, monkeypatch):
    application = 'application: {url: "https://forms.smallcoalition.org/partner", confirmed: yes'
    tomorrow = TODAY + timedelta(days=1)
    place.change("data/membership.yaml", application, f"{application}, opens: {tomorrow}")
    take_in(live, {place.content / "data/membership.yaml"})
    before = live.answer("membership/partner/")
    assert before.content == (cold(place).output / before.name).read_bytes()

    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(tomorrow))
    with contextlib.redirect_stdout(io.StringIO()):
        after = live.answer("membership/partner/")
    assert before.content != after.content
    assert_same(live, cold(place))


@pytest.fixture
def site(coalition) -> LiveSite:
    with contextlib.chdir(ROOT):
        return preview_of(coalition.content).site


def look(site: LiveSite, coalition, text: str) -> list[str]:
    """Add text to a page, look at the page, and return the problems."""
    coalition.write(FRIEND, coalition.read(FRIEND) + text)
    site.refresh([coalition.content.resolve() / FRIEND])
    answer = site.answer("membership/friend/")
    site.audit(answer.name)
    return [str(problem) for problem in site.problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n\n[Up](#fees)\n", ': "#fees": no place "#fees" in that page.'),
        ("\n\n[There]({filename}/pages/index.md#fees)\n", ': "/#fees": no place "#fees" in that page.'),
        ("\n\nCall 417-866-2345.\n", ': the telephone number "417-866-2345" is neither in help-lines.yaml nor'),
    ],
)
def test_what_the_audit_would_find_is_told_at_its_line_and_gone_when_mended(site, coalition, text, expected):
    good = coalition.read(FRIEND)
    assert [] == look(site, coalition, "")

    (problem,) = look(site, coalition, text)
    assert problem.startswith(f"content/{FRIEND}:{coalition.line(FRIEND, text.strip())}:")
    assert expected in problem

    coalition.write(FRIEND, good)
    assert [] == look(site, coalition, "")


def test_a_mistyped_address_gets_the_page_of_its_language(place, live):
    place.change("data/site.yaml", "place:", "languages: [en, es]\nplace:")
    take_in(live, {place.content / "data/site.yaml"})

    found = [live.answer(path) for path in ("es/membershop/", "membershop/", "fr/membershop/")]
    assert [("es/404.html", False), ("404.html", False), ("404.html", False)] == [
        (one.name, one.found) for one in found
    ]
