"""Decap's program is fetched once, as it was when it was chosen, or not at all."""

import io
import json
import tarfile
import time

import pytest

from preview.editor import bundle as module
from preview.editor.bundle import NoBundle, bundle
from programs import not_on_windows


def packed(content: bytes = b"program") -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as archive:
        member = tarfile.TarInfo("package/dist/decap-cms.js")
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    return held.getvalue()


@pytest.fixture
def registry(monkeypatch):
    """Put a registry in the place of the real one, for a computer without npm; return what it was asked for."""
    asked, package = [], packed()

    def get(address, seconds):
        asked.append(address)
        return json.dumps({"dist": {"tarball": "https://registry.test/p.tgz"}}).encode() if len(asked) == 1 else package

    monkeypatch.setattr(module, "_get", get)
    monkeypatch.setattr(module.shutil, "which", lambda _: None)
    monkeypatch.setattr(module, "INTEGRITY", module._sum(package))
    monkeypatch.setattr(module, "FILE_INTEGRITY", module._sum(b"program"))
    return asked


def test_it_is_fetched_once(registry, tmp_path, monkeypatch):
    monkeypatch.setenv("npm_config_registry", "https://registry.test/")

    assert b"program" == bundle(tmp_path / "cache").read_bytes()
    assert b"program" == bundle(tmp_path / "cache").read_bytes()
    assert ["https://registry.test/decap-cms/3.16.3", "https://registry.test/p.tgz"] == registry


def test_the_registry_is_the_one_that_the_computer_uses(registry, tmp_path, monkeypatch):
    for name in ("npm_config_registry", "NPM_CONFIG_REGISTRY"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "npmrc").write_text("audit=false\nregistry = https://elsewhere.test/npm\n")
    monkeypatch.setenv("npm_config_userconfig", str(tmp_path / "npmrc"))

    bundle(tmp_path / "cache")

    assert "https://elsewhere.test/npm/decap-cms/3.16.3" == registry[0]


def test_another_package_is_not_kept(registry, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "INTEGRITY", "sha512-other")

    with pytest.raises(NoBundle, match=r"^What the npm registry sent is not decap-cms 3\.16\.3 as it was"):
        bundle(tmp_path / "cache")
    assert not (tmp_path / "cache").exists()


def test_a_changed_file_is_fetched_anew(registry, tmp_path):
    kept = bundle(tmp_path)
    kept.write_bytes(b"changed")
    registry.clear()

    assert b"program" == bundle(tmp_path).read_bytes()


def test_without_the_internet_it_says_so(registry, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_get", lambda *_: (_ for _ in ()).throw(OSError("no route")))

    with pytest.raises(NoBundle) as told:
        bundle(tmp_path)
    assert str(told.value) == (
        "The editor (decap-cms 3.16.3) could not be fetched from the npm registry. Is this computer online?\n  no route"
    )


def test_the_real_one_is_what_was_chosen(decap):
    assert "decap-cms-3.16.3.js" == decap.name
    assert 5_167_389 == decap.stat().st_size


@not_on_windows("it has no such shell")
@pytest.mark.parametrize("npm", ["sleep 60", "exit 1", "true"])
def test_an_npm_that_hangs_or_fails_or_brings_nothing_ends_in_one_line_within_seconds(tmp_path, monkeypatch, npm):
    program = tmp_path / "npm"
    program.write_text(f"#!/bin/sh\nexec {npm}\n" if "exit" not in npm else f"#!/bin/sh\n{npm}\n")
    program.chmod(0o755)
    monkeypatch.setattr(module.shutil, "which", lambda _: str(program))
    monkeypatch.setattr(module, "SECONDS_TO_ANSWER", 0.1)
    monkeypatch.setattr(module, "_get", lambda *_: (_ for _ in ()).throw(OSError("no route")))
    began = time.monotonic()

    with pytest.raises(NoBundle, match="Is this computer online"):
        bundle(tmp_path / "cache")
    assert time.monotonic() - began < 10


def test_a_folder_in_which_it_cannot_be_kept_is_told(registry, tmp_path):
    (tmp_path / "cache").write_text("a file")

    with pytest.raises(NoBundle, match=r"^The editor could not be kept in .*cache: File exists\.$"):
        bundle(tmp_path / "cache")
