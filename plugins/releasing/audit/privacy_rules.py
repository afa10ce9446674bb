"""Rules about people: nothing by which one could be found, called or named without having agreed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from checking.approvals import is_approvable, is_approved, offer
from checking.harmless import Found
from checking.private import (
    address_words,
    digits,
    emails,
    named_people,
    numbers_in_addresses,
    phone_numbers,
    places,
    plain,
    standing,
)
from sources.problems import Section
from subjects import present

from .addresses import Address, unwrapped
from .findings import Finding
from .page_facts import PageFacts
from .site import BuiltSite

SEPARATORS = re.compile(r"[-_/.+]")  # of the words in an address or the name of a file
CALLS = re.compile(r"(?:tel|sms):([^?&]*)", re.IGNORECASE)
CALLED = ("tel", "sms")
NO_PLACE = "it is no place where people live, work or meet"


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says in words, or in its addresses."""

    file: str
    words: str
    addresses: Sequence[Address] = ()

    def finding(self, message: str, part: str) -> Finding:
        """Return what is found in these words, with what somebody typed to cause it."""
        clue = next(
            (one.value for one in self.addresses if part in address_words(one.value) and part not in one.value), ""
        )
        return Finding(self.file, message, clue, "" if clue else part, guide=Section.PEOPLE)


def only_the_organizations_own_email_is_given(site: BuiltSite) -> Iterator[Finding]:
    """Find e-mail addresses that are neither the contact of the organization nor given for applications."""
    for said in _all_said(site):
        for email in emails(said.words):
            if email.casefold() not in site.emails:
                message = f'the e-mail address "{email}" is not the contact in site.yaml. Remove it, or put it there.'
                yield said.finding(message, email)


def only_listed_telephone_numbers_are_given(site: BuiltSite) -> Iterator[Finding]:
    """Find telephone numbers that are neither help lines nor the contact, in the text or in a link."""
    for said in _all_said(site):
        for number in numbers_in_addresses(said.words) if said.addresses else phone_numbers(said.words):
            if digits(number.words) not in site.listed_numbers and not is_approved(number, site.approved_phrases):
                message = (
                    f'the telephone number "{number.words}" is neither in help-lines.yaml nor the contact in site.yaml.'
                )
                unless = _unless("it is no telephone number", number, site) if is_approvable(number) else ""
                yield said.finding(message + unless, number.words)
    for page in site.pages.values():
        for address in page.addresses:
            found = CALLS.match(address.value)
            if found and digits(found[1]) not in site.listed_numbers:
                message = f'the link "{address.value}" calls a number that is not in help-lines.yaml or the contact.'
                yield Finding(page.file, message, address.value, guide=Section.PEOPLE)


def no_place_is_given_where_people_could_be_met(site: BuiltSite) -> Iterator[Finding]:
    """Find streets with a number and numbered rooms, unless they are the contact."""
    for said in _all_said(site):
        for place in places(said.words):
            if place.words not in site.contact and not is_approved(place, site.approved_phrases):
                message = f'"{place.words}" looks like the address of a place. People at risk may be there: remove it.'
                yield said.finding(message + _unless(NO_PLACE, place, site), place.words)


def people_are_named_only_with_consent(site: BuiltSite) -> Iterator[Finding]:
    """Find people named with title or degree who are not among the approved; other names no rule can find."""
    for said in _all_said(site):
        for name in named_people(said.words):
            if name.words not in site.people and not is_approved(name, site.approved_phrases):
                message = f'"{name.words}" looks like a person. Name only people in approved_people of site.yaml.'
                yield said.finding(message + _unless("these words name nobody", name, site), name.words)


def _unless(reason: str, found: Found, site: BuiltSite) -> str:
    return f" If {reason}, {offer(found, site.approved_phrases)}"


def forbidden_words_stand_nowhere(site: BuiltSite) -> Iterator[Finding]:
    """Find what staff have said must never be published: in words, in addresses, in names of files.

    What the theme says too, such as "Menu", is looked for in what staff write alone.
    """
    every = site.sources.in_every_language
    forbidden = tuple(dict.fromkeys(words for one in every for words in one.site.forbidden_words))
    for said in (*_all_said(site), *_taken_apart(site)) if forbidden else ():
        for words in standing(forbidden, said.words):
            message = f'"{words}" must not be published: it is in forbidden_words of site.yaml.'
            in_its_name = standing([words], SEPARATORS.sub(" ", said.file))
            by_the_theme = any(standing([words], site.theme_words)) and not any(in_its_name)
            yield replace(said.finding(message, words), typed=by_the_theme)


@lru_cache(maxsize=1)  # five rules ask for it, one after the other
def _all_said(site: BuiltSite) -> tuple[Said, ...]:
    """Return all that the pages say, in words and in addresses, and all that other files and their names do."""
    return (
        *chain.from_iterable(_of_page(page) for page in site.pages.values()),
        *(Said(name, plain(words)) for name, words in site.words.items()),
        *(() if site.pages else _said_later(site)),
        *(Said(name, plain(SEPARATORS.sub(" ", name))) for name in site.files if not name.endswith(".html")),
    )


def _of_page(page: PageFacts) -> Iterator[Said]:
    yield Said(page.file, page.said)
    shown = [one for one in page.addresses if one.scheme not in CALLED and not unwrapped(one.value)]
    yield Said(page.file, "\n".join(dict.fromkeys(address_words(one.value) for one in shown)), shown)


def _said_later(site: BuiltSite) -> Iterator[Said]:
    """Yield what may be on no page today, and on one tomorrow."""
    for sources in site.sources.in_every_language:
        for one in present(sources):
            yield from (Said(one.data.path, plain(text)) for text in one.said_later(sources) if one.data)
    for page in (page for sources in site.sources.in_every_language for page in sources.drafts):
        if page.waits and page.front_matter.status != "draft":
            about = page.front_matter
            yield Said(page.save_as, plain("\n".join((about.title, about.description, about.lead or "", page.body))))


def _taken_apart(site: BuiltSite) -> Iterator[Said]:
    """Yield addresses, and the names of pages, with their words one by one."""
    for page in site.pages.values():
        yield Said(page.file, SEPARATORS.sub(" ", page.linked))
    yield from (Said(name, SEPARATORS.sub(" ", name)) for name in site.files if name.endswith(".html"))
