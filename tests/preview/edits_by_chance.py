"""Edits by chance, as people make them and mistake them, of a content folder and a theme."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from conftest import Coalition

PAGE = "---\ntitle: {0}\ndescription: About {0}.\n---\n\n## {0}\n\nSome words.\n"


@dataclass(frozen=True)
class Workplace(Coalition):
    """A content folder and a theme of its own."""

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


def speak_another_language(place: Workplace, chance: random.Random) -> None:
    site = place.read("data/site.yaml")
    if "languages:" not in site:
        place.write("data/site.yaml", f"languages: [en, {chance.choice(['es', 'es', 'fr'])}]\n{site}")


def translate_page(place: Workplace, chance: random.Random) -> None:
    speak_another_language(place, chance)
    name = place.some_page(chance).removesuffix(".md").removesuffix(".es")
    place.write(f"{name}.es.md", PAGE.format(f"Palabra {chance.random()}"))


EDITS = (
    change_text, change_text, change_two_texts, change_title, add_page, link_to_a_page,
    use_a_component, delete_page, rename_page, make_draft,
    change_tier, change_tier_title, change_navigation, change_template, change_template,
    change_style, change_words, add_picture, add_file,
    delete_file, break_text, break_data, speak_another_language, translate_page, translate_page,
)  # fmt: skip
