"""Compiled templates: kept for the next build, and only as long as their texts and Jinja's settings are the same."""

import sqlite3

import pytest
from jinja2 import DictLoader, Environment

from building.compiled import CompiledTemplates
from building.sqlite_store import FILE, SqliteStore


class Compiling(Environment):
    """Notes what it compiles."""

    def compile(self, source, name=None, *args, **kwargs):
        self.compiled = [*getattr(self, "compiled", []), name]
        return super().compile(source, name, *args, **kwargs)


@pytest.fixture
def build(tmp_path):
    """Render a template as a build of its own; return the text and what had to be compiled."""

    def one_build(text: str, *around: object) -> tuple[str, list[str]]:
        compiled = CompiledTemplates(SqliteStore(tmp_path), *around)
        jinja = Compiling(loader=DictLoader({"a.html": text, "b.html": "b"}), bytecode_cache=compiled)
        shown = jinja.get_template("a.html").render()
        compiled.keep()
        return shown, getattr(jinja, "compiled", [])

    return one_build


def test_a_template_is_compiled_once_for_all_builds(build):
    assert ("Hello b", ["a.html", "b.html"]) == build("Hello {% include 'b.html' %}")
    assert ("Hello b", []) == build("Hello {% include 'b.html' %}")


def test_a_changed_template_is_compiled_again_and_no_other(build):
    build("Hello {% include 'b.html' %}")

    assert ("Bye b", ["a.html"]) == build("Bye {% include 'b.html' %}")
    assert ("Bye b", []) == build("Bye {% include 'b.html' %}")


def test_other_settings_of_jinja_compile_all_again(build):
    build("Hello", {"trim_blocks": True})

    assert ("Hello", ["a.html"]) == build("Hello", {"trim_blocks": False})


def test_damaged_code_is_never_run(build, tmp_path):
    build("Hello")
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute("UPDATE kept SET result = result || x'00'")

    assert ("Hello", ["a.html"]) == build("Hello")
