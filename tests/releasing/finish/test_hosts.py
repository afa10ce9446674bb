"""What each host finds among the pages."""

import shutil
from pathlib import Path

import pytest

from conftest import ROOT, Coalition, build_apart
from releasing import manifest
from releasing.finish.headers import Served
from releasing.finish.hosts import HOSTS, headers_file


@pytest.fixture
def publish(coalition, monkeypatch):
    """Return what publishes the coalition for a host and tells which files are there."""

    def published(host: str) -> tuple[set[str], Path]:
        monkeypatch.setenv("HOST", host)
        built = coalition.build("publishconf.py")
        assert 0 == built.status, built.said
        return set(manifest.read(built.output)), built.output

    return published


def test_without_a_host_there_is_nothing_for_one(publish):
    names, _ = publish("")

    assert {"404.html", "index.html", "robots.txt"} == {name for name in names if "/" not in name}
    made = {"robots.txt", *(f"membership/tiers.{ending}" for ending in ("csv", "json", "schema.json"))}
    assert made == {name for name in names if not name.endswith(".html")}


@pytest.mark.parametrize(
    ("host", "added"), [("github-pages", ".nojekyll"), ("netlify", "_headers"), ("cloudflare-pages", "_headers")]
)
def test_a_host_finds_its_own_file_beside_the_pages(publish, host, added):
    pages, _ = publish("")
    names, output = publish(host)

    assert {added} == names - pages
    assert manifest.sums(output) == manifest.read(output)
    assert (output / added).read_text() == ("" if added == ".nojekyll" else headers_file(Served()))


@pytest.mark.parametrize(("host", "status"), [("netlify", "301!"), ("cloudflare-pages", "301")])
def test_hosts_that_can_redirect_do_so_from_old_addresses(publish, coalition, host, status):
    page = "---\ntitle: Events\ndescription: All events.\nformerly: [/meetings/, /old/page.html, /A b/]\n---\n"
    coalition.write("pages/events.md", page)

    _, output = publish(host)

    assert [
        f"/meetings/ /events/ {status}",
        f"/meetings /events/ {status}",
        f"/old/page.html /events/ {status}",
        f"/A%20b/ /events/ {status}",
        f"/A%20b /events/ {status}",
    ] == (output / "_redirects").read_text("utf-8").splitlines()


@pytest.mark.parametrize("host", ["nginx", "caddy"])
def test_a_server_of_ones_own_finds_every_text_compressed(publish, host):
    pages, _ = publish("")
    names, output = publish(host)

    worth_it = pages - {"robots.txt"}  # so short that compression makes it longer
    assert {f"{name}{ending}" for name in worth_it for ending in (".br", ".gz")} == names - pages
    assert manifest.sums(output) == manifest.read(output)


def test_what_the_last_host_wanted_is_gone_with_the_next_publication(publish):
    pages, _ = publish("")
    publish("nginx")
    publish("netlify")

    assert pages == publish("")[0]


def test_an_unknown_host_is_a_problem_and_nothing_is_published(coalition, monkeypatch):
    monkeypatch.setenv("HOST", "netlfy")

    built = coalition.build("publishconf.py")

    assert 1 == built.status
    assert (
        "1 problem in 1 file; nothing was published.\n"
        '  HOST: unknown host "netlfy". Did you mean "netlify"?\n'
        '  See GUIDE.md, "Going public".\n'
    ) == built.said
    assert not built.output.exists()


def test_a_preview_is_for_no_host(coalition, monkeypatch):
    monkeypatch.setenv("HOST", "nginx")

    assert [] == list(coalition.build().output.rglob("*.br"))


@pytest.mark.parametrize("host", HOSTS)
def test_the_same_sources_give_the_same_bytes_to_a_host_anywhere(coalition, tmp_path, monkeypatch, host):
    monkeypatch.setenv("HOST", host)
    here = coalition.build("publishconf.py")
    there = Coalition(Path(shutil.copytree(coalition.content, tmp_path / "other place" / "content")))
    for name, value in {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "C"}.items():
        monkeypatch.setenv(name, value)
    elsewhere = build_apart(
        there.content, there.content.parent / "public", "publishconf.py", "-e", f'CACHE_PATH="{tmp_path}"'
    )

    assert 0 == elsewhere.status, elsewhere.said
    assert manifest.read(here.output) == manifest.read(elsewhere.output) == manifest.sums(elsewhere.output)


def test_the_readme_names_every_host():
    readme = (ROOT / "README.md").read_text("utf-8")

    assert [] == [host for host in HOSTS if f"`{host}`" not in readme]
