"""Publishes a site: check, build aside, audit, finish, and only then put the whole new site in the old one's place."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

from building.builder import SiteBuilder
from building.deferred_writer import of_site
from building.log import ROOT, fault
from building.settings import address_settings
from checking.calendar import next_change, seen_by_visitors
from checking.check import check
from checking.remarks import all_remarks
from checking.to_do import to_do, waiting
from sources.parallel import collecting_rarely
from sources.problems import ProblemsFound, count, report
from subjects.loaded import Sources

from . import manifest, output_folder, record
from .audit import BuiltSite, audit, problems_of, read_site
from .facts import facts_of
from .finish import finish
from .finish.headers import served
from .finish.hosts import Host, host_called
from .lock import building
from .lost_addresses import lost_addresses


class SitePublisher(SiteBuilder):
    """Publishes whole, audited sites or nothing; set as PELICAN_CLASS, so that plain `pelican` does the same."""

    def run(self) -> None:
        """Publish to OUTPUT_PATH and say what changed; with a problem, exit with the report and change nothing."""
        output = Path(self.settings["OUTPUT_PATH"]).absolute()
        try:
            output_folder.refuse(output, self._source_folders())
            with building(output), collecting_rarely():
                output_folder.recover(output)
                host, sources = host_called(self.settings["HOST"]), self._check()
                self.settings |= address_settings(self.settings["CANONICAL"], sources)
                said = self._build(sources, output, host)
        except ProblemsFound as found:
            sys.exit(report(found.problems))
        except OSError as error:
            sys.exit(report([fault(error)]))
        finally:
            self.settings["OUTPUT_PATH"] = self.output_path = str(output)
        print(said, waiting(len(to_do(sources)), len(all_remarks(sources, self.store))), sep="\n")
        if change := next_change(sources):
            print(change)

    def _source_folders(self) -> tuple[Path, ...]:
        folders = (self.settings["PATH"], self.settings["THEME"], ROOT / "plugins", ROOT / "tests", ROOT / ".git", ROOT)
        return tuple(Path(folder).resolve() for folder in folders)

    def _check(self) -> Sources:
        content, theme = Path(self.settings["PATH"]), Path(self.settings["THEME"])
        return check(content, theme, production=self.settings["PRODUCTION"], store=self.store)

    def _build(self, sources: Sources, output: Path, host: Host) -> str:
        new = output_folder.staging(output)
        try:
            new.mkdir()
            self.generate(sources, new, self.store)
            site = self._audit(sources, new)
            at = served(sources, site.prefix, shared=self.settings["SHARED"])
            before, after = manifest.read(output), finish(new, site.sums, host, at, self.store)
            manifest.write(new, after)
            lost = lost_addresses(output, sources)
            last = record.kept(manifest.digest_of(before), self._cache)
            made = _record(sources, after).since(last, first=not before)
            output_folder.swap(output)
            if sources.production and not (last and before == after):  # a preview is no release
                record.keep(made, after, self._cache)
        finally:
            shutil.rmtree(new, ignore_errors=True)
        said = summary(output.name, site, manifest.difference(before, after), len(after))
        return "\n".join((*said, *made.told(), *([lost] if lost else []), *output_folder.remarks(output)))

    @property
    def _cache(self) -> Path:
        return Path(self.settings["CACHE_PATH"])

    def _audit(self, sources: Sources, folder: Path) -> BuiltSite:
        content = Path(self.settings["PATH"])
        site = read_site(folder, content, sources, self.settings["SITEURL"], self.settings["CANONICAL"])
        site = replace(site, shared=self.settings["SHARED"])
        site, findings = audit(site, self.store, of_site(sources, self.settings))
        problems = list(problems_of(findings, site, content))
        if problems:
            raise ProblemsFound(problems)
        return site


def _record(sources: Sources, sums: manifest.Sums) -> record.Record:
    coming = tuple(record.Coming(one.day, one.text) for one in seen_by_visitors(sources))
    return record.Record(len(sums), record.moment(), coming=coming, facts=facts_of(sources, sums))


def summary(name: str, site: BuiltSite, changes: manifest.Difference, files: int) -> Iterator[str]:
    """Yield what every build says: what is new in the site called `name`, and the bytes that a page costs visitors."""
    said = f"{len(changes.added)} new, {len(changes.changed)} changed, {len(changes.missing)} gone"
    yield f"{name}: {count(len(site.page_sources), 'page')}, {count(files, 'file')} ({said})"
    sizes = [document.size for file, document in site.sources.documents.items() if file.startswith("extra/")]
    if sizes:
        yield f"Files in extra: {len(sizes)}, together {sum(sizes) / 1_000_000:,.1f} MB."
    weights = {page.file: page.weight for page in site.outlines.values() if page.file not in site.moved}
    heaviest = max(weights, key=lambda page: (weights[page], page))
    yield (
        f"Heaviest page: /{heaviest.removesuffix('index.html')}, {weights[heaviest]:,} bytes by gzip; "
        f"half of the pages weigh at most {int(median(weights.values())):,}."
    )
    for file in sorted(file for file, picture in site.sources.pictures.items() if picture.moving):
        yield f"{file} moves; visitors see its first picture."
