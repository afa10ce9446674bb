"""A published folder, and where it goes: a folder here, one behind a real ssh server, the repository of a host."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from .published_branch import git
from .published_site import Site
from .sshd import MISSING, NO_SHELL, installed, may_log_in, server

NO_GIT = "git is not installed (Debian: apt install git), so no push was tested."
IDENTITY = {
    "GIT_AUTHOR_NAME": "Ana", "GIT_AUTHOR_EMAIL": "ana@example.org",
    "GIT_COMMITTER_NAME": "Ana", "GIT_COMMITTER_EMAIL": "ana@example.org",
}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """Where a site is uploaded to: the address to give, the folder behind it, and the environment to reach it in."""

    address: str
    folder: Path
    environment: dict[str, str]

    @property
    def online(self) -> Path:
        """Return what visitors see."""
        return self.folder / "current"

    def names(self) -> list[str]:
        """Return what stands in the folder."""
        return sorted(path.name for path in self.folder.iterdir())

    def releases(self) -> list[str]:
        """Return the releases, oldest first, and whatever else is among them."""
        return sorted(path.name for path in (self.folder / "releases").iterdir())


@pytest.fixture(scope="session")
def uploads() -> None:
    """Leave out, and say so, what cannot be tried on this computer: it has not all that uploads need."""
    if not installed():
        pytest.skip(MISSING)


@pytest.fixture(scope="session")
def ssh_config(tmp_path_factory: pytest.TempPathFactory, uploads: None) -> Iterator[Path]:
    """Run an ssh server for all tests of this worker."""
    if not may_log_in():
        pytest.skip(NO_SHELL)
    with server(tmp_path_factory.mktemp("sshd")) as config:
        yield config


@pytest.fixture
def local(tmp_path: Path, uploads: None) -> Place:
    """Give a folder of this computer, with a name that shells take apart."""
    return Place(str(tmp_path / "web $(site) ü"), tmp_path / "web $(site) ü", {})


@pytest.fixture
def remote(tmp_path: Path, ssh_config: Path) -> Place:
    """Give a folder behind ssh."""
    return Place(f"web:{tmp_path}/web", tmp_path / "web", {"RSYNC_RSH": f"ssh -F {ssh_config}"})


@pytest.fixture(params=["local", "remote"])
def place(request: pytest.FixtureRequest) -> Place:
    """Give both places, one after the other."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Give a site that was just published."""
    home = tmp_path / "home"
    home.mkdir()
    return Site(tmp_path / "public", {"HOME": str(home), "SITEURL": "https://example.org", **IDENTITY}).write()


@pytest.fixture
def host(tmp_path: Path) -> Path:
    """Make the repository that a host serves."""
    if not shutil.which("git"):
        pytest.skip(NO_GIT)
    folder = tmp_path / "our host.git"
    folder.mkdir()
    git("init", "-q", "--bare", folder=folder)
    return folder


@pytest.fixture
def project(tmp_path: Path, site: Site) -> Path:
    """Make a project with a commit, a change that is staged, one that is not, and rules that hide much."""
    folder = tmp_path / "project"
    folder.mkdir()
    git("init", "-q", folder=folder)
    (folder / "page.md").write_text("first")
    (folder / ".gitignore").write_text("build/\ncore/\n*.tmp\n*.html\n")
    (folder / ".gitattributes").write_text("* text eol=crlf\n")
    git("add", "--all", folder=folder)
    git("commit", "-q", "-m", "First", folder=folder)
    (folder / "page.md").write_text("second")
    git("add", "--all", folder=folder)
    (folder / "page.md").write_text("third")
    return folder
