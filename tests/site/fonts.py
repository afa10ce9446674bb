"""The fonts that a browser of the tests sees, whatever the machine has: wide, common or narrow ones, and no others."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
PACKAGES = HERE / "fonts.txt"
UNFETCHED = "The fonts for the tests in a browser could not be fetched (tests/site/fonts.txt). Is this computer online?"


class NoFonts(Exception):
    """Raised with what to tell when the fonts are not there and cannot be fetched."""


@dataclass(frozen=True)
class Fonts:
    """A family for text and one for headings; each names its files, to which the packages add what they are called."""

    name: str
    sans: tuple[str, ...]
    serif: tuple[str, ...]

    def __str__(self) -> str:
        return self.name


def _files(pattern: str, styles: str) -> tuple[str, ...]:
    return tuple(f"rinoh_typeface_{pattern.format(style)}" for style in styles.split(" "))


GYRE = "regular bold italic bolditalic"
WIDE = Fonts(  # of Verdana's width
    "wide",
    _files("dejavusans/DejaVuSans{}.ttf", " -Bold -Oblique -BoldOblique"),
    _files("dejavuserif/DejaVuSerif{}.ttf", " -Bold -Italic -BoldItalic"),
)
COMMON = Fonts(  # of the width of Arial and Helvetica, and of Palatino, which the theme asks for
    "common", _files("texgyreheros/texgyreheros-{}.otf", GYRE), _files("texgyrepagella/texgyrepagella-{}.otf", GYRE)
)
NARROW = Fonts(  # of the width of Arial Narrow, and of Times
    "narrow", _files("texgyreheros/texgyreheroscn-{}.otf", GYRE), _files("texgyretermes/texgyretermes-{}.otf", GYRE)
)


def fetched(cache: Path, packages: Path = PACKAGES) -> Path:
    """Return the folder of the packages, fetched by pip if it is not there yet; raise NoFonts if that fails."""
    folder = cache / f"fonts-{sha256(packages.read_bytes()).hexdigest()[:12]}"
    if not folder.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=cache) as unfinished:
            _pip_install(packages, Path(unfinished, "fonts")).rename(folder)
    return folder


def _pip_install(packages: Path, target: Path) -> Path:
    """Have pip fetch packages: by their hashes, and without the typesetter that they were packed for."""
    command = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-input", "--no-deps"]
    options = ["--require-hashes", "--only-binary", ":all:", "--target", target, "-r", packages]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoFonts(f"{UNFETCHED}\n  {done.stderr.strip()}")
    return target


def settings(fonts: Fonts, packages: Path, folder: Path) -> Path:
    """Return the file that FONTCONFIG_FILE names for a browser with some fonts, made below `folder` if need be."""
    own = folder / fonts.name
    file = own / "fonts.conf"
    if not file.exists():
        _link(own / "as-sans", (packages / name for name in fonts.sans))
        _link(own / "as-serif", (packages / name for name in fonts.serif))
        file.write_text((HERE / "fonts.conf").read_text("utf-8").format(folder=escape(str(own))), "utf-8")
    return file


def _link(folder: Path, files: Iterable[Path]) -> None:
    folder.mkdir(parents=True)
    for file in files:
        (folder / file.name).symlink_to(file.resolve(strict=True))
