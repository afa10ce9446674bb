"""What git says when it fails, told in plain words."""

import pytest

from releasing.deploy.repository import cause

LOST = """
fatal: Could not read from remote repository.

Please make sure you have the correct access rights
and the repository exists.
"""


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            f"ssh: Could not resolve hostname web.invalid: Name or service not known{LOST}",
            'no computer is called "web.invalid", or this one is offline',
        ),
        (
            "fatal: unable to access 'https://web.invalid/a/': Could not resolve host: web.invalid",
            'no computer is called "web.invalid", or this one is offline',
        ),
        (
            "fatal: unable to look up web.invalid (port 9418) (Name or service not known)",
            'no computer is called "web.invalid", or this one is offline',
        ),
        (f"ssh: connect to host web port 22: Connection refused{LOST}", "nobody answers there"),
        (f"ssh: connect to host web port 22: Connection timed out{LOST}", "nobody answers there"),
        ("fatal: unable to access 'https://web/': Failed to connect to web port 443", "nobody answers there"),
        (f"git@github.com: Permission denied (publickey).{LOST}", "the server does not know your ssh key"),
        (
            f"Host key verification failed.{LOST}",
            "this computer does not know that server yet: connect once by ssh and confirm it",
        ),
        (f"ERROR: Repository not found.{LOST}", "there is no such repository, or you may not see it"),
        (
            "remote: Not Found\nfatal: repository 'https://github.com/a/b/' not found",
            "there is no such repository, or you may not see it",
        ),
        (
            "fatal: Authentication failed for 'https://github.com/a/b/'",
            "the name or the password is wrong or missing",
        ),
        (
            "fatal: could not read Username for 'https://github.com': No such device or address",
            "the name or the password is wrong or missing",
        ),
        (f"fatal: '/srv/a' does not appear to be a git repository{LOST}", "there is no git repository there"),
    ],
)
def test_a_common_cause_is_told_in_plain_words(said, told):
    assert told == cause(said)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (f"remote: the disk is full{LOST}", "remote: the disk is full"),
        (LOST, "fatal: Could not read from remote repository."),
        ("fatal: something new\nhint: try again", "fatal: something new"),
        ("", ""),
    ],
)
def test_any_other_is_told_in_the_words_of_git_without_what_git_always_says(said, told):
    assert told == cause(said)
