"""`python -m commands ...`: every command of run.py that works without Pelican."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from sources.parallel import collecting_rarely, importing

with importing():
    from building.sqlite_store import SqliteStore
    from checking.calendar import calendar_list
    from checking.check import check, present_data_files, unchecked
    from checking.health import health_summary
    from checking.remarks import remarks_list
    from checking.to_do import to_do_list
    from releasing import manifest
    from releasing.lost_addresses import lost_addresses
    from sources.problems import ProblemsFound, command, count, guess, report
    from sources.result_store import NoStore, ResultStore

    from .asking import ASKING, said, somebody
    from .schemas import write_schemas

USAGE = """usage: python -m commands check CONTENT THEME [CACHE] | reading CONTENT THEME
  | verify FOLDER [ADDRESS] | server-config SERVER ADDRESS CONTENT THEME | import-tiers CONTENT THEME FILE
  | schemas FOLDER | check-links CONTENT THEME CACHE | new-site FOLDER THEME NAME LANGUAGE PLACE HAS APPLY
  | new-page CONTENT THEME PAGE TITLE | new-tier CONTENT THEME TIER TITLE CATEGORY SUMMARY
  | new-article CONTENT THEME TITLE PAGE DATE | new-event CONTENT THEME TITLE STARTS EVENT
  | translated CONTENT THEME PAGE LANGUAGE | export CONTENT THEME DATA FILE | import CONTENT THEME DATA FILE"""
PUBLIC = "public"  # where `make publish` puts the site
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def main(arguments: list[str]) -> int:
    """Print the report; return 0 when there is no problem, 1 when there is, 2 for a wrong command line."""
    match arguments:
        case ["check", content, theme]:
            return _check(Path(content), Path(theme), NoStore())
        case ["check", content, theme, cache]:
            return _check(Path(content), Path(theme), SqliteStore(Path(cache)))
        case ["reading", content, theme]:
            return _reading(Path(content), Path(theme))
        case ["verify", folder]:
            return _verify(Path(folder))
        case ["verify", folder, address]:
            return _verify(Path(folder), address)
        case ["server-config", server, address, content, theme]:
            return _server_config(server, address, Path(content), Path(theme))
        case ["import-tiers", content, theme, spreadsheet] if spreadsheet:
            return _import(Path(spreadsheet), Path(content), Path(theme))
        case ["import-tiers", *_]:
            print(f"Which file? Name it: {command('import-tiers FILE=edited.csv')}", file=sys.stderr)
            return 2
        case [name, content, theme, *given] if name in ASKING:
            return ASKING[name](given, Path(content).resolve(), Path(theme).resolve())
        case ["new-site", folder, theme, *given]:
            return _new_site(folder, Path(theme).resolve(), given)
        case ["check-links", content, theme, cache]:
            return _check_links(Path(content), Path(theme), Path(cache))
        case ["schemas", folder]:
            write_schemas(Path(folder))
            return 0
    print(USAGE, file=sys.stderr)
    return 2


def _check(content: Path, theme: Path, store: ResultStore) -> int:
    last = content.resolve().parent / PUBLIC
    try:
        sources = check(content.resolve(), theme.resolve(), production=True, store=store)
    except ProblemsFound as found:
        print(report(found.problems, "nothing can be published until they are mended"), file=sys.stderr)
        read = unchecked(content.resolve(), theme.resolve(), store)
        if read and (lost := lost_addresses(last, read)):  # links to a page that was renamed are among the problems
            print(lost, file=sys.stderr)
        return 1
    written = sum(len(one.written) for one in sources.in_every_language)
    data = count(len(present_data_files(content, sources.site.every_language)), "data file")
    print(f"No problems in {count(written, 'page')} and {data}.")
    print(to_do_list(sources))
    if remarks := remarks_list(sources, store):
        print(remarks)
    if coming := calendar_list(sources):
        print(coming)
    print(health_summary(sources, content.resolve(), store))
    if lost := lost_addresses(last, sources):
        print(lost)
    return 0


def _reading(content: Path, theme: Path) -> int:
    from checking.reading import reading_report

    def measured() -> str:
        return reading_report(check(content.resolve(), theme.resolve(), production=True))

    return said(measured, "nothing can be measured until they are mended")


def _check_links(content: Path, theme: Path, cache: Path) -> int:
    from .check_links import Offline, check_links  # late: only this command speaks with other computers

    def said(done: int, total: int) -> None:
        if sys.stderr.isatty():
            end = "\n" if done == total else ""
            print(f"\r{done} of {total} addresses asked", end=end, file=sys.stderr, flush=True)

    try:
        asked = check_links(content.resolve(), theme.resolve(), cache, said)
    except ProblemsFound as found:
        print(report(found.problems, "no address was asked"), file=sys.stderr)
        return 1
    except (Offline, KeyboardInterrupt) as stopped:
        print(str(stopped) or "\nStopped.", file=sys.stderr)
        return 1
    print(asked.told)
    if asked.dead:
        print(report(asked.dead, "these links lead nowhere"), file=sys.stderr)
    return 1 if asked.dead else 0


def _new_site(folder: str, theme: Path, given: Sequence[str]) -> int:
    from .new_site import asked, new_site  # late, for the same reason

    try:
        return said(lambda: new_site(asked(given, theme, somebody()), folder, theme), "nothing was written")
    except (EOFError, KeyboardInterrupt):
        print("\nNothing was written.", file=sys.stderr)
        return 1


def _server_config(server: str, address: str, content: Path, theme: Path) -> int:
    from releasing.finish.headers import served  # late, since it loads all that finishes a site
    from releasing.finish.servers import SERVERS

    if server not in SERVERS:
        print(f'SERVER: unknown server "{server}".{guess(server, SERVERS)}', file=sys.stderr)
        return 1
    try:
        sources = check(content.resolve(), theme.resolve(), production=True)
    except ProblemsFound as found:
        print(report(found.problems, "where old addresses lead is not known until they are mended"), file=sys.stderr)
        return 1
    print(SERVERS[server](served(sources, urlsplit(address).path.rstrip("/"))), end="")
    return 0


def _verify(folder: Path, address: str = "") -> int:
    expected = manifest.read(folder)
    if not expected:
        print(f"{folder}: no site was published there (there is no {manifest.MARKER}).", file=sys.stderr)
        return 1
    if address and urlsplit(address).hostname not in LOOPBACK:
        print(
            f"{address}: only an address of this computer can be verified, such as http://127.0.0.1:8000",
            file=sys.stderr,
        )
        return 1
    found = manifest.served(address, expected) if address else manifest.sums(folder)
    changes = manifest.difference(expected, found)
    for what, names in (("changed", changes.changed), ("missing", changes.missing), ("not expected", changes.added)):
        for name in names:
            print(f"  {name}: {what}", file=sys.stderr)
    same = expected == found
    print(f"{address or folder}: {count(len(expected), 'file')}, {'all as published' if same else 'NOT as published'}.")
    return 0 if same else 1


def _import(spreadsheet: Path, content: Path, theme: Path) -> int:
    from .tiers import import_tiers

    return said(lambda: import_tiers(spreadsheet, content.resolve(), theme.resolve()), "nothing was changed")


if __name__ == "__main__":
    try:
        with collecting_rarely():
            sys.exit(main(sys.argv[1:]))
    except BrokenPipeError:  # whoever reads the report has read enough
        sys.exit(1)
    except OSError as error:
        from building.log import fault

        sys.exit(report([fault(error)], "nothing was changed"))
