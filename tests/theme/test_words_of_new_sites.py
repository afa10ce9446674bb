"""A new site in another language: every word that nobody answered is from the files of words."""

import json
import re
import shutil
from pathlib import Path

from commands.new_site import asked, new_site
from conftest import THEME, WORDS, Coalition
from sources.words import OF_NEW_SITES, words_in

KEY = re.compile(r"(?m)^[ -]*[\w-]+:(?=\s)|^#.*schema=.*$")
MARKED = re.compile("⟦[^⟦⟧]*⟧")
# What is no word: answers that were given, names of pages, directives, and what data files say alike in all languages.
ANSWERS = ("Alderbrook", "Alder", "Single", "eo", "yes", "home", "draft", "not stated", "https://www.wikipedia.org/")
NAMES = r":::[\w -]*|^ *-? *(?:page|id|tier|template): .*$|^ *- exit-link$"


def marked(words: dict[str, str]) -> str:
    """Return a file of words in a made-up language: each marked at both ends."""
    return "".join(f"{key}: {json.dumps(f'⟦{text}⟧', ensure_ascii=False)}\n" for key, text in words.items())


def test_every_word_of_a_new_site_is_an_answer_or_from_the_files_of_words(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    theme = Path(shutil.copytree(THEME, tmp_path / "theme"))
    (theme / "words" / "eo.yaml").write_text(marked(dict(WORDS)), "utf-8")
    own = words_in(THEME, "en", folder=OF_NEW_SITES)
    (theme / OF_NEW_SITES / "eo.yaml").write_text(marked(own).replace("⟦English⟧", "Esperanto"), "utf-8")

    new_site(asked(["Alder", "Esperanto", "Alderbrook", "everything, tiers (Single)", "page"], theme, None), "", theme)

    files = {path: path.read_text("utf-8") for path in Coalition(tmp_path / "content").content.rglob("*.*")}
    assert len(files) > 8
    for path, text in files.items():
        left = KEY.sub(" ", re.sub(NAMES, " ", text, flags=re.MULTILINE))
        while MARKED.search(left):  # one may stand within another
            left = MARKED.sub(" ", left)
        for answer in ANSWERS:
            left = left.replace(answer, " ")
        assert [] == re.findall(r"[^\W\d_]{2,}", left), path.name
