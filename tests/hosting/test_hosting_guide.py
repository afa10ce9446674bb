"""HOSTING.md names what exists, and nothing else."""

import re

from conftest import ROOT
from programs import COMMANDS, VARIABLES
from releasing.finish.headers import KEPT_UNTIL_ASKED
from releasing.finish.hosts import HOSTS
from releasing.finish.servers import SERVERS
from sources.records.web_addresses import YOURS

GUIDE = (ROOT / "HOSTING.md").read_text("utf-8")
WORKFLOW = (ROOT / ".github" / "workflows" / "publish.yml").read_text("utf-8")
NAMED = set(re.findall(r"\bmake ([a-z-]+)", GUIDE))
THEIRS = {"PYTHON_VERSION", "RSYNC_RSH"}  # variables of Netlify, Cloudflare and rsync


def test_every_command_exists():
    assert {
        "publish",
        "verify",
        "deploy-rsync",
        "deploy-git",
        "server-config",
        "lock",
        "releases",
        "publish-again",
    } == NAMED
    assert NAMED <= COMMANDS.keys()


def test_every_variable_exists():
    named = set(re.findall(r"\b([A-Z][A-Z_]+)=", GUIDE)) | set(re.findall(r"`([A-Z][A-Z_]+)`", GUIDE))

    assert {"SITEURL", "HOST", "DEST", "REMOTE", "BRANCH", "SERVER"} <= named
    assert set() == named - VARIABLES.keys() - THEIRS


def test_an_address_to_copy_is_refused_with_the_word_that_says_what_to_do():
    for text in (GUIDE, (ROOT / "GUIDE.md").read_text("utf-8")):
        offered = set(re.findall(r"SITEURL=(https://[^\s`]+)", text))

        assert {f"https://{YOURS}"} == offered - {"https://..."}


def test_every_host_and_server_exists_and_is_named():
    named = re.findall(r"HOST=([a-z-]+)", GUIDE) + re.findall(r"`([a-z-]+)`", GUIDE.split("## GitHub Pages")[0])

    assert set(HOSTS) == set(named)
    assert set(SERVERS) == set(re.findall(r"SERVER=([a-z]+)", GUIDE))


def test_a_store_keeps_pages_as_servers_do():
    assert [f"{KEPT_UNTIL_ASKED.name}: {KEPT_UNTIL_ASKED.value}"] * 2 == re.findall(r'"(Cache-Control: [^"]+)"', GUIDE)


def test_every_file_and_section_that_is_linked_exists():
    for target in re.findall(r"\]\(([^)]+)\)", GUIDE):
        if not target.startswith("https://"):
            path, _, section = target.partition("#")
            text = (ROOT / path).read_text("utf-8")
            assert section in {
                re.sub(r"[^a-z]+", "-", title.lower()) for title in re.findall(r"^## (.+)$", text, re.M)
            } | {""}


def test_what_is_said_of_the_workflow_holds():
    assert "environment:\n      name: tested\n" in WORKFLOW
    assert "SITEURL: ${{ vars.SITEURL }}" in WORKFLOW
    assert re.search(r"^  deploy:", WORKFLOW, re.MULTILINE)
