"""What the editor reads, and what it may write."""

import json
from base64 import b64encode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import ROOT, THEME, Coalition
from preview.editor.backend import answer

CONTENTS = (ROOT / "content", ROOT / "tests" / "coalitions" / "small", ROOT / "tests" / "coalitions" / "harbor")
TIERS = "content/data/membership.yaml"
SITE = "content/data/site.yaml"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(4) + b"IHDR" + bytes(20)
OUTSIDE = "the editor writes only pages, data files and pictures."


def ask(coalition: Coalition, action: str, **params):
    return answer(action, params, coalition.content, THEME)


def read(coalition: Coalition, path: str) -> dict:
    status, found = ask(coalition, "getEntry", path=path)
    assert 200 == status, found
    return json.loads(found["data"])


def save(coalition: Coalition, path: str, values: dict, **more):
    raw = json.dumps(values)
    return ask(coalition, "persistEntry", dataFiles=[{"path": path, "raw": raw, **more}], assets=[])


def every_file(content) -> list[str]:
    found = [*content.rglob("pages/**/*.md"), *content.rglob("data/*.yaml")]
    return sorted(f"content/{path.relative_to(content).as_posix()}" for path in found)


@pytest.mark.parametrize("content", CONTENTS, ids=lambda path: path.name)
def test_every_file_read_and_saved_unchanged_stays_byte_for_byte(content, tmp_path):
    link = Coalition(content) if content.name == "content" else Coalition(tmp_path / "content")
    if content.name != "content":
        link.content.symlink_to(content)
    for path in every_file(link.content):
        before = (link.content.parent / path).read_bytes()

        assert (200, {"message": "saved"}) == save(link, path, read(link, path))
        assert before == (link.content.parent / path).read_bytes()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_file_spelled_in_any_way_and_saved_unchanged_stays_byte_for_byte(data, coalition):
    original = coalition.read("data/membership.yaml")
    spelled = original
    for old, others in {
        "joining: Yes": ["joining: 'Yes'", "joining: >-\n        Yes", 'joining: "Yes"', "joining: [Yes]"],
        "kind: People": ["kind:\n        # who\n        - People", "kind:   People ", "kind: 012", "kind: No"],
        "confirmed: no}": ["confirmed: No}", "confirmed: FALSE}", "confirmed: 'no' }"],
        "title: Friend": ["title: Friend\n\n    # a note", "title:\n      Friend"],
    }.items():
        spelled = spelled.replace(old, data.draw(st.sampled_from([old, *others])))
    ends = data.draw(st.sampled_from(["\n", "\r\n"]))
    spelled = data.draw(st.sampled_from(["", "\ufeff"])) + spelled.replace("\n", ends)
    coalition.write("data/membership.yaml", spelled)

    assert (200, {"message": "saved"}) == save(coalition, TIERS, read(coalition, TIERS))
    assert spelled.encode() == (coalition.content / "data/membership.yaml").read_bytes()
    coalition.write("data/membership.yaml", original)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["yes", "a: b", "- x", "\n", "\0"]),
    lambda below: (
        st.lists(below, max_size=3) | st.dictionaries(st.sampled_from(["id", "title", "x"]), below, max_size=3)
    ),
    max_leaves=6,
)


def spots(value, path=()):
    """Yield the path of everything in a value."""
    yield path
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in below:
        yield from spots(inner, (*path, step))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_sent_the_files_stay_free_of_problems(data, coalition):
    path = data.draw(st.sampled_from([file for file in every_file(coalition.content) if "404" not in file]))
    name = path.removeprefix("content/")
    before = coalition.read(name)
    values = read(coalition, path)
    *way, last = data.draw(st.sampled_from([spot for spot in spots(values) if spot]))
    holder = values
    for step in way:
        holder = holder[step]
    holder[last] = data.draw(JSON)

    status, found = save(coalition, path, values)

    assert (status, [*found]) in [(200, ["message"]), (400, ["error"]), (422, ["error"])]
    assert [] == coalition.problems()
    assert status == 200 or before == coalition.read(name)
    coalition.write(name, before)


def test_texts_are_what_was_typed_and_nothing_is_guessed(coalition):
    coalition.change("data/membership.yaml", "kind: People", "kind: [No, 012, 1.10, 2024-01-02]")

    values = read(coalition, TIERS)

    assert "No\n012\n1.10\n2024-01-02" == values["tiers"][1]["requirements"]["kind"]
    assert "no" == values["tiers"][1]["application"]["confirmed"]


def test_a_change_changes_its_line_and_no_other(coalition):
    before = coalition.read("data/membership.yaml")
    values = read(coalition, TIERS)
    values["tiers"][1]["application"]["confirmed"] = "no"
    values["tiers"][1]["requirements"]["kind"] = "People, and pets"

    save(coalition, TIERS, values)

    assert before.replace("kind: People", "kind: People, and pets") == coalition.read("data/membership.yaml")


