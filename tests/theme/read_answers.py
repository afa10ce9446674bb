"""What visitors should read of an answer: the same that the partials of the theme say, in one place for the tests."""

from sources.words import Words
from subjects.membership.answers.items import Item, Price, Quantity, YesNo
from subjects.membership.answers.prices import shown_price
from subjects.membership.answers.rich_text import plain_text


def shown_text(words: Words, item: Item) -> str:
    """Return what the theme shows of an item, as plain text."""
    match item:
        case YesNo():
            said = words["answer_yes" if item.yes else "answer_no"]
            return f"{said}{words['list_separator']}{plain_text(item.qualifier)}" if item.qualifier else said
        case Price():
            shown, condition = shown_price(words, item), plain_text(item.condition or "")
            return f"{shown} {condition if item.goes_on else f'({condition})'}" if condition else shown
        case Quantity(unlimited=True):
            return f"{item.typed[:1].upper()}{item.typed[1:]}"
    return plain_text(item.typed)
