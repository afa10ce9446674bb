"""Membership as a subject: tiers become tables, pages for two tiers, a guide, application links, and files to reuse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from sources.pages.page import PageSource
from sources.problems import Problem

from ..form import Form
from ..loaded import Loaded, Sources
from ..subject import Address, Block, Blocks, Subject, Terms, of_file
from .answers.items import NOT_STATED
from .answers.prices import shown_price
from .answers.problems import answer_link_problems, answer_problems, answer_remarks, linking_texts
from .answers.rich_text import addresses, runs
from .application.link import shown_some_day
from .application.prefill_problems import length_problems, prefill_problems
from .application.way_problems import way_problems
from .application.window_problems import window_problems
from .beginning import BEGINNING
from .called import own_words
from .category_problems import empty_yet
from .compare import FOLDER, pair_pages
from .components import CALLS, components
from .guide_problems import guide_page_problems, guide_problems
from .opening import opening
from .records import MEMBERSHIP, TIERS_CSV, TIERS_JSON, TIERS_SCHEMA, Membership
from .references import reference_problems
from .tier_context import tier_context
from .tier_page_problems import page_problems, renamed_tier
from .tier_pages import fitting, pages_along
from .to_do import changes, to_do


def choices(membership: Membership) -> Mapping[str, Mapping[str, str]]:
    """Return the names that fields may hold, with what visitors know each by."""
    questions = membership.guide.questions if membership.guide else ()
    return {
        **{name: {one.id: one.title for one in membership.categories} for name in ("category", "within", "for")},
        **{name: {one.id: one.title for one in membership.tiers} for name in ("tier", "left_out")},
        **{
            name: {one.id: one.title for group in membership.groups for one in group.criteria}
            for name in ("requirements", "criterion")
        },
        "answers": {one.id: one.title for one in questions},
    }


def below(membership: Membership) -> Mapping[str, Mapping[str, str]]:
    """Return the answers to each question of the guide."""
    questions = membership.guide.questions if membership.guide else ()
    return {one.id: {answer.id: answer.title for answer in one.answers} for one in questions}


FORM = Form(
    "Tiers and requirements",
    shown_by="tiers",
    choices=choices,
    below=below,
    hints={"requirements": f"One value on each line. Empty: {NOT_STATED}."},
    complete=fitting,
    pages_along=pages_along,
    mended_later=empty_yet,
)


def pages(loaded: Loaded) -> Iterable[PageSource]:
    """Return a page for each two tiers that are compared."""
    membership, words = loaded.value(MEMBERSHIP), loaded.words
    if not (membership and words):
        return ()
    return pair_pages(membership, loaded.pages, words, MEMBERSHIP.file(loaded.content))


def problems(loaded: Loaded) -> Iterator[Problem]:
    """Yield what is wrong with the tiers beyond their fields, and with the pages that should show them."""
    nodes, membership = loaded.nodes(MEMBERSHIP), loaded.value(MEMBERSHIP)
    if nodes is None:
        return
    yield from reference_problems(nodes)
    yield from answer_problems(nodes)
    if loaded.names_known and any(linking_texts(nodes)):
        yield from answer_link_problems(nodes, loaded.targets)
    yield from window_problems(nodes)
    yield from prefill_problems(nodes)
    yield from way_problems(nodes, loaded)
    yield from length_problems(membership, nodes) if membership else ()
    if not renamed_tier(nodes, loaded.pages):
        yield from guide_problems(nodes, membership)
    if loaded.pages:
        yield from guide_page_problems(nodes, loaded.pages)
    if membership and loaded.names_known:
        yield from page_problems(nodes, loaded.pages, production=loaded.production and not loaded.language)


def values(sources: Sources) -> Mapping[str, object]:
    """Return what templates ask for besides components."""
    context = tier_context(sources)
    return {
        "tier_count": len(context.membership.tiers),
        "shown_price": partial(shown_price, sources.words),
        "leads_to": context.known.address,
        "runs_of": runs,
    }


def opening_of(sources: Sources) -> Blocks:
    """Return what opens the page of a tier."""
    context = tier_context(sources)

    def block(page: PageSource) -> Block | None:
        tier = page.front_matter.tier
        return Block("partials/tier_opening.html", opening(tier, context)) if tier else None

    return block


def in_doubt(loaded: Loaded) -> bool:
    """Tell whether the names of tiers and categories are wrong, or one was changed and its page not."""
    nodes = loaded.nodes(MEMBERSHIP)
    if nodes is None:
        return False
    wrong = (problem for problem in reference_problems(nodes) if not empty_yet(problem))
    return any(wrong) or bool(renamed_tier(nodes, loaded.pages))


def depends_on(sources: Sources) -> object:
    """Return what pages draw on besides facts, words and day: the pages of the tiers, and where links lead."""
    context = tier_context(sources)
    leads = [context.application(tier) for tier in context.membership.tiers]
    linked = (address for _, text in linking_texts(sources.nodes(MEMBERSHIP)) for address in addresses(text.text or ""))
    return sorted(context.tier_pages.items()), leads, context.known.around(linked)


def published(sources: Sources, address: Address) -> bytes:
    """Return the tiers for programs."""
    from .exchange.published import tiers_file, tiers_json  # late, as is the rest of this folder: a check writes none

    return tiers_json(tiers_file(sources, address.canonical, address.prefix))


def schema(_: Sources, address: Address) -> bytes:
    """Return what these may hold."""
    from .exchange.published import tiers_schema

    return tiers_schema(address.root)


def spreadsheet(sources: Sources, _: Address) -> bytes:
    """Return the tiers for spreadsheet programs."""
    from .exchange.csv_file import tiers_csv

    return tiers_csv(sources.of(MEMBERSHIP))


def structured_data(sources: Sources) -> Terms:
    """Return what tells what a page says of the tiers in the terms of schema.org."""
    from .exchange.terms import membership_terms

    return lambda page: membership_terms(page, sources.of(MEMBERSHIP))


SUBJECT = Subject(
    name="membership",
    data=MEMBERSHIP,
    own_words=lambda membership: own_words(membership.tiers_called),
    form=FORM,
    parts=lambda loaded: (of_file("membership", "there is no membership", MEMBERSHIP, loaded, CALLS),),
    pages=pages,
    below=f"pages/{FOLDER}",
    problems=problems,
    in_doubt=in_doubt,
    components=lambda sources: components(tier_context(sources)),
    depends_on=depends_on,
    values=values,
    remarks=lambda sources: answer_remarks(sources.nodes(MEMBERSHIP)),
    files=lambda known: (
        {TIERS_JSON: published, TIERS_CSV: spreadsheet} | ({} if known.language else {TIERS_SCHEMA: schema})
    ),
    opening=opening_of,
    structured_data=structured_data,
    said_later=lambda sources: shown_some_day(sources.of(MEMBERSHIP)),
    to_do=to_do,
    changes=changes,
    beginnings=(BEGINNING,),
)
