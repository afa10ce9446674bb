"""Asks every rule: of each page alone, on all processors, and of the site as a whole."""

from __future__ import annotations

from typing import NamedTuple

from sources.result_store import ResultStore, digest

from .findings import Finding
from .page_facts import Outline, outline
from .rules import PAGE_RULES, SITE_RULES, TEXT_RULES
from .site import BuiltSite


class PageAudit(NamedTuple):
    """What the rules about single pages find in one, and what those about the whole site must know of it."""

    page: Outline
    findings: tuple[Finding, ...]


def audit(site: BuiltSite, store: ResultStore, same: bytes = b"") -> tuple[BuiltSite, list[Finding]]:
    """Return the site with its pages outlined, and what all rules find; `same` stands for what all pages share."""
    drafts = sorted(page.save_as for page in site.sources.drafts)
    around = digest("audit", same, site.canonical, site.prefix, site.files, drafts)

    def key(name: str) -> bytes:
        source = site.page_sources.get(name)
        return digest(around, name, source.digest if source else b"", site.sums[name])

    audited = list(store.each(lambda name: page_audit(site, name), site.html_files, key))
    whole = site.of((one.page for one in audited), _words(site, store, same))
    findings = [finding for one in audited for finding in one.findings]
    findings += [finding for rule in SITE_RULES for finding in rule(whole)]
    findings += [finding for rule in TEXT_RULES for finding in rule(whole)]
    return whole, findings


def _words(site: BuiltSite, store: ResultStore, same: bytes) -> dict[str, str]:
    """Return what all files besides the pages say, by path."""
    names = [name for name in site.files if not name.endswith(".html") and name not in site.symlinks]
    return dict(
        zip(
            names,
            store.each(site.words_in, names, lambda name: digest("words", same, name, site.sums[name])),
            strict=True,
        )
    )


def page_audit(site: BuiltSite, name: str) -> PageAudit:
    """Return what is found in one page of the site."""
    page = site.page(name)
    part = site.only(page)
    return PageAudit(outline(page), tuple(finding for rule in (*PAGE_RULES, *TEXT_RULES) for finding in rule(part)))
