"""Makes a process lack what Windows lacks and refuse what Windows refuses, so that tests take the way that is for it.

It is no Windows: names of paths, line ends of texts and the console stay those of this system. On a real one the tests
run in `.github/workflows/suite.yml`.
"""

from __future__ import annotations

import ctypes
import errno
import functools
import os
import shutil
import signal
import subprocess  # noqa: F401 (what is hidden below is used by this, which knows Windows by itself)
import sys
import tempfile
import types
from collections.abc import Callable
from typing import Any

MODULES = ("fcntl", "grp", "pwd", "pty", "readline", "resource", "syslog", "termios", "tty")
OF_OS = (
    *("fork", "forkpty", "sync", "mkfifo", "mknod", "uname", "sched_getaffinity", "killpg", "setsid", "statvfs"),
    *("geteuid", "getgid", "getegid", "chown", "lchown", "fchown", "fchmod", "chroot", "wait4"),
    *("O_NOFOLLOW", "O_NONBLOCK", "O_DIRECTORY", "O_CLOEXEC", "execv", "execve", "execvp"),
)
OF_SIGNAL = ("SIGALRM", "setitimer", "alarm", "SIGSTOP", "SIGCONT", "SIGHUP", "SIGUSR1", "SIGPIPE")
DENIED, SHARED_WITH_NOBODY, NO_RIGHT_TO_LINK = 5, 32, 1314


def refused(number: int, winerror: int, path: Any) -> OSError:
    """Return an error as Windows has it."""
    error = OSError(number, os.strerror(number), os.fspath(path))
    error.winerror = winerror
    return error


def is_open(path: Any) -> bool:
    """Tell whether this process has a file open, or one below a folder."""
    wanted = os.path.abspath(os.fsdecode(path))
    for number in os.listdir("/proc/self/fd"):
        try:
            held = os.readlink(f"/proc/self/fd/{number}")
        except OSError:
            continue
        if held == wanted or held.startswith(f"{wanted}{os.sep}"):
            return True
    return False


def only_if_closed(change: Callable[..., Any]) -> Callable[..., Any]:
    """Return a change of files that Windows refuses while somebody has one open."""

    @functools.wraps(change)
    def careful(path: Any, *more: Any, **options: Any) -> Any:
        for one in (path, *(name for name in more if isinstance(name, (str, os.PathLike)))):
            if is_open(one):
                raise refused(errno.EACCES, SHARED_WITH_NOBODY, one)
        return change(path, *more, **options)

    return careful


def renamed(change: Callable[..., Any], path: Any, target: Any, **options: Any) -> Any:
    """Rename, and never onto what is there already."""
    if os.path.lexists(target):
        raise refused(errno.EEXIST, 183, target)
    return change(path, target, **options)


def replaced(change: Callable[..., Any], path: Any, target: Any, **options: Any) -> Any:
    """Replace a file, and never a folder, be it empty."""
    if os.path.isdir(target):
        raise refused(errno.EACCES, DENIED, target)
    return change(path, target, **options)


def opened(change: Callable[..., int], path: Any, *more: Any, **options: Any) -> int:
    """Open a file, and never a folder."""
    if os.path.isdir(path):
        raise refused(errno.EACCES, DENIED, path)
    return change(path, *more, **options)


def linked(_: Any, name: Any, *__: Any) -> None:
    """Refuse to make a link to another place, as Windows does for most people."""
    raise refused(errno.EPERM, NO_RIGHT_TO_LINK, name)


def set_mode(change: Callable[..., Any], path: Any, mode: int, **options: Any) -> None:
    """Set what Windows knows of a mode: whether a file may be written."""
    if not os.path.isdir(path):
        change(path, 0o666 if mode & 0o200 else 0o444, **options)


class Library(ctypes.CDLL):
    """A library; that of the system has none of the functions that we would ask it for."""

    def __getattr__(self, name: str) -> Any:
        if self._name is None:
            raise AttributeError(name)
        return super().__getattr__(name)


def locks() -> types.ModuleType:
    """Return a msvcrt whose locks are of bytes from the place where a file is read, and fail with another's."""
    import fcntl

    module = types.ModuleType("msvcrt")

    def locking(number: int, _mode: int, length: int) -> None:
        try:
            fcntl.lockf(number, fcntl.LOCK_EX | fcntl.LOCK_NB, length, os.lseek(number, 0, os.SEEK_CUR))
        except BlockingIOError:
            raise PermissionError(errno.EACCES, "Permission denied") from None

    module.locking, module.LK_NBLCK = locking, 2
    return module


def become() -> None:
    """Let this process be like that from now on."""
    sys.modules["msvcrt"] = locks()
    for name in MODULES:
        sys.modules[name] = None
    for name in OF_OS:
        vars(os).pop(name, None)
    for name in OF_SIGNAL:
        vars(signal).pop(name, None)
    shutil._use_fd_functions = False
    tempfile.TemporaryFile = tempfile.NamedTemporaryFile
    for name in ("rename", "replace", "unlink", "remove", "rmdir"):
        setattr(os, name, only_if_closed(getattr(os, name)))
    os.rename = functools.partial(renamed, os.rename)
    os.replace = functools.partial(replaced, os.replace)
    os.open = functools.partial(opened, os.open)
    os.chmod = functools.partial(set_mode, os.chmod)
    os.symlink = linked
    ctypes.CDLL = Library
