"""The editor reads and writes pages, data files and pictures of the content, and nothing else."""

import pytest

from .asked import SITE, ask, picture, read, save

OUTSIDE = "the editor writes only pages, data files, pictures and documents."


def test_a_file_that_is_missing_is_told(coalition):
    for action in ("getEntry", "getMediaFile"):
        assert (422, {"error": "content/pages/plan.md: this file is missing."}) == (
            ask(coalition, action, path="content/pages/plan.md")
        )


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
        "GUIDE.md",
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
