"""The editor in a real browser: what starts it, opens an entry in it, and does what staff do there."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect

from conftest import ROOT
from programs import environment

from .browser import PATIENCE


@contextmanager
def started(content: Path, port: int = 0) -> Iterator[str]:
    """Start what `make edit` starts, and give its address."""
    command = [sys.executable, "-m", "preview", "--edit", "--port", str(port), "--content", str(content)]
    with subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True) as running:
        try:
            yield re.search(r"http://\S+", running.stdout.readline())[0]
        finally:
            running.send_signal(signal.SIGINT)
            running.stdout.read()


@pytest.fixture
def editor(coalition, decap) -> Iterator[str]:
    """Start the editor of a coalition; Decap's program is fetched if it was not before."""
    with started(coalition.content) as address:
        yield address


@pytest.fixture
def editor_tab(a_browser, request):
    """Open a tab for the editor, in which its policy must suffice."""
    context = request.getfixturevalue("chromium").new_context(viewport={"width": 1600, "height": 900})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    complaints = []
    page.on("console", lambda told: complaints.append(told.text) if "Content Security Policy" in told.text else None)
    yield page
    context.close()
    assert not complaints, complaints


@pytest.fixture
def opened(editor_tab, editor):
    """Return what opens an entry in the editor: its forms, and the page of the preview beside them."""
    return lambda name: open_entry(editor_tab, editor, name)


def open_entry(tab, address: str, name: str):
    """Open an entry; return the forms, and the page beside them."""
    tab.goto(f"{address}#/collections/{name}")
    return tab.frame_locator("#forms"), tab.frame_locator("#page")


def expand(forms, list_name: str, title: str):
    """Open one entry of a list, and return it."""
    one = forms.locator(f"[id^={list_name}-field] [class*=SortableListItem]").filter(has_text=title)
    one.locator("button").first.click()
    return one


def field(forms, label: str):
    """Return the first field that is called so."""
    return forms.get_by_label(label, exact=True).first


def fill(box, words: str) -> None:
    """Put words in the place of those in a field; Decap moves the cursor when somebody comes to a field."""
    box.focus()
    box.fill(words)


def save(forms) -> None:
    """Press what saves."""
    forms.get_by_role("button", name="Save", exact=True).click()


def save_and_wait(forms) -> None:
    """Save, and wait until the form says that nothing is left to save."""
    expect(forms.get_by_text("Unsaved changes")).to_be_visible()
    save(forms)
    expect(forms.get_by_text("Changes saved")).to_be_visible()
