"""All rules, and how they are asked: of each page alone, on all processors, and of the site as a whole."""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple

from sources.result_store import ResultStore, digest

from . import address_rules, file_rules, language_rules, machine_rules, page_rules, privacy_rules
from .findings import Finding
from .page_facts import Outline, outline
from .site import BuiltSite

# Asked of the whole site, since they look from one page or file to the others.
SITE_RULES = (
    file_rules.every_page_is_there_and_nothing_else,
    file_rules.nothing_is_hidden_or_a_link,
    file_rules.names_work_on_every_system,
    file_rules.other_files_arrive_whole,
    file_rules.drawn_files_can_be_read,
    file_rules.no_picture_is_published_as_it_was_given,
    file_rules.pictures_tell_nothing,
    file_rules.pictures_fit_phones,
    page_rules.titles_and_descriptions_differ,
    address_rules.links_within_the_site_lead_somewhere,
    machine_rules.the_sitemap_names_every_public_page_and_no_other,
    machine_rules.search_engines_may_read_the_public_site_and_no_preview,
)

# Asked of one page of the site after the other, on all processors, and not again for a page that is the same as before.
PAGE_RULES = (
    file_rules.pages_are_complete,
    page_rules.pages_have_language_title_and_description,
    language_rules.the_theme_speaks_the_language_of_the_page,
    page_rules.headings_are_in_order,
    page_rules.ids_are_unique,
    page_rules.pictures_have_words,
    page_rules.nothing_runs_and_nothing_is_embedded,
    page_rules.pages_offer_what_every_page_must,
    page_rules.only_old_addresses_lead_on,
    page_rules.nothing_is_left_unfinished,
    page_rules.no_draft_is_public,
    address_rules.addresses_are_of_known_schemes,
    address_rules.nothing_comes_from_elsewhere,
    address_rules.no_example_address_is_public,
    machine_rules.pages_are_listed_under_their_own_address_or_not_at_all,
    machine_rules.link_previews_show_a_picture_of_this_site,
    machine_rules.link_previews_of_discreet_pages_tell_nothing,
    machine_rules.structured_data_say_what_the_page_shows,
    page_rules.the_policy_stands_first_and_allows_only_what_the_page_holds,
    page_rules.nothing_tells_where_a_visitor_came_from,
    file_rules.pages_fit_into_one_answer,
)

# Asked of every page, and then of all other files.
TEXT_RULES = (
    privacy_rules.only_the_organizations_own_email_is_given,
    privacy_rules.only_listed_telephone_numbers_are_given,
    privacy_rules.no_place_is_given_where_people_could_be_met,
    privacy_rules.people_are_named_only_with_consent,
    privacy_rules.forbidden_words_stand_nowhere,
    address_rules.links_lead_straight_to_their_targets,
)

RULES = (*SITE_RULES, *PAGE_RULES, *TEXT_RULES)


class PageAudit(NamedTuple):
    """What the rules about single pages find in one, and what those about the whole site must know of it."""

    page: Outline
    findings: tuple[Finding, ...]


def audit(site: BuiltSite, store: ResultStore, same: bytes = b"") -> tuple[BuiltSite, list[Finding]]:
    """Return the site with its pages outlined, and what all rules find; `same` stands for what all pages share."""
    drafts = sorted(page.save_as for one in site.sources.in_every_language for page in one.drafts)
    around = digest("audit", same, site.canonical, site.prefix, site.files, drafts)

    def key(name: str) -> bytes:
        source = site.page_sources.get(name)
        about = source.digest if source else site.moved.get(name, "")
        return digest(around, name, about, site.sums[name])

    audited = list(store.each(lambda name: page_audit(site, name), site.html_files, key))
    whole = site.of((one.page for one in audited), _words(site, store, same))
    findings = [finding for one in audited for finding in one.findings]
    findings += [finding for rule in SITE_RULES for finding in rule(whole)]
    findings += [finding for rule in TEXT_RULES for finding in rule(whole)]
    return whole, findings


def _words(site: BuiltSite, store: ResultStore, same: bytes) -> dict[str, str]:
    """Return what all files besides the pages say, by path."""
    pages = frozenset(site.html_files)
    names = [name for name in site.files if name not in pages and name not in site.symlinks]
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
    findings = chain(
        chain.from_iterable(rule(page, site) for rule in PAGE_RULES),
        chain.from_iterable(rule(part) for rule in TEXT_RULES),
    )
    return PageAudit(outline(page), tuple(findings))