def test_a_new_criterion_is_not_stated_for_any_tier(coalition):
    values = read(coalition, TIERS)
    values["groups"][0]["criteria"].append({"id": "dues", "title": "Dues"})

    assert (200, {"message": "saved"}) == save(coalition, TIERS, values)

    text = coalition.read("data/membership.yaml")
    assert "      - {id: dues, title: Dues}\n" in text
    assert 2 == text.count("      dues: not stated\n")


def test_a_criterion_that_goes_takes_its_answers_along(coalition):
    values = read(coalition, TIERS)
    del values["groups"][0]["criteria"][0]

    assert (200, {"message": "saved"}) == save(coalition, TIERS, values)
    assert "kind:" not in coalition.read("data/membership.yaml")


def test_what_was_left_empty_is_left_out(coalition):
    before = coalition.read("data/site.yaml")
    values = read(coalition, SITE)
    values |= {"contact": "", "share_image": {"file": "", "words": None}, "wording": [], "forbidden_words": None}

    assert (200, {"message": "saved"}) == save(coalition, SITE, values)
    assert before == coalition.read("data/site.yaml")


def test_what_is_needed_and_left_empty_is_refused(coalition):
    values = read(coalition, SITE)
    values["name"] = ""

    assert (422, {"error": "content/data/site.yaml:1:7: name: expected text, found nothing."}) == (
        save(coalition, SITE, values)
    )


def test_a_refusal_says_what_make_check_would_and_writes_nothing(coalition):
    before = coalition.read("data/membership.yaml")
    values = read(coalition, TIERS)
    values["tiers"][0]["category"] = "iner"

    status, found = save(coalition, TIERS, values)

    assert before == coalition.read("data/membership.yaml")
    coalition.change("data/membership.yaml", "category: inner", "category: iner")
    assert (422, coalition.problems()) == (status, found["error"].split("\n"))


def test_a_mistake_elsewhere_keeps_nobody_from_saving(coalition):
    coalition.change("pages/membership/friend.md", "::: standards outer", "::: standards outter")
    values = read(coalition, SITE)

    assert (200, {"message": "saved"}) == save(coalition, SITE, values | {"place": "Othertown"})
    assert "place: Othertown\n" in coalition.read("data/site.yaml")


def test_a_change_made_meanwhile_in_another_program_stays(coalition):
    values = read(coalition, SITE)
    coalition.change("data/site.yaml", "place: Anytown", "place: Othertown")

    save(coalition, SITE, values | {"short_name": "Tiny"})

    assert "short_name: Tiny\nplace: Othertown\n" in coalition.read("data/site.yaml")


def test_a_page_moves_only_if_no_link_breaks(coalition):
    path = "content/pages/membership/friend.md"
    values = read(coalition, path)

    assert (200, {"message": "saved"}) == save(coalition, path, values, newPath="content/pages/friend.md")

    assert not (coalition.content / "pages/membership/friend.md").exists()
    path = "content/pages/membership/index.md"
    status, found = save(coalition, path, read(coalition, path), newPath="content/pages/all.md")
    assert (422, True) == (status, "navigation" in found["error"])
    assert (coalition.content / "pages/membership/index.md").exists()


def test_a_file_that_cannot_be_read_is_listed_and_says_why_when_it_is_opened(coalition):
    coalition.write("pages/plan.md", "no front matter")

    _, listed = ask(coalition, "entriesByFolder", folder="content/pages", extension="md", depth=10)
    refused = ask(coalition, "getEntry", path="content/pages/plan.md")

    assert {"title": "pages/plan.md (cannot be read)"} == json.loads(
        next(file["data"] for file in listed if file["file"]["path"] == "content/pages/plan.md")
    )
    assert 422 == refused[0]
    assert refused[1]["error"].startswith("content/pages/plan.md:1:1: expected the page to begin with a line")


def test_a_file_that_is_missing_is_told(coalition):
    for action in ("getEntry", "getMediaFile"):
        assert (422, {"error": "content/pages/plan.md: this file is missing."}) == (
            ask(coalition, action, path="content/pages/plan.md")
        )


def picture(name: str, content: bytes = PNG) -> dict:
    return {"path": f"content/images/{name}", "content": b64encode(content).decode(), "encoding": "base64"}


