"""What must be known before something new is written, and who is asked for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

# By the variable of `make` that answers it.
NEW_PAGE = {"PAGE": "Which page, such as events/gala", "TITLE": "Which title"}
NEW_TIER = {
    "TIER": "Which id, such as ally-network",
    "TITLE": "Which title",
    "CATEGORY": "Which category, by its id",
    "SUMMARY": "For whom is it, in one sentence",
}


def answered(questions: Mapping[str, str], given: Sequence[str], ask: Callable[[str], str]) -> dict[str, str]:
    """Return the answers by their variables: those given, in the order of the questions, and those that `ask` gets."""
    padded = [*given, *[""] * len(questions)]
    pairs = zip(questions.items(), padded, strict=False)
    return {name: answer.strip() or ask(f"{question}? ").strip() for (name, question), answer in pairs}
