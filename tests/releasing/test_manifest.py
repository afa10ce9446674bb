"""The sums that a manifest is made of."""

import hashlib

from releasing import manifest
from releasing.finish import finish
from releasing.finish.headers import Served
from releasing.finish.hosts import HOSTS
from sources.result_store import NoStore

HELLO = hashlib.sha256(b"hello").hexdigest()


def test_every_file_has_its_sum_but_the_manifest_itself(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    for name in ("index.html", "a/index.html", "a/b/.hidden", "SHA256SUMS"):
        (tmp_path / name).write_text("hello")

    assert dict.fromkeys(("index.html", "a/index.html", "a/b/.hidden"), HELLO) == manifest.sums(tmp_path)


def test_a_link_counts_as_the_file_that_it_leads_to_and_no_link_to_a_folder_is_followed(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x.txt").write_text("hello")
    site = tmp_path / "site"
    site.mkdir()
    (site / "file.txt").symlink_to(tmp_path / "elsewhere" / "x.txt")
    (site / "folder").symlink_to(tmp_path / "elsewhere")
    (site / "nowhere").symlink_to(tmp_path / "missing")

    assert {"file.txt": HELLO} == manifest.sums(site)
    assert {"file.txt", "folder", "nowhere"} == {name for name, _ in manifest.files_below(site)}


def test_the_manifest_tells_what_was_audited_even_if_a_file_was_changed_since(tmp_path):
    (tmp_path / "index.html").write_text("hello")
    audited = manifest.sums(tmp_path)
    (tmp_path / "index.html").write_text("changed")

    told = finish(tmp_path, audited, HOSTS["netlify"], Served(), NoStore())

    assert HELLO == told["index.html"]
    assert ("index.html",) == manifest.difference(told, manifest.sums(tmp_path)).changed
