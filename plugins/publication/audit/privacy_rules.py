"""Rules about people: nothing by which one could be found, called or named without having agreed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import PurePosixPath
from urllib.parse import unquote

from membership.application import shown_some_day
from membership.model import MEMBERSHIP
from safety.private import digits, emails, named_people, phone_numbers, places, standing

from .findings import Finding
from .site import BuiltSite

TEXTS = (".txt", ".csv", ".json", ".xml", ".svg", ".webmanifest")
MARKUP = re.compile(r"<(style|script)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)
SEPARATORS = re.compile(r"[-_/.+]")  # of the words in an address or the name of a file
CALLS = re.compile(r"(?:tel|sms):([^?&]*)", re.IGNORECASE)


def only_the_coalitions_own_email_is_given(site: BuiltSite) -> Iterator[Finding]:
    """Find e-mail addresses that are not the contact of the coalition."""
    for file, text in _texts(site):
        for email in emails(text):
            if email.casefold() not in _contact(site).casefold():
                message = f'the e-mail address "{email}" is not the contact in site.yaml. Remove it, or put it there.'
                yield Finding(file, message, part=email)


def only_listed_telephone_numbers_are_given(site: BuiltSite) -> Iterator[Finding]:
    """Find telephone numbers that are neither help lines nor the contact, in the text or in a link."""
    known = {digits(number) for number in _listed(site)}
    for file, text in _texts(site):
        for number in phone_numbers(text):
            if digits(number) not in known:
                message = f'the telephone number "{number}" is neither in help-lines.yaml nor the contact in site.yaml.'
                yield Finding(file, message, part=number)
    for page in site.pages.values():
        for address in page.addresses:
            found = CALLS.match(address.value)
            if found and digits(found[1]) not in known:
                message = f'the link "{address.value}" calls a number that is not in help-lines.yaml or the contact.'
                yield Finding(page.file, message, address.value)


def no_place_is_given_where_people_could_be_met(site: BuiltSite) -> Iterator[Finding]:
    """Find streets with a number and numbered rooms, unless they are the contact."""
    for file, text in _texts(site):
        for place in places(text):
            if place not in _contact(site):
                message = f'"{place}" looks like the address of a place. People at risk may be there: remove it.'
                yield Finding(file, message, part=place)


def people_are_named_only_with_consent(site: BuiltSite) -> Iterator[Finding]:
    """Find people named with title or degree who are not among the approved; other names no rule can find."""
    approved = " ".join(person.name for person in site.sources.site.approved_people)
    for file, text in _texts(site):
        for name in named_people(text):
            if name not in approved:
                message = f'"{name}" looks like a person. Name only people in approved_people of site.yaml.'
                yield Finding(file, message, part=name)


def forbidden_words_stand_nowhere(site: BuiltSite) -> Iterator[Finding]:
    """Find what staff have said must never be published: in words, in addresses, in names of files."""
    forbidden = site.sources.site.forbidden_words
    for file, text in (*_texts(site), *_addresses_and_names(site)) if forbidden else ():
        for words in standing(forbidden, text):
            yield Finding(file, f'"{words}" must not be published: it is in forbidden_words of site.yaml.', part=words)


def _texts(site: BuiltSite) -> Iterator[tuple[str, str]]:
    yield from ((page.file, page.said) for page in site.pages.values())
    if not site.pages:  # what may be on no page today, and on one tomorrow
        yield from ((MEMBERSHIP.path, text) for text in shown_some_day(site.sources.membership))
    for name, source in site.statics.items():
        if PurePosixPath(name).suffix in TEXTS and (site.folder / name).is_file():
            text = (site.folder / name).read_text("utf-8", errors="replace")
            marked_up = name.endswith((".svg", ".xml"))
            folder = len(PurePosixPath(name).parts) + (1 if name.startswith("images/") else 2)
            yield "/".join(source.parts[-folder:]), unescape(MARKUP.sub(" ", text)) if marked_up else text


def _addresses_and_names(site: BuiltSite) -> Iterator[tuple[str, str]]:
    for page in site.pages.values():
        yield page.file, SEPARATORS.sub(" ", unquote(" ".join(one.value for one in page.addresses)))
    yield from ((name, SEPARATORS.sub(" ", name)) for name in site.files)


def _contact(site: BuiltSite) -> str:
    return site.sources.site.contact or ""


def _listed(site: BuiltSite) -> Iterator[str]:
    yield from phone_numbers(_contact(site))
    for line in site.sources.help_lines.help_lines:
        yield line.number
        if line.text:
            yield line.text