def test_a_picture_is_taken_and_then_waits_for_its_entry(coalition):
    status, found = ask(coalition, "persistMedia", asset=picture("map.png"))

    assert (200, "map.png") == (status, found["name"])
    assert [found] == ask(coalition, "getMedia", mediaFolder="content/images")[1]
    assert 1 == len(coalition.problems())
    values = read(coalition, "content/data/images.yaml")
    entry = {"file": "map.png", "rights": "Drawn for the tests", "people": "no"}
    assert (200, {"message": "saved"}) == save(coalition, "content/data/images.yaml", values | {"images": [entry]})
    assert [] == coalition.problems()


def test_a_picture_with_hidden_notes_is_refused(coalition):
    noted = b"\xff\xd8\xff\xe1\x00\x10Exif\x00\x00" + bytes(8) + b"\xff\xd9"

    status, found = ask(coalition, "persistMedia", asset=picture("map.jpg", noted))

    assert 422 == status
    assert "content/images/map.jpg: this picture carries hidden notes" in found["error"]
    assert not (coalition.content / "images" / "map.jpg").exists()


def test_a_page_is_deleted_unless_a_link_leads_to_it(coalition):
    coalition.write("pages/plan.md", "---\ntitle: Plan\ndescription: A plan.\n---\n")

    assert (200, {"message": "deleted"}) == ask(coalition, "deleteFiles", paths=["content/pages/plan.md"])

    assert not (coalition.content / "pages/plan.md").exists()
    assert 422 == ask(coalition, "deleteFiles", paths=["content/pages/membership/friend.md"])[0]
    assert (coalition.content / "pages/membership/friend.md").exists()


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "../content/pages/index.md",
        "content/../pelicanconf.py",
        "content/pages/../../secret.md",
        "content/pages/../../../secret.md",
        "content//pages/index.md",
        "content/./pages/index.md",
        "content\\pages\\index.md",
        "content/pages/..\\..\\x.md",
        "content/pages/a\0.md",
        "content/pages/x.py",
        "content/data/other.yaml",
        "content/data/site.yaml/x.md",
        "content/README.md",
        "content/extra/x.md",
        "content/images/x.html",
        "content/pages/linked/x.md",
        "content/pages/link.md",
        "theme/templates/base.html",
        "",
        None,
        7,
    ],
)
def test_nothing_else_is_read_written_or_deleted(coalition, path, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x.md").write_text("secret")
    (coalition.content / "pages" / "linked").symlink_to(tmp_path / "elsewhere")
    (coalition.content / "pages" / "link.md").symlink_to(tmp_path / "elsewhere" / "x.md")
    before = {found: found.read_bytes() for found in tmp_path.rglob("*") if found.is_file()}
    asset = {**picture("x.png"), "path": path}

    told = [
        ask(coalition, "getEntry", path=path),
        ask(coalition, "getMediaFile", path=path),
        ask(coalition, "entriesByFiles", files=[{"path": path}]),
        save(coalition, path, {"title": "x"}),
        save(coalition, SITE, read(coalition, SITE), newPath=path or "/"),
        ask(coalition, "persistMedia", asset=asset),
        ask(coalition, "deleteFiles", paths=[path]),
    ]

    assert {(422, f"{path}: {OUTSIDE}"), (422, f"{path or '/'}: {OUTSIDE}")} >= {(s, e["error"]) for s, e in told}
    assert before == {found: found.read_bytes() for found in tmp_path.rglob("*") if found.is_file()}


@pytest.mark.parametrize(
    ("action", "params", "status"),
    [
        ("steal", {}, 422),
        ("getEntry", {}, 400),
        ("persistEntry", {"dataFiles": "x"}, 400),
        ("persistEntry", {"dataFiles": [{"path": SITE, "raw": "[]"}]}, 422),
        ("persistEntry", {"dataFiles": [{"path": SITE, "raw": "no json"}]}, 422),
        ("persistMedia", {"asset": {"path": "content/images/x.png", "content": "?", "encoding": "base64"}}, 422),
    ],
)
def test_what_the_editor_never_sends_is_refused(coalition, action, params, status):
    assert status == ask(coalition, action, **params)[0]
    assert [] == coalition.problems()


def test_a_page_renamed_onto_another_does_not_replace_it(coalition):
    coalition.write("pages/plan.md", "---\ntitle: Plan\ndescription: A plan.\n---\n\nIn May.\n")
    coalition.write("pages/news.md", "---\ntitle: News\ndescription: New.\n---\n\nToday.\n")
    page = read(coalition, "content/pages/plan.md")

    assert save(coalition, "content/pages/plan.md", page, newPath="content/pages/news.md") == (
        422, {"error": "content/pages/news.md: this file is there already. Choose another name."},
    )  # fmt: skip
    assert save(coalition, "content/pages/plan.md", page, newPath="content/pages/plan.md")[0] == 200
    assert coalition.read("pages/plan.md").endswith("In May.\n")
    assert coalition.read("pages/news.md").endswith("Today.\n")
