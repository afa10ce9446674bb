"""The headers, declared once and written down for each server."""

import pytest

from releasing.finish.headers import EVERYWHERE, KEPT_FOR_EVER, KEPT_UNTIL_ASKED, Served
from releasing.finish.hosts import headers_file
from releasing.finish.servers import SERVERS


@pytest.mark.parametrize("write", [headers_file, *SERVERS.values()])
def test_every_header_is_written_down_for_every_server(write):
    text = write(Served())

    assert [] == [header.name for header in (*EVERYWHERE, KEPT_FOR_EVER) if header.value not in text]
    assert [] == [header.name for header in (*EVERYWHERE, KEPT_FOR_EVER) if header.name not in text]


@pytest.mark.parametrize("write", SERVERS.values())
def test_only_a_host_that_does_so_by_itself_is_not_told_that_pages_are_asked_about(write):
    assert KEPT_UNTIL_ASKED.value in write(Served())
    assert KEPT_UNTIL_ASKED.value not in headers_file(Served())


@pytest.mark.parametrize("write", [headers_file, *SERVERS.values()])
def test_a_site_below_a_path_has_its_pictures_there(write):
    assert "/repo/images/-/" in write(Served("/repo"))


def test_the_file_of_netlify_and_cloudflare_keeps_within_their_limits():
    lines = headers_file(Served("/repo")).splitlines()

    assert len([line for line in lines if not line.startswith(" ")]) <= 100
    assert max(map(len, lines)) <= 2000


def test_no_header_grows_old_with_a_page():
    assert [] == [header.name for header in EVERYWHERE if "sha256" in header.value]


def test_nothing_is_allowed_that_the_policy_does_not_name():
    policies = [header.value for header in EVERYWHERE if header.name == "Content-Security-Policy"]

    assert [True] == [policy.startswith("default-src 'none'; ") for policy in policies]


def test_what_browsers_show_as_a_page_may_run_and_fetch_nothing():
    rules = headers_file(Served("/repo")).split("\n/")

    assert ["repo/images/-/*", "repo/*.svg", "repo/*.xml"] == [
        rule.partition("\n")[0] for rule in rules if "sandbox" in rule
    ]
