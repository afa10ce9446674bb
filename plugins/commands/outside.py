"""Asks outside addresses whether they are still there: each once, one at a time of a host, some hosts at once."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from itertools import groupby
from pathlib import Path
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urldefrag, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

AGENT = "Mozilla/5.0 (compatible; link check of a website, once for each link)"
AT_ONCE = 8  # hosts
PAUSE = 1.0  # seconds between two questions to one host
PATIENCE = 15  # seconds for an answer
HEAD_NOT_TAKEN = (400, 403, 404, 405, 406, 429, 501, 503)  # some servers say so to HEAD alone
GONE = (404, 410)
FOR_GOOD = (301, 308)  # redirects: https://www.rfc-editor.org/rfc/rfc9110#section-15.4
A_DAY = 24 * 60 * 60
CACHE = "links.json"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking for an address: `dead` says why it leads nowhere, `unsure` why nobody can tell from here.

    `moved` is where it now is for good.
    """

    dead: str = ""
    unsure: str = ""
    moved: str = ""
    offline: bool = False  # not even the name of the host could be looked up


class _Redirects(HTTPRedirectHandler):
    """Follows redirects, and keeps where those lead that are for good."""

    def __init__(self) -> None:
        self.moved, self._all_for_good = "", True

    def redirect_request(  # noqa: PLR0913, PLR0917 (as urllib calls it)
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """Return the next question, by the same method: else a redirected HEAD would fetch what it leads to."""
        self._all_for_good &= code in FOR_GOOD
        self.moved = newurl if self._all_for_good else self.moved
        following = super().redirect_request(req, fp, code, msg, headers, newurl)
        if following:
            following.method = req.get_method()
        return following


def ask(address: str, patience: float = PATIENCE) -> Answer:
    """Return what a server says of an address; what it holds is not read."""
    answer = Answer()
    for method in ("HEAD", "GET"):
        answer, status = _asked(address, method, patience)
        if status not in HEAD_NOT_TAKEN:
            break
    return answer


def _asked(address: str, method: str, patience: float) -> tuple[Answer, int]:
    redirects = _Redirects()
    without_place = quote(urldefrag(address).url, safe="%/:=&?~#+!$,;'@()*[]")
    try:
        request = Request(without_place, method=method, headers={"User-Agent": AGENT, "Accept": "*/*"})
        with build_opener(redirects).open(request, timeout=patience) as response:
            return Answer(moved=redirects.moved), response.status
    except HTTPError as error:
        error.close()
        said = f"its server answers {error.code} ({error.reason or 'no reason'})"
        return (Answer(dead=said) if error.code in GONE else Answer(unsure=said)), error.code
    except TimeoutError:
        return Answer(unsure=f"no answer within {patience:g} seconds"), 0
    except (URLError, HTTPException, OSError, ValueError) as error:
        return _unreached(error, patience), 0


def _unreached(error: Exception, patience: float) -> Answer:
    reason = getattr(error, "reason", error)
    match type(reason).__name__:
        case "gaierror":
            return Answer(dead="there is no such host", offline=True)
        case "TimeoutError":
            return Answer(unsure=f"no answer within {patience:g} seconds")
        case "SSLCertVerificationError":
            return Answer(dead="its certificate is not valid, and browsers warn of it")
        case "ConnectionRefusedError":
            return Answer(dead="its server takes no connections")
    return Answer(unsure=f"its server cannot be understood ({type(reason).__name__})")


Ask = Callable[[str], Answer]
Said = Callable[[int, int], None]  # is told how many of how many are asked


def ask_all(addresses: Iterable[str], said: Said, ask: Ask = ask, pause: float = PAUSE) -> dict[str, Answer]:
    """Return the answer for each address; `said` is told of each host that is done."""
    by_host = groupby(sorted(addresses, key=_host), key=_host)
    hosts = [sorted(set(some)) for _, some in by_host]
    total, found = sum(map(len, hosts)), dict[str, Answer]()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        try:
            for done in as_completed([pool.submit(_of_host, some, ask, pause) for some in hosts]):
                found |= done.result()
                said(len(found), total)
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return found


def _host(address: str) -> str:
    return urlsplit(address).netloc


def _of_host(addresses: Sequence[str], ask: Ask, pause: float) -> dict[str, Answer]:
    def asked() -> Iterator[tuple[str, Answer]]:
        for number, address in enumerate(addresses):
            time.sleep(pause if number else 0)
            yield address, ask(address)

    return dict(asked())


def remembered(cache: Path, now: float) -> Mapping[str, Answer]:
    """Return what was found good in the last day; nothing if that cannot be read."""
    with suppress(OSError, ValueError, TypeError, AttributeError):
        known = json.loads((cache / CACHE).read_text("utf-8"))
        return {address: Answer(moved=moved) for address, (moved, at) in known.items() if 0 <= now - at < A_DAY}
    return {}


def remember(cache: Path, known: Mapping[str, Answer], asked: Mapping[str, Answer], now: float) -> None:
    """Keep what is good, so that the next run of that day is quick; what was known keeps its age."""
    with suppress(OSError, ValueError, TypeError, AttributeError):
        kept: dict[str, object] = {}
        if known:
            kept = {name: one for name, one in json.loads((cache / CACHE).read_text("utf-8")).items() if name in known}
        good = {address: one for address, one in asked.items() if not (one.dead or one.unsure)}
        cache.mkdir(parents=True, exist_ok=True)
        text = json.dumps(kept | {address: (one.moved, now) for address, one in good.items()}, indent=1)
        (cache / CACHE).write_text(text, "utf-8")
