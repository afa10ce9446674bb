"""Decap's program for browsers: one file of one version of its npm package, fetched once and known by its hash."""

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
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPException
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

from sources.open_files import when_free

PACKAGE, VERSION, MEMBER = "decap-cms", "3.16.3", "package/dist/decap-cms.js"
# Of the package, as `npm view decap-cms dist.integrity` tells it, and of the file in it.
INTEGRITY = "sha512-hf+dPlCh7TJmWl8+6VRzHYOWhri5xgUknrZbDewaWe4s9B7xJ8PQugp2QHeSldMUKzav6+z0oIpwUYhUJDYtYw=="
FILE_INTEGRITY = "sha512-i+P3taug63YOc3KVisiNVcEeR0uBHR9ANFRqHs1qtjbTqOyOTOaxXD/btelHzse4Io6N918flyqhUaJuOiXJow=="
CACHE = Path(".cache")
DEFAULT_REGISTRY = "https://registry.npmjs.org/"  # that of npm, for computers without it
SECONDS = 120  # for some megabytes over a slow line
SECONDS_TO_ANSWER = 5
FETCHING = "Fetching the editor (once) ..."
UNFETCHED = f"The editor ({PACKAGE} {VERSION}) could not be fetched from the npm registry. Is this computer online?"
CHANGED = f"What the npm registry sent is not {PACKAGE} {VERSION} as it was when it was chosen. It was not kept."


class NoBundle(Exception):
    """Raised with what to tell when the file is not there and cannot be fetched."""


def bundle(cache: Path = CACHE) -> Path:
    """Return the file, fetched if it is not there yet; raise NoBundle if that fails."""
    kept = cache / f"{PACKAGE}-{VERSION}.js"
    if kept.is_file() and _sum(kept.read_bytes()) == FILE_INTEGRITY:
        return kept
    sys.stderr.write(f"{FETCHING}\n")
    packed = _packed()
    if _sum(packed) != INTEGRITY:
        raise NoBundle(CHANGED)
    with tarfile.open(fileobj=BytesIO(packed), mode="r:gz") as archive:
        member = archive.extractfile(MEMBER)
        program = member.read() if member else b""
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=cache, delete=False) as file:
            file.write(program)
        when_free(lambda: Path(file.name).replace(kept))
    except OSError as error:
        raise NoBundle(f"The editor could not be kept in {cache}: {error.strerror}.") from None
    return kept


def _sum(content: bytes) -> str:
    return f"sha512-{b64encode(hashlib.sha512(content).digest()).decode()}"


def _packed() -> bytes:
    """Return the package as the registry has it: by npm, which knows the computer's settings, or without it."""
    if (npm := shutil.which("npm")) and (packed := _packed_by(npm)):
        return packed
    try:
        described = json.loads(_get(f"{_registry().rstrip('/')}/{PACKAGE}/{VERSION}", SECONDS_TO_ANSWER))
        return _get(described["dist"]["tarball"], SECONDS)
    except (OSError, HTTPException, ValueError, KeyError, TypeError) as error:
        raise NoBundle(f"{UNFETCHED}\n  {error}") from None


def _packed_by(npm: str) -> bytes | None:
    """Return the package as npm fetches it; None, within seconds, where its registry does not answer."""
    wanted = f"{PACKAGE}@{VERSION}"
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
