"""Another language is another file of words: nothing that the theme or a plugin shows stands anywhere else."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, NavigableString

from commands.new_page import new_page
from commands.tiers import NewTier, new_tier
from conftest import THEME, Built, Coalition, build
from documents import one_of_each
from publishing import own_settings
from rasters import picture
from sites import HARBOR_CONTENT
from sources.words import NOUNS, words_in
from subjects.membership.records import MEMBERSHIP

from .one_of_each import FILES

RULES = ("plural", "alphabet")  # of the language, which are no words
WORDS = {key: text for key, text in words_in(THEME, "en").items() if key not in RULES}
# Shown in parts, or where there is nothing else: tests of events look at it.
ELSEWHERE = (
    *(key for key in WORDS if key.startswith("rule_")),
    "months",
    "shared_mark",
    "weekdays",
    "events_none",
    "languages",
    "translation_behind",
    "in_en",
    "in_es",
    "shared_mark",
)
OPEN, CLOSE = "⟦", "⟧"
MARKED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
SPOKEN = ("aria-label", "alt", "title", "placeholder", "abbr", "data-words", "content")
KEY = re.compile(r"(?m)(?:^[ -]*|[{,] ?)[\w-]+:(?=\s)")
SHOWN_ELSEWHERE = {"description", "og:title", "og:description"}  # by search engines and messengers
TEXT_FILES = ("*.md", "*.yaml")
FORM = """url: https://apply.harbor-food-alliance.org/pantry?season=summer
      confirmed: yes
      opens: 2026-07-01
      closes: 2026-09-30
      opens_again: 2027-07-01"""
TALK = "by: conversation"
WAYS = {
    "Talker": "by: conversation, page: about",
    "Guest": "by: invitation, page: about",
    "Waiter": "full: yes, wait_list: {page: about}",
}
PLACES = "https://pantry-line.harbor-food-alliance.org/"
DEAF = f'relay: "555-0144"\n    chat: {PLACES}chat\n    video: {PLACES}video\n    confidentiality: Nobody is told.'


def marked(key: str, text: str) -> str:
    """Return some words in the made-up language: marked at both ends, so that it is seen where they are shown."""
    between = ", " if key in ("months", "weekdays") else " | "  # between forms for one and for several
    return between.join(f"{OPEN}{part}{CLOSE}" for part in text.split(between))


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> tuple[Built, Coalition]:
    """Build a coalition that uses every component, in the made-up language."""
    folder = tmp_path_factory.mktemp("second-language")
    coalition = Coalition(Path(shutil.copytree(HARBOR_CONTENT, folder / "content")))
    every_fact_in_use(coalition)
    one_of_every_kind(coalition)
    theme = Path(shutil.copytree(THEME, folder / "theme"))
    words = [f"{key}: {json.dumps(marked(key, text), ensure_ascii=False)}\n" for key, text in WORDS.items()]
    (theme / "words" / "eo.yaml").write_text("".join(words), "utf-8")
    new_page("notes", "Notes", coalition.content, theme)
    a_tier_of_every_way(coalition, theme)
    settings = own_settings(folder, f"THEME = {str(theme)!r}\nPRODUCTION = False")
    return build(coalition.content, folder / "output", settings, address="https://harbor-food-alliance.org"), coalition


def every_fact_in_use(coalition: Coalition) -> None:
    """Change facts and pages, so that every word of the theme about them is shown somewhere."""
    coalition.change("data/site.yaml", "language: en", "language: eo")
    coalition.change("data/site.yaml", "wikipedia.org/", "wikipedia.org/\n  page: help")
    plain = "\n    in_plain_words: {text: We share food., confirmed: "
    coalition.change("data/site.yaml", "is eaten on the Isle of Sallow.", f"food.{plain}no}}")
    coalition.change("data/site.yaml", 'eats together\\""', f'eats together\\""{plain}yes}}')
    coalition.change("data/site.yaml", "place:", "repository: {url: https://github.com/harbor/site}\nplace:")
    (coalition.content / "pages" / "404.md").unlink()
    coalition.change("data/help-lines.yaml", "hours:", f"area: The island\n    {DEAF}\n    hours:")
    coalition.change("data/help-lines.yaml", "2026-10-05", "2025-10-05")
    coalition.change("pages/about.md", "review_every: 6 months", "review_every: 1 month")
    coalition.change("data/membership.yaml", "a form to come, opens: 2027-03-01", "a form to come")
    coalition.change("data/membership.yaml", "paused: {reason: The shore is being repaired., until: 2027-05-01}", TALK)
    coalition.change("data/membership.yaml", FORM, "document: pdf.pdf\n      who_runs: The pantry")
    coalition.change(
        "data/membership.yaml", "fee: not stated", "fee: [free, $5k a year, yes, 'Note: [Ask](about.md).']"
    )
    coalition.change("data/membership.yaml", "title: Fee per season", "title: Fee per season, help: What you pay.")
    notes = "".join(f"> [!{kind}]\n> Boats\n\nThen\n\n" for kind in ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"))
    coalition.write(
        "pages/help.md",
        "---\ntitle: Help\ndiscreet: yes\ndescription: Call.\nformerly: aid\n---\n\n"
        "::: help-lines\n\n::: statement mission\n\n::: statement vision\n\n"
        f"~~Late~~ early[^1]\n\n- [ ] Bread\n- [x] Soup\n\n{notes}[^1]: In the morning.\n",
    )


def a_tier_of_every_way(coalition: Coalition, theme: Path) -> None:
    """Add a tier that is closed, and one for each way to join."""
    category = MEMBERSHIP.record(MEMBERSHIP.nodes(coalition.content)).categories[-1].id
    new_tier(NewTier("visitor", "Visitor", category, "For those who visit."), coalition.content, theme)
    coalition.change("data/membership.yaml", "    title: Visitor\n", "    title: Visitor\n    closed: yes\n")
    for title, way in WAYS.items():
        new_tier(NewTier(title.lower(), title, category, "For some."), coalition.content, theme)
        form = f"      url: https://forms.example.org/{title.lower()}\n      confirmed: no\n"
        coalition.change("data/membership.yaml", f"application:\n{form}", f"application: {{{way}}}\n")


def one_of_every_kind(coalition: Coalition) -> None:
    """Add files, news, events, people, members and resources, of which every word is shown somewhere."""
    for ending, content in one_of_each().items():
        coalition.write(f"extra/{ending[1:]}{ending}", content)
    links = " ".join(f"[Take]({ending[1:]}{ending})" for ending in one_of_each())
    coalition.write("pages/take.md", f"---\ntitle: Take\ndescription: Papers.\n---\n\n{links}\n")
    for number in range(51):  # more than a page of a list shows, and all of it out of date
        days = f"date: 2026-01-{number % 28 + 1}\nexpires: 2026-02-01\ncorrected: [{{on: 2026-01-30, what: Bread}}]\n"
        about = f"title: Bread {number}\ndescription: Take bread {number}.\n"
        coalition.write(f"pages/news/bread-{number}.md", f"---\n{about}{days}---\n\nBread.\n")
    coalition.write("pages/bread.md", "---\ntitle: Bread\ndescription: Bread.\n---\n\n::: news 2026 2\n")
    for name, data in FILES.items():
        coalition.write(f"data/{name}.yaml", data)
    coalition.write("images/bread.png", picture("png"))
    lists = "\n\n".join(f"::: {name}" for name in ("events next 2", "people", "members", "resources"))
    coalition.write("pages/lists.md", f"---\ntitle: Lists\ndescription: Bread and salt.\n---\n\n{lists}\n")


def said(page: BeautifulSoup) -> Iterator[str]:
    """Yield what a page tells people, by sight or by ear."""
    for text in page.find_all(string=True):
        if type(text) is NavigableString and text.find_parent(["style", "script"]) is None:
            yield str(text)
    for element in page.find_all(True):
        if (
            element.name != "meta"
            or element.get("name") == "description"
            or element.get("property") in ("og:title", "og:description")
        ):
            yield from (element[name] for name in SPOKEN if element.has_attr(name))


def unmarked(text: str) -> str:
    """Return a text without what came from the file of words, and without the address at the foot of a printed page."""
    text = re.sub(r"(?<!\S)(?:https:/)?/\S*", " ", text)
    while MARKED.search(text):
        text = MARKED.sub(" ", text)
    return text


def letters(text: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"[^\W\d_]{2,}", text)}


def test_every_word_on_a_page_is_the_coalitions_or_from_the_file_of_words(built):
    done, coalition = built
    assert 0 == done.status, done.said
    files = [path for ending in TEXT_FILES for path in coalition.content.rglob(ending)]
    own = letters(" ".join(KEY.sub(" ", path.read_text("utf-8")) for path in files))
    pages = sorted(done.output.rglob("*.html"))

    assert len(pages) > 10
    for path in pages:
        soup = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        assert "eo" == soup.html["lang"]
        assert set() == letters(unmarked(" ".join(said(soup)))) - own, path.relative_to(done.output)


def test_every_word_of_the_file_can_be_shown(built):
    done, _ = built
    shown = " ".join(
        " ".join(said(BeautifulSoup(path.read_text("utf-8"), "html.parser"))) for path in done.output.rglob("*.html")
    )
    whole = {key: marked(key, text) for key, text in WORDS.items()}
    for noun in NOUNS:
        whole = {key: text.replace(f"{{{noun}}}", whole[noun]) for key, text in whole.items()}
    never = [key for key, text in whole.items() if "{" not in text and key not in ELSEWHERE and text not in shown]

    assert [] == never
