"""Publish N pages with this project and build them with plain Pelican, in turn; print the times and their ratio.

Plain Pelican is its default theme with the menu of all pages off, no plugins, the same Markdown files.
It checks nothing. `peers.py` measures more, and more peers.
"""

from __future__ import annotations

import sys

from candidates import OURS, PLAIN
from measuring import BuildFailed, measure

ROUNDS = 5


def main() -> None:
    """Measure each number of pages given on the command line."""
    print(f"{'pages':>7} {'publish s':>10} {'plain s':>9} {'ratio':>6}")
    results, failed = measure((OURS, PLAIN), list(map(int, sys.argv[1:] or ["10", "100", "1000"])), ROUNDS)
    if failed:
        raise BuildFailed(failed)
    for pages, by_name in results.items():
        ours, plain = by_name[OURS.name].seconds[0], by_name[PLAIN.name].seconds[0]
        print(f"{pages:>7} {ours:>10.2f} {plain:>9.2f} {ours / plain:>6.2f}")


if __name__ == "__main__":
    main()
