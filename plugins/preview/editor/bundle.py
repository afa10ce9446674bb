"""Programs for browsers: files of one version of an npm package, fetched once and known by its hash."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import urllib.request
from base64 import b64encode
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

from sources.open_files import when_free

CACHE = Path(".cache")
DEFAULT_REGISTRY = "https://registry.npmjs.org/"  # that of npm, for computers without it
SECONDS = 120  # for some megabytes over a slow line
SECONDS_TO_ANSWER = 5


@dataclass(frozen=True, slots=True)
class Package:
    """One version of a package, with its sum as `npm view NAME dist.integrity` tells it; `called` as staff know it."""

    name: str
    version: str
    integrity: str
    called: str
    fetching: str

    def __str__(self) -> str:
        return f"{self.name} {self.version}"

    @property
    def unfetched(self) -> str:
        """What is told where the registry does not answer."""
        return f"{self.called} ({self}) could not be fetched from the npm registry. Is this computer online?"


DECAP = Package(
    "decap-cms",
    "3.16.3",
    "sha512-hf+dPlCh7TJmWl8+6VRzHYOWhri5xgUknrZbDewaWe4s9B7xJ8PQugp2QHeSldMUKzav6+z0oIpwUYhUJDYtYw==",
    "The editor",
    "Fetching the editor (once) ...",
)
MEMBER = "package/dist/decap-cms.js"
FILE_INTEGRITY = "sha512-i+P3taug63YOc3KVisiNVcEeR0uBHR9ANFRqHs1qtjbTqOyOTOaxXD/btelHzse4Io6N918flyqhUaJuOiXJow=="
UNFETCHED = DECAP.unfetched
CHANGED = "What the npm registry sent is not {} as it was when it was chosen. It was not kept."
UNKEPT = "{} could not be kept in {}: {}."


class NoBundle(Exception):
    """Raised with what to tell when the file is not there and cannot be fetched."""


def bundle(cache: Path = CACHE) -> Path:
    """Return the file, fetched if it is not there yet; raise NoBundle if that fails."""
    kept = cache / f"{DECAP.name}-{DECAP.version}.js"
    if kept.is_file() and sum_of(kept.read_bytes()) == FILE_INTEGRITY:
        return kept
    program = members(_fetched(DECAP), (MEMBER,)).get(MEMBER, b"")
    keep(kept, program, DECAP.called)
    return kept


def package(wanted: Package, cache: Path = CACHE) -> bytes:
    """Return a whole package as the registry has it, fetched if it is not there yet; raise NoBundle if that fails."""
    kept = cache / f"{wanted.name}-{wanted.version}.tgz"
    if kept.is_file() and sum_of(found := kept.read_bytes()) == wanted.integrity:
        return found
    found = _fetched(wanted)
    keep(kept, found, wanted.called)
    return found


def members(packed: bytes, names: Collection[str]) -> dict[str, bytes]:
    """Return what some files of a package hold, by their names in it."""
    with tarfile.open(fileobj=BytesIO(packed), mode="r:gz") as archive:
        found = {name: archive.extractfile(name) for name in archive.getnames() if name in names}
        return {name: file.read() for name, file in found.items() if file}


def keep(path: Path, content: bytes, called: str) -> None:
    """Put what was fetched in its place, in one step; raise NoBundle if that fails."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(content)
        when_free(lambda: Path(file.name).replace(path))
    except OSError as error:
        raise NoBundle(UNKEPT.format(called, path.parent, error.strerror)) from None


def _fetched(wanted: Package) -> bytes:
    sys.stderr.write(f"{wanted.fetching}\n")
    packed = _packed(wanted)
    if sum_of(packed) != wanted.integrity:
        raise NoBundle(CHANGED.format(wanted))
    return packed


def sum_of(content: bytes) -> str:
    """Return the sum by which npm knows a file."""
    return f"sha512-{b64encode(hashlib.sha512(content).digest()).decode()}"


def _packed(wanted: Package) -> bytes:
    """Return the package as the registry has it: by npm, which knows the computer's settings, or without it."""
    if (npm := shutil.which("npm")) and (packed := _packed_by(npm, wanted)):
        return packed
    try:
        described = json.loads(_get(f"{_registry().rstrip('/')}/{wanted.name}/{wanted.version}", SECONDS_TO_ANSWER))
        return _get(described["dist"]["tarball"], SECONDS)
    except (OSError, HTTPException, ValueError, KeyError, TypeError) as error:
        raise NoBundle(f"{wanted.unfetched}\n  {error}") from None


def _packed_by(npm: str, package: Package) -> bytes | None:
    """Return the package as npm fetches it; None, within seconds, where its registry does not answer."""
    wanted = f"{package.name}@{package.version}"
    with TemporaryDirectory() as folder, suppress(subprocess.SubprocessError, OSError):
        _run([npm, "view", wanted, "version", "--fetch-retries=0"], 2 * SECONDS_TO_ANSWER, folder)
        _run([npm, "pack", wanted, "--silent", "--ignore-scripts", "--pack-destination", folder], SECONDS, folder)
        return b"".join(path.read_bytes() for path in Path(folder).glob("*.tgz"))
    return None


def _run(command: list[str], seconds: int, folder: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=seconds, cwd=folder)


def _get(address: str, seconds: int) -> bytes:
    if not address.startswith("https://"):
        raise ValueError(f"{address}: expected an https address")
    with urllib.request.urlopen(address, timeout=seconds) as answer:
        return bytes(answer.read())


def _registry() -> str:
    """Return the registry that this computer uses, where npm would look for it: its variable, its file, its own."""
    return next(_named_registries(), DEFAULT_REGISTRY)


def _named_registries() -> Iterator[str]:
    said = {name.casefold(): value for name, value in os.environ.items()}
    if registry := said.get("npm_config_registry"):
        yield registry
    settings = Path(said.get("npm_config_userconfig") or Path.home() / ".npmrc")
    if settings.is_file():
        yield from re.findall(r"^\s*registry\s*=\s*(\S+)", settings.read_text("utf-8", "replace"), re.MULTILINE)
