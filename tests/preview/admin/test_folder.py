"""The folder of the forms on the web holds what a browser needs, asks nobody but the host, and is found by nobody."""

import json
import re
from zipfile import ZipFile

import pytest

from conftest import ROOT, THEME
from preview.admin import __main__ as command
from preview.admin.folder import pages
from preview.admin.hosts import Host
from preview.admin.house import PACKAGES, house
from preview.admin.python_parts import CORE, CORE_VERSION, FOR_PYODIDE, PYODIDE
from preview.editor.bundle import sum_of
from preview.editor.config import editor_config
from sources.pages.blocks.headings import heading_id
from sources.problems import Section

HOST = Host("github", "GitHub", "https://api.github.test", "small/site", "main", "https://github.test")


@pytest.fixture
def files(coalition) -> dict[str, bytes]:
    return pages(coalition.content, THEME, ROOT / "GUIDE.md", HOST, "https://smallcoalition.org")


def every_field(holder):
    for field in holder.get("fields", ()):
        yield field["name"], field["widget"], field.get("hint")
        yield from every_field(field)


def test_the_forms_are_those_of_make_edit(files, coalition):
    here, there = json.loads(files["config.yml"]), editor_config(coalition.content)

    assert [one["name"] for one in there["collections"]] == [one["name"] for one in here["collections"]]
    for one, other in zip(here["collections"], there["collections"], strict=True):
        assert [*every_field(one)] == [*every_field(other)]
    assert "https://smallcoalition.org" == here["site_url"]
    assert b"/-/editor/page/" not in files["config.yml"]


def test_the_page_asks_only_its_own_folder_and_the_host(files):
    page = files["index.html"].decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]

    assert "default-src 'none'" in policy
    assert "connect-src 'self' blob: https://api.github.test;" in policy
    assert ["https://api.github.test"] == re.findall(r"https?://\S+?(?=;|\s)", policy)
    assert [] == re.findall(r'(?:src|href)="(?:https?:)?//', page)


def test_every_problem_leads_to_a_section_of_the_guide_beside_the_forms(files):
    guide = files["guide.html"].decode()

    assert [] == [section for section in Section if f'<h2 id="{heading_id(section, "-")}">' not in guide]
    assert {"tokens.css", "preview.css"} == {*re.findall(r'href="([\w-]+\.css)"', guide)} <= {*files}
    assert '="/-/' not in guide
    assert "<form" not in guide


def test_no_search_engine_keeps_it_and_no_other_page_frames_it(files):
    assert b'<meta name="robots" content="noindex, nofollow">' in files["index.html"]
    assert b"X-Robots-Tag: noindex" in files["_headers"]
    assert b"X-Frame-Options: SAMEORIGIN" in files["_headers"]
    assert b"Disallow: /\n" in files["robots.txt"]


def test_every_script_and_style_that_is_named_is_there(files):
    named = re.findall(
        r'(?:from|import|src|href)[ =(]*"\.?/?([\w-]+\.(?:js|css))"', b"\n".join(files.values()).decode()
    )

    assert {*named} <= {*files, "decap-cms.js"}


def test_the_house_holds_no_secret_no_content_and_no_program_of_this_computer(tmp_path):
    empty = tmp_path / "core.whl"
    with ZipFile(empty, "w") as archive:
        archive.writestr("pydantic_core/core.so", b"for browsers")
    (tmp_path / "house.zip").write_bytes(house(ROOT, THEME, empty.read_bytes()))

    with ZipFile(tmp_path / "house.zip") as archive:
        names = archive.namelist()
    assert {"plugins", "theme", "packages"} == {name.split("/")[0] for name in names}
    assert ["packages/pydantic_core/core.so"] == [name for name in names if name.endswith(".so")]
    assert [] == [name for name in names if "releasing" in name or "__pycache__" in name]


def test_the_same_files_make_the_same_house(tmp_path):
    empty = tmp_path / "core.whl"
    ZipFile(empty, "w").close()

    assert len({sum_of(house(ROOT, THEME, empty.read_bytes())) for _ in range(2)}) == 1


def test_what_browsers_run_follows_the_requirements():
    locked = dict(re.findall(r"^([\w-]+)==(\S+)", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE))
    assert CORE_VERSION == locked[CORE], (
        f"requirements.txt has {CORE} {locked[CORE]}, browsers would get {CORE_VERSION}. Put the version, and the sum "
        "of its wheel for Pyodide on PyPI, into CORE_VERSION and CORE_SUM of plugins/preview/admin/python_parts.py."
    )
    assert [] == [name for name in PACKAGES if name.casefold() not in locked], "not in requirements.txt"
    major = PYODIDE.version.partition(".")[0]  # Pyodide 314 is Python 3.14
    assert {major, f"cp{major}"} <= {*FOR_PYODIDE}, f"Pyodide is of Python {major}, and {CORE} is fetched for another."


def test_without_a_repository_nothing_is_written_and_it_says_what_to_do(coalition, tmp_path, capsys):
    assert 1 == command.main([str(coalition.content), str(THEME), str(tmp_path / "admin")])

    assert capsys.readouterr().err == (
        "1 problem in 1 file; nothing was written.\n"
        "  content/data/site.yaml: repository: the forms on the web need the address of the repository, such as "
        "{url: https://github.com/name/site}.\n"
        '  See GUIDE.md, "Editing on the web".\n'
    )
    assert not (tmp_path / "admin").exists()
