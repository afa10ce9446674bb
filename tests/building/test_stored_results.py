"""A build that remembers an earlier one gives the bytes, or the report, of a build that remembers nothing."""

import random
import re
import shutil

import pytest

from conftest import Built, Coalition, build
from programs import not_on_windows

SEEDS = range(3)
STEPS = 6
PAGE = "---\ntitle: {0}\ndescription: About {0}.\n---\n\n## {0}\n\nSome words.\n"


def change_text(coalition: Coalition, chance: random.Random) -> None:
    name = chance.choice(pages(coalition))
    coalition.write(name, coalition.read(name) + f"\nMore words {chance.random()}.\n")


def change_title(coalition: Coalition, chance: random.Random) -> None:
    name = chance.choice(pages(coalition))
    text = coalition.read(name)
    old = next(line for line in text.split("\n") if line.startswith("title: "))
    coalition.write(name, text.replace(old, f"title: Title {chance.random()}", 1))


def add_page(coalition: Coalition, chance: random.Random) -> None:
    name = f"added-{chance.randrange(5)}"
    coalition.write(f"pages/{chance.choice(['', 'membership/', 'deep/er/'])}{name}.md", PAGE.format(name))


def link_to_a_page(coalition: Coalition, chance: random.Random) -> None:
    name, target = chance.choice(pages(coalition)), chance.choice(pages(coalition))
    coalition.write(name, f"{coalition.read(name)}\n[There]({{filename}}/{target})\n")


def delete_page(coalition: Coalition, chance: random.Random) -> None:
    (coalition.content / chance.choice(pages(coalition))).unlink()


def rename_page(coalition: Coalition, chance: random.Random) -> None:
    path = coalition.content / chance.choice(pages(coalition))
    path.rename(path.with_name(f"renamed-{chance.randrange(5)}.md"))


def move_page(coalition: Coalition, chance: random.Random) -> None:
    name = chance.choice(pages(coalition))
    text = coalition.read(name).replace("title: ", f"formerly: {name}\ntitle: ", 1)
    (coalition.content / name).unlink()
    coalition.write(f"pages/moved-{chance.randrange(5)}.md", text)


def change_fact(coalition: Coalition, chance: random.Random) -> None:
    text = coalition.read("data/membership.yaml")
    coalition.write("data/membership.yaml", text.replace("For those who", f"For {chance.randrange(9)} who", 1))


def make_draft(coalition: Coalition, chance: random.Random) -> None:
    name = chance.choice(pages(coalition))
    coalition.write(name, coalition.read(name).replace("title: ", "status: draft\ntitle: ", 1))


def go_back(coalition: Coalition, chance: random.Random) -> None:
    shutil.rmtree(coalition.content)
    shutil.copytree(coalition.content.parent / "first", coalition.content)


CHANGES = (
    change_text,
    change_title,
    add_page,
    link_to_a_page,
    delete_page,
    rename_page,
    move_page,
    change_fact,
    make_draft,
    go_back,
)


def pages(coalition: Coalition) -> list[str]:
    return sorted(path.relative_to(coalition.content).as_posix() for path in coalition.content.rglob("*.md"))


def whole(built: Built) -> tuple[int, str, dict[str, bytes]]:
    """Return all that one sees of a build, but for what is new since the last one, and the name of the folder."""
    said = "\n".join(line for line in built.said.split("\n") if not line.startswith(f"{built.output.name}: "))
    said = re.sub(r"What changed since the last time:\n(  .*\n)+", "", said)
    said = said.replace(f"site in {built.output.name}/", "site")
    files = {
        str(path.relative_to(built.output)): path.read_bytes() for path in built.output.rglob("*") if path.is_file()
    }
    return built.status, said, files


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("settings", ["pelicanconf.py", "publishconf.py"])
def test_whatever_changes_a_build_with_a_cache_gives_what_a_cold_one_gives(coalition, publish_to, seed, settings):
    chance = random.Random(seed)
    shutil.copytree(coalition.content, coalition.content.parent / "first")

    for _ in range(STEPS):
        chance.choice(CHANGES)(coalition, chance)
        warm, cold = publish_to("warm", settings, "cache"), publish_to("cold", settings, f"cache-{chance.random()}")

        if cold.status:
            shutil.rmtree(warm.output, ignore_errors=True)
            shutil.rmtree(cold.output, ignore_errors=True)
        assert whole(cold) == whole(warm)
        if cold.status:
            go_back(coalition, chance)


@not_on_windows("it has no forks, so one process does all")
def test_one_processor_and_three_make_the_same_site(coalition, publish_to, monkeypatch):
    for number in range(120):
        coalition.write(f"pages/notes/page-{number}.md", PAGE.format(f"Page {number}"))
    sites = []
    for processors in (1, 3):
        monkeypatch.setattr("sources.parallel.processors", lambda: processors)  # noqa: B023 (called within the round)
        sites.append(whole(publish_to("site", "publishconf.py", f"cache-{processors}")))

    assert sites[0] == sites[1]
    assert 0 == sites[0][0]


@not_on_windows("it has no forks, so one process does all")
def test_one_processor_and_three_tell_the_same_problems(coalition, publish_to, monkeypatch):
    for number in range(120):
        coalition.write(
            f"pages/notes/page-{number}.md", PAGE.format(f"Page {number}") + f"[x]({{filename}}/no-{number}.md)"
        )
    said = []
    for processors in (1, 3):
        monkeypatch.setattr("sources.parallel.processors", lambda: processors)  # noqa: B023 (called within the round)
        said.append(publish_to("site", "publishconf.py", f"cache-{processors}").said)

    assert said[0] == said[1]
    assert "120 problems in 120 files" in said[0]


@pytest.fixture
def publish_to(coalition):
    """Return what builds the coalition into a folder of this name, with a cache of its own."""

    def publish(name: str, settings: str, cache: str) -> Built:
        beside = coalition.content.parent
        return build(coalition.content, beside / name, settings, cache=beside / cache)

    return publish
