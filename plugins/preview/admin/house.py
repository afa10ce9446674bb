"""The house in one archive: what the forms on the web run of the plugins, the theme and the packages they need."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import distribution
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

ROOMS = ("sources", "components", "subjects", "checking", "saving", "preview/editor", "preview/admin")
OF_THE_THEME = ("words/*.yaml", "templates/**/*.html", "static/css/*.css")
PACKAGES = (
    *("annotated-types", "Markdown", "merge3", "pydantic", "pymdown-extensions", "pypdf", "python-dateutil", "PyYAML"),
    *("tinycss2", "typing-extensions", "typing-inspection", "tzdata", "webencodings"),
)
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of zip, so that the same files make the same archive
NOT_FOR_BROWSERS = (".so", ".pyc", ".pyd", ".pyi")


def house(root: Path, theme: Path, core: bytes) -> bytes:
    """Return the archive; `core` is the wheel of pydantic's core for browsers."""
    files = {**dict(_packages()), **dict(_wheel(core)), **dict(_plugins(root)), **dict(_theme(theme))}
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, held in sorted(files.items()):
            archive.writestr(ZipInfo(name, FIRST_DAY), held, ZIP_DEFLATED, 9)
    return packed.getvalue()


def _plugins(root: Path) -> Iterator[tuple[str, bytes]]:
    plugins = root / "plugins"
    for path in (
        *(plugins / "preview" / name for name in ("__init__.py", "guide.py")),
        *(path for room in ROOMS for path in (plugins / room).rglob("*")),
    ):
        if path.suffix in (".py", ".yaml", ".json", ".csv", ".txt"):
            yield path.relative_to(root).as_posix(), path.read_bytes()


def _theme(theme: Path) -> Iterator[tuple[str, bytes]]:
    for path in (path for pattern in OF_THE_THEME for path in theme.glob(pattern)):
        yield f"theme/{path.relative_to(theme).as_posix()}", path.read_bytes()


def _packages() -> Iterator[tuple[str, bytes]]:
    for name in PACKAGES:
        for path in distribution(name).files or ():
            if path.suffix not in NOT_FOR_BROWSERS and ".." not in path.parts and "__pycache__" not in path.parts:
                yield f"packages/{path.as_posix()}", path.read_binary()


def _wheel(core: bytes) -> Iterator[tuple[str, bytes]]:
    with ZipFile(BytesIO(core)) as archive:
        for name in archive.namelist():
            yield f"packages/{name}", archive.read(name)
