"""The open browser tabs, and the events that tell them what has changed (server-sent events, HTML Standard 9.2)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Lock

STILL_THERE = 15  # seconds after which a silent tab is asked whether it is still open
AGAIN_AFTER = 300  # milliseconds after which a browser asks for a stream that broke, as when the preview starts anew

Event = tuple[str, str]  # its name, and what it says


@dataclass(eq=False)
class Tab:
    """One open tab: the path it shows, and what it was told last of each kind."""

    path: str
    told: dict[str, str] = field(default_factory=dict)
    waiting: SimpleQueue[Event] = field(default_factory=SimpleQueue)
    being_told: Lock = field(default_factory=Lock)

    def tell(self, name: str, what: str) -> None:
        """Tell it something, unless it knows."""
        if self.told.get(name) != what:
            self.told[name] = what
            self.waiting.put((name, what))

    def stream(self) -> Iterator[bytes]:
        """Yield what is to be sent, as it comes; a comment now and then finds out whether anybody still listens."""
        yield f"retry: {AGAIN_AFTER}\n\n".encode()
        while True:
            try:
                name, what = self.waiting.get(timeout=STILL_THERE)
                yield f"event: {name}\ndata: {json.dumps(what)}\n\n".encode()
            except Empty:
                yield b":\n\n"


class Tabs:
    """All open tabs; `current` says what a tab with this path should know, as events."""

    def __init__(self, current: Callable[[str], Iterator[Event]]) -> None:
        self._current = current
        self._open: list[Tab] = []
        self._lock = Lock()

    def opened(self, path: str) -> Tab:
        """Return a tab that shows what is current at this path, for all it knows."""
        tab = Tab(path)
        with self._lock:
            self._open.append(tab)  # before it is told anything: what changes meanwhile it is told as well
        self._tell(tab)
        return tab

    def closed(self, tab: Tab) -> None:
        """Forget a tab."""
        with self._lock:
            self._open.remove(tab)

    def tell(self) -> None:
        """Tell every tab what is new for it."""
        with self._lock:
            tabs = list(self._open)
        for tab in tabs:
            self._tell(tab)

    def _tell(self, tab: Tab) -> None:
        with tab.being_told:  # so that it is told last what is current last
            for name, what in self._current(tab.path):
                tab.tell(name, what)
