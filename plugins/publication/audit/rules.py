"""All rules, in the order in which they are told. Each takes the finished site and yields what it finds."""

from __future__ import annotations

from . import address_rules, file_rules, page_rules

RULES = (
    file_rules.every_page_is_there_and_nothing_else,
    file_rules.nothing_is_hidden_or_a_link,
    file_rules.names_work_on_every_system,
    file_rules.other_files_arrive_whole,
    page_rules.pages_are_complete,
    page_rules.pages_have_language_title_and_description,
    page_rules.titles_and_descriptions_differ,
    page_rules.headings_are_in_order,
    page_rules.ids_are_unique,
    page_rules.pictures_have_words,
    page_rules.nothing_runs_and_nothing_is_embedded,
    page_rules.nothing_is_left_unfinished,
    page_rules.no_draft_is_public,
    address_rules.addresses_are_of_known_schemes,
    address_rules.nothing_comes_from_elsewhere,
    address_rules.links_within_the_site_lead_somewhere,
    address_rules.no_example_address_is_public,
)
