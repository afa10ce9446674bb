"""Checks of the files in `content/`: known places and names, no links to other places, no file that is too large."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from .file_names import WELL_KNOWN, is_left_behind
from .formats.raster import FORMATS, is_raster
from .problems import Place, Problem, Section, command, guess, nearest, quoted, refusal, visible
from .text import too_large, unseen

FOR_THE_WEB = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".ico")
PICTURES = (*FOR_THE_WEB, *(ending for ending in FORMATS if ending not in FOR_THE_WEB))
OFFICE = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub")
MEDIA = (".mp4", ".webm", ".mp3", ".m4a")
OTHERS = (*FOR_THE_WEB, ".pdf", *OFFICE, ".txt", ".csv", ".ics", *MEDIA, ".json", ".xml", ".webmanifest")
DOCUMENTS = (".docx", ".doc", ".odt", ".rtf")  # of word processors
SPREADSHEETS = (".xlsx", ".xls", ".ods", ".csv")
# What else people have, with what to save it as; what ends in "m" can hold macros, which run.
INSTEAD = {
    **dict.fromkeys((".doc", ".docm", ".dot", ".dotx", ".dotm", ".rtf", ".pages", ".wpd"), ".pdf or .docx"),
    **dict.fromkeys((".xls", ".xlsm", ".xlsb", ".xltx", ".xltm", ".numbers"), ".xlsx or .csv"),
    **dict.fromkeys((".ppt", ".pptm", ".pps", ".ppsx", ".ppsm", ".potx", ".key", ".pub"), ".pdf or .pptx"),
    **dict.fromkeys((".mov", ".avi", ".wmv", ".mkv", ".m4v", ".mpg"), ".mp4"),
    **dict.fromkeys((".wav", ".wma", ".aac", ".ogg", ".flac", ".aiff"), ".mp3"),
}
PLAIN_NAMES = ("CNAME",)  # some hosts want a file without an ending
PROOF = ".html"  # of a file by which a search engine knows whose a site is; no other is published
ROBOTS, SITEMAP = "robots.txt", "sitemap.xml"
MADE = (ROBOTS, SITEMAP)  # by the site itself, whatever it knows about
AT_THE_TOP = ("README.md", "CORRECTIONS.md", "pages", "data", "images", "extra")
# In which folder a file belongs, where its ending leaves no doubt.
HOMES = {".md": "pages", ".yaml": "data", ".pdf": "extra", **dict.fromkeys(PICTURES, "images")}
CLOSED = "this folder cannot be read: permission is missing."
NOT_UTF8 = "the name of this file is not UTF-8, so nobody could ask for it. Rename it."
HIDDEN = "a hidden file. Delete it."

# Bytes. A page of 256 kB is a long book chapter; files beyond 1 MB cost a visitor on a phone real money.
MARKDOWN_LIMIT = 256_000
DATA_LIMIT = 64_000
LIST_LIMIT = 1_000_000  # of a data file that is a list, such as a thousand events
PICTURE_LIMIT = 1_000_000
FILE_LIMIT = 25_000_000


def names_below(folder: Path) -> list[str]:
    """Return the path, relative to a folder, of every file below it, in order; no link to a folder is followed.

    Paths are text here, since as objects ten thousand of them would take a second. Raises ProblemsFound when a folder
    may not be looked into: what is in it would be missing without a word. A name that is not UTF-8 is passed over: no
    page, picture or entry could name it, and `file_problems` tells of it; so is what computers leave behind.
    """
    return sorted(_names(folder, ""), key=lambda name: name.split("/"))


def _names(root: Path, inner: str) -> Iterator[str]:
    try:
        with suppress(FileNotFoundError, NotADirectoryError), os.scandir(f"{root}/{inner}") as entries:
            for entry in entries:
                if not entry.name.isprintable() or is_left_behind(entry.name):  # `file_problems` tells of the first
                    continue
                if entry.is_dir(follow_symlinks=False):
                    yield from _names(root, f"{inner}{entry.name}/")
                elif entry.is_file():
                    yield inner + entry.name
    except PermissionError:
        raise refusal(f"{root.name}/{inner}".rstrip("/"), CLOSED) from None


@dataclass(frozen=True, slots=True)
class Known:
    """The data files by their path: all that subjects know, those that no site can do without, texts in languages."""

    data: tuple[str, ...]
    needed: frozenset[str]
    texts: frozenset[str] = frozenset()


def file_problems(content: Path, known: Known) -> Iterator[Problem]:
    """Yield a problem for every file and folder below `content` that has no business there."""
    for where, folders, files in os.walk(content):
        folders.sort()
        inner = f"{where[len(str(content)) + 1 :]}/".replace(os.sep, "/").lstrip("/")
        for name in sorted([*folders, *files]):
            if not is_left_behind(name) and (message := _complaint(f"{where}/{name}", inner + name, known)):
                yield Problem(Place(f"{content.name}/{inner}{visible(readable(name))}", 0), message, Section.SITE)
        folders[:] = [name for name in folders if _is_followed(f"{where}/{name}", name)]


def readable(name: str) -> str:
    """Return a name as it can be shown anywhere, with numbers for bytes of it that are not UTF-8."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _is_utf8(name: str) -> bool:
    return name.isascii() or readable(name) == name


