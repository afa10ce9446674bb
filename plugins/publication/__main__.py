"""`python -m publication check CONTENT THEME`: the report on the sources, for `make check`."""

from __future__ import annotations

import sys
from pathlib import Path

from sources.problems import ProblemsFound, count, report

from .check import check
from .to_do import to_do_list


def main(arguments: list[str]) -> int:
    """Print the report; return 0 when there is no problem, 1 when there is, 2 for a wrong command line."""
    match arguments:
        case ["check", content, theme]:
            return _check(Path(content), Path(theme))
    print("usage: python -m publication check CONTENT THEME", file=sys.stderr)
    return 2


def _check(content: Path, theme: Path) -> int:
    try:
        sources = check(content.resolve(), theme.resolve(), production=True)
    except ProblemsFound as found:
        print(report(found.problems, "nothing can be published until they are mended"), file=sys.stderr)
        return 1
    print(f"No problems in {count(len(sources.pages), 'page')} and 3 data files.")
    print(to_do_list(sources))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
