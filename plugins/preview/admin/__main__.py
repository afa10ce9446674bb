"""`python -m preview.admin CONTENT THEME FOLDER`: writes the forms on the web, for `make admin`."""

from __future__ import annotations

import sys
from pathlib import Path

from preview.editor.bundle import NoBundle
from sources.problems import Place, Problem, ProblemsFound, count, report
from subjects.site.records import SITE, Repository, Site

from .folder import pages, programs, write
from .hosts import host_of

GUIDE = "Editing on the web"
ROOT = Path(__file__).resolve().parents[3]
NO_REPOSITORY = (
    "repository: the forms on the web need the address of the repository, such as {url: https://github.com/name/site}."
)
WRITTEN = """{}: {}, {:.1f} MB. The forms of {} on {}.
Put the folder where staff can open it, apart from the site. HOSTING.md says where it may live."""


def _repository(site: Site, content: Path) -> Repository:
    if site.repository is None:
        place = Place(f"{content.name}/{SITE.path}", 0)
        raise ProblemsFound([Problem(place, NO_REPOSITORY, GUIDE)])
    return site.repository


def main(arguments: list[str]) -> int:
    """Write the folder; return 1 where something is missing."""
    content, theme, folder = (Path(one).resolve() for one in arguments)
    try:
        site = SITE.record(SITE.nodes(content))
        host = host_of(_repository(site, content))
        files = pages(content, theme, ROOT / "GUIDE.md", host, site.address or "") | programs(ROOT, theme)
    except ProblemsFound as found:
        print(report(found.problems, "nothing was written"), file=sys.stderr)
        return 1
    except NoBundle as error:
        print(error, file=sys.stderr)
        return 1
    write(files, folder)
    size = sum(map(len, files.values())) / 1_000_000
    print(WRITTEN.format(arguments[2], count(len(files), "file"), size, host.repo, host.name))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
