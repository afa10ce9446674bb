"""Compiled templates: kept for the next build, and only as long as their texts and Jinja's settings are the same."""

import shutil

import pytest
from jinja2 import DictLoader, Environment

from building.builder import compiled_templates


class Compiling(Environment):
    """Notes what it compiles."""

    def compile(self, source, name=None, *args, **kwargs):
        self.compiled = [*getattr(self, "compiled", []), name]
        return super().compile(source, name, *args, **kwargs)


@pytest.fixture
def build(tmp_path):
    """Render a template as a build of its own; return the text and what had to be compiled."""

    def one_build(text: str, *around: object) -> tuple[str, list[str]]:
        compiled = compiled_templates(tmp_path, *around)
        jinja = Compiling(loader=DictLoader({"a.html": text, "b.html": "b"}), bytecode_cache=compiled)
        return jinja.get_template("a.html").render(), getattr(jinja, "compiled", [])

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


def test_code_that_was_cut_off_is_never_run(build, tmp_path):
    build("Hello")
    for file in tmp_path.rglob("*.cache"):
        file.write_bytes(file.read_bytes()[:-20])

    assert ("Hello", ["a.html"]) == build("Hello")


def test_where_nothing_can_be_kept_templates_are_compiled_each_time(tmp_path):
    (tmp_path / "file").touch()

    assert compiled_templates(tmp_path / "file") is None


def test_a_folder_that_is_deleted_meanwhile_costs_only_the_compiling(tmp_path):
    jinja = Compiling(loader=DictLoader({"a.html": "Hello"}), bytecode_cache=compiled_templates(tmp_path))
    shutil.rmtree(tmp_path / "templates")

    assert "Hello" == jinja.get_template("a.html").render()
