"""Why git failed, in plain words where the cause is a common one, or else in git's own."""

from __future__ import annotations

import re

from .programs import last_words

CAUSES = {
    r"could not resolve host(?:name)?:? ([^\s:]+)": 'no computer is called "{}", or this one is offline',
    r"unable to look up (\S+)": 'no computer is called "{}", or this one is offline',
    r"transport '(.+)' not allowed": '"{}" is no way to a host: expected https, ssh or a folder',
    r"does not appear to be a git repository": "there is no git repository there",
    r"repository .*not found": "there is no such repository, or you may not see it",
    r"permission denied \(": "the server does not know your ssh key",
    r"host key verification failed": "this computer does not know that server yet: connect once by ssh and confirm it",
    r"authentication failed|could not read (?:username|password)": "the name or the password is wrong or missing",
    r"connection refused|failed to connect|timed out|no route to host|network is unreachable": "nobody answers there",
}
# What git adds to every failure of a connection, whatever it was.
ALWAYS = (
    "Please make sure you have the correct access",
    "and the repository exists.",
    "hint:",
    "error: failed to push",
)
GIVEN_UP = "fatal: Could not read from remote repository."


def cause(errors: str) -> str:
    """Return why git failed, on one line; empty when it did not say."""
    for pattern, words in CAUSES.items():
        if found := re.search(pattern, errors, re.IGNORECASE):
            return words.format(*found.groups())
    lines = [line for line in errors.splitlines() if line.strip() and not line.startswith(ALWAYS)]
    return last_words("\n".join([line for line in lines if line != GIVEN_UP] or lines))
