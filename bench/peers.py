"""Build the same site with this project and with its peers, in turn; print the costs, write README.md and peers.svg.

Usage: peers.py [pages ...]; ROUNDS=3 says how often each takes its turn, LENGTH=3 makes pages three times as long, for
which the costs are printed only. All numbers may be one word.
"""

from __future__ import annotations

import os
import platform
import sys
import time
from pathlib import Path

from candidates import ALL, COMPRESSED, HUGO, OURS, PLAIN, Candidate, NotInstalled
from measuring import measure
from peer_plot import plot
from peer_tables import Compared, between_marks, tables
from site_of_pages import LENGTH

README, PLOT = Path(__file__).with_name("README.md"), Path(__file__).with_name("peers.svg")
COMPARED = Compared((OURS.name, COMPRESSED.name), PLAIN.name, HUGO.name)


def installed() -> tuple[list[Candidate], dict[str, str]]:
    """Return the candidates that are here, and why each other one is not."""
    here, missing = [], {}
    for candidate in ALL:
        try:
            candidate.install()
        except NotInstalled as error:
            missing[candidate.name] = f"it could not be installed: {error}"
        else:
            here.append(candidate)
    return here, missing


def circumstances(rounds: int) -> str:
    """Return where and when it was measured."""
    machine = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    return f"{machine}, {time.strftime('%Y-%m-%d')}, load before: {os.getloadavg()[0]:.1f}, rounds: {rounds}"


def main() -> None:
    """Measure each number of pages given on the command line."""
    sizes = sorted(set(map(int, " ".join(sys.argv[1:]).split() or [25, 100, 1000])))
    rounds = int(os.environ.get("ROUNDS", "3"))
    candidates, left_out = installed()
    where_and_when = circumstances(rounds)
    measure(candidates, [5], 1)  # uncounted: reads every program from the disk, and Python compiles its modules
    results, failed = measure(candidates, sizes, rounds)
    if any(OURS.name not in by_name for by_name in results.values()):
        sys.exit("\n".join(failed.values()))
    left_out |= {name: f"it failed: {words}" for name, words in failed.items()}
    remarks = {one.name: one.remark for one in candidates}
    report = tables(results, remarks, left_out, where_and_when, COMPARED)
    print(report)
    if LENGTH > 1:
        return
    README.write_text(between_marks(README.read_text(encoding="utf-8"), report), encoding="utf-8")
    PLOT.write_text(plot(results), encoding="utf-8")


if __name__ == "__main__":
    main()