def _is_followed(path: str, name: str) -> bool:
    hidden = name.startswith(".") and name != WELL_KNOWN
    return _is_utf8(name) and not (hidden or is_left_behind(name) or os.path.islink(path))


def misplaced(name: PurePosixPath) -> str | None:
    """Return what staff read about a file, by its path below content, that belongs elsewhere or is called wrong."""
    home, room = HOMES.get(name.suffix.casefold()), name.parts[0] if len(name.parts) > 1 else ""
    if home and home != room and not (room == "extra" and name.suffix.casefold() in OTHERS):
        return f"{quoted(name.name)} does not belong here. Move it to content/{home}."
    if home in ("pages", "data") and name.suffix != name.suffix.casefold():
        return f"write the ending in small letters: {quoted(name.with_suffix(name.suffix.casefold()).name)}."
    return None


def _complaint(path: str, relative: str, known: Known) -> str | None:
    if os.path.islink(path):
        return "a link to another place. Put the file itself here, or delete the link."
    if not (os.path.isfile(path) or os.path.isdir(path)):
        return "this is neither a file nor a folder. Delete it."
    if not _is_utf8(relative):
        return NOT_UTF8
    if hidden := next((sign for sign in relative.rpartition("/")[2] if not sign.isprintable()), ""):
        return f"its name holds {unseen(hidden)} Rename it."
    if relative.rpartition("/")[2].startswith(".") and relative != f"extra/{WELL_KNOWN}":
        return HIDDEN
    if relative in AT_THE_TOP or relative.startswith("pages/"):
        return None  # who reads pages looks at their names
    name = PurePosixPath(relative)
    if os.path.isfile(path) and (message := misplaced(name)):
        return message
    if len(name.parts) == 1:
        return f'"{name}" is not known here.{guess(str(name), AT_THE_TOP)}'
    if os.path.isdir(path):
        return f'"{name}" is not known here. Data are single files.' if name.parts[0] == "data" else None
    return _file_complaint(Path(path), name, known)


def _file_complaint(path: Path, name: PurePosixPath, known: Known) -> str | None:
    room, ending = name.parts[0], name.suffix.casefold()
    if room == "data" and str(name) not in (*known.data, *known.texts):
        return f'"{name.name}" is not known here.{_data_file_meant(path, known)}'
    if room == "images" and ending not in PICTURES:
        return f'"{name.name}" is not a picture for the web. Expected one of: {", ".join(PICTURES)}.'
    if room == "extra" and ending not in (*OTHERS, PROOF) and name.name not in PLAIN_NAMES:
        hint = f"Save it as {INSTEAD[ending]}." if ending in INSTEAD else f"Expected one of: {', '.join(OTHERS)}."
        return f'files that end in "{ending}" are not published. {hint}'
    size, limit = path.stat().st_size, {"images": PICTURE_LIMIT, "extra": FILE_LIMIT}.get(room, 0)
    told_elsewhere = not limit or is_raster(str(name))  # how large a picture may be, tells who reads it
    return too_large(size, limit) if size > limit and not told_elsewhere else None


def _data_file_meant(path: Path, known: Known) -> str:
    """Return the sentence that helps with a file among the data that is none: a copy, another name, or a table."""
    names = [PurePosixPath(file).name for file in known.data]
    stem, files = path.name.casefold().partition(".")[0], {PurePosixPath(name).stem: name for name in names}
    near = next((one for one in files if re.match(rf"{one}(?![a-z])", stem)), None) or nearest(stem, files)
    if path.suffix.casefold() in SPREADSHEETS:
        return f" A spreadsheet stays outside content; {command('import-tiers')} brings its tiers in."
    if near and files[near] in {other.name for other in path.parent.iterdir()}:
        return f" {quoted(files[near])} is there already. If this is a copy of it, delete it."
    needed = [PurePosixPath(file).name for file in known.data if file in known.needed]
    missing = [name for name in needed if not (path.parent / name).is_file()]
    if not near and len(missing) == 1 and path.suffix in (".yaml", ".yml"):
        return f" Did you mean {quoted(missing[0])}?"
    return f" Did you mean {quoted(files[near])}?" if near else guess("", names)
