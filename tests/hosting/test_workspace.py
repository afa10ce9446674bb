"""A hosted workspace opens with the editor, at a port that only its owner reaches."""

import json
import re
import subprocess

import yaml

from conftest import ROOT
from programs import COMMANDS, VARIABLES, environment

FILE = (ROOT / ".devcontainer" / "devcontainer.json").read_text("utf-8")
WORKSPACE = json.loads(re.sub(r"^ *//.*$", "", FILE, flags=re.MULTILINE))
TESTED = yaml.safe_load((ROOT / ".github" / "workflows" / "publish.yml").read_text("utf-8"))["jobs"]["test"]


def test_it_starts_the_editor_and_whatever_it_starts_exists():
    begun = [command for name, command in WORKSPACE.items() if name.endswith("Command")]

    assert "make edit" == WORKSPACE["postAttachCommand"]
    assert set(re.findall("make ([a-z-]+)", " ".join(begun))) <= COMMANDS.keys()


def test_it_forwards_the_port_of_the_preview_and_leaves_it_private():
    port = VARIABLES["PORT"]

    assert [int(port)] == WORKSPACE["forwardPorts"]
    assert {port} == WORKSPACE["portsAttributes"].keys()
    assert "ignore" == WORKSPACE["otherPortsAttributes"]["onAutoForward"]
    assert "visibility" not in FILE


def test_its_python_is_one_that_the_packages_are_there_for():
    oldest, newest = (tuple(map(int, one.split("."))) for one in TESTED["strategy"]["matrix"]["python"])
    version = re.fullmatch(r"mcr\.microsoft\.com/devcontainers/python:(\d+)\.(\d+)", WORKSPACE["image"])

    assert oldest <= tuple(map(int, version.groups())) <= newest


def test_texts_have_the_same_line_ends_on_every_computer():
    asked = ["git", "check-attr", "text", "eol", "--", "content/pages/index.md", "run.py", "share.png"]
    done = subprocess.run(asked, cwd=ROOT, env=environment(), capture_output=True, text=True, check=True)

    assert [
        "content/pages/index.md: text: auto",
        "content/pages/index.md: eol: lf",
        "run.py: text: auto",
        "run.py: eol: lf",
        "share.png: text: unset",
        "share.png: eol: lf",
    ] == done.stdout.splitlines()
