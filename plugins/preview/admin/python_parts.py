"""Python for browsers: Pyodide from the npm registry, the core of pydantic from PyPI, each known by its hash."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from preview.editor.bundle import CACHE, NoBundle, Package, keep, members, package

PYODIDE = Package(
    "pyodide",
    "314.0.7",
    "sha512-0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7y2q+SNvi/6V5JEsOlD2R1A==",
    "Python for browsers",
    "Fetching Python for browsers (once) ...",
)
PARTS = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
CORE, CORE_VERSION = "pydantic-core", "2.50.4"  # as requirements.txt has it: a test compares them
CORE_SUM = "e6da138a1ecc1341c8b788a5ee822670b03788e1f5decf7af9d461de6e508b8e"
FOR_PYODIDE = (
    *("--python-version", "314", "--implementation", "cp", "--abi", "cp314"),
    *("--platform", "pyemscripten_2026_0_wasm32", "--only-binary", ":all:", "--no-deps"),
)
UNFETCHED = f"{CORE} {CORE_VERSION} for browsers could not be fetched from PyPI. Is this computer online?"
CHANGED = f"What PyPI sent is not {CORE} {CORE_VERSION} as it was when it was chosen. It was not kept."


def python_parts(cache: Path = CACHE) -> dict[str, bytes]:
    """Return the files by which a browser runs Python; raise NoBundle where they cannot be fetched."""
    found = members(package(PYODIDE, cache), [f"package/{name}" for name in PARTS])
    return {name.removeprefix("package/"): held for name, held in found.items()}


def core(cache: Path = CACHE) -> bytes:
    """Return the wheel of pydantic's core for browsers, fetched if it is not there yet."""
    kept = cache / f"{CORE}-{CORE_VERSION}-browser.whl"
    if kept.is_file() and sha256(held := kept.read_bytes()).hexdigest() == CORE_SUM:
        return held
    held = _downloaded()
    if sha256(held).hexdigest() != CORE_SUM:
        raise NoBundle(CHANGED)
    keep(kept, held, CORE)
    return held


def _downloaded() -> bytes:
    wanted = f"{CORE}=={CORE_VERSION}"
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", *FOR_PYODIDE]
        done = subprocess.run([*command, "-d", folder, wanted], capture_output=True, text=True, check=False)
        found = [path.read_bytes() for path in Path(folder).glob("*.whl")]
    if done.returncode or not found:
        raise NoBundle(f"{UNFETCHED}\n  {(done.stderr.strip().splitlines() or ['no answer'])[-1]}")
    return found[0]
