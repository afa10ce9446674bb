"""Where the exit link may lead: to a plain public site that is another one and remembers nobody."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from sources.problems import Problem, Section
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
