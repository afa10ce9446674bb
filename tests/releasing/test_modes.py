"""Whoever publishes with private files gives visitors a site that the web server may read."""

import os
from stat import S_IMODE

import pytest

from programs import not_on_windows
from releasing.output_folder import staging, swap

pytestmark = not_on_windows("it has no such modes")


@pytest.fixture(autouse=True)
def _private():
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.mark.parametrize("host", ["", "nginx", "netlify"])
def test_published_files_and_folders_have_ordinary_modes_whatever_the_umask(coalition, monkeypatch, host):
    monkeypatch.setenv("HOST", host)
    coalition.write("extra/security.txt", "Expires: 2027-01-01\n")
    (coalition.content / "extra" / "security.txt").chmod(0o700)

    for _ in range(2):  # also in the place of an earlier site
        built = coalition.build("publishconf.py")
        assert 0 == built.status, built.said
        found = [built.output, *built.output.rglob("*")]
        assert built.output / "security.txt" in found
        assert {0o755} == {S_IMODE(path.stat().st_mode) for path in found if path.is_dir()}
        assert {0o644} == {S_IMODE(path.stat().st_mode) for path in found if path.is_file()}


def test_what_a_link_leads_to_keeps_its_mode(tmp_path):
    output, other = tmp_path / "public", tmp_path / "other"
    other.write_text("not ours")
    staging(output).mkdir()
    (staging(output) / "link").symlink_to(other)
    swap(output)

    assert 0o600 == S_IMODE(other.stat().st_mode)
    assert 0o755 == S_IMODE(output.stat().st_mode)
