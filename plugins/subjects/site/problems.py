"""What is wrong with two facts of site.yaml beyond their fields: where the exit link leads, and the languages."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from sources.problems import Problem, Section, quoted
from sources.records.web_addresses import https_address
from sources.yaml.nodes import Node, Scalar

# Sites that greet people by name, show what they looked at, or are blocked at work: no place to be found on.
PERSONAL = frozenset(
    f"{name}.com"
    for name in (
        *("aol", "amazon", "bing", "duckduckgo", "ebay", "facebook", "google", "instagram", "linkedin", "live", "msn"),
        *("netflix", "office", "outlook", "pinterest", "reddit", "snapchat", "tiktok", "twitter", "x", "yahoo"),
        "youtube",
    )
)


def exit_problems(site: Node) -> Iterator[Problem]:
    """Yield a problem when the exit link of site.yaml leads to this site itself, or to one that knows its visitors."""
    link = site.get("exit_link")
    url = link.get("url") if link else None
    if not (isinstance(url, Scalar) and url.text):
        return
    host, own = (urlsplit(https_address(text)).hostname or "" for text in (url.text, site.text_of("address") or ""))
    if host and host == own:
        yield Problem(url.place, "exit_link, url: this is the site itself. Choose another one.", Section.SITE)
    elif ".".join(host.split(".")[-2:]) in PERSONAL:
        message = f'exit_link, url: "{host}" knows who visits it. Choose a plain site, such as a weather service.'
        yield Problem(url.place, message, Section.SITE)


def language_problems(site: Node, languages: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a problem for a language that stands twice, and for a main language that is not the first of all."""
    declared, main = site.get("languages"), site.get("language")
    seen = set()
    for node, language in zip(declared.scalars() if declared else (), languages, strict=False):
        if language in seen:
            yield Problem(node.place, f"languages: {quoted(language)} stands here twice. Keep one.", Section.LANGUAGES)
        seen.add(language)
    said = (site.text_of("language") or "").casefold()
    if main and declared and said and languages and said != languages[0].casefold():
        first = ", ".join((said, *(one for one in languages if one.casefold() != said)))
        message = (
            f"language: the main language is {quoted(said)} here, and {quoted(languages[0])} in languages, which begin "
            f"with it. Take this line out, or write languages: [{first}]"
        )
        yield Problem(main.place, message, Section.LANGUAGES)
