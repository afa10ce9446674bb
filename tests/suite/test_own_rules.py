"""The suite is about the software: green on any day and with any content."""

import subprocess
import sys

import pytest

from conftest import CATE_CONTENT, ROOT, TODAY, epoch
from programs import environment

from .own_rules import ASKS, BARE, READS, broken_rules

TESTS = ROOT / "tests"
EXCUSED = {
    "content/test_any_content.py": READS,  # what holds of any content
    "every_process/first_of_all.py": READS,  # keeps all others away from it
    "programs.py": BARE,  # the one place that makes environments
}


@pytest.mark.parametrize(
    "name", sorted(path.relative_to(TESTS).as_posix() for path in TESTS.rglob("*.py") if "coalitions" not in path.parts)
)
def test_no_test_reads_content_asks_the_real_clock_or_starts_a_program_in_a_bare_environment(name):
    found = broken_rules((TESTS / name).read_text("utf-8"))

    assert [] == [one for one in found if one.partition(": ")[2] != EXCUSED.get(name)]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ('build(ROOT / "content", tmp_path, "publishconf.py")', READS),
        ('FILES = sorted((ROOT / "content" / "data").glob("*.yaml"))', READS),
        ('SHARE = (ROOT / "content" / "images" / "share.png").read_bytes()', READS),
        ('(conftest.ROOT / "content/data/site.yaml").read_text()', READS),
        ('CONTENT = Path(__file__).parent.parent / "content"', READS),
        ('HERE = ROOT.resolve()\nassert (HERE / "content").is_dir()', READS),
        ('open(f"{ROOT}/content/data/site.yaml")', READS),
        ('ROOT.joinpath("content", "pages").iterdir()', READS),
        ('Path("content/pages/index.md").read_text()', READS),
        ('with chdir(ROOT): shutil.copytree("content", tmp_path)', READS),
        ('run("-m", "commands", "reading", "content", "theme")', READS),
        ('subprocess.run([sys.executable, "-m", "pelican", "content"], cwd=ROOT)', READS),
        ('command = ("pelican", "content", "-s", "publishconf.py")', READS),
        ('subprocess.run(["make", "check"], cwd=ROOT)', READS),
        ("before = datetime.now(UTC).date()", ASKS),
        ("assert datetime.date.today() > last", ASKS),
        ("began = time.time()", ASKS),
        ("day = time.localtime()", ASKS),
        ('subprocess.run(command, env={"PYTHONPATH": "plugins"})', BARE),
        ('subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": "plugins"})', BARE),
        ("subprocess.run(command, env=os.environ)", BARE),
        ('told = {"PATH": os.environ["PATH"]}\nsubprocess.run(command, env=told)', BARE),
    ],
)
def test_each_way_to_break_a_rule_is_found(line, rule):
    assert [rule] == [found.partition(": ")[2] for found in broken_rules(line)]


@pytest.mark.parametrize(
    "line",
    [
        'content = tmp_path / "content"',
        'shutil.copytree(ROOT / "tests" / "coalitions" / "small", root / "content")',
        'Place("content/pages/about.md", 3)',
        'save(coalition, "content/pages/plan.md", values)',
        'assert "content/data/site.yaml: this file is missing." in coalition.problems()',
        'subprocess.run([sys.executable, "-m", "pelican", coalition.content], cwd=ROOT, env=environment())',
        'subprocess.run(["make", "new-page", title], cwd=tmp_path)',
        "began = time.perf_counter()",
        'assert date(2026, 11, 23) == today("UTC")',
        "told = environment(HOME=str(folder))\nsubprocess.run(command, env=told)",
    ],
)
def test_what_is_right_is_not_taken_for_it(line):
    assert [] == broken_rules(line)


def test_whoever_opens_content_while_the_tests_run_is_stopped_however_it_is_named():
    name = "content"
    folder = ROOT.joinpath(*[name])
    with pytest.raises(AssertionError, match=r"a test of the software reads content/\."):
        list(folder.iterdir())
    with pytest.raises(AssertionError, match=r"a test of the software reads content/\."):
        (folder / "data" / "site.yaml").read_bytes()
    assert (CATE_CONTENT / "data" / "site.yaml").read_bytes()


def test_so_is_every_program_that_a_test_starts():
    command = [sys.executable, "-m", "commands", "check", *["content", "theme"]]

    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)

    assert "a test of the software reads content/." in done.stderr


def test_a_program_is_on_the_day_that_a_far_day_run_names_and_knows_the_frozen_one(monkeypatch):
    monkeypatch.setenv("TEST_DAY", "2031-01-01")
    code = "import datetime, os; print(datetime.date.today(), os.environ['SOURCE_DATE_EPOCH'])"

    bare = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    ours = subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True)

    assert f"2031-01-01 {epoch(TODAY)}\n" == bare.stdout == ours.stdout
