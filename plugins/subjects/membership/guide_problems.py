"""Checks of the guide: every name in it is known, every tier is reached, no question and no rule is idle.

That every way through ends needs no check: each step asks a question that was not asked before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod

from components.directive import directives
from sources.pages.page import PageSource
from sources.problems import Place, Problem, guess
from sources.records.fields import is_yes
from sources.records.ids import certain_ids, ids_of, repeated_ids
from sources.yaml.nodes import Mapping, Node, Scalar
from sources.yaml.nodes import Sequence as Items

from .guide import Ask, first_rule, steps, walk
from .records import Guide, Membership

MOST_COMBINATIONS = 1000  # of answers; more would take long to try
MOST_STEPS = 100  # questions and outcomes on one page; more would be too heavy for a slow telephone


def guide_problems(root: Node, membership: Membership | None) -> Iterator[Problem]:
    """Yield the problems of the guide in membership.yaml: of its names first, and of its ways once the names fit."""
    guide = root.get("guide")
    if not isinstance(guide, Mapping):
        return
    names = list(_name_problems(guide, root))
    yield from names
    if membership and membership.guide and not names:
        yield from _way_problems(guide, membership.guide, [tier.id for tier in membership.tiers])


def guide_page_problems(root: Node, pages: Sequence[PageSource]) -> Iterator[Problem]:
    """Yield a problem for a `::: guide` without a guide in membership.yaml, and for a guide that no page shows."""
    guide = root.get("guide")
    shown = [
        Place(page.file, page.body_line + directive.line)
        for page in pages
        for directive in directives(page.body)
        if directive.name == "guide"
    ]
    if not isinstance(guide, Mapping):
        for place in shown:
            yield Problem(place, '::: guide: there is no "guide" in data/membership.yaml.')
    elif not shown:
        yield Problem(guide.key_place, 'guide: no page shows it. Put "::: guide" on a page.')


def _name_problems(guide: Node, root: Node) -> Iterator[Problem]:
    questions = list(guide.each("questions"))
    criteria = ids_of(criterion for group in root.each("groups") for criterion in group.each("criteria"))
    yield from repeated_ids("question", questions)
    for question in questions:
        subject = f'guide, question "{question.text_of("id") or "?"}"'
        yield from repeated_ids("answer", question.each("answers"))
        yield from _same_words(subject, question)
        yield from _unknown(f"{subject}: unknown criterion", question.get("criterion"), criteria)
    answers = {question.text_of("id") or "": ids_of(question.each("answers")) for question in questions}
    for number, rule in enumerate(guide.each("rules"), start=1):
        yield from _rule_problems(f"guide, rule {number}", rule, answers)
    if tiers := certain_ids(list(root.each("tiers"))):
        yield from _tier_problems(guide, root, tiers)


def _same_words(subject: str, question: Node) -> Iterator[Problem]:
    first: dict[str, Node] = {}
    for answer in question.each("answers"):
        words, node = answer.text_of("title"), answer.get("title")
        if words and node and (other := first.setdefault(words.casefold(), node)) is not node:
            message = f'{subject}: two answers say "{words}", see line {other.place.line}. Nobody could tell which.'
            yield Problem(node.place, message)


def _unknown(subject: str, node: Node | None, known: Sequence[str]) -> Iterator[Problem]:
    if isinstance(node, Scalar) and node.text and node.text not in known:
        yield Problem(node.place, f'{subject} "{node.text}".{guess(node.text, known)}')


def _rule_problems(subject: str, rule: Node, answers: dict[str, list[str]]) -> Iterator[Problem]:
    conditions = rule.get("answers")
    for name, node in conditions.entries.items() if isinstance(conditions, Mapping) else ():
        if name not in answers:
            yield Problem(node.key_place, f'{subject}: unknown question "{name}".{guess(name, answers)}')
            continue
        for wanted in node.items if isinstance(node, Items) else (node,):
            yield from _unknown(f'{subject}: question "{name}" has no answer', wanted, answers[name])


def _tier_problems(guide: Node, root: Node, tiers: list[str]) -> Iterator[Problem]:
    ruled = [rule.text_of("tier") for rule in guide.each("rules")]
    left_out = [node for node in guide.each("left_out") if isinstance(node, Scalar)]
    for number, rule in enumerate(guide.each("rules"), start=1):
        yield from _unknown(f"guide, rule {number}: unknown tier", rule.get("tier"), tiers)
    for node in left_out:
        yield from _unknown("guide, left_out: unknown tier", node, tiers)
        if node.text in ruled:
            yield Problem(node.place, f'guide, left_out: a rule names "{node.text}". Delete one of the two.')
    closed = [tier.text_of("id") for tier in root.each("tiers") if is_yes(tier.text_of("closed"))]
    for tier in tiers if ruled else ():
        if tier not in (*ruled, *closed, *(node.text for node in left_out)):
            message = f'guide: no answers lead to tier "{tier}". Add a rule, or name the tier under "left_out".'
            yield Problem(guide.key_place, message)


def _way_problems(node: Node, guide: Guide, tiers: list[str]) -> Iterator[Problem]:
    combinations = prod(len(question.answers) for question in guide.questions)
    if combinations > MOST_COMBINATIONS:
        message = f"guide: its answers combine in {combinations:,} ways; at most {MOST_COMBINATIONS:,} can be checked."
        yield Problem(node.key_place, f"{message} Ask fewer questions, or offer fewer answers.")
        return
    ways = steps(walk(guide, tiers))
    if len(ways) > MOST_STEPS:
        message = f"guide: it has {len(ways)} steps; a page holds at most {MOST_STEPS}."
        yield Problem(node.key_place, f"{message} Ask fewer questions, or offer fewer answers.")
    asked = {step.question.id for step in ways if isinstance(step, Ask)}
    for question, place in zip(guide.questions, node.each("questions"), strict=True):
        if question.id not in asked:
            message = f'guide, question "{question.id}": its answer changes nothing, so it is never asked.'
            yield Problem(place.place, f"{message} Name its answers in the rules, or delete it.")
    yield from _idle_rules(node, guide)


def _idle_rules(node: Node, guide: Guide) -> Iterator[Problem]:
    names = [question.id for question in guide.questions]
    used = [
        first_rule(guide.rules_of(tier), dict(zip(names, given, strict=True)))
        for given in product(*([answer.id for answer in question.answers] for question in guide.questions))
        for tier in {rule.tier for rule in guide.rules}
    ]
    for number, (rule, place) in enumerate(zip(guide.rules, node.each("rules"), strict=True), start=1):
        if not any(rule is one for one in used):
            message = f'guide, rule {number}: wherever it holds, an earlier one for "{rule.tier}" does too. Delete it.'
            yield Problem(place.place, message)
