"""DEST: a folder on a server, or on this computer."""

from __future__ import annotations

import os
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from sources.problems import quoted

from .programs import need, trouble

EXPECTED = "expected user@server:/folder, or a folder of this computer"
ON_SERVER = re.compile(r"([^/:\[\]]*(?:\[[^]]*\])?):(.*)")
HOST = re.compile(r"([A-Za-z0-9_][A-Za-z0-9._-]*@)?([A-Za-z0-9][A-Za-z0-9._-]*|\[[0-9A-Fa-f:.]+\])")
# The folder passes through shells and rsyncs of all ages on the server; these need no quotation marks in any of them.
PLAIN = re.compile(r"[A-Za-z0-9_./][A-Za-z0-9_./@+=-]*")
ALLOWED = "it may hold plain letters, digits, and / . _ - + = @"
# So that a connection that is gone is noticed within a minute.
SSH = ("ssh", "-T", "-o", "ConnectTimeout=20", "-o", "ServerAliveInterval=15", "-o", "ServerAliveCountMax=3")


@dataclass(frozen=True, slots=True)
class Destination:
    """Where releases are kept: `folder` on `host`, or on this computer when there is no host."""

    host: str
    folder: str

    def __str__(self) -> str:
        return f"{self.host}:{self.folder}" if self.host else self.folder

    def shell(self, script: str, *arguments: str) -> tuple[str, ...]:
        """Return the command that runs a POSIX shell script there."""
        command = ("sh", "-c", script, "sh", *arguments)
        if not self.host:
            return command
        return (*remote_shell(), re.sub(r"[][]", "", self.host), shlex.join(command))


def remote_shell() -> tuple[str, ...]:
    """Return the command that reaches a server: ssh, or what RSYNC_RSH says, as rsync itself reads it."""
    return tuple(shlex.split(os.environ.get("RSYNC_RSH", ""))) or SSH


def parse(text: str, site: Path) -> Destination:
    """Return the destination that DEST names; raise ProblemsFound when it names none, or a place within the site."""
    if not text or not text.isprintable():
        raise trouble("DEST", f"{EXPECTED}, found {quoted(text) if text else 'nothing'}.")
    on_server = ON_SERVER.fullmatch(text)
    if on_server:
        return _on_server(text, *on_server.groups())
    folder = Path(text).expanduser().absolute()
    if folder.resolve().is_relative_to(site.resolve()):
        raise trouble("DEST", f"{quoted(text)} lies within the published folder itself. Choose another.")
    return Destination("", str(folder))


def _on_server(text: str, host: str, folder: str) -> Destination:
    if folder.startswith((":", "//")):
        raise trouble("DEST", f"{EXPECTED}, found {quoted(text)}. Servers are reached by ssh only.")
    if not HOST.fullmatch(host):
        raise trouble("DEST", f"{EXPECTED}, found {quoted(text)}. {quoted(host)} cannot be the name of a server.")
    folder = folder.removeprefix("~/").rstrip("/")
    if not folder:
        raise trouble("DEST", f"{EXPECTED}, found {quoted(text)}. It names no folder.")
    if not PLAIN.fullmatch(folder):
        raise trouble("DEST", f"{quoted(folder)} cannot be a folder on a server: {ALLOWED}.")
    need(remote_shell()[0])
    return Destination(host, folder)
