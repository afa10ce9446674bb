"""A file that no form can show is mended as text, and nothing of what was typed or stands there is lost."""

import pytest

from conftest import THEME
from preview.editor.backend import answer

from .asked import SITE, ask

PLACE = "data/site.yaml"
PAGE = "content/pages/membership/friend.md"


def text(coalition, path: str = SITE) -> dict:
    status, found = ask(coalition, "text", path=path)
    assert 200 == status, found
    return found


def mend(coalition, found: dict, path: str = SITE) -> tuple[int, dict]:
    return answer("saveText", {"path": path, **found}, coalition.content, THEME)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_broken_file_is_shown_as_it_stands_and_mended_there(coalition, ends, mark):
    good = coalition.read(PLACE)
    before = mark + good.replace("place: Anytown", "place: [").replace("\n", ends)
    coalition.write(PLACE, before.encode())
    found = text(coalition)
    assert good.replace("place: Anytown", "place: [") == found["text"]

    found["text"] = found["text"].replace("place: [", "place: Newtown")
    assert (200, {"message": "saved"}) == mend(coalition, found)

    after = before.replace("place: [", "place: Newtown")
    assert after.encode() == (coalition.content / PLACE).read_bytes()
    (noted,) = ask(coalition, "saves")[1]
    assert "-place: [\n+place: Newtown" in noted["files"][0]["difference"]


def test_what_is_still_wrong_is_told_by_its_lines_and_nothing_is_written(coalition):
    coalition.change(PLACE, "place: Anytown", "place: [")
    before, line = coalition.read(PLACE), coalition.line(PLACE, "place: [")
    found = text(coalition)
    first, told = mend(coalition, found)
    assert (422, [(PLACE, line)]) == (first, [(one["file"], one["line"]) for one in told["problems"]])

    found["text"] = before.replace("place: [", "place: Newtown\nplaec: here\nlanguage: xx-1")
    status, told = mend(coalition, found)

    assert 422 == status
    assert [(PLACE, line + 1), (PLACE, line + 2)] == [(one["file"], one["line"]) for one in told["problems"]][:2]
    assert before == coalition.read(PLACE)


def test_a_page_whose_first_lines_are_broken_is_mended_too(coalition):
    coalition.change("pages/membership/friend.md", "title:", "title: [x\nTitle:")
    found = text(coalition, PAGE)
    assert 422 == mend(coalition, found, PAGE)[0]

    found["text"] = found["text"].replace("title: [x\nTitle:", "title:")
    assert (200, {"message": "saved"}) == mend(coalition, found, PAGE)
    assert [] == coalition.problems()


@pytest.mark.parametrize("code", ["cp1252", "utf-16"])
def test_a_file_in_another_code_is_read_as_windows_wrote_it_and_kept_in_utf_8(coalition, code):
    wanted = coalition.read(PLACE).replace("place: Anytown", "place: Café “Anytown”")
    coalition.write(PLACE, wanted.encode(code))

    found = text(coalition)

    assert wanted == found["text"]
    assert (200, {"message": "saved"}) == mend(coalition, found)
    assert wanted == coalition.read(PLACE)


def test_what_another_program_wrote_meanwhile_is_shown_beside_it(coalition):
    coalition.change(PLACE, "place: Anytown", "place: [")
    found = text(coalition)
    coalition.change(PLACE, "place: [", "place: {")
    found["text"] = found["text"].replace("place: [", "place: Newtown")

    status, told = mend(coalition, found)
    assert (409, ["The whole file"]) == (status, [one["where"] for one in told["versions"]])
    assert "place: {\n" in coalition.read(PLACE)

    assert 200 == mend(coalition, found | {"over": told["over"]})[0]
    assert "place: Newtown\n" in coalition.read(PLACE)


def test_only_files_of_the_editor_are_shown_as_text(coalition):
    assert 422 == ask(coalition, "text", path="content/../secret.md")[0]
    assert 422 == ask(coalition, "text", path="content/pages/nowhere.md")[0]
