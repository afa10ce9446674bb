"""Whatever is edited while the preview runs, it answers with the bytes, or the report, of a build that starts anew."""

import contextlib
import io
import json
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from conftest import ROOT, THEME, TODAY, Built, Coalition, build, epoch
from preview.__main__ import preview_of
from preview.live_site import LiveSite
from sources.problems import report

SEEDS = range(8)
STEPS = 8
PAGE = "---\ntitle: {0}\ndescription: About {0}.\n---\n\n## {0}\n\nSome words.\n"
NOT_SERVED = "SHA256SUMS"  # the list that `make verify` reads


@dataclass(frozen=True)
class Workplace(Coalition):
    """A content folder and a theme of its own, and the files that the last edits touched."""

    theme: Path

    @property
    def style(self) -> list[str]:
        """Return where templates find the style sheets, which the settings say for the project's own theme."""
        return [str(self.theme / "static")]

    def every_file(self) -> dict[Path, bytes]:
        return {
            path: path.read_bytes() for root in (self.content, self.theme) for path in root.rglob("*") if path.is_file()
        }

    def change_theme(self, file: str, old: str, new: str) -> None:
        path = self.theme / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    def pages(self) -> list[str]:
        return sorted(path.relative_to(self.content).as_posix() for path in self.content.rglob("*.md"))

    def some_page(self, chance: random.Random) -> str:
        return chance.choice(self.pages())


def change_text(place: Workplace, chance: random.Random) -> None:
    name = place.some_page(chance)
    place.write(name, place.read(name) + f"\nMore words {chance.random()}.\n")


def change_two_texts(place: Workplace, chance: random.Random) -> None:
    change_text(place, chance)
    change_text(place, chance)


def change_title(place: Workplace, chance: random.Random) -> None:
    name = place.some_page(chance)
    old = next(line for line in place.read(name).split("\n") if line.startswith("title: "))
    place.write(name, place.read(name).replace(old, f"title: Title {chance.random()}", 1))


def add_page(place: Workplace, chance: random.Random) -> None:
    name = f"added-{chance.randrange(5)}"
    place.write(f"pages/{chance.choice(['', 'membership/', 'deep/er/'])}{name}.md", PAGE.format(name))


def link_to_a_page(place: Workplace, chance: random.Random) -> None:
    name, target = place.some_page(chance), place.some_page(chance)
    place.write(name, f"{place.read(name)}\n[There]({{filename}}/{target})\n")


def use_a_component(place: Workplace, chance: random.Random) -> None:
    name = place.some_page(chance)
    component = chance.choice(["tiers", "values", "vision", "requirements", "help-lines", "nothing-known"])
    place.write(name, f"{place.read(name)}\n::: {component}\n")


def delete_page(place: Workplace, chance: random.Random) -> None:
    (place.content / place.some_page(chance)).unlink()


def rename_page(place: Workplace, chance: random.Random) -> None:
    path = place.content / place.some_page(chance)
    path.rename(path.with_name(f"renamed-{chance.randrange(5)}.md"))


def make_draft(place: Workplace, chance: random.Random) -> None:
    name = place.some_page(chance)
    place.write(name, place.read(name).replace("title: ", "status: draft\ntitle: ", 1))


def change_tier(place: Workplace, chance: random.Random) -> None:
    text = place.read("data/membership.yaml")
    place.write("data/membership.yaml", text.replace("People", f"People {chance.randrange(9)}", 1))


def change_tier_title(place: Workplace, chance: random.Random) -> None:
    text = place.read("data/membership.yaml")
    place.write("data/membership.yaml", text.replace("title: Friend", f"title: Friend {chance.randrange(9)}", 1))


def change_navigation(place: Workplace, chance: random.Random) -> None:
    text = place.read("data/site.yaml")
    page = place.some_page(chance).removeprefix("pages/").removesuffix(".md")
    place.write("data/site.yaml", text.replace("exit_link:", f"  - {{page: {page}}}\nexit_link:", 1))


def change_template(place: Workplace, chance: random.Random) -> None:
    file = chance.choice(["base.html", "page.html", "partials/footer.html", "components/tiers.html", "robots.txt"])
    path = place.theme / "templates" / file
    text = path.read_text("utf-8")
    path.write_text(f"{text}{chance.choice(['', 'x', '{% if %}', '{{ nobody.knows }}'])}", "utf-8")


def change_style(place: Workplace, chance: random.Random) -> None:
    path = place.theme / "static" / "css" / "elements.css"
    path.write_text(f"{path.read_text('utf-8')}\nmain {{ margin: {chance.randrange(9)}px }}\n", "utf-8")


def change_words(place: Workplace, chance: random.Random) -> None:
    place.change_theme("words/en.yaml", "e", chance.choice(["e", "ee"]))


def add_picture(place: Workplace, chance: random.Random) -> None:
    name = f"images/picture-{chance.randrange(3)}.svg"
    place.write(name, f'<svg xmlns="http://www.w3.org/2000/svg"><desc>{chance.random()}</desc></svg>')


def add_file(place: Workplace, chance: random.Random) -> None:
    place.write(f"extra/note-{chance.randrange(3)}.txt", f"{chance.random()}\n")


def delete_file(place: Workplace, chance: random.Random) -> None:
    for folder in ("images", "extra"):
        for path in sorted((place.content / folder).rglob("*"))[:1]:
            path.unlink()


def break_text(place: Workplace, chance: random.Random) -> None:
    name = place.some_page(chance)
    place.write(name, place.read(name) + "\n[broken]({filename}/pages/nowhere.md)\n")


def break_data(place: Workplace, chance: random.Random) -> None:
    name = chance.choice(["site", "membership", "help-lines"])
    place.write(f"data/{name}.yaml", place.read(f"data/{name}.yaml") + "\nno: [yaml\n")


EDITS = (
    change_text,
    change_text,
    change_two_texts,
    change_title,
    add_page,
    link_to_a_page,
    use_a_component,
    delete_page,
    rename_page,
    make_draft,
    change_tier,
    change_tier_title,
    change_navigation,
    change_template,
    change_template,
    change_style,
    change_words,
    add_picture,
    add_file,
    delete_file,
    break_text,
    break_data,
)


def files_below(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def place(coalition) -> Workplace:
    return Workplace(coalition.content, Path(shutil.copytree(THEME, coalition.content.parent / "theme")))


@pytest.fixture(autouse=True)
def no_audit(monkeypatch) -> None:
    # The preview shows what is made; a build also looks at the whole of it, and publishes nothing if it is not right.
    monkeypatch.setattr("publication.site_builder.problems_of", lambda *_: ())


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
