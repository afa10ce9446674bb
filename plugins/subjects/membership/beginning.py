"""What a new site begins with of membership: tiers that answer nothing yet, their pages, and how people apply."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sources.file_names import clean_path, plain
from sources.problems import ProblemsFound, nearest, quoted, refusal
from sources.records.web_addresses import email_address, https_address, https_host

from ..beginning import Beginning, Begun, Further, NewSite, fields_text, joined, page_text
from .answers.items import NOT_STATED
from .called import named
from .records import MEMBERSHIP, Section
from .tier_pages import page_body

APPLY = "APPLY"  # the variable of `make` that answers it
PAGE = "membership/how-to-join"
EXPECTED = (
    "expected the address of a form or an e-mail address, the name of a PDF on this computer, "
    "or one of: page, PDF, by invitation, talk to us, not yet; found "
)
INDEX = "membership/index"
CRITERIA = ("who", "cost", "brings", "how")
TAKEN = ("", *(Path(path).name for path in (INDEX, PAGE)))
LINKED = "how"  # the criterion that also shows the links to apply


@dataclass(frozen=True, slots=True)
class Applying:
    """The fields of `application`, the hosts that they lead to, files to offer, a page, and what is still missing."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    hosts: tuple[str, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    page: str | None = None
    missing: tuple[str, ...] = ()


NOT_YET = Applying()
BY_NAME = {
    **dict.fromkeys(("", "not yet", "no", "none", "nothing"), NOT_YET),
    **dict.fromkeys(("page", "a page"), Applying({"page": PAGE}, page=PAGE, missing=("join",))),
    **dict.fromkeys(("pdf", "a pdf", "on paper"), Applying(missing=("document",))),
    **dict.fromkeys(("invitation", "by invitation"), Applying({"by": "invitation"})),
    **dict.fromkeys(("conversation", "talk to us", "ask us", "contact"), Applying({"by": "conversation"})),
    **dict.fromkeys(("form", "a form", "e-mail", "email"), NOT_YET),  # whose address comes later
}


def applying(answer: str) -> Applying:
    """Return what an answer means; raise ProblemsFound with what it cannot be."""
    said = " ".join(answer.split())
    named = BY_NAME.get(said.casefold())
    if named:
        return named
    readings: tuple[Callable[[str], Applying | None], ...] = (_by_mail, _document, _form)
    found = next((meant for reading in readings if (meant := reading(said))), None)
    if not found:
        near = nearest(said, [name for name in BY_NAME if name])
        raise _refused(f"{EXPECTED}{quoted(said)}.{f' Did you mean {quoted(near)}?' if near else ''}")
    return found


def _by_mail(said: str) -> Applying | None:
    if "@" not in said or "://" in said:
        return None
    try:
        return Applying({"email": email_address(said)})
    except ValueError as error:
        raise _refused(str(error)) from None


def _document(said: str) -> Applying | None:
    if not said.casefold().endswith(".pdf") or "://" in said:
        return None
    path = Path(said).expanduser()
    if not path.is_file():
        raise _refused(f"there is no file {quoted(said)} on this computer. Where it comes later, say PDF.")
    name = clean_path(path.name)
    return Applying({"document": name}, files={f"extra/{name}": path.read_bytes()})


def _form(said: str) -> Applying | None:
    address = https_address(said)
    try:
        host = https_host(address)
    except ValueError as error:
        if "://" in said or "/" in said:
            raise _refused(str(error)) from None
        return None
    return Applying({"url": address, "confirmed": "no"}, hosts=(host,))


def _refused(message: str) -> ProblemsFound:
    return refusal(APPLY, message, Section.FORM)


def begin(site: NewSite) -> Begun:
    """Return membership.yaml, a page for each tier and one for all, and what is to be given."""
    titles = list(site.named.get("tiers") or [site.words["membership_tier"]])
    ids = _ids(titles)
    way: Applying = site.told.get(APPLY) or applying("")
    tiers = dict(zip(ids, titles, strict=True))
    data = f"# {site.words['membership_note']}\n\n{fields_text(_data(site, tiers, way))}"
    overview = f"## {site.words['membership_ways']}\n\n::: {'tiers' if len(tiers) > 1 else 'ways'}"
    files = {
        MEMBERSHIP.path: data.encode(),
        f"pages/{INDEX}.md": site.page("membership", overview),
        **{f"pages/membership/{one}.md": _page(site, one, title, len(tiers)) for one, title in tiers.items()},
        **({f"pages/{way.page}.md": site.page("join")} if way.page else {}),
        **way.files,
    }
    fields = {"navigation": [{"page": INDEX}], "not_yet_given": site.missing("membership", *way.missing)}
    home = f"## {site.words['membership_home']}\n\n::: ways\n\n{site.words['membership_more']}"
    return Begun(files, fields, home)


def _ids(titles: Sequence[str]) -> list[str]:
    """Return a name for files and directives for each tier: a number where its title gives none, or that of a page."""
    ids = [plain(title) for title in titles]
    return [f"tier-{number}" if one in TAKEN else one for number, one in enumerate(ids, start=1)]


def _data(site: NewSite, titles: Mapping[str, str], way: Applying) -> dict[str, Any]:
    criteria = [
        {"id": one, "title": site.words[f"membership_{one}"], **({"application_link": "yes"} if one == LINKED else {})}
        for one in CRITERIA
    ]
    tiers = [
        {
            "id": one,
            "title": title,
            "summary": site.text("membership_summary"),
            "requirements": dict.fromkeys(CRITERIA, NOT_STATED),
        }
        for one, title in titles.items()
    ]
    hosts = {"application_hosts": list(way.hosts)} if way.hosts else {}
    application = {"application": dict(way.fields)} if way.fields else {}
    groups = [{"id": "joining", "title": site.words["membership_group"], "criteria": criteria}]
    return joined([{"groups": groups}, hosts, application, {"tiers": tiers}])


def _page(site: NewSite, tier: str, title: str, tiers: int) -> bytes:
    words = site.theme_words
    text = page_body(tier, site.prose("membership_summary"), words, standards=None, compared=tiers > 1)
    description = words["new_tier_description"].format(site=site.name, tier=named(title, words))
    return page_text(title, description, text, tier=tier)


BEGINNING = Beginning(
    "tiers",
    begin,
    ("membership", "members", "levels", "plans", "circles"),
    names=True,
    further=Further(
        APPLY,
        "How do people apply: the address of a form or an e-mail address, a PDF, a page, by invitation, talk to us",
        applying,
    ),
)
