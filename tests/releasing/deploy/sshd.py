"""A real sshd on loopback, with keys of its own; nothing of this machine's or this user's ssh is read or changed."""

from __future__ import annotations

import contextlib
import getpass
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from programs import is_root

LOOPBACK = "127.0.0.1"
MISSING = (
    "sshd or rsync is not installed (Debian: apt install openssh-server rsync), so no upload to a server was tested."
)

NO_SHELL = "this user may not log in (no shell in the system's list of users), so no upload to a server was tested."


def may_log_in() -> bool:
    """Return whether an ssh server would let this user in."""
    import pwd  # late: Windows has none, and no such server either

    shells = [user.pw_shell for user in pwd.getpwall() if user.pw_uid == os.geteuid()]
    return any(not shell.endswith(("nologin", "false")) for shell in shells)


def program() -> str | None:
    """Return the program of the ssh server; it is seldom in an ordinary user's PATH."""
    return shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def installed() -> bool:
    """Return whether uploads to a server can be tested here."""
    return all((program(), shutil.which("ssh"), shutil.which("rsync")))


@contextlib.contextmanager
def server(folder: Path) -> Iterator[Path]:
    """Run sshd; give the configuration with which `ssh -F` reaches it under the name "web"."""
    port = _free_port()
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    (folder / "authorized").write_text((folder / "user.pub").read_text())
    (folder / "known").write_text(f"[{LOOPBACK}]:{port} {(folder / 'host.pub').read_text()}")
    (folder / "sshd_config").write_text(
        f"ListenAddress {LOOPBACK}:{port}\nHostKey {folder}/host\nAuthorizedKeysFile {folder}/authorized\n"
        f"PidFile none\nStrictModes no\nUsePAM no\nPasswordAuthentication no\nPermitRootLogin prohibit-password\n"
    )
    (folder / "ssh_config").write_text(
        f"Host web\n HostName {LOOPBACK}\n Port {port}\n User {getpass.getuser()}\n IdentityFile {folder}/user\n"
        f" IdentitiesOnly yes\n UserKnownHostsFile {folder}/known\n StrictHostKeyChecking yes\n BatchMode yes\n"
        f"Host nobody\n HostName {LOOPBACK}\n Port {_free_port()}\n"
    )
    if is_root():
        Path("/run/sshd").mkdir(exist_ok=True)  # sshd insists on this empty folder; a start script would make it
    with (folder / "log").open("w") as log:
        process = subprocess.Popen([str(program()), "-D", "-e", "-f", folder / "sshd_config"], stderr=log)
        try:
            _wait(port, process, folder / "log")
            yield folder / "ssh_config"
        finally:
            process.terminate()
            process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(100):
        with contextlib.suppress(OSError), socket.create_connection((LOOPBACK, port), timeout=1):
            return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise AssertionError(f"sshd did not start: {log.read_text()}")
