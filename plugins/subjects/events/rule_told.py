"""A rule in the words of a language: as it was typed in English, and made of its parts in any other."""

from __future__ import annotations

from sources.words import Words, counted, shown_list

from .rule import Rule

UNITS = {"DAILY": "rule_day", "WEEKLY": "rule_week", "MONTHLY": "rule_month", "YEARLY": "rule_year"}
LAST = -1


def told(rule: Rule, words: Words, language: str) -> str:
    """Return how often something comes again."""
    if language.startswith("en"):
        return words["event_every"].format(rule=rule.typed) if rule.lacks_every else _begun(rule.typed)
    every = counted(words, UNITS[rule.unit], rule.interval)
    if rule.month_day is not None:
        key = "rule_last_day" if rule.month_day == LAST else "rule_on_day"
        return _begun(words[key].format(every=every, day=rule.month_day))
    if not rule.days:
        return _begun(every)
    days = shown_list(words, [_day(day, place, words) for day, place in rule.days])
    return _begun(words["rule_on"].format(every=every, days=days))


def _day(day: int, place: int, words: Words) -> str:
    weekday = words["weekdays"].split(", ")[day]
    if not place:
        return weekday
    places = words["rule_places"].split(", ")
    return words["rule_placed"].format(place=places[place if place < 0 else place - 1], weekday=weekday)


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]
